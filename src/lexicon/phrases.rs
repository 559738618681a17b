//! Phrases of several words, found from the rarest word each holds.

use super::Overlay;
use super::record::{CaseRule, Gap, PhraseKind, PhraseRecord};
use super::table::{Numbers, WordId};

/// A phrase found in a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhraseHit {
    /// Whose it is.
    pub kind: PhraseKind,
    /// What it means to its owner.
    pub payload: u32,
    /// Its first word, as an index into the story's words.
    pub first: u32,
    /// One past its last word.
    pub end: u32,
}

/// The phrases found from one word.
pub struct Phrases<'a> {
    table: Numbers,
    at: usize,
    end: usize,
    overlay: std::slice::Iter<'a, PhraseRecord>,
}

/// One phrase, read in place.
#[derive(Clone, Copy)]
pub struct PhraseView<'a> {
    /// As [`PhraseRecord::encode`] writes it: how many words, which is the anchor, whose it is, whether capitals count.
    head: u32,
    numbers: PhraseNumbers<'a>,
}

#[derive(Clone, Copy)]
enum PhraseNumbers<'a> {
    Table(Numbers, usize),
    Record(&'a PhraseRecord),
}

impl<'a> Phrases<'a> {
    pub(super) fn new(table: Numbers, starts: Numbers, word: WordId, overlay: Option<&'a Overlay>) -> Self {
        let index = word.0 as usize;
        let (at, end) =
            if word.is_known() && index + 1 < starts.len() { (starts.get(index) as usize, starts.get(index + 1) as usize) } else { (0, 0) };
        Self { table, at, end, overlay: overlay.map_or_else(|| [].iter(), |overlay| overlay.phrases(word).iter()) }
    }
}

impl<'a> Iterator for Phrases<'a> {
    type Item = PhraseView<'a>;

    fn next(&mut self) -> Option<PhraseView<'a>> {
        if self.at < self.end {
            let view = PhraseView { head: self.table.get(self.at), numbers: PhraseNumbers::Table(self.table, self.at) };
            self.at += 3 + view.len();
            return Some(view);
        }
        self.overlay.next().map(|record| PhraseView { head: record.head(), numbers: PhraseNumbers::Record(record) })
    }
}

impl PhraseView<'_> {
    /// How many words it has.
    #[allow(clippy::len_without_is_empty, reason = "a phrase has at least one word")]
    pub fn len(&self) -> usize {
        (self.head & 0xFF) as usize
    }

    /// Which word it is found from.
    pub fn anchor(&self) -> usize {
        (self.head >> 8 & 0xFF) as usize
    }

    /// Its word `index`.
    pub fn word(&self, index: usize) -> WordId {
        match self.numbers {
            PhraseNumbers::Table(table, at) => WordId(table.get(at + 3 + index)),
            PhraseNumbers::Record(record) => record.words[index],
        }
    }

    /// What stands after word `index`.
    pub fn gap(&self, index: usize) -> Gap {
        let hyphens = match self.numbers {
            PhraseNumbers::Table(table, at) => table.get(at + 1),
            PhraseNumbers::Record(record) => record.hyphens,
        };
        if hyphens & (1 << index) == 0 { Gap::Space } else { Gap::Hyphen }
    }

    /// Whose it is.
    pub fn kind(&self) -> PhraseKind {
        PhraseKind::ALL[(self.head >> 16 & 0xFF) as usize]
    }

    /// Whether capitals count.
    pub fn case(&self) -> CaseRule {
        if self.head >> 24 == CaseRule::Any as u32 { CaseRule::Any } else { CaseRule::Exact }
    }

    /// What it means to its owner.
    pub fn payload(&self) -> u32 {
        match self.numbers {
            PhraseNumbers::Table(table, at) => table.get(at + 2),
            PhraseNumbers::Record(record) => record.payload,
        }
    }
}
