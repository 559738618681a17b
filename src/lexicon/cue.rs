//! How strong a cue is: what it says of the words besides that somebody said them.

/// The strengths of `rules/data/cues.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// `said`
    Neutral,
    /// `testified`
    Formal,
    /// `believes`
    Stance,
    /// `claimed`: it judges the words.
    Loaded,
    /// `whispered`
    Manner,
    /// `according to`
    Phrase,
    /// `smiled`: no speech at all.
    NoSpeech,
}

impl Strength {
    /// The strength that a letter of the list stands for.
    pub fn from_letter(letter: u8) -> Option<Self> {
        match letter {
            b'N' => Some(Strength::Neutral),
            b'F' => Some(Strength::Formal),
            b'S' => Some(Strength::Stance),
            b'L' => Some(Strength::Loaded),
            b'M' => Some(Strength::Manner),
            b'P' | b'Q' => Some(Strength::Phrase),
            b'X' => Some(Strength::NoSpeech),
            _ => None,
        }
    }
}
