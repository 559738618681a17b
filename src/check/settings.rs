//! What a newsroom decided for a story, before it is held against the rules there are.

use std::collections::BTreeMap;
use std::fmt;

use crate::config::{Date, Moment, Selection, selector_fits};
use crate::finding::Severity;
use crate::lexicon::HouseName;
use crate::lint::Accept;
use crate::style::{Language, StyleError};
use crate::text::Source;

/// What a newsroom has decided for one story.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The house style; none when the story is held to itself.
    pub style: Option<String>,
    /// The English of the house.
    pub language: Option<Language>,
    /// Layers of choice, the later over the earlier.
    pub selection: Vec<Selection>,
    /// Severities by rule or family; the more exact name wins, then the later.
    pub severity: Vec<(String, Severity)>,
    /// Options by rule, as written.
    pub options: BTreeMap<String, toml::Table>,
    /// The day the story is dated.
    pub date: Option<Date>,
    /// The moment of the run, if embargoes are to be judged.
    pub now: Option<Moment>,
    /// Words that are right here.
    pub words: Vec<String>,
    /// Names that the newsroom has settled.
    pub names: Vec<HouseName>,
    /// Rule pages of the newsroom's own.
    pub pages: Vec<Source>,
    /// Findings that an editor has settled.
    pub accepted: Vec<Accept>,
}

impl Settings {
    /// Whether `rule` runs, when by itself it would or would not.
    pub fn runs(&self, rule: &str, by_default: bool) -> bool {
        self.selection.iter().fold(by_default, |before, layer| layer.runs(rule, before))
    }

    /// How much the findings of `rule` matter, when by themselves they matter as its page says.
    pub fn severity_of(&self, rule: &str, by_default: Severity) -> Severity {
        let fitting = self.severity.iter().filter(|(name, _)| selector_fits(name, rule) > 0);
        fitting.max_by_key(|(name, _)| selector_fits(name, rule)).map_or(by_default, |(_, severity)| *severity)
    }
}

/// Why settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The rule page or the rule in newslint.toml that is wrong.
    pub place: Place,
    /// What is wrong and what to do.
    pub message: String,
}

/// Where a mistake in the settings stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A newsroom's own rule page, with the line.
    Page {
        /// Its file.
        path: String,
        /// The line, from 1.
        line: usize,
    },
    /// The options of a rule.
    Rule(String),
    /// The house style.
    Style,
}

impl SettingsError {
    pub(super) fn of_style(error: &StyleError) -> Self {
        Self { place: Place::Style, message: error.to_string() }
    }

    pub(super) fn of_page(page: &Source, line: usize, message: String) -> Self {
        Self { place: Place::Page { path: page.path().to_owned(), line }, message }
    }

    pub(super) fn of_rule(rule: &str, message: String) -> Self {
        Self { place: Place::Rule(rule.to_owned()), message }
    }
}

impl fmt::Display for SettingsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Page { path, line } => write!(out, "{path}:{line}: {}", self.message),
            Place::Rule(_) | Place::Style => out.write_str(&self.message),
        }
    }
}

impl std::error::Error for SettingsError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_exact_severity_wins_then_the_later() {
        let severity = [("names/x", Severity::Error), ("names", Severity::Info), ("all", Severity::Info), ("names/x", Severity::Warning)];
        let settings = Settings { severity: severity.map(|(name, level)| (name.to_owned(), level)).to_vec(), ..Settings::default() };
        assert_eq!(settings.severity_of("names/x", Severity::Info), Severity::Warning);
        assert_eq!(settings.severity_of("names/y", Severity::Error), Severity::Info);
    }

    #[test]
    fn the_command_line_has_the_last_word() {
        let ignore = Selection { ignore: vec!["names/x".into()], ..Selection::default() };
        let select = Selection { select: Some(vec!["names".into()]), ..Selection::default() };
        let settings = Settings { selection: vec![ignore, select], ..Settings::default() };
        assert!(settings.runs("names/x", true) && !settings.runs("quotes/y", true));
    }
}
