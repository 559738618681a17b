//! What newslint has to say about a story.

use std::borrow::Cow;
use std::fmt;

use crate::text::Span;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look when there is time; hidden unless asked for.
    Info,
    /// An editor would query it.
    Warning,
    /// Wrong.
    Error,
}

impl Severity {
    /// The word people and JSON read.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    /// One step less severe; an info finding has none.
    pub fn softer(self) -> Option<Severity> {
        match self {
            Severity::Info => None,
            Severity::Warning => Some(Severity::Info),
            Severity::Error => Some(Severity::Warning),
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safety {
    /// Nobody but an editor's hand: it is shown and never applied.
    Display,
    /// `--unsafe-fixes`: likely right, an editor decides.
    Suggested,
    /// `--fix`: what an editor would change without asking.
    Safe,
}

/// Words to put in place of a span.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Edit {
    /// What to replace; empty to insert.
    pub span: Span,
    /// The new words; empty to delete.
    pub text: String,
}

impl Edit {
    /// Puts `text` in place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Takes `span` out.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// Puts `text` in at `offset`.
    pub fn insert(offset: u32, text: impl Into<String>) -> Self {
        Self::replace(Span { start: offset, end: offset }, text)
    }
}

/// One way to mend a finding: all its edits or none.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fix {
    /// What it does, as an editor would say it.
    pub title: String,
    /// Who may apply it.
    pub safety: Safety,
    /// Sorted, never overlapping.
    pub edits: Vec<Edit>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// What is to be seen there.
    pub message: String,
}

/// What kind of words are borne out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConfirmedKind {
    /// A name in the form of the newsroom's list.
    Name,
    /// The title that the list gives a name.
    Title,
    /// A weekday that the calendar has for its date.
    Date,
}

impl ConfirmedKind {
    /// The word people and JSON read.
    pub fn as_str(self) -> &'static str {
        match self {
            ConfirmedKind::Name => "name",
            ConfirmedKind::Title => "title",
            ConfirmedKind::Date => "date",
        }
    }
}

/// Words of a story that something bears out: an editor need not look them up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// What they are.
    pub kind: ConfirmedKind,
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub text: String,
    /// What bears them out.
    pub by: String,
}

/// One thing an editor would query, with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `family/rule`.
    pub rule: Cow<'static, str>,
    /// After the quotation policy and the configuration.
    pub severity: Severity,
    /// The words that are wrong.
    pub span: Span,
    /// What is wrong here and what to do, in a sentence.
    pub message: String,
    /// The other places.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// The house rule's address.
    pub url: Option<String>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// A finding with nothing but its message; labels, help and fixes are added to it.
    pub fn new(rule: impl Into<Cow<'static, str>>, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { rule: rule.into(), severity, span, message: message.into(), labels: Vec::new(), help: None, url: None, fixes: Vec::new() }
    }

    /// The fix that `--fix` may apply, or with `most` set to suggested, the one that `--unsafe-fixes` may.
    pub fn fix_of_at_least(&self, least: Safety) -> Option<&Fix> {
        self.fixes.first().filter(|fix| fix.safety >= least)
    }

    /// The order in which findings are shown: place, then rule, then words.
    pub fn sort_key(&self) -> (Span, &str, &str) {
        (self.span, &self.rule, &self.message)
    }
}
