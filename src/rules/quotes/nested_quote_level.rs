//! A quotation inside a quotation with the marks of the outer one.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::Fault;

use super::glyphs;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for fault in article.marks.faults.iter().filter(|fault| fault.fault == Fault::WrongLevel) {
        let at = article.quotations.binary_search_by(|quotation| quotation.outer.start.cmp(&fault.span.start));
        let Some(quotation) = at.ok().map(|at| &article.quotations[at]) else { continue };
        let words = article.text(quotation.span);
        let draft = Draft::at(quotation.outer).say("found", article.text(quotation.outer));
        if quotation.level > 2 {
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
