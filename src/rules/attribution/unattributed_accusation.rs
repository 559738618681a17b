//! The narrator says that a named person did wrong, and nobody else says so.

use crate::article::{Article, Sentence, Word};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for verb in article.tagged(Tag::Wrongdoing) {
        let word = &article.words[verb];
        let Some(subject) = verb.checked_sub(1).map(|before| &article.words[before]) else { continue };
        if subject.block != word.block || article.is_quoted(word.span.start) || !is_person(article, verb - 1) {
            continue;
        }
        let gap = &article.copy()[subject.span.to()..word.span.from()];
        let Some(sentence) = article.sentence_at(word.span.start) else { continue };
        let object = &article.copy()[word.span.to()..sentence.span.to()];
        if !gap.trim().is_empty() || !takes_object(object) || excused(article, context, sentence, verb) {
            continue;
        }
        let first = (0..verb)
            .rev()
            .take_while(|&at| {
                at + 1 == verb
                    || is_name(&article.words[at]) && matches!(article.lexicon.class(article.words[at].id), 0 | b'T') && joined(article, at)
            })
            .last()
            .unwrap_or(verb - 1);
        let span = article.words[first].span.join(word.span);
        sink.report(Draft::at(span).say("found", article.text(span)));
    }
}

/// A surname after a first name or inside a sentence; not a pronoun, which may stand for somebody whose guilt is established.
fn is_person(article: &Article, index: usize) -> bool {
    let word = &article.words[index];
    let before = index.checked_sub(1).map(|before| &article.words[before]).filter(|before| before.block == word.block);
    let named = is_name(word) && article.lexicon.class(word.id) == 0 && !article.lexicon.is_word(word.id);
    named && before.is_none_or(|before| article.starts_sentence(index) || (is_name(before) && article.lexicon.class(before.id) == 0))
}

fn is_name(word: &Word) -> bool {
    word.case == Case::Capitalised && word.possessive == 0
}

/// Whether a word and the next stand side by side in one paragraph.
fn joined(article: &Article, at: usize) -> bool {
    let (word, next) = (&article.words[at], &article.words[at + 1]);
    word.block == next.block && article.copy()[word.span.to()..next.span.from()].trim().is_empty()
}

/// Something must have been stolen, somebody killed: `Smith lied.` counts, `Smith stole past` does not.
fn takes_object(after: &str) -> bool {
    let next = after.trim_start().split([' ', ',']).next().unwrap_or_default();
    !matches!(next, "past" | "into" | "away" | "second" | "third" | "home" | "base" | "in" | "on" | "down")
}

/// A cue, a court, a charge or a hedge in the sentence or the one before: somebody answers for it.
fn excused(article: &Article, context: &Context, sentence: &Sentence, verb: usize) -> bool {
    let words = article.sentences_of(sentence.block as usize).iter().filter(|other| other.span.start <= sentence.span.start).rev().take(2);
    let excuses = context.options.words("unless");
    words.flat_map(|sentence| sentence.words.clone()).any(|index| {
        let word = &article.words[index as usize];
        let lower = article.lexicon.word(word.id);
        index as usize != verb && (word.is(Tag::Cue) || excuses.iter().any(|excuse| excuse == lower))
    })
}
