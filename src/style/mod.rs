//! House style: what a newsroom writes where good English leaves a choice. A preset of `rules/styles/`, then overrides.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// The presets, by name.
const PRESETS: [(&str, &str); 5] = [
    ("ap", include_str!("../../rules/styles/ap.toml")),
    ("bbc", include_str!("../../rules/styles/bbc.toml")),
    ("economist", include_str!("../../rules/styles/economist.toml")),
    ("guardian", include_str!("../../rules/styles/guardian.toml")),
    ("reuters", include_str!("../../rules/styles/reuters.toml")),
];

/// The family of marks that a house sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuoteGlyph {
    /// “ ”
    Double,
    /// ‘ ’
    Single,
}

/// The shape of marks that a house sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkShape {
    /// “ ” ‘ ’
    Curly,
    /// " '
    Straight,
}

/// The dash between two parts of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dash {
    /// ` — `
    SpacedEm,
    /// `—`
    ClosedEm,
    /// ` – `
    SpacedEn,
    /// ` - `
    SpacedHyphen,
    /// ` -- `
    SpacedDoubleHyphen,
}

/// Whether a weekday takes "on".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekdayOn {
    /// said on Thursday
    Required,
    /// either
    Optional,
}

/// Brackets of an editor's gloss inside a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Brackets {
    /// `( )`
    Round,
    /// `[ ]`
    Square,
}

/// Whether people get Mr and Ms after the first reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Honorifics {
    /// Kerry
    None,
    /// Mr Kerry
    SecondReference,
}

/// How a formal title is written right before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleCase {
    /// Foreign Minister Sergei Lavrov
    Capitals,
    /// foreign minister Sergei Lavrov
    Lower,
}

/// How the initials of a name are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Initials {
    /// J.K. Rowe
    Points,
    /// JK Rowe
    Bare,
}

/// Which spelling a house keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
pub enum Language {
    /// color, organize
    #[serde(rename = "en-US")]
    American,
    /// colour, organise
    #[serde(rename = "en-GB")]
    British,
    /// colour, organize
    #[serde(rename = "en-GB-oxford")]
    Oxford,
}

/// A house style. What is unset is held to the story itself.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Style {
    /// The preset's name, empty when none is set.
    pub name: String,
    /// Which spelling.
    pub language: Option<Language>,
    /// Quotation marks in the body.
    pub quotes_body: Option<QuoteGlyph>,
    /// Quotation marks in headlines and standfirsts.
    pub quotes_display: Option<QuoteGlyph>,
    /// Curly or straight.
    pub marks: Option<MarkShape>,
    /// Brackets of a gloss inside a quotation.
    pub insertion: Option<Brackets>,
    /// Whether two-letter acronyms of countries take points: `U.S.`
    pub acronym_points: Option<bool>,
    /// Whether they take points in headlines, where that differs.
    pub headline_acronym_points: Option<bool>,
    /// Acronyms that never take points whatever `acronym-points` says.
    pub acronyms_without_points: Vec<String>,
    /// Whether acronyms that are said as words are written as words: `Nato`.
    pub acronyms_as_words: Option<bool>,
    /// Whether a weekday takes "on".
    pub weekday_on: Option<WeekdayOn>,
    /// The dash.
    pub dash: Option<Dash>,
    /// Most characters of a headline; none for no limit.
    pub headline_most: Option<u32>,
    /// Comma before the and of a simple series.
    pub serial_comma: Option<bool>,
    /// Whether people get Mr and Ms.
    pub honorifics: Option<Honorifics>,
    /// Capitals of a formal title right before a name.
    pub title_before_name: Option<TitleCase>,
    /// Points after initials.
    pub initials: Option<Initials>,
    /// Rules that the house wants on.
    pub enable: Vec<String>,
    /// Rules that it wants off.
    pub disable: Vec<String>,
    /// Severities that differ from the page's.
    pub severity: BTreeMap<String, crate::finding::Severity>,
    /// Addresses of the house's own rules.
    pub guide: BTreeMap<String, String>,
}

/// Why a style cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StyleError {
    /// No preset has this name; the nearest that exists.
    Unknown {
        /// The name as given.
        name: String,
        /// The preset that was perhaps meant.
        nearest: Option<&'static str>,
    },
    /// The preset's file is wrong: what and where.
    Broken {
        /// The preset's name.
        name: String,
        /// What the reader of the file said.
        problem: String,
    },
}

impl fmt::Display for StyleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StyleError::Unknown { name, nearest } => {
                write!(out, "there is no style “{name}”")?;
                match nearest {
                    Some(nearest) => write!(out, "; did you mean “{nearest}”?"),
                    None => write!(out, "; there are {}", Style::names().collect::<Vec<_>>().join(", ")),
                }
            }
            StyleError::Broken { name, problem } => write!(out, "the style “{name}” cannot be read: {problem}"),
        }
    }
}

impl std::error::Error for StyleError {}

impl Style {
    /// The names of all presets.
    pub fn names() -> impl Iterator<Item = &'static str> {
        PRESETS.iter().map(|(name, _)| *name)
    }

    /// The preset called `name`.
    ///
    /// # Errors
    /// When there is none.
    pub fn preset(name: &str) -> Result<Self, StyleError> {
        let Some((_, text)) = PRESETS.iter().find(|(preset, _)| *preset == name) else {
            let nearest = Style::names().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
            let nearest = nearest.filter(|nearest| strsim::jaro_winkler(nearest, name) > 0.75);
            return Err(StyleError::Unknown { name: name.to_owned(), nearest });
        };
        toml::from_str(text).map_err(|error| StyleError::Broken { name: name.to_owned(), problem: error.message().to_owned() })
    }

    /// Whether a house style is set at all.
    pub fn is_set(&self) -> bool {
        !self.name.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_reads_and_carries_its_name() {
        for name in Style::names() {
            assert_eq!(Style::preset(name).expect("a preset").name, name);
        }
    }

    #[test]
    fn a_wrong_name_is_answered_with_the_nearest() {
        assert_eq!(Style::preset("guardain").unwrap_err().to_string(), "there is no style “guardain”; did you mean “guardian”?");
    }
}
