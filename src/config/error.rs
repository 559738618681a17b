//! What is wrong with a newslint.toml, and where.

use std::fmt;

use super::nearest;
use crate::text::{LineIndex, Position, Source, Span};

/// A mistake in a configuration. It carries its text, so that it can be shown like a finding.
#[derive(Clone, Debug)]
pub struct ConfigError {
    /// The file, or the `--config` argument.
    pub source: Source,
    /// The words that are wrong.
    pub span: Option<Span>,
    /// What is wrong with them.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl ConfigError {
    /// A mistake at `span` of `source`.
    pub fn new(source: &Source, span: Option<Span>, message: impl Into<String>, hint: Option<String>) -> Self {
        Self { source: source.clone(), span, message: message.into(), hint }
    }

    /// The place as people count.
    pub fn position(&self) -> Option<Position> {
        let text = self.source.text();
        self.span.map(|span| LineIndex::new(text).position(text, span.start))
    }

    /// Puts a TOML error into words that an editor can act on.
    pub(super) fn from_toml(source: &Source, error: &toml::de::Error) -> Self {
        let span = error.span().map(|range| Span::new(range.start, range.end.max(range.start)));
        let (message, hint) = plain_words(error.message());
        Self::new(source, span, message, hint)
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.source.path())?;
        if let Some(Position { line, column }) = self.position() {
            write!(out, "{line}:{column}:")?;
        }
        write!(out, " {}", self.message)
    }
}

impl std::error::Error for ConfigError {}

/// Message and hint for what serde says. Its sentences are fixed, and the names in them stand between backticks.
fn plain_words(message: &str) -> (String, Option<String>) {
    let mut names = message.split('`').skip(1).step_by(2);
    let first = names.next().unwrap_or_default();
    let expected: Vec<&str> = names.collect();
    if message.starts_with("unknown field") {
        (format!("unknown key `{first}`"), advice("key", first, &expected))
    } else if message.starts_with("unknown variant") {
        (format!("unknown value `{first}`"), advice("value", first, &expected))
    } else if message.starts_with("missing field") {
        (format!("this table is missing the key `{first}`"), None)
    } else if let Some((found, expected)) = message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected ")) {
        let expected = if expected == "a sequence" { "a list in square brackets" } else { expected };
        (format!("expected {expected}, found {found}"), None)
    } else {
        (message.to_owned(), None)
    }
}

fn advice(what: &str, wrong: &str, known: &[&str]) -> Option<String> {
    match (nearest(wrong, known.iter().copied()), known) {
        (Some(near), _) => Some(format!("did you mean `{near}`?")),
        (None, []) => None,
        (None, [only]) => Some(format!("the only {what} here is `{only}`")),
        (None, _) => Some(format!("the {what}s here are {}", known.join(", "))),
    }
}
