//! What the name lists of `rules/data/names/` say.

use super::WordId;

/// The names of one thing.
#[derive(Debug, PartialEq, Eq)]
pub struct AliasSet {
    /// Its name in configuration.
    pub id: &'static str,
    /// `organisation`, `person`, `place` ...
    pub kind: &'static str,
    /// Every written form.
    pub forms: &'static [AliasForm],
    /// Pairs of forms that may stand together, by index.
    pub also_ok: &'static [(u16, u16)],
    /// What each house writes.
    pub house: &'static [(&'static str, &'static str)],
    /// Whether the fix may be applied without asking.
    pub safe: bool,
    /// Whether mixing forms is reported when no house style is set.
    pub on: bool,
    /// Year in which the name changed: mentions of earlier times are exempt; 0 for none.
    pub since: u16,
    /// One sentence for an editor.
    pub note: &'static str,
}

/// One written form of a name.
#[derive(Debug, PartialEq, Eq)]
pub struct AliasForm {
    /// As written, with a straight apostrophe.
    pub text: &'static str,
    /// Whether it counts only beside a form that is not weak.
    pub weak: bool,
    /// The groups of forms that may stand together, as bits.
    pub groups: u32,
}

impl AliasSet {
    /// Whether two forms in one story are two names for one thing.
    pub fn clash(&self, one: &AliasForm, other: &AliasForm) -> bool {
        let index = |form: &AliasForm| self.forms.iter().position(|known| known == form).unwrap_or(usize::MAX) as u16;
        let (a, b) = (index(one), index(other));
        a != b && one.groups & other.groups == 0 && !self.also_ok.contains(&(a, b)) && !self.also_ok.contains(&(b, a))
    }
}

/// What a place name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// `United States`
    Country,
    /// `Russian`
    Adjective,
    /// `Russians`
    People,
    /// `Philadelphia`
    City,
    /// `Texas`
    State,
}

/// A place by one of its names.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    /// As written.
    pub text: &'static str,
    /// What it names.
    pub kind: PlaceKind,
    /// The country it belongs to, by its usual name.
    pub country: &'static str,
    /// For a country its usual adjective; for a city `alone` when it needs no gloss.
    pub note: &'static str,
}

/// What is known of an acronym.
#[derive(Debug, PartialEq, Eq)]
pub struct Acronym {
    /// Its letters, without points.
    pub letters: &'static str,
    /// Whether a general reader needs no expansion.
    pub known: bool,
    /// What it stands for, most usual first.
    pub expansions: &'static [&'static str],
    /// Whether the initials of a true expansion do not give it.
    pub irregular: bool,
}

/// A title that stands before a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Title {
    /// Lower case, without points and hyphens.
    pub key: &'static str,
    /// As written.
    pub text: &'static str,
    /// `political`, `military`, `role`, `royal` ...
    pub kind: &'static str,
    /// Whether it is only ever a formal title, so that houses that capitalise titles capitalise it.
    pub formal: bool,
    /// The office or the full form that it stands for; empty when it is the only form.
    pub office: &'static str,
}

impl Title {
    /// The office that it names, the same for all of its forms.
    pub fn meaning(&self) -> &'static str {
        if self.office.is_empty() { self.text } else { self.office }
    }

    /// Whether it says what somebody is called rather than what somebody does: `Mr.`, `Dr`.
    pub fn is_honorific(&self) -> bool {
        matches!(self.kind, "honorific")
    }
}

/// A listed misspelling's place in the table of corrections.
pub(super) fn slice_between(starts: super::table::Numbers, text: &'static str, word: WordId) -> &'static str {
    let index = word.0 as usize;
    if index + 1 < starts.len() { &text[starts.get(index) as usize..starts.get(index + 1) as usize] } else { "" }
}
