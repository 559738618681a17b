//! A quotation inside a quotation with the marks of the outer one.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::Fault;
use crate::text::Span;

use super::glyphs;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for fault in article.marks.faults.iter().filter(|fault| fault.fault == Fault::WrongLevel) {
        let at = article.quotations().binary_search_by(|quotation| quotation.outer.start.cmp(&fault.span.start));
        let Some(quotation) = at.ok().map(|at| &article.quotations()[at]) else { continue };
        let words = article.text(quotation.span);
        let draft = Draft::at(quotation.outer).say("found", article.text(quotation.outer));
        if quotation.level > 2 {
            // The quotation around it has the wrong marks: with those set right, this one is to be looked at again.
            if parent_is_wrong(article, fault.span) {
                continue;
            }
            sink.report(draft.wording("third"));
            continue;
        }
        let inner = glyphs::other(quotation.glyph);
        let [open, close] = glyphs::pair(inner, quotation.straight);
        let draft = draft.say("right", format!("{open}{words}{close}"));
        // A third quotation inside would get the same marks as the second.
        let is_plain = !words.contains(['‘', '“', '"']);
        sink.report(if is_plain { draft.fix(Safety::Safe, glyphs::set_in(quotation, inner, quotation.straight)) } else { draft });
    }
}

/// Whether the quotation around the one at `open` is reported too.
fn parent_is_wrong(article: &Article, open: Span) -> bool {
    let faults = &article.marks.faults;
    let before = faults.partition_point(|fault| fault.span < open);
    faults[..before].last().is_some_and(|fault| fault.fault == Fault::WrongLevel && fault.reach.contains(open))
}
