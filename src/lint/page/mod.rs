//! A rule's page: everything about a rule that an editor may change.
//!
//! `build.rs` reads the pages of `rules/` with this very code and lays them into the binary; a newsroom's own pages are read
//! by it when newslint starts.

mod file;

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;

use crate::finding::{Safety, Severity};

/// Text of a page: in the binary, or read from a newsroom's file.
pub type Text = Cow<'static, str>;
/// A list of a page.
pub type List<T> = Cow<'static, [T]>;

/// What happens to a finding inside a quotation. Its edits there are never applied, whatever this says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuotePolicy {
    /// It is dropped: a speaker may say what the house would not.
    Skip,
    /// It is reported one severity lower; info is dropped.
    Soften,
    /// It is reported as it is.
    Keep,
}

/// The best fix that a rule may offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BestFix {
    /// Applied by `--fix`.
    Safe,
    /// Applied by `--unsafe-fixes`.
    Suggested,
    /// Shown only.
    Display,
    /// Nothing to offer.
    None,
}

impl BestFix {
    /// The safety that a fix of this rule may have at most.
    pub fn most(self) -> Option<Safety> {
        match self {
            BestFix::Safe => Some(Safety::Safe),
            BestFix::Suggested => Some(Safety::Suggested),
            BestFix::Display => Some(Safety::Display),
            BestFix::None => None,
        }
    }
}

/// What a rule reads besides the story; without it the rule is silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// The story is enough.
    #[default]
    Nothing,
    /// The moment: `--now`.
    Moment,
    /// The story as it was committed: `--changed`.
    Committed,
    /// The other stories of the run that belong with it: `[crosscheck] across-files = true`.
    Others,
    /// What the comments that silence rules have silenced, after all others have run.
    Suppressions,
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// A number.
    Number(i64),
    /// Yes or no.
    Switch(bool),
    /// A word.
    Word(Text),
    /// Several words.
    Words(List<Text>),
}

impl OptionValue {
    /// How a page calls values of this kind.
    pub fn kind(&self) -> &'static str {
        match self {
            OptionValue::Number(_) => "a whole number",
            OptionValue::Switch(_) => "true or false",
            OptionValue::Word(_) => "a text in quotation marks",
            OptionValue::Words(_) => "a list of texts",
        }
    }
}

/// One option of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionPage {
    /// Its name in newslint.toml.
    pub name: Text,
    /// Its value when nobody sets it; its type is the option's type.
    pub default: OptionValue,
    /// One line of help.
    pub help: Text,
}

/// One entry of a list rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// What to look for, in the pattern language.
    pub find: Text,
    /// What to write instead; none where the rule only points.
    pub replacement: Option<Text>,
    /// Phrases around it that make it right.
    pub unless: List<Text>,
    /// What to tell the reader about this one.
    pub note: Text,
    /// The house styles that it belongs to; empty for all.
    pub styles: List<Text>,
}

/// What an example stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Frame {
    /// It is a paragraph of a story's body.
    Paragraph,
    /// It is the whole copy; its first line is the headline.
    Story,
    /// It is the headline of a story.
    Headline,
    /// It is a whole file of Markdown.
    Markdown,
}

/// Copy that shows what the rule reports and what it lets pass. Each is a test.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Copy with the reported words between marks.
    pub bad: Option<Text>,
    /// What the best fix makes of it, or copy that stays silent.
    pub good: Option<Text>,
    /// What it stands in.
    pub frame: Frame,
    /// The house style it is read with; none for no style.
    pub style: Text,
    /// The two characters that mark the reported words.
    pub marks: Text,
    /// The severity that is expected, where it is not the rule's own.
    pub severity: Option<Severity>,
    /// Whether the same copy inside a quotation is a test too.
    pub wrap: bool,
    /// The story's date, `YYYY-MM-DD`, or empty.
    pub date: Text,
    /// The moment by which it is read, `YYYY-MM-DDTHH:MM`, or empty.
    pub now: Text,
    /// The copy as it was committed, in the same frame, or empty.
    pub before: Text,
    /// Another story of the run, whole, or empty.
    pub other: Text,
    /// Options that it sets.
    pub options: List<(Text, OptionValue)>,
    /// Names on the newsroom's list: `Marta Tolvan: Martha Tolvan, M. Tolvan`, aliases after the colon.
    pub names: List<Text>,
    /// Rules that run besides it.
    pub with: List<Text>,
    /// Where it stands in the page, from 1.
    pub line: u32,
}

/// A rule as an editor sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// `family/rule`.
    pub name: Text,
    /// One line for lists.
    pub summary: Text,
    /// What is wrong here, with `{names}` that the rule fills.
    pub message: Text,
    /// What to do.
    pub help: Text,
    /// Other wordings and the words on labels, by name.
    pub texts: List<(Text, Text)>,
    /// How much it matters.
    pub severity: Severity,
    /// The best fix that it may offer.
    pub fix: BestFix,
    /// Whether it runs when nobody asks for it.
    pub default: bool,
    /// The version that brought it.
    pub since: Text,
    /// The roles it reads, as bits; 0 for the whole file, what lies between blocks too.
    pub roles: u32,
    /// What happens inside a quotation.
    pub quotes: QuotePolicy,
    /// What it reads besides the story.
    pub needs: Needs,
    /// Rules whose finding on the same words makes this one superfluous.
    pub yields_to: List<Text>,
    /// The house rule's address.
    pub guide: Text,
    /// What it costs the reader, and the usual cause.
    pub why: Text,
    /// What a newsroom may set.
    pub options: List<OptionPage>,
    /// Its entries, if it is a list.
    pub terms: List<Term>,
    /// Its examples.
    pub examples: List<Example>,
}

impl Page {
    /// The part of the name before the slash.
    pub fn family(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// The wording called `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.texts.iter().find(|(key, _)| key == name).map(|(_, text)| text.as_ref())
    }

    /// The help that goes with the text called `name`, where it has one of its own: the text `name-help`.
    pub fn help_text(&self, name: &str) -> Option<&str> {
        let is_help = |key: &str| key.strip_suffix("-help") == Some(name);
        self.texts.iter().find(|(key, _)| is_help(key)).map(|(_, text)| text.as_ref())
    }
}

/// Why a page is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError {
    /// Where in the page, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for PageError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for PageError {}
