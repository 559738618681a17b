//! Real words in the wrong place: pairs of words that are mistaken for each other, and what stands around the wrong one.
//!
//! `build.rs` makes them from `rules/data/lexicon/confusables.toml`, where editors keep them.

/// A word that stands for another.
#[derive(Debug)]
pub struct Confusable {
    /// The rule that reports it, without its family.
    pub rule: &'static str,
    /// What was meant, likeliest first; straight apostrophes.
    pub right: &'static [&'static str],
    /// What the reader is told besides.
    pub note: &'static str,
    /// What is seen at a glance before it and after it, whichever of them gives it away.
    pub glance: [Glance; 2],
    /// What gives it away: one of these.
    pub when: &'static [Surroundings],
    /// What excuses it: none of these.
    pub unless: &'static [Surroundings],
}

/// What stands around a word.
#[derive(Debug)]
pub struct Surroundings {
    /// What is seen at a glance before it and after it, where the elements may stand: most contexts end here.
    pub glance: [Glance; 2],
    /// Before it, the nearest first.
    pub before: &'static [Element],
    /// After it, in order.
    pub after: &'static [Element],
}

/// What may stand beside a word, in a few bits: nothing that fits is ruled out, much that does not is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// A bit for each word, shared by those whose numbers end alike; see [`Glance::bit_of`].
    pub words: u64,
    /// Parts of speech, as the bits of [`super::Parts`].
    pub parts: u16,
    /// Gaps that are no white space: bits of [`gap`].
    pub gaps: u16,
    /// What else: bits of [`sight`].
    pub kinds: u8,
}

impl Glance {
    /// The bit that stands for a word.
    pub const fn bit_of(word: u32) -> u64 {
        1 << (word % 64)
    }

    /// What fits either.
    #[must_use]
    pub const fn or(self, other: Glance) -> Glance {
        Glance {
            words: self.words | other.words,
            parts: self.parts | other.parts,
            gaps: self.gaps | other.gaps,
            kinds: self.kinds | other.kinds,
        }
    }

    /// Whether what is `seen` may be what is looked for.
    pub fn may_fit(self, seen: Glance) -> bool {
        self.words & seen.words | u64::from(self.parts & seen.parts | self.gaps & seen.gaps) | u64::from(self.kinds & seen.kinds) != 0
    }
}

/// What is seen of a word beside its number.
pub mod sight {
    /// Whatever it is.
    pub const WHATEVER: u8 = 1;
    /// Any word, after white space alone.
    pub const WORD: u8 = 2;
    /// A number in figures.
    pub const NUMBER: u8 = 4;
    /// A capital.
    pub const CAPITAL: u8 = 8;
    /// A possessive.
    pub const POSSESSIVE: u8 = 16;
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
