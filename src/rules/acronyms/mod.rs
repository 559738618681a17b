//! Acronyms: whether a story spells them out, rightly and once, and writes them one way.

pub(super) mod article;
pub(super) mod before_definition;
pub(super) mod case;
pub(super) mod conflict;
pub(super) mod defined_twice;
pub(super) mod defined_unused;
pub(super) mod expansion_mismatch;
pub(super) mod plural_apostrophe;
pub(super) mod points;
pub(super) mod undefined_acronym;

use crate::article::{Article, Definition};

/// An expansion made comparable: small letters, no small words, spellings and plurals alike.
fn key(article: &Article, definition: &Definition) -> String {
    let mut key = String::new();
    for index in article.words_in(definition.expansion) {
        let word = article.text(article.words[index].stem_span()).to_lowercase();
        if is_small(&word) {
            continue;
        }
        // Organization and Organisation, Centers and Centre are one word here: the first letters tell them from others.
        key.extend(word.chars().take(4));
        key.push(' ');
    }
    key
}

/// A word that acronyms leave out.
fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "to" | "a" | "an" | "&" | "at" | "de" | "la" | "et" | "des" | "du")
}

/// Whether the words of a listed expansion are those of the story's.
fn is_listed(article: &Article, definition: &Definition, listed: &str) -> bool {
    let mut words = listed.split([' ', '-']).filter(|word| !is_small(&word.to_lowercase())).map(str::to_lowercase);
    let mut own = article
        .words_in(definition.expansion)
        .map(|index| article.text(article.words[index].stem_span()).to_lowercase())
        .filter(|word| !is_small(word));
    loop {
        match (words.next(), own.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if one.chars().take(4).eq(other.chars().take(4)) => {}
            _ => return false,
        }
    }
}
