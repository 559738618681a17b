//! What kinds of word the rules ask for. A tag is a list in `rules/data/tags/`, named as here, or made from the lists of names.

use super::table::WordId;

/// A closed list of words; a word may be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Tag {
    /// `Friday`
    Weekday,
    /// `September`, `Sept`
    Month,
    /// `said`, `added`: a verb of speech in a form that is no noun; made from `rules/data/cues.tsv`
    Cue,
    /// `of`, `the`: never capitalised inside a sentence-case headline
    FunctionWord,
    /// `he`, `they`
    Pronoun,
    /// `twelve`, `million`
    NumberWord,
    /// `million`, `miles`, `to`: belongs to the number before it
    NumberCompanion,
    /// `stole`, `bribed`: what somebody may be accused of
    Wrongdoing,
    /// `Ministry`, `University`: ends the name of a body, a place or a work
    OrganisationNoun,
    /// `Sergei`, `Mary`: surely a forename
    Forename,
    /// `Chelsea`, `Will`: a forename that is also a word, a place or a surname
    WeakForename,
    /// `bin`, `van`, `de`: a small word inside a surname
    Particle,
    /// `Minister`, `Sen`, `spokesman`: the last word of a title
    TitleEnd,
}

/// What the tables know of a word that rules start from: its tags, where its contexts lie if it is mistaken for another word, whether
/// phrases hang off it, and which words beside it may make one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordBits(pub u32);

/// The bits of the tags; there is room for three more.
const TAGS: u32 = (1 << CONFUSED_AT) - 1;
/// Ten bits: the number of a confused word, from 1.
const CONFUSED_AT: u32 = 13;
const MOST_CONFUSED: u32 = (1 << (BESIDE_AT - CONFUSED_AT)) - 1;
/// Eight bits, each for an eighth of all words before or after an anchor.
const BESIDE_AT: u32 = 23;
const BESIDE: u32 = 0xFF << BESIDE_AT;
const ANCHOR: u32 = 1 << 31;

const _: () = assert!((Tag::TitleEnd as u32) < CONFUSED_AT, "a new tag needs a bit of its own");

impl WordBits {
    /// The bits of its [`Tag`]s.
    pub const fn tags(self) -> u32 {
        self.0 & TAGS
    }

    /// Its number among the confused words, from 1.
    pub const fn confused(self) -> Option<usize> {
        match self.0 >> CONFUSED_AT & MOST_CONFUSED {
            0 => None,
            number => Some(number as usize),
        }
    }

    /// Whether a phrase may stand here, these words being beside it.
    pub fn may_anchor(self, before: WordId, after: impl FnOnce() -> WordId) -> bool {
        let may_stand_by = |beside: u32| self.0 & beside != 0;
        let is_anchor = self.0 & ANCHOR != 0;
        is_anchor && (self.0 & BESIDE == BESIDE || may_stand_by(Self::beside_bit(before, true) | Self::beside_bit(after(), false)))
    }

    /// Adds the number of a confused word.
    ///
    /// # Panics
    /// When there are more confused words than have room.
    #[must_use]
    pub fn with_confused(self, number: u32) -> Self {
        assert!(number <= MOST_CONFUSED, "there is room for {MOST_CONFUSED} confused words");
        Self(self.0 | number << CONFUSED_AT)
    }

    /// Adds a phrase that hangs off the word, given by the word beside it and whether that stands before it, if there is one.
    #[must_use]
    pub fn with_phrase(self, beside: Option<(bool, WordId)>) -> Self {
        Self(self.0 | ANCHOR | beside.map_or(BESIDE, |(is_before, word)| Self::beside_bit(word, is_before)))
    }

    fn beside_bit(word: WordId, is_before: bool) -> u32 {
        let spread = (word.0 << 1 | u32::from(is_before)).wrapping_mul(0x9e37_79b1) >> 29;
        1 << (BESIDE_AT + spread)
    }
}

impl Tag {
    /// The tags whose words are a list in `rules/data/tags/`, with its name; the others come from the lists of names.
    pub const LISTED: [(Tag, &'static str); 9] = [
        (Tag::Weekday, "weekday"),
        (Tag::Month, "month"),
        (Tag::Cue, "cue"),
        (Tag::FunctionWord, "function-word"),
        (Tag::Pronoun, "pronoun"),
        (Tag::NumberWord, "number-word"),
        (Tag::NumberCompanion, "number-companion"),
        (Tag::OrganisationNoun, "organisation-noun"),
        (Tag::Wrongdoing, "wrongdoing"),
    ];

    /// The tags of which a story keeps a list of the words that have one: few of all words.
    pub const KEPT: u32 = Tag::Weekday.bit() | Tag::Month.bit() | Tag::Cue.bit() | Tag::NumberWord.bit() | Tag::Wrongdoing.bit();

    /// Its bit in a set of tags.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}
