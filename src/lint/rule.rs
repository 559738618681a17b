//! What a rule sees and how it reports.

use crate::article::{Article, Companion};
use crate::config::{Date, Moment};
use crate::finding::{Edit, Safety, Severity};
use crate::style::Style;
use crate::text::Span;

use super::options::Options;
use super::page::Page;
use super::suppress::Suppression;

/// A rule that needs code: reads the story, reports drafts of findings. Which role it may read, what becomes of a finding in a
/// quotation and whether somebody silenced it is the engine's business.
pub type Check = fn(&Article, &Context, &mut Sink);

/// What a rule may know besides the story.
pub struct Context<'a> {
    /// Its own page.
    pub page: &'a Page,
    /// Its options.
    pub options: Options<'a>,
    /// The house style.
    pub style: &'a Style,
    /// The story's date, if somebody gave it.
    pub date: Option<Date>,
    /// The moment of the run, for a rule that needs it and a run that tells it.
    pub now: Option<Moment>,
    /// The story as it was committed, for a rule that needs it and a run that asked for it.
    pub before: Option<&'a Article<'a>>,
    /// The stories of the run that belong with this one, in order of their files, for a rule that needs them.
    pub others: &'a [&'a Companion],
    /// The comments of the copy that silence rules, for a rule that needs them.
    pub suppressions: &'a [Suppression],
}

/// What fills the `{names}` of a page's text.
pub(super) type Values = Vec<(&'static str, String)>;

/// A finding as a rule sees it; the page gives the words.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) span: Span,
    pub(super) wording: Option<&'static str>,
    pub(super) values: Values,
    pub(super) labels: Vec<(Span, &'static str, Values)>,
    pub(super) fixes: Vec<(Safety, Vec<Edit>)>,
    pub(super) severity: Option<Severity>,
}

impl Draft {
    /// A finding on the words of `span`.
    pub fn at(span: Span) -> Self {
        Self { span, wording: None, values: Vec::new(), labels: Vec::new(), fixes: Vec::new(), severity: None }
    }

    /// Fills `{name}` of the page's message and help.
    #[must_use]
    pub fn say(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Uses the page's text called `name` in place of its message.
    #[must_use]
    pub fn wording(mut self, name: &'static str) -> Self {
        self.wording = Some(name);
        self
    }

    /// Points at another place with the page's text called `name`.
    #[must_use]
    pub fn label(self, span: Span, name: &'static str) -> Self {
        self.label_saying(span, name, Vec::new())
    }

    /// Points at another place; `values` fill that label's text.
    #[must_use]
    pub fn label_saying(mut self, span: Span, name: &'static str, values: Vec<(&'static str, String)>) -> Self {
        self.labels.push((span, name, values));
        self
    }

    /// Offers to replace the reported words; best offer first.
    #[must_use]
    pub fn replace(self, safety: Safety, text: impl Into<String>) -> Self {
        let span = self.span;
        self.fix(safety, vec![Edit::replace(span, text)])
    }

    /// Offers edits; best offer first.
    #[must_use]
    pub fn fix(mut self, safety: Safety, mut edits: Vec<Edit>) -> Self {
        edits.sort();
        self.fixes.push((safety, edits));
        self
    }

    /// A severity other than the page's, for a finding that is surer or less sure than the rule's others.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// Takes a rule's drafts.
#[derive(Default)]
pub struct Sink {
    pub(super) drafts: Vec<Draft>,
}

impl Sink {
    /// Reports a finding.
    pub fn report(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// Reports what was found, be it nothing.
    pub fn report_all(&mut self, drafts: impl IntoIterator<Item = Draft>) {
        self.drafts.extend(drafts);
    }
}
