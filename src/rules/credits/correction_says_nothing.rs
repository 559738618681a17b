//! `This story has been corrected.` What was wrong, and what is right?

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

/// Words of a note that says what was wrong or what is right.
const TELLS: [&str; 34] = [
    "not",
    "instead",
    "misstated",
    "incorrectly",
    "incorrect",
    "wrongly",
    "wrong",
    "mistakenly",
    "erroneously",
    "misspelled",
    "misspelt",
    "misidentified",
    "misattributed",
    "mistaken",
    "rather",
    "said",
    "stated",
    "omitted",
    "should",
    "to",
    "is",
    "are",
    "remove",
    "removed",
    "because",
    "reflect",
    "attributed",
    "added",
    "include",
    "clarify",
    "show",
    "in",
    "on",
    "that",
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (block, found) in article.blocks_with(|role| role == Role::Correction) {
        let text = article.text(found.span);
        let lower = text.get(..24).unwrap_or(text).to_lowercase();
        // An update tells what is new in the story itself.
        if lower.starts_with("update") || lower.contains("updated") || lower.starts_with("editor") {
            continue;
        }
        let words = article.words_of(block);
        let tells = |index: usize| {
            let word = &article.words[index];
            let text = article.text(word.span).to_lowercase();
            !word.is_word() || TELLS.contains(&text.as_str())
        };
        // A label on a line of its own has its note in the next paragraph.
        let is_label = words.len() <= 1 && article.blocks().get(block + 1).is_some_and(|next| next.role.is_body_text());
        if !is_label && words.len() <= 14 && !words.clone().any(tells) {
            sink.report(Draft::at(found.span));
        }
    }
}
