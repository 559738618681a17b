//! People, bodies and titles: one person, one spelling; a name before its surname.

pub(super) mod alias_inconsistent;
pub(super) mod ambiguous_surname;
pub(super) mod first_reference_surname_only;
pub(super) mod full_name_again;
pub(super) mod honorific_style;
pub(super) mod house_list;
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
pub(super) mod transliteration_house;

use crate::article::{Article, Mention, Name};
use crate::lexicon::{Tag, mark};
use crate::text::Span;

/// How frequent a word is that starts a sentence and is surely no forename there: `Then`, `Later`.
const COMMON: u8 = 145;

/// Whether a capitalised word is no part of a longer name: the capitals beside it are another sentence's, or only the start of
/// its own.
fn stands_alone(article: &Article, word: usize) -> bool {
    ends_no_name(article, word) && begins_no_name(article, word)
}

/// Whether no capital before a word makes a longer name of it: `Tolvan`, `Norwich’s Tolvan`, not `Marta Tolvan`.
fn ends_no_name(article: &Article, word: usize) -> bool {
    let starts = |index: usize| {
        let id = article.words[index].id;
        let is_forename = article.lexicon.is(id, Tag::Forename) || article.lexicon.is(id, Tag::WeakForename);
        let is_common = article.lexicon.rank(id) >= COMMON && article.lexicon.marks(id) & mark::WORD != 0 && !is_forename;
        article.starts_sentence(index) && (is_common || article.lexicon.is(id, Tag::FunctionWord))
    };
    let is_owner = |index: usize| article.words[index].possessive > 0;
    // `FranÃ§ois Tolvan`: what broke a letter broke a name.
    let is_glued = |index: usize| {
        article.copy()[..article.words[index].span.from()]
            .ends_with(|before: char| !before.is_ascii() && !"“‘—–\u{A0}\u{0}".contains(before))
    };
    let before =
        word.checked_sub(1).is_some_and(|before| joins(article, before, word) && !starts(before) && !is_owner(before) || is_glued(before));
    !before && !follows_nickname(article, word) && !article.copy()[..article.words[word].span.from()].ends_with(['-', '@', '#', '/'])
}

/// Whether no capital after a word makes a longer name of it: `Tolvan said`, not `Tolvan Bridge`.
fn begins_no_name(article: &Article, word: usize) -> bool {
    let after = word + 1 < article.words.len() && joins(article, word, word + 1);
    !after && !article.copy()[article.words[word].span.to()..].starts_with(['-', '/'])
}

/// Whether two words that follow each other are capitalised and nothing parts them.
fn joins(article: &Article, one: usize, other: usize) -> bool {
    let (one, other) = (&article.words[one], &article.words[other]);
    let gap = article.text(Span { start: one.span.end, end: other.span.start });
    one.block == other.block && one.is_capitalised() && other.is_capitalised() && matches!(gap, " " | "-" | "\u{2011}" | " & ")
}

/// `John “Tig” Falk`, `Prime Minister (Mary) Falk`, `in ’t Falk`; not `Harbour News’ Falk`.
fn follows_nickname(article: &Article, word: usize) -> bool {
    let written = article.copy()[..article.words[word].span.from()].trim_end_matches(' ');
    let is_closed = |close: &str| written.strip_suffix(close).is_some_and(|rest| rest.ends_with(char::is_alphanumeric));
    let is_plural_owner = || written.strip_suffix("s’").is_some_and(|rest| !tail(rest, 24).contains('‘'));
    written.ends_with(')')
        || written.ends_with("’t")
        || written.ends_with("'t")
        || (["”", "\"", "’"].iter().any(|close| is_closed(close)) && !is_plural_owner())
}

/// The last `most` bytes of a text, from the next character on.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[from..]
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
