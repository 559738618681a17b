//! `last chance To halt`: a small word with a capital inside a sentence-case headline.

use crate::article::Article;
use crate::document::{Block, Role};
use crate::finding::Safety;
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, FILLER, Span};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (index, block) in article.blocks_with(|role| matches!(role, Role::Headline | Role::TeaserHeadline | Role::Subhead)) {
        let words = article.words_of(index);
        if !is_sentence_case(article, words.clone()) {
            continue;
        }
        for at in words.skip(1) {
            let word = &article.words[at];
            let is_small = word.case == Case::Capitalised && word.is(Tag::FunctionWord);
            if is_small && goes_on_small(article, block, at) && !is_grade_or_team(article, at) {
                let found = article.text(word.span);
                let right = found.to_lowercase();
                sink.report(Draft::at(word.span).say("found", found).say("right", right.clone()).replace(Safety::Safe, right));
            }
        }
    }
}

/// Whether most words that are not small ones start small: names keep their capitals in any style.
fn is_sentence_case(article: &Article, words: std::ops::Range<usize>) -> bool {
    let (mut small, mut capital) = (0_usize, 0_usize);
    for at in words.skip(1) {
        let word = &article.words[at];
        if !word.is_word() || word.is(Tag::FunctionWord) {
            continue;
        }
        match word.case {
            Case::Lower => small += 1,
            Case::Capitalised => capital += 1,
            Case::Upper | Case::Mixed => {}
        }
    }
    small >= 2 && small >= capital
}

/// Whether the word stands inside a clause and a small word follows it. Before another capital it may belong to a name: The Hague,
/// Of Montreal, In Bruges; after a colon, a point, a dash or an opening mark something new begins.
fn goes_on_small(article: &Article, block: &Block, at: usize) -> bool {
    let (word, before) = (&article.words[at], &article.words[at - 1]);
    let gap = article.text(Span { start: before.span.end, end: word.span.start });
    let after_marks = gap.trim_start_matches(['’', '”', '"', '\'', ',', ')', FILLER]);
    let follows_at_once = !after_marks.is_empty() && after_marks.chars().all(|between| between.is_whitespace() || between == FILLER);
    let Some(next) = article.words.get(at + 1).filter(|next| next.span.end <= block.span.end) else { return false };
    let gap = article.text(Span { start: word.span.end, end: next.span.start });
    let leads_on = gap.starts_with([' ', '\u{A0}']) && !gap.contains(['-', '–', '—', ':', '/']);
    follows_at_once && leads_on && (next.case == Case::Lower)
}

/// `Plan A fails`, `straight As fall`, `Oakland As win`: letters, not words.
fn is_grade_or_team(article: &Article, at: usize) -> bool {
    match article.text(article.words[at].span) {
        "A" => true,
        "As" => article.words[at - 1].is_capitalised() || article.text(article.words[at - 1].span) == "straight",
        _ => false,
    }
}
