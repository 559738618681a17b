//! Findings that somebody silenced: in the copy's own comments, in front matter, or by an `[[accept]]` of the newsroom.

use crate::article::Article;
use crate::config::selector_fits;
use crate::document::Markup;
use crate::finding::Finding;
use crate::text::{LineIndex, Span};

use super::engine::{Orders, Reading};
use super::page::Page;

/// Words that the newsroom has looked at and wants as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accept {
    /// The exact words.
    pub text: String,
    /// The rules or families that they silence; empty for all.
    pub rules: Vec<String>,
}

impl Accept {
    fn silences(&self, article: &Article, finding: &Finding) -> bool {
        let names_rule = self.rules.is_empty() || self.rules.iter().any(|rule| selector_fits(rule, &finding.rule) > 0);
        let around =
            Span::new(finding.span.from().saturating_sub(self.text.len()), (finding.span.to() + self.text.len()).min(article.copy().len()));
        names_rule && !self.text.is_empty() && holds(article.copy(), around, &self.text, finding.span)
    }
}

/// Whether `words` stand in the copy over `span`.
fn holds(copy: &str, around: Span, words: &str, span: Span) -> bool {
    let from = (0..=around.from()).rev().find(|&at| copy.is_char_boundary(at)).unwrap_or(0);
    let to = (around.to()..=copy.len()).find(|&at| copy.is_char_boundary(at)).unwrap_or(copy.len());
    copy[from..to].match_indices(words).any(|(at, found)| Span::new(from + at, from + at + found.len()).touches(span))
}

/// A comment of the copy that silences rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The comment.
    pub span: Span,
    /// The names between its brackets, in order.
    pub rules: Vec<Silenced>,
    reach: Span,
}

/// A rule or a family that a comment names, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// Where it stands.
    pub span: Span,
    /// As written.
    pub name: String,
    /// The rule that was perhaps meant, where there is none of that name.
    pub nearest: Option<String>,
    /// Whether there is such a rule or family.
    pub known: bool,
    /// Whether it ran, so that it could be silenced.
    pub ran: bool,
    /// Whether it had something to say there.
    pub used: bool,
}

/// Takes out what is silenced; tells what each comment of the copy did.
pub(super) fn retain(reading: &Reading, orders: &Orders, findings: &mut Vec<Finding>) -> Vec<Suppression> {
    let article = &reading.article;
    let mut suppressions = suppressions(article);
    findings.retain(|finding| {
        let mut by_comment = false;
        for suppression in suppressions.iter_mut().filter(|suppression| suppression.reach.touches(finding.span)) {
            for rule in suppression.rules.iter_mut().filter(|rule| selector_fits(&rule.name, &finding.rule) > 0) {
                (rule.used, by_comment) = (true, true);
            }
        }
        !by_comment && !orders.accepted.iter().any(|accept| accept.silences(article, finding))
    });
    for rule in suppressions.iter_mut().flat_map(|suppression| &mut suppression.rules) {
        judge(rule, reading, orders);
    }
    suppressions
}

/// Whether the program knows the rule, and whether it ran.
fn judge(rule: &mut Silenced, reading: &Reading, orders: &Orders) {
    let fits = |page: &Page| selector_fits(&rule.name, &page.name) > 0;
    let mut running = orders.enabled.iter().map(|enabled| orders.registry.page(enabled.rule));
    rule.ran = running.any(|page| orders.meet(page.needs, reading) && fits(page));
    rule.known = orders.registry.pages().any(fits);
    if !rule.known {
        let names = orders.registry.pages().map(|page| (strsim::jaro_winkler(&page.name, &rule.name), &page.name));
        let nearest = names.max_by(|one, other| one.0.total_cmp(&other.0)).filter(|(likeness, _)| *likeness > 0.9);
        rule.nearest = nearest.map(|(_, name)| name.to_string());
    }
}

/// `<!-- newslint: ignore[names/alias-inconsistent] -- reason -->` in Markdown: on a line of its own it silences the next block,
/// at the end of a line that line; `ignore-file` silences the file.
fn suppressions(article: &Article) -> Vec<Suppression> {
    if article.document.markup != Markup::Markdown {
        return Vec::new();
    }
    let text = article.document.source.text();
    let mut found = Vec::new();
    let mut lines: Option<LineIndex> = None;
    for at in memchr::memmem::find_iter(text.as_bytes(), OPENING.as_bytes()) {
        let Some(len) = text[at..].find(CLOSING) else { continue };
        let body = &text[at + OPENING.len()..at + len];
        let verb = body.split(['[', ' ']).find(|word| !word.is_empty()).unwrap_or_default().trim_end();
        let lines = lines.get_or_insert_with(|| LineIndex::new(text));
        let line = lines.line_span(text, lines.line(at as u32));
        let reach = match verb {
            "ignore-file" => Span::new(0, text.len()),
            "ignore" if text[line.from()..at].trim().is_empty() => {
                let next = article.blocks().iter().find(|block| block.span.from() > at).map_or(line, |block| block.span);
                line.join(next)
            }
            "ignore" => line,
            _ => continue,
        };
        let span = Span::new(at, at + len + CLOSING.len());
        found.push(Suppression { span, rules: named(text, at + OPENING.len(), body), reach });
    }
    found
}

const OPENING: &str = "<!-- newslint:";
const CLOSING: &str = "-->";

/// The names between the brackets of a comment's `body`, which starts at `start`; none where it has no brackets.
fn named(text: &str, start: usize, body: &str) -> Vec<Silenced> {
    let before_reason = body.split(" -- ").next().unwrap_or_default();
    let Some((open, close)) = before_reason.find('[').zip(before_reason.find(']')).filter(|(open, close)| open < close) else {
        return Vec::new();
    };
    let mut at = start + open + 1;
    let mut names = Vec::new();
    for part in body[open + 1..close].split(',') {
        let span = Span::new(at, at + part.len()).trim(text);
        at += part.len() + 1;
        if !span.is_empty() {
            let name = span.of(text).to_owned();
            names.push(Silenced { span, name, nearest: None, known: false, ran: false, used: false });
        }
    }
    names
}
