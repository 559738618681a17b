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

/// Tells `found` the phrases of `anchor` in `table` that the words beside it leave possible. A phrase of the newsroom's own is always
/// possible.
pub(super) fn beside<'a>(
    table: Numbers,
    starts: Numbers,
    anchor: WordId,
    beside: [WordId; 2],
    overlay: Option<&'a Overlay>,
    mut found: impl FnMut(&PhraseView<'a>),
) {
    each_built_in(table, starts, anchor, beside, &mut found);
    for record in overlay.map_or([].as_slice(), |overlay| overlay.phrases(anchor)) {
        found(&PhraseView { head: record.head(), numbers: PhraseNumbers::Record(record) });
    }
}

/// The phrases of one anchor lie as `build/phrases.rs` wrote them: how many have no word beside the anchor, one before it, one after
/// it; those words; where each phrase lies.
fn each_built_in<'a>(
    table: Numbers,
    starts: Numbers,
    anchor: WordId,
    [before, after]: [WordId; 2],
    found: &mut impl FnMut(&PhraseView<'a>),
) {
    let index = anchor.0 as usize;
    // Words of the newsroom's own have no number in the table.
    let has_none = index + 1 >= starts.len() || starts.get(index) == starts.get(index + 1);
    if has_none {
        return;
    }
    let group = &table.all()[starts.get(index) as usize..];
    let number = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
    let counts = number(&group[0]);
    let count = |shift: u32| (counts >> shift & 0x3FF) as usize;
    let (alone, with_before, with_after) = (count(0), count(10), count(20));
    let (keys, rest) = group[1..].split_at(with_before + with_after);
    let (keys_before, keys_after) = keys.split_at(with_before);
    let (offsets_alone, rest) = rest.split_at(alone);
    let mut tell = |offset: &[u8; 4]| {
        let at = number(offset) as usize;
        found(&PhraseView { head: table.get(at), numbers: PhraseNumbers::Table(table, at) });
    };
    offsets_alone.iter().for_each(&mut tell);
    for (word, keys, offsets) in [(before, keys_before, rest), (after, keys_after, &rest[with_before..])] {
        // The unknown word is in no phrase.
        if word.is_known() {
            let wanted = word.0.to_le_bytes();
            keys.iter().zip(offsets).filter(|(key, _)| **key == wanted).for_each(|(_, offset)| tell(offset));
        }
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
