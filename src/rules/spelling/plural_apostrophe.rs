//! `five photo's`, `the Kerry's were`: an apostrophe in a plain plural.

use crate::article::{Article, Word};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// What only a plural follows.
const MANY: [&str; 14] =
    ["these", "those", "many", "several", "few", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// What no possessive precedes.
const AFTER_PLURAL: [&str; 10] = ["are", "were", "have", "of", "aren't", "weren't", "haven't", "who", "which", "that"];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, word) in article.possessives.iter().map(|&at| (at as usize, &article.words[at as usize])) {
        if word.case != Case::Lower || !article.lexicon.is_word(word.id) {
            continue;
        }
        if follows_many(article, at, word) && nothing_is_owned(article, at, word) {
            let stem = word.stem_span();
            let right = format!("{}s", article.text(stem));
            let apostrophe = Span { start: stem.end, end: word.span.end };
            let draft = Draft::at(word.span).say("wrong", article.text(word.span)).say("right", right);
            sink.report(draft.fix(Safety::Suggested, vec![Edit::replace(apostrophe, "s")]));
        }
    }
}

fn follows_many(article: &Article, at: usize, word: &Word) -> bool {
    const NOUN: u16 = 1;
    let Some(before) = at.checked_sub(1).map(|before| &article.words[before]).filter(|before| before.block == word.block) else {
        return false;
    };
    let next_to_it = article.text(Span { start: before.span.end, end: word.span.start }) == " ";
    next_to_it && article.lexicon.parts(word.id).may_be(NOUN) && MANY.contains(&article.lexicon.word(before.id))
}

/// A mark, or a word that no noun phrase starts with, follows.
fn nothing_is_owned(article: &Article, at: usize, word: &Word) -> bool {
    let after = &article.copy()[word.span.to()..];
    let ends = after.starts_with(['.', ',', ';', ':', '!', '?']) || after.trim_end().is_empty();
    let next = article.words.get(at + 1).filter(|next| next.block == word.block);
    ends || next.is_none_or(|next| AFTER_PLURAL.contains(&article.lexicon.word(next.id)))
}
