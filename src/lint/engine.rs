//! Runs the rules over a story and decides what becomes of each draft: role, quotation, silence, severity, safety, order.

use std::borrow::Cow;
use std::iter::Peekable;
use std::vec;

use crate::article::{Article, Companion};
use crate::config::{Date, Moment};
use crate::finding::{Edit, Finding, Fix, Label, Safety, Severity};
use crate::style::Style;
use crate::text::{FILLER, Span, is_apostrophe};

use super::options::Options;
use super::page::{Needs, OptionValue, Page, QuotePolicy, Text};
use super::registry::Registry;
use super::rule::{Context, Draft, Sink};
use super::suppress::{self, Accept, Suppression};
use super::terms;

/// A rule that is switched on.
#[derive(Clone, Debug)]
pub struct Enabled {
    /// Its index in the registry.
    pub rule: usize,
    /// How much its findings matter here.
    pub severity: Severity,
    /// The options that the newsroom set.
    pub options: Vec<(Text, OptionValue)>,
    /// The house rule's address, where the newsroom set one.
    pub guide: Option<String>,
}

/// What stories are held to.
pub struct Orders<'a> {
    /// All rules.
    pub registry: &'a Registry,
    /// Those that run, in order of index.
    pub enabled: &'a [Enabled],
    /// The house style.
    pub style: &'a Style,
    /// The stories' date.
    pub date: Option<Date>,
    /// The moment of the run, if it matters.
    pub now: Option<Moment>,
    /// Words that the newsroom wants as they are.
    pub accepted: &'a [Accept],
}

/// A story to be read, and what it alone is held against.
pub struct Reading<'a> {
    /// The story.
    pub article: Article<'a>,
    /// As it was committed, if the run compares.
    pub before: Option<&'a Article<'a>>,
    /// The stories of the run that belong with it.
    pub others: &'a [&'a Companion],
}

impl Orders<'_> {
    /// Whether what a rule needs is there while the rules read a story.
    pub(super) fn meet(&self, needs: Needs, reading: &Reading) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::Moment => self.now.is_some(),
            Needs::Committed => reading.before.is_some(),
            Needs::Others => !reading.others.is_empty(),
            Needs::Suppressions => false,
        }
    }
}

/// Everything an editor would query in each story, in order of place. `begin` is told the index of each rule before it reads.
///
/// Each rule reads all the stories before the next begins: what a rule needs is then near by, which for a dozen stories saves a quarter of
/// the time.
pub fn run(readings: &[Reading], orders: &Orders, begin: &dyn Fn(Option<usize>)) -> Vec<Vec<Finding>> {
    let mut proofs: Vec<Proof> = readings.iter().map(|reading| Proof::new(reading, orders)).collect();
    let mut sink = Sink::default();
    for enabled in orders.enabled {
        begin(Some(enabled.rule));
        let page = orders.registry.page(enabled.rule);
        let code = orders.registry.code(enabled.rule);
        let mut context = context(orders, enabled);
        for proof in &mut proofs {
            let reading = proof.reading;
            if let Some((check, _)) = code.filter(|(_, needs)| orders.meet(*needs, reading)) {
                (context.before, context.others) = (reading.before, reading.others);
                check(&reading.article, &context, &mut sink);
            }
            proof.take(page, enabled, &mut sink);
        }
    }
    begin(None);
    proofs.into_iter().map(|proof| proof.finish(orders)).collect()
}

/// A story while the rules read it.
struct Proof<'a> {
    reading: &'a Reading<'a>,
    /// What the lists have found, in order of rules.
    listed: Peekable<vec::IntoIter<(usize, Draft)>>,
    /// Each with the index of its rule.
    findings: Vec<(usize, Finding)>,
}

impl<'a> Proof<'a> {
    fn new(reading: &'a Reading<'a>, orders: &Orders) -> Self {
        let has_lists = orders.enabled.iter().any(|enabled| !orders.registry.page(enabled.rule).terms.is_empty());
        let is_on = |rule: usize| orders.enabled.binary_search_by_key(&rule, |enabled| enabled.rule).is_ok();
        let mut listed = if has_lists { terms::drafts(&reading.article, orders.registry, orders.style, is_on) } else { Vec::new() };
        listed.sort_by_key(|(rule, _)| *rule);
        Self { reading, listed: listed.into_iter().peekable(), findings: Vec::new() }
    }

