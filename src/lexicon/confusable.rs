//! Real words in the wrong place: pairs of words that are mistaken for each other, and what stands around the wrong one.
//!
//! `build.rs` makes them from `rules/data/lexicon/confusables.toml`, where editors keep them.

use super::table::WordId;

/// A word that stands for another.
#[derive(Debug)]
pub struct Confusable {
    /// The rule that reports it, without its family.
    pub rule: &'static str,
    /// The word as it is found.
    pub wrong: WordId,
    /// What was meant, likeliest first; straight apostrophes.
    pub right: &'static [&'static str],
    /// What the reader is told besides.
    pub note: &'static str,
    /// What gives it away: one of these.
    pub when: &'static [Surroundings],
    /// What excuses it: none of these.
    pub unless: &'static [Surroundings],
}

/// What stands around a word.
#[derive(Debug)]
pub struct Surroundings {
    /// Before it, the nearest first.
    pub before: &'static [Element],
    /// After it, in order.
    pub after: &'static [Element],
}

/// One word, or what parts two words.
#[derive(Debug)]
pub struct Element {
    /// Whether it may be missing.
    pub optional: bool,
    /// Alternatives, each of which wants all of its parts.
    pub any_of: &'static [&'static [Test]],
}

/// What is asked of a word or of a gap.
#[derive(Debug)]
pub struct Test {
    /// Whether it must not be so.
    pub not: bool,
    /// What is asked.
    pub ask: Ask,
}

/// A question about a word or a gap.
#[derive(Debug)]
pub enum Ask {
    /// It is one of these words, sorted by number.
    Word(&'static [u32]),
    /// It can be one of these parts of speech.
    MayBe(u16),
    /// It is hardly ever anything but one of these parts of speech.
    Mainly(u16),
    /// A number in figures.
    Number,
    /// Written with a capital.
    Capital,
    /// Ends in a possessive ’s or in s’.
    Possessive,
    /// Any word at all.
    Any,
    /// The gap between two words holds one of these: bits of [`gap`].
    Gap(u16),
}

/// What may part two words.
pub mod gap {
    /// The end of a sentence, a clause or the block.
    pub const END: u16 = 1;
    /// A comma.
    pub const COMMA: u16 = 2;
    /// A quotation mark.
    pub const QUOTE: u16 = 4;
    /// A hyphen, and nothing else.
    pub const HYPHEN: u16 = 8;
    /// A dash, a bracket, a sign.
    pub const OTHER: u16 = 16;
}
