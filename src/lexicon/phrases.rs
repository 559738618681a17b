//! Phrases of several words, found from the rarest word each holds.

use super::Overlay;
use super::record::{CaseRule, Gap, ListedCase, PhraseKind, PhraseRecord};
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

/// The phrases of `anchor` in `table` that the words beside it leave possible. A phrase of the newsroom's own is always possible.
pub(super) fn beside(
    table: Numbers,
    starts: Numbers,
    anchor: WordId,
    [before, after]: [Option<WordId>; 2],
    overlay: Option<&Overlay>,
) -> impl Iterator<Item = PhraseView<'_>> {
    let group = Group::of(table, starts, anchor);
    let offsets = group.lone().chain(group.before(before)).chain(group.after(after));
    let built_in = offsets.map(move |at| PhraseView { head: table.get(at), numbers: PhraseNumbers::Table(table, at) });
    let own = overlay.map_or([].as_slice(), |overlay| overlay.phrases(anchor)).iter();
    built_in.chain(own.map(|record| PhraseView { head: record.head(), numbers: PhraseNumbers::Record(record) }))
}

/// The phrases of one anchor, as `build/phrases.rs` wrote them.
#[derive(Clone, Copy)]
struct Group {
    table: Numbers,
    /// Where the words beside the anchor begin.
    keys: usize,
    counts: [usize; 3],
}

impl Group {
    fn of(table: Numbers, starts: Numbers, anchor: WordId) -> Self {
        let index = anchor.0 as usize;
        // Words of the newsroom's own have no number in the table.
        let has_none = index + 1 >= starts.len() || starts.get(index) == starts.get(index + 1);
        if has_none {
            return Self { table, keys: 0, counts: [0; 3] };
        }
        let at = starts.get(index) as usize;
        let counts = table.get(at);
        Self { table, keys: at + 1, counts: [0, 10, 20].map(|shift| (counts >> shift & 0x3FF) as usize) }
    }

    fn offsets(self) -> usize {
        self.keys + self.counts[1] + self.counts[2]
    }

    fn lone(self) -> impl Iterator<Item = usize> {
        (0..self.counts[0]).map(move |index| self.table.get(self.offsets() + index) as usize)
    }

    fn before(self, word: Option<WordId>) -> impl Iterator<Item = usize> {
        self.with(word, self.keys, self.counts[1], self.counts[0])
    }

    fn after(self, word: Option<WordId>) -> impl Iterator<Item = usize> {
        self.with(word, self.keys + self.counts[1], self.counts[2], self.counts[0] + self.counts[1])
    }

    /// Where the phrases lie that have `word` beside the anchor: `count` of them have their keys at `keys`, the first being `first`.
    fn with(self, word: Option<WordId>, keys: usize, count: usize, first: usize) -> impl Iterator<Item = usize> {
        let word = word.filter(|word| word.is_known());
        // The unknown word is in no phrase.
        let keys = word.map_or(keys..keys, |_| keys..keys + count);
        let wanted = word.unwrap_or_default().0.to_le_bytes();
        let keys = self.table.0[keys.start * 4..keys.end * 4].as_chunks::<4>().0;
        let fitting = keys.iter().zip(self.offsets() + first..).filter(move |(key, _)| **key == wanted);
        fitting.map(move |(_, at)| self.table.get(at) as usize)
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
            PhraseNumbers::Table(table, at) => WordId(table.get(at + 4 + index)),
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

    /// How its word `index` is listed.
    pub fn listed_case(&self, index: usize) -> ListedCase {
        let cases = match self.numbers {
            PhraseNumbers::Table(table, at) => table.get(at + 3),
            PhraseNumbers::Record(record) => record.cases,
        };
        PhraseRecord::case_of(cases, index)
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
