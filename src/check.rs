//! The facade: a story in, what an editor would query out.

use std::collections::BTreeMap;

use crate::config::{Date, Language, Selection, selector_fits};
use crate::finding::{Finding, Severity};
use crate::text::{Source, Span};

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
    /// Words that are right here.
    pub words: Vec<String>,
    /// The table of names, as written.
    pub names: toml::Table,
    /// Rule pages of the newsroom's own.
    pub pages: Vec<Source>,
    /// Findings that an editor has settled.
    pub accepted: Vec<Accepted>,
}

/// Words that are right as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The exact words.
    pub text: String,
    /// The rules and families that must not report them; all when empty.
    pub rules: Vec<String>,
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

/// What an editor would query in `source`, in the order of the copy.
pub fn check(_source: &Source, _settings: &Settings) -> Vec<Finding> {
    Vec::new()
}

/// The words inside quotations, without their marks.
pub fn quoted(_source: &Source) -> Vec<Span> {
    Vec::new()
}

/// What was understood of `source`, in the form of `newslint parse --output-format json`.
pub fn parsed(source: &Source) -> serde_json::Value {
    serde_json::json!({ "path": source.path(), "blocks": [], "quotations": [], "names": [], "dates": [], "quantities": [] })
}

/// The rule at work on this thread, for the report of a crash.
pub fn rule_at_work() -> Option<String> {
    None
}

/// All rules, sorted.
pub fn rule_names() -> Vec<&'static str> {
    vec!["quotes/unbalanced-quote", "spelling/doubled-word"]
}

/// The rules on a newsroom's own pages; a page that cannot be read has none, and says so when the rules are made.
pub fn rule_names_in(_pages: &[Source]) -> Vec<String> {
    Vec::new()
}

/// All house styles, sorted.
pub fn style_names() -> Vec<&'static str> {
    vec!["ap"]
}

/// One line of the rule list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLine {
    /// `family/rule`
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// Whether it runs when nobody says so.
    pub default: bool,
    /// What it finds.
    pub summary: String,
}

/// All rules with what a list shows of them, sorted by name.
pub fn rule_lines() -> Vec<RuleLine> {
    let line = |name| RuleLine { name, severity: Severity::Error, default: true, summary: String::new() };
    rule_names().into_iter().map(line).collect()
}

/// The page of a rule, as `newslint explain` shows it.
pub fn page(rule: &str) -> Option<String> {
    rule_names().contains(&rule).then(|| format!("{rule}\n"))
}

/// Runs every example of a newsroom's own rule page; what fails, in words.
pub fn test_page(_page: &Source) -> Vec<String> {
    Vec::new()
}

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
