//! A page as its file has it, and how it is read.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{BestFix, Example, Frame, Needs, OptionPage, OptionValue, Page, PageError, QuotePolicy, Term, Text};
use crate::document::{Role, RoleGroup};
use crate::finding::Severity;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawPage {
    summary: String,
    message: Spanned<String>,
    #[serde(default)]
    help: String,
    #[serde(default)]
    texts: BTreeMap<String, String>,
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
    options: BTreeMap<String, RawOption>,
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
    options: BTreeMap<String, OptionValue>,
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
