//! What a reader is shown: one file an output. Nothing here knows files, the environment, the command line or the rules; it is
//! given findings with their sources and a place to write to, and the same input always gives the same bytes.

mod concise;
mod confirmed;
mod excerpt;
mod fingerprint;
mod full;
mod github;
mod json;
mod jsonl;
mod layout;
mod paint;
mod places;
mod sanitize;
mod sarif;
mod summary;
mod uri;
mod word_diff;
mod wrap;

use std::fmt;
use std::io;
use std::str::FromStr;

use crate::finding::{Confirmed, Finding, Severity};
use crate::text::Source;

pub use fingerprint::{Fingerprint, fingerprints};
pub use full::write_finding;

/// One story that was read, with what is to be said about it.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// Its path and text.
    pub source: &'a Source,
    /// In the order in which they are shown.
    pub findings: &'a [Finding],
    /// What is borne out, if that was asked; GitHub, SARIF and JSON lines hold findings only.
    pub confirmed: Option<&'a [Confirmed]>,
}

/// What a machine format tells about a rule that fired.
#[derive(Clone, Copy, Debug)]
pub struct RuleNote<'a> {
    /// `family/rule`.
    pub name: &'a str,
    /// The rule in a line.
    pub summary: &'a str,
    /// What the slip costs the reader.
    pub why: &'a str,
    /// As the rule's page gives it, before any policy.
    pub severity: Severity,
    /// Where the rule is explained.
    pub url: Option<&'a str>,
}

/// A file that could not be looked at. The human formats only count these: whoever calls has told the reader at once.
#[derive(Clone, Copy, Debug)]
pub struct Problem<'a> {
    /// The path as given.
    pub path: &'a str,
    /// Why.
    pub message: &'a str,
}

/// Everything that one run has to say.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Sorted by path; stories without findings may be left out.
    pub stories: &'a [Story<'a>],
    /// The rules that fired, sorted by name.
    pub rules: &'a [RuleNote<'a>],
    /// The files that could not be looked at, sorted by path.
    pub problems: &'a [Problem<'a>],
    /// How many stories were looked at.
    pub checked: usize,
    /// How many findings were fixed before this report was made.
    pub fixed: usize,
}

impl Report<'_> {
    /// Every finding with its story, in order.
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.stories.iter().flat_map(|story| story.findings)
    }
}

/// How the reader looks at a human format. The machine formats do not ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says one independent thing about the screen")]
pub struct View {
    /// Columns of the screen; below 40 it is taken as 40, above 140 as 140, since longer lines of prose are hard to read.
    pub width: usize,
    /// Rows of the paragraph shown beside a label that stands at the edge of its row: 0 or 1.
    pub context: usize,
    /// Whether ANSI colours may be written.
    pub colour: bool,
    /// Whether OSC 8 links may be written.
    pub hyperlinks: bool,
    /// Whether a last line counts what was found.
    pub summary: bool,
    /// Whether a build server reads along, which would obey commands that stand in the copy.
    pub ci: bool,
}

impl Default for View {
    /// Eighty columns, plain.
    fn default() -> Self {
        Self { width: 80, context: 1, colour: false, hyperlinks: false, summary: true, ci: false }
    }
}

/// The shape of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people: the words in their row, underlined, with help and fixes.
    #[default]
    Full,
    /// For people and editors: a line a finding.
    Concise,
    /// One JSON object.
    Json,
    /// A JSON object a line.
    Jsonl,
    /// Annotations of a GitHub workflow.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Format; 6] = [Format::Full, Format::Concise, Format::Json, Format::Jsonl, Format::Github, Format::Sarif];

    /// The name users write.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Full => "full",
            Format::Concise => "concise",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Github => "github",
            Format::Sarif => "sarif",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// No format has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(pub String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}” is no output format; choose one of {}", self.0, Format::ALL.map(Format::as_str).join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Format::ALL.into_iter().find(|format| format.as_str() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// Writes `report` in `format`. The caller buffers `out` and decides what a broken pipe means.
///
/// # Errors
/// Those of `out`.
pub fn write(format: Format, report: &Report<'_>, view: &View, out: &mut dyn io::Write) -> io::Result<()> {
    match format {
        Format::Full => full::write(report, view, out),
        Format::Concise => concise::write(report, view, out),
        Format::Json => json::write(report, out),
        Format::Jsonl => jsonl::write(report, out),
        Format::Github => github::write(report, out),
        Format::Sarif => sarif::write(report, out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(format.as_str().parse(), Ok(format));
        }
    }

    #[test]
    fn an_unknown_format_names_those_that_exist() {
        let error = "xml".parse::<Format>().expect_err("there is no such format");
        assert_eq!(error.to_string(), "“xml” is no output format; choose one of full, concise, json, jsonl, github, sarif");
    }
}
