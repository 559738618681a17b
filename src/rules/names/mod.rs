//! People, bodies and titles: one person, one spelling; a name before its surname.

pub(super) mod alias_inconsistent;
pub(super) mod ambiguous_surname;
pub(super) mod first_reference_surname_only;
pub(super) mod full_name_again;
pub(super) mod honorific_style;
pub(super) mod initials_style;
mod near;
pub(super) mod org_name_official;
pub(super) mod person_not_identified;
pub(super) mod possessive_title;
pub(super) mod spelling_variant;
pub(super) mod title_after_name_case;
pub(super) mod title_before_name_case;
pub(super) mod title_conflict;
pub(super) mod title_form_inconsistent;

use crate::article::{Article, Mention, Name};
use crate::lexicon::{Tag, mark};
use crate::text::Span;

/// How frequent a word is that starts a sentence and is surely no forename there: `Then`, `Later`.
const COMMON: u8 = 145;

/// Whether a capitalised word is no part of a longer name: the capitals beside it are another sentence's, or only the start of
/// its own.
fn stands_alone(article: &Article, word: usize) -> bool {
    let joins = |one: usize, other: usize| {
        let (one, other) = (&article.words[one], &article.words[other]);
        let gap = article.text(Span { start: one.span.end, end: other.span.start });
        one.block == other.block && one.is_capitalised() && other.is_capitalised() && matches!(gap, " " | "-" | "\u{2011}" | " & ")
    };
    let starts = |index: usize| {
        let id = article.words[index].id;
        let is_forename = article.lexicon.is(id, Tag::Forename) || article.lexicon.is(id, Tag::WeakForename);
        article.starts_sentence(index) && article.lexicon.rank(id) >= COMMON && article.lexicon.marks(id) & mark::WORD != 0 && !is_forename
    };
    let before = word.checked_sub(1).is_some_and(|before| joins(before, word) && !starts(before));
    // `John “Tig” Falk`, `Prime Minister (Mary) Falk`, `in ’t Falk`.
    let written = article.copy()[..article.words[word].span.from()].trim_end_matches(' ');
    let nickname = written.ends_with(')')
        || written.ends_with("’t")
        || written.ends_with("'t")
        || ["”", "\"", "’"].iter().any(|close| written.strip_suffix(close).is_some_and(|rest| rest.ends_with(char::is_alphanumeric)));
    let hyphen = article.copy()[..article.words[word].span.from()].ends_with(['-', '@', '#', '/']);
    let after = word + 1 < article.words.len() && joins(word, word + 1);
    !before && !after && !hyphen && !nickname && !article.copy()[article.words[word].span.to()..].starts_with(['-', '/'])
}

/// Whether a verb of speech stands right before or after a word, in the same clause.
fn is_beside_cue(article: &Article, word: usize) -> bool {
    let is_cue = |one: usize, other: usize, cue: usize| {
        let (Some(first), Some(second)) = (article.words.get(one), article.words.get(other)) else { return false };
        let gap = first.block == second.block && article.text(Span { start: first.span.end, end: second.span.start }) == " ";
        gap && article.words[cue].is(Tag::Cue)
    };
    word.checked_sub(1).is_some_and(|before| is_cue(before, word, before)) || is_cue(word, word + 1, word + 1)
}

/// A surname with its particles as the story writes it at this mention: what the household list knows people by.
fn is_household(article: &Article, name: &Name, mention: &Mention) -> bool {
    let is_known = |surname| article.lexicon.is_household(article.names.written(article, surname));
    name.surname.is_some_and(is_known) || article.lexicon.is_household(article.text(mention.span))
}

/// Whether a mention stands in a sentence: not in a label, a list of names or a line that a page left in the copy.
fn is_running_copy(article: &Article, mention: &Mention) -> bool {
    let block = article.words[mention.words.start as usize].block as usize;
    let text = article.text(article.blocks()[block].span).trim_end_matches(['”', '’', '"', '\'', ')', ' ']);
    article.words_of(block).len() >= 8 && text.ends_with(['.', '?', '!', ':', '…', ','])
}
