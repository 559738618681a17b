//! A newsroom's own words and phrases, laid over the tables of the binary when it has any.

use rustc_hash::{FxHashMap, FxHashSet};

use super::generated::WORDS;
use super::house::House;
use super::record::PhraseRecord;
use super::table::{WordId, fold};
use crate::text::word_hash;

/// Words and phrases that the binary does not hold.
#[derive(Clone, Default)]
pub struct Overlay {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
    accepted: FxHashSet<WordId>,
    phrases: FxHashMap<WordId, Vec<PhraseRecord>>,
    pub(super) house: House,
}

impl Overlay {
    /// The number of `word`, a new one if neither the binary nor the newsroom had it.
    pub fn add(&mut self, word: &str) -> WordId {
        let mut buffer = String::new();
        let folded = fold(word, &mut buffer);
        let known = WORDS.find(word_hash(folded));
        if known.is_known() {
            return known;
        }
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId((WORDS.len() + 1 + self.words.len()) as u32);
        self.ids.insert(folded.into(), id);
        self.words.push(folded.into());
        id
    }

    /// Marks `word` as one that the newsroom writes so.
    pub fn accept(&mut self, word: &str) {
        let id = self.add(word);
        self.accepted.insert(id);
    }

    /// Adds a phrase, found from its anchor.
    pub fn add_phrase(&mut self, record: PhraseRecord) {
        self.phrases.entry(record.words[record.anchor]).or_default().push(record);
    }

    pub(super) fn find(&self, folded: &str) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    pub(super) fn word(&self, word: WordId) -> &str {
        (word.0 as usize).checked_sub(WORDS.len() + 1).and_then(|index| self.words.get(index)).map_or("", |word| word)
    }

    pub(super) fn is_accepted(&self, word: WordId) -> bool {
        self.accepted.contains(&word)
    }

    pub(super) fn phrases(&self, word: WordId) -> &[PhraseRecord] {
        self.phrases.get(&word).map_or(&[], Vec::as_slice)
    }
}
