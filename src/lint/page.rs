//! A rule's page: everything about a rule that an editor may change.
//!
//! `build.rs` reads the pages of `rules/` with this very code and lays them into the binary; a newsroom's own pages are read
//! by it when newslint starts.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use toml::Spanned;

use crate::document::{Role, RoleGroup};
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPage {
    summary: String,
    message: Spanned<String>,
    #[serde(default)]
    help: String,
    #[serde(default)]
    texts: std::collections::BTreeMap<String, String>,
    severity: Severity,
    fix: BestFix,
    #[serde(default = "yes")]
    default: bool,
    since: String,
    #[serde(default)]
    roles: Option<Spanned<Vec<String>>>,
    quotes: QuotePolicy,
    #[serde(default)]
    needs: Needs,
    #[serde(default, rename = "yields_to")]
    yields_to: Vec<String>,
    #[serde(default)]
    guide: String,
    why: String,
    #[serde(default)]
    options: std::collections::BTreeMap<String, RawOption>,
    #[serde(default)]
    terms: Vec<Spanned<RawTerm>>,
    #[serde(default, rename = "example")]
    examples: Vec<Spanned<RawExample>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOption {
    default: OptionValue,
    help: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    find: String,
    #[serde(rename = "use")]
    replacement: Option<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    note: String,
    #[serde(default)]
    styles: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    bad: Option<String>,
    good: Option<String>,
    #[serde(rename = "as", default = "paragraph")]
    frame: Frame,
    #[serde(default)]
    style: String,
    #[serde(default = "guillemets")]
    marks: String,
    severity: Option<Severity>,
    #[serde(default = "yes")]
    wrap: bool,
    #[serde(default)]
    date: String,
    #[serde(default)]
    now: String,
    #[serde(default)]
    before: String,
    #[serde(default)]
    other: String,
    #[serde(default)]
    options: std::collections::BTreeMap<String, OptionValue>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
}

fn yes() -> bool {
    true
}

fn paragraph() -> Frame {
    Frame::Paragraph
}

fn guillemets() -> String {
    "«»".into()
}

impl Page {
    /// Reads the page of the rule `name`.
    ///
    /// # Errors
    /// When a key is unknown or missing, a value is of the wrong kind, or the page has no example.
    pub fn parse(name: &str, text: &str) -> Result<Page, PageError> {
        let line_of = |at: usize| 1 + text[..at.min(text.len())].matches('\n').count();
        let fail = |at: usize, message: String| PageError { line: line_of(at), message };
        let raw: RawPage =
            toml::from_str(text).map_err(|error| fail(error.span().map_or(0, |span| span.start), error.message().to_owned()))?;
        if raw.examples.is_empty() {
            return Err(fail(text.len(), "the page has no [[example]]: every rule is tested by its own examples".into()));
        }
        let roles = raw
            .roles
            .as_ref()
            .map_or_else(|| Ok(default_roles()), |roles| role_bits(roles.get_ref()).map_err(|message| fail(roles.span().start, message)))?;
        let mut examples = Vec::new();
        for spanned in raw.examples {
            let at = spanned.span().start;
            examples.push(example(spanned.into_inner(), line_of(at) as u32).map_err(|message| fail(at, message))?);
        }
        let message_at = raw.message.span().start;
        let message = raw.message.into_inner();
        check_template(&message).map_err(|problem| fail(message_at, problem))?;
        let terms: Vec<Term> = raw.terms.into_iter().map(|term| term.into_inner().into()).collect();
        Ok(Page {
            name: name.to_owned().into(),
            summary: raw.summary.into(),
            message: message.into(),
            help: raw.help.into(),
            texts: raw.texts.into_iter().map(|(key, text)| (key.into(), text.into())).collect(),
            severity: raw.severity,
            fix: raw.fix,
            default: raw.default,
            since: raw.since.into(),
            roles,
            quotes: raw.quotes,
            needs: raw.needs,
            yields_to: raw.yields_to.into_iter().map(Text::from).collect(),
            guide: raw.guide.into(),
            why: raw.why.trim().to_owned().into(),
            options: raw
                .options
                .into_iter()
                .map(|(name, option)| OptionPage { name: name.into(), default: option.default, help: option.help.into() })
                .collect(),
            terms: terms.into(),
            examples: examples.into(),
        })
    }
}

impl From<RawTerm> for Term {
    fn from(raw: RawTerm) -> Term {
        Term {
            find: raw.find.into(),
            replacement: raw.replacement.map(Text::from),
            unless: raw.unless.into_iter().map(Text::from).collect(),
            note: raw.note.into(),
            styles: raw.styles.into_iter().map(Text::from).collect(),
        }
    }
}

fn example(raw: RawExample, line: u32) -> Result<Example, String> {
    let marks: Vec<char> = raw.marks.chars().collect();
    let [open, close] = marks[..] else { return Err("marks must be two characters, such as marks = \"⟦⟧\"".into()) };
    match (&raw.bad, &raw.good) {
        (None, None) => return Err("an example needs bad, good or both".into()),
        (Some(bad), _) if !(bad.contains(open) && bad.matches(open).count() == bad.matches(close).count()) => {
            return Err(format!("bad must mark the words that are reported: {open}these{close}"));
        }
        _ => {}
    }
    Ok(Example {
        bad: raw.bad.map(Text::from),
        good: raw.good.map(Text::from),
        frame: raw.frame,
        style: raw.style.into(),
        marks: raw.marks.into(),
        severity: raw.severity,
        wrap: raw.wrap,
        date: raw.date.into(),
        now: raw.now.into(),
        before: raw.before.into(),
        other: raw.other.into(),
        options: raw.options.into_iter().map(|(name, value)| (Text::from(name), value)).collect(),
        names: raw.names.into_iter().map(Text::from).collect(),
        with: raw.with.into_iter().map(Text::from).collect(),
        line,
    })
}

fn default_roles() -> u32 {
    bits_of(RoleGroup::Body) | bits_of(RoleGroup::Display) | bits_of(RoleGroup::Related)
}

fn bits_of(group: RoleGroup) -> u32 {
    Role::ALL.iter().filter(|role| role.is_in(group)).map(|role| role.bit()).sum()
}

/// The roles that names stand for; `file` stands for the whole file.
fn role_bits(names: &[String]) -> Result<u32, String> {
    let mut bits = 0;
    for name in names {
        let group = RoleGroup::ALL.iter().find(|group| group.as_str() == name).map(|&group| bits_of(group));
        let role = Role::ALL.iter().find(|role| role.as_str() == name).map(|role| role.bit());
        bits |= match (group, role) {
            (Some(bits), _) | (None, Some(bits)) => bits,
            _ if name == "file" => return Ok(0),
            _ => return Err(format!("“{name}” is no role and no group of roles (body, display, related, furniture, file)")),
        };
    }
    Ok(bits)
}

fn check_template(message: &str) -> Result<(), String> {
    let mut open = false;
    for mark in message.chars() {
        match (mark, open) {
            ('{', false) => open = true,
            ('}', true) => open = false,
            ('{', true) | ('}', false) => return Err("a { or } in the message has no partner".into()),
            _ => {}
        }
    }
    if open { Err("a { in the message has no partner".into()) } else { Ok(()) }
}
