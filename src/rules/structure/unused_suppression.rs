//! A comment that silences a rule which has nothing to say there.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Silenced, Sink, Suppression};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for suppression in context.suppressions {
        let unused: Vec<&Silenced> = suppression.rules.iter().filter(|rule| rule.known && rule.ran && !rule.used).collect();
        let Some(first) = unused.first() else { continue };
        let names = unused.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>().join(", ");
        let draft = Draft::at(first.span).say("rules", names);
        sink.report(draft.fix(Safety::Safe, vec![without(article, suppression, &unused)]));
    }
}

/// The comment with the names that are of use, or no comment where none is.
fn without(article: &Article, suppression: &Suppression, unused: &[&Silenced]) -> Edit {
    let rules = &suppression.rules;
    let kept: Vec<&str> = rules.iter().filter(|rule| !unused.contains(rule)).map(|rule| rule.name.as_str()).collect();
    match (rules.first(), rules.last()) {
        (Some(first), Some(last)) if !kept.is_empty() => Edit::replace(first.span.join(last.span), kept.join(", ")),
        _ => Edit::delete(with_line(article, suppression.span)),
    }
}

/// A comment alone on its line goes with the line, one at the end of a line with the blanks before it.
fn with_line(article: &Article, comment: Span) -> Span {
    let text = article.document.source.text();
    let before = text[..comment.from()].trim_end_matches([' ', '\t']);
    let after = &text[comment.to()..];
    let is_alone = before.is_empty() || before.ends_with('\n');
    let end = match after.find('\n') {
        Some(line_end) if is_alone && after[..line_end].trim().is_empty() => comment.to() + line_end + 1,
        _ => comment.to(),
    };
    Span::new(before.len(), end)
}
