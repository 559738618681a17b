//! Findings that somebody silenced: in the copy's own comments, in front matter, or by an `[[accept]]` of the newsroom.

use crate::article::Article;
use crate::config::selector_fits;
use crate::document::Markup;
use crate::finding::Finding;
use crate::text::{LineIndex, Span};

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
struct Directive {
    rules: Vec<String>,
    reach: Span,
}

/// Takes out what is silenced.
pub(super) fn retain(article: &Article, accepted: &[Accept], findings: &mut Vec<Finding>) {
    let directives = directives(article);
    findings.retain(|finding| {
        let by_comment = directives.iter().any(|directive| {
            directive.reach.touches(finding.span) && directive.rules.iter().any(|rule| selector_fits(rule, &finding.rule) > 0)
        });
        !by_comment && !accepted.iter().any(|accept| accept.silences(article, finding))
    });
}

/// `<!-- newslint: ignore[names/alias-inconsistent] -- reason -->` in Markdown: on a line of its own it silences the next block,
/// at the end of a line that line; `ignore-file` silences the file.
fn directives(article: &Article) -> Vec<Directive> {
    if article.document.markup != Markup::Markdown {
        return Vec::new();
    }
    let text = article.document.source.text();
    let mut found = Vec::new();
    let mut lines: Option<LineIndex> = None;
    for at in memchr::memmem::find_iter(text.as_bytes(), b"<!-- newslint:") {
        let Some(len) = text[at..].find("-->") else { continue };
        let body = text[at + "<!-- newslint:".len()..at + len].trim();
        let Some((verb, rest)) = body.split_once('[') else { continue };
        let Some((rules, _)) = rest.split_once(']') else { continue };
        let lines = lines.get_or_insert_with(|| LineIndex::new(text));
        let line = lines.line_span(text, lines.line(at as u32));
        let reach = match verb.trim() {
            "ignore-file" => Span::new(0, text.len()),
            "ignore" if text[line.from()..at].trim().is_empty() => {
                let next = article.blocks().iter().find(|block| block.span.from() > at).map_or(line, |block| block.span);
                line.join(next)
            }
            "ignore" => line,
            _ => continue,
        };
        found.push(Directive { rules: rules.split(',').map(|rule| rule.trim().to_owned()).collect(), reach });
    }
    found
}
