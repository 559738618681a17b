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
    /// A bit for each word, shared by those whose numbers end alike; see [`Glance::of_word`].
    pub words: u64,
    /// What else is seen: parts of speech that a word can be, from bit 0; those that it mainly is, from bit [`sight::MAIN_AT`]; what
    /// parts the words, as bits of [`gap`] from bit [`sight::GAPS_AT`]; and bits of [`sight`].
    pub kinds: u64,
}

impl Glance {
    /// A word by its number; 0, the word that nobody knows, is none of those looked for.
    pub const fn of_word(word: u32) -> Self {
        Self { words: ((word != 0) as u64) << (word % 64), kinds: 0 }
    }

    /// Bits of [`sight`].
    pub const fn of_kinds(kinds: u64) -> Self {
        Self { words: 0, kinds }
    }

    /// Parts of speech, that a word can be and that it mainly is.
    pub const fn of_parts(may: u16, main: u16) -> Self {
        Self::of_kinds(may as u64 | (main as u64) << sight::MAIN_AT)
    }

    /// Bits of [`gap`].
    pub const fn of_gap(gaps: u16) -> Self {
        Self::of_kinds((gaps as u64) << sight::GAPS_AT)
    }

    /// What fits either.
    #[must_use]
    pub const fn or(self, other: Glance) -> Glance {
        Glance { words: self.words | other.words, kinds: self.kinds | other.kinds }
    }

    /// Whether what is `seen` may be what is looked for.
    #[inline]
    pub const fn may_fit(self, seen: Glance) -> bool {
        self.words & seen.words | self.kinds & seen.kinds != 0
    }
}

/// What is seen of a word beside its number.
pub mod sight {
    /// Where the bits begin of what a word mainly is.
    pub const MAIN_AT: u32 = 12;
    /// Where the bits of gaps begin.
    pub const GAPS_AT: u32 = 24;
    /// Whatever it is.
    pub const WHATEVER: u64 = 1 << 32;
    /// Any word, after white space alone.
    pub const WORD: u64 = 1 << 33;
    /// A number in figures.
    pub const NUMBER: u64 = 1 << 34;
    /// A capital.
    pub const CAPITAL: u64 = 1 << 35;
    /// A possessive.
    pub const POSSESSIVE: u64 = 1 << 36;
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
