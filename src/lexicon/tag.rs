//! What kinds of word the rules ask for. A tag is a list in `rules/data/tags/`, named as here, or made from the lists of names.

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

/// Beside the tags of a word: phrases of the tables hang off it.
pub const ANCHOR: u32 = 1 << 31;

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

    /// Its bit in a set of tags.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}
