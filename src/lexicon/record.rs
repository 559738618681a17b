//! Phrases as they lie in the tables: made by `build.rs` from the pages and lists of `rules/`, and for a newsroom's own pages
//! when newslint starts.

use super::table::WordId;
use crate::text::{Case, Span, Token, tokens};

/// Whose phrase it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum PhraseKind {
    /// A term of a list rule.
    Term,
    /// A form of an alias set: `ISIL`, `the Islamic State group`.
    Alias,
    /// A place by name or adjective: `United States`, `Russian`, `Philadelphia`.
    Place,
    /// A miswritten name of a body, a firm or a place.
    Miswritten,
    /// A phrase that says that somebody speaks: `according to`, `put it`.
    Cue,
    /// A name on the newsroom's own list, in a form that is right or wrong.
    House,
}

impl PhraseKind {
    /// All kinds, by number.
    pub const ALL: [PhraseKind; 6] =
        [PhraseKind::Term, PhraseKind::Alias, PhraseKind::Place, PhraseKind::Miswritten, PhraseKind::Cue, PhraseKind::House];
}

/// Whether capitals count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CaseRule {
    /// `War-Torn` is `war-torn`.
    Any,
    /// It must be written as listed, but for the capital that starts a sentence: `IS` is not `is`.
    Exact,
}

/// What may stand between two words of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// White space.
    Space,
    /// A hyphen.
    Hyphen,
}

/// Most words of a phrase: their gaps fit one number.
pub const MOST_WORDS: usize = 32;

/// Most words whose cases fit one number.
const MOST_CASES: usize = 16;

/// One phrase as it lies in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseRecord {
    /// Whose it is.
    pub kind: PhraseKind,
    /// Whether capitals count.
    pub case: CaseRule,
    /// What it means to its owner: the index of a term, a form, a place.
    pub payload: u32,
    /// Which of the words it is found from: the rarest.
    pub anchor: usize,
    /// Its words.
    pub words: Vec<WordId>,
    /// Bit `i` is set when a hyphen stands after word `i`.
    pub hyphens: u32,
    /// How its first words are capitalised, two bits a word: see [`PhraseRecord::case_of`].
    pub cases: u32,
}

/// How a word of a phrase is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedCase {
    /// Nothing but small letters from a to z.
    Lower,
    /// The same after a capital.
    Capitalised,
    /// Otherwise: its letters must be compared.
    Other,
}

impl PhraseRecord {
    /// Splits `text` into words. `rank` tells how frequent a word is: the phrase is found from its rarest one.
    /// None when it has no word or too many.
    pub fn new(
        text: &str,
        (kind, case, payload): (PhraseKind, CaseRule, u32),
        mut id: impl FnMut(&str) -> WordId,
        rank: impl Fn(&str) -> u8,
    ) -> Option<Self> {
        let found: Vec<Token> = tokens(text, Span::new(0, text.len())).collect();
        if found.is_empty() || found.len() > MOST_WORDS {
            return None;
        }
        let anchor = (0..found.len()).min_by_key(|&at| (rank(found[at].span.of(text)), usize::MAX - found[at].span.len()))?;
        let hyphens = found
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| text[pair[0].span.to()..pair[1].span.from()].contains('-'))
            .map(|(at, _)| 1 << at)
            .sum();
        let written: Vec<&str> = text.split([' ', '-']).collect();
        let listed = |at: usize, token: &Token| match written.get(at) {
            Some(word) if *word == token.span.of(text) && token.is_plain() => {
                if token.case == Case::Lower {
                    ListedCase::Lower
                } else {
                    ListedCase::Capitalised
                }
            }
            _ => ListedCase::Other,
        };
        let cases = found.iter().enumerate().take(MOST_CASES).fold(0, |cases, (at, token)| cases | (listed(at, token) as u32) << (2 * at))
            | if found.len() < MOST_CASES { u32::MAX << (2 * found.len()) } else { 0 };
        Some(Self { kind, case, payload, anchor, words: found.iter().map(|token| id(token.span.of(text))).collect(), hyphens, cases })
    }

    /// From the lowest byte: how many words, which is the anchor, whose it is, whether capitals count.
    pub fn head(&self) -> u32 {
        self.words.len() as u32 | (self.anchor as u32) << 8 | (self.kind as u32) << 16 | (self.case as u32) << 24
    }

    /// The word beside the anchor, before it if there is one, which gives nearly all away: whether it stands before, and its number.
    pub fn beside(&self) -> Option<(bool, WordId)> {
        match self.anchor.checked_sub(1) {
            Some(before) => Some((true, self.words[before])),
            None => self.words.get(1).map(|after| (false, *after)),
        }
    }

    /// How word `index` is listed, by the two bits that stand for it in `cases`.
    pub fn case_of(cases: u32, index: usize) -> ListedCase {
        match cases.checked_shr(2 * index as u32).map(|cases| cases & 3) {
            Some(0) => ListedCase::Lower,
            Some(1) => ListedCase::Capitalised,
            _ => ListedCase::Other,
        }
    }

    /// As numbers: a head, the hyphens, the payload, the cases, the words.
    pub fn encode(&self) -> Vec<u32> {
        [self.head(), self.hyphens, self.payload, self.cases].into_iter().chain(self.words.iter().map(|word| word.0)).collect()
    }
}
