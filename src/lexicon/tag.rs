//! What kinds of word the rules ask for. Each tag is a list in `rules/data/tags/`, named as here.

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
    /// `stole`, `bribed`: what somebody may be accused of
    Wrongdoing,
}

impl Tag {
    /// All tags, with the names of their lists.
    pub const ALL: [(Tag, &'static str); 7] = [
        (Tag::Weekday, "weekday"),
        (Tag::Month, "month"),
        (Tag::Cue, "cue"),
        (Tag::FunctionWord, "function-word"),
        (Tag::Pronoun, "pronoun"),
        (Tag::NumberWord, "number-word"),
        (Tag::Wrongdoing, "wrongdoing"),
    ];

    /// Its bit in a set of tags.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }
}
