//! Values of flags, with the words that the manual has for them.

use clap::ValueEnum;

use super::settings::seconds_since_1970;
use crate::config::{FailLevel, Moment, Pattern};
use crate::finding::Severity;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// The copy around each finding, with fixes.
    Full,
    /// A line for each finding.
    Concise,
    /// One JSON object.
    Json,
    /// A JSON object for each finding, a line each.
    Jsonl,
    /// Annotations on a GitHub pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

impl OutputFormat {
    /// The names, as newslint.toml has them.
    pub fn names() -> Vec<&'static str> {
        vec!["full", "concise", "json", "jsonl", "github", "sarif"]
    }

    /// The format that newslint.toml names.
    pub fn named(name: &str) -> Self {
        Self::from_str(name, false).expect("the configuration was held against the names")
    }
}

/// How a parsed story is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ParseFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum When {
    /// In a terminal that has them, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl ValueEnum for FailLevel {
    fn value_variants<'a>() -> &'a [Self] {
        &[FailLevel::Info, FailLevel::Warning, FailLevel::Error, FailLevel::Never]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.least().map_or("never", Severity::as_str)))
    }
}

/// Reads a severity.
pub fn severity(text: &str) -> Result<Severity, String> {
    let known = [Severity::Info, Severity::Warning, Severity::Error];
    known.into_iter().find(|severity| severity.as_str() == text).ok_or_else(|| "expected info, warning or error".to_owned())
}

/// Reads a moment; `clock` is now.
pub fn moment(text: &str) -> Result<Moment, String> {
    if text == "clock" { Ok(Moment::from_seconds_since_1970(seconds_since_1970())) } else { text.parse() }
}

/// A name with a letter in it, outer spaces left out.
pub fn name(text: &str) -> Result<String, String> {
    if text.contains(char::is_alphanumeric) { Ok(text.trim().to_owned()) } else { Err("a name needs a letter".to_owned()) }
}

/// Reads a file pattern.
pub fn pattern(text: &str) -> Result<Pattern, String> {
    Pattern::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_output_format_has_its_name() {
        let names: Vec<String> =
            OutputFormat::value_variants().iter().filter_map(|one| Some(one.to_possible_value()?.get_name().to_owned())).collect();
        assert_eq!(names, OutputFormat::names());
    }
}