    /// Takes what a rule's code and its list have found.
    fn take(&mut self, page: &Page, enabled: &Enabled, sink: &mut Sink) {
        // Most rules find nothing in most stories.
        if sink.drafts.is_empty() && self.listed.peek().is_none_or(|(rule, _)| *rule > enabled.rule) {
            return;
        }
        let Self { reading: Reading { article, .. }, listed, findings } = self;
        while listed.next_if(|(rule, _)| *rule < enabled.rule).is_some() {}
        let of_list = std::iter::from_fn(|| listed.next_if(|(rule, _)| *rule == enabled.rule)).map(|(_, draft)| draft);
        for draft in sink.drafts.drain(..).chain(of_list) {
            findings.extend(judge(article, page, enabled, draft).map(|finding| (enabled.rule, finding)));
        }
    }

    fn finish(mut self, orders: &Orders) -> Vec<Finding> {
        yield_to_others(orders.registry, &mut self.findings);
        let mut findings: Vec<Finding> = self.findings.into_iter().map(|(_, finding)| finding).collect();
        let suppressions = suppress::retain(self.reading, orders, &mut findings);
        if !suppressions.is_empty() {
            findings.extend(of_suppressions(&self.reading.article, orders, &suppressions));
        }
        findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        findings.dedup_by(|a, b| a.sort_key() == b.sort_key());
        findings
    }
}

fn context<'a>(orders: &Orders<'a>, enabled: &'a Enabled) -> Context<'a> {
    let page = orders.registry.page(enabled.rule);
    let Orders { style, date, now, .. } = *orders;
    Context { page, options: Options::new(page, &enabled.options), style, date, now, before: None, others: &[], suppressions: &[] }
}

/// What the rules say that read what was silenced.
fn of_suppressions(article: &Article, orders: &Orders, suppressions: &[Suppression]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut sink = Sink::default();
    for enabled in orders.enabled {
        let page = orders.registry.page(enabled.rule);
        if let Some((check, _)) = orders.registry.code(enabled.rule).filter(|(_, needs)| *needs == Needs::Suppressions) {
            check(article, &Context { suppressions, ..context(orders, enabled) }, &mut sink);
            findings.extend(sink.drafts.drain(..).filter_map(|draft| judge(article, page, enabled, draft)));
        }
    }
    findings
}

/// A draft as a finding, unless its place or the quotation policy rules it out.
fn judge(article: &Article, page: &Page, enabled: &Enabled, draft: Draft) -> Option<Finding> {
    let role = article.role_at(draft.span.start);
    if page.roles != 0 && role.is_none_or(|role| page.roles & role.bit() == 0) {
        return None;
    }
    let severity = draft.severity.filter(|_| enabled.severity == page.severity).unwrap_or(enabled.severity);
    let severity = match page.quotes {
        _ if !is_speech(article, draft.span) => severity,
        QuotePolicy::Keep => severity,
        QuotePolicy::Skip => return None,
        QuotePolicy::Soften => severity.softer()?,
    };
    let message = draft.wording.and_then(|name| page.text(name)).unwrap_or(&page.message);
    let help = draft.wording.and_then(|name| page.help_text(name)).unwrap_or(&page.help);
    let labels = draft.labels.iter().map(|(span, name, values)| Label {
        span: *span,
        message: fill(page.text(name).unwrap_or(name), &values.iter().chain(&draft.values)),
    });
    let labels = labels.collect();
    let guide = enabled.guide.clone().or_else(|| (!page.guide.is_empty()).then(|| page.guide.clone().into_owned()));
    Some(Finding {
        rule: page.name.clone(),
        severity,
        span: draft.span,
        message: fill(message, &draft.values.iter()),
        labels,
        help: (!help.is_empty()).then(|| fill(help, &draft.values.iter())).filter(|help| !help.is_empty()),
        url: guide,
        fixes: draft.fixes.into_iter().map(|(safety, edits)| fix(article, page, safety, edits)).collect(),
    })
}

