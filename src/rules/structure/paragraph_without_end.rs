//! A paragraph that breaks off.

use crate::article::{Article, Word};
use crate::document::{Block, Role};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::{ends_terminal, word_count};
use crate::text::{Case, FILLER, Span};

/// Shorter lines are labels, captions and verse more often than sentences.
const LEAST_WORDS: usize = 8;

/// Where fewer of ten paragraphs end as sentences do, the story is verse, a list, or set by other rules.
const MOST_END: usize = 9;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut open: Vec<usize> = Vec::new();
    let (mut all, mut ended) = (0_usize, 0_usize);
    for (index, block) in article.blocks_with(|role| role == Role::Paragraph) {
        let text = article.text(block.span);
        let ends = text.ends_with('.') || ends_terminal(text) && !ends_in_comma(text);
        all += 1;
        ended += usize::from(ends);
        if !ends {
            open.push(index);
        }
    }
    let others_end = all >= context.options.number("paragraphs") && ended * 10 >= (all - 1) * MOST_END;
    for index in open.into_iter().filter(|_| others_end) {
        if let Some(last) = breaks_off(article, index, context) {
            sink.report(Draft::at(last).say("last", article.text(last)));
        }
    }
}

/// The last word of the block, if it is one that no sentence leaves off at.
fn breaks_off(article: &Article, index: usize, context: &Context) -> Option<Span> {
    let block = &article.blocks()[index];
    let text = article.text(block.span);
    let words = &article.words[article.words_of(index)];
    let last = words.last().filter(|last| last.is_word() && last.case == Case::Lower)?;
    let tail = article.text(Span { start: last.span.end, end: block.span.end }).trim_matches([FILLER, ' ']);
    if word_count(text) < LEAST_WORDS || !matches!(tail, "" | ",") || is_furniture(article, block, words, context) {
        return None;
    }
    // Under the last paragraph stand notes on the writer and links, often without a point; there only a word that leads on is sure.
    let is_last = !article.blocks()[index + 1..].iter().any(|next| next.role == Role::Paragraph);
    let leads_on = tail == "," || is_leading_word(article, last, context);
    (leads_on || !is_last).then_some(last.span)
}

fn ends_in_comma(text: &str) -> bool {
    text.trim_end_matches([FILLER, ' ']).ends_with(',')
}

/// `of`, `the`, `and`, `because`: something must follow. A verb may end a question or a headline, these end nothing.
fn is_leading_word(article: &Article, word: &Word, context: &Context) -> bool {
    let written = article.text(word.span);
    // Verbs take these with them to the end of a sentence: “the day they voted on”.
    let may_end = ["in", "on", "for", "by", "at", "to", "from", "with", "of"].contains(&written);
    (word.is(Tag::FunctionWord) && !may_end) || context.options.words("words").iter().any(|known| known == written)
}

/// Links to other stories, credits of pictures, labels: they open with a command or hold a colon or an address.
fn is_furniture(article: &Article, block: &Block, words: &[Word], context: &Context) -> bool {
    let text = article.text(block.span);
    let first = words.first().map_or("", |word| article.text(word.span));
    let is_command = context.options.words("openings").iter().any(|opening| opening.eq_ignore_ascii_case(first));
    let has_label = text.split_whitespace().take(4).any(|word| word.ends_with(':'));
    let is_marked = text.contains(['|', '»', '→', '›', '{', '}', '<', '>', '=']) || words.iter().any(|word| !is_copy(word));
    let starts_as_sentence = words.first().is_some_and(|word| word.is_capitalised() || !word.is_word());
    // A list of names or a heading has a capital on most words.
    let capitals = words.iter().filter(|word| word.is_capitalised()).count();
    is_command || has_label || is_marked || !starts_as_sentence || capitals * 2 >= words.len()
}

fn is_copy(word: &Word) -> bool {
    word.kind != crate::text::TokenKind::Link
}