/// Whether words are a speaker's: inside quotation marks, and no editor's gloss.
fn is_speech(article: &Article, span: Span) -> bool {
    article.is_quoted(span.start) && !article.is_gloss(span)
}

/// An edit inside a quotation, or of copy that the file holds in another form, is shown and never applied.
fn fix(article: &Article, page: &Page, safety: Safety, edits: Vec<Edit>) -> Fix {
    let safety = page.fix.most().map_or(Safety::Display, |most| safety.min(most));
    let allowed = edits.iter().all(|edit| article.document.may_edit(edit.span) && !changes_speech(article, edit));
    Fix { title: title(article, &edits), safety: if allowed { safety } else { Safety::Display }, edits }
}

/// Whether an edit changes a letter between quotation marks; a glyph or a space there may change its shape.
fn changes_speech(article: &Article, edit: &Edit) -> bool {
    let is_inside = article.overlaps_quotation(edit.span) || (edit.span.is_empty() && article.is_quoted(edit.span.start));
    if !is_inside {
        return false;
    }
    spoken(article.text(edit.span)) != spoken(&edit.text)
}

/// What of a text is said: its letters, and the apostrophes inside its words, for “its” is not “it’s”.
fn spoken(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric());
    let is_inner_apostrophe = |at: usize| is_apostrophe(letters[at]) && at > 0 && is_letter(at - 1) && is_letter(at + 1);
    let said = (0..letters.len()).filter(|&at| is_letter(at) || is_inner_apostrophe(at));
    said.map(|at| if is_apostrophe(letters[at]) { '’' } else { letters[at] }).collect()
}

fn title(article: &Article, edits: &[Edit]) -> String {
    match edits {
        [edit] if edit.text.trim().is_empty() && !edit.span.is_empty() && article.text(edit.span).trim() != "" => {
            format!("Delete “{}”", shortened(article.text(edit.span).trim()))
        }
        [edit] if edit.span.is_empty() => format!("Insert “{}”", shortened(edit.text.trim_matches('\n'))),
        [edit] => format!("Write “{}”", shortened(&edit.text)),
        _ => "Change all the places shown".to_owned(),
    }
}

fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}

/// Puts values in place of `{names}`.
fn fill<'v>(template: &str, values: &(impl Iterator<Item = &'v (&'static str, String)> + Clone)) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some(at) = memchr::memchr(b'{', rest.as_bytes()) {
        filled.push_str(&rest[..at]);
        let Some(len) = memchr::memchr(b'}', &rest.as_bytes()[at..]) else { break };
        let (name, tail) = (&rest[at + 1..at + len], &rest[at + len + 1..]);
        match values.clone().find(|(key, _)| *key == name) {
            // What markup leaves in the copy is nothing to read.
            Some((_, value)) if value.contains(FILLER) => filled.extend(value.chars().filter(|&letter| letter != FILLER)),
            Some((_, value)) => filled.push_str(value),
            None => debug_assert!(false, "no value for {{{name}}} in “{template}”"),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

/// Drops findings that another rule's finding on the same words makes superfluous.
fn yield_to_others(registry: &Registry, findings: &mut Vec<(usize, Finding)>) {
    if findings.iter().all(|(rule, _)| registry.page(*rule).yields_to.is_empty()) {
        return;
    }
    let mut taken: Vec<(Cow<'static, str>, Span)> = findings.iter().map(|(_, finding)| (finding.rule.clone(), finding.span)).collect();
    taken.sort();
    findings.retain(|(rule, finding)| {
        !registry.page(*rule).yields_to.iter().any(|other| {
            let from = taken.partition_point(|(name, _)| name < other);
            let to = from + taken[from..].partition_point(|(name, span)| name == other && span.start <= finding.span.end);
            // Spans of one rule are short and hardly overlap: those that can touch stand right before this place.
            taken[from..to].iter().rev().take(16).any(|(_, span)| span.touches(finding.span))
        })
    });
}
