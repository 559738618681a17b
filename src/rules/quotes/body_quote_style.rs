//! Speech in the body with marks of the family that the house, or the story, does not use.

use crate::article::{Article, Class, Quotation};
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::glyphs;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(wanted) = glyphs::in_body(article, context.style) else { return };
    let by_house = context.style.quotes_body.is_some();
    for (at, quotation) in
        article.quotations().iter().enumerate().filter(|(_, quotation)| quotation.level == 1 && quotation.glyph != wanted)
    {
        let role = article.blocks()[quotation.block as usize].role;
        // Without a house only a whole sentence of speech counts: many desks set terms in the other marks on purpose.
        let counts = if by_house {
            quotation.class != Class::Display
        } else {
            quotation.class == Class::Direct && !is_whole_block(article, quotation)
        };
        if !role.is_body_text() || !counts {
            continue;
        }
        let straight = glyphs::straight(article, context.style).unwrap_or(quotation.straight);
        let [open, close] = glyphs::pair(wanted, straight);
        let mut edits = glyphs::set_in(quotation, wanted, straight);
        let inside = article.quotations()[at + 1..].iter().take_while(|inner| quotation.span.contains(inner.outer));
        for inner in inside.filter(|inner| inner.level == 2) {
            edits.extend(glyphs::set_in(inner, glyphs::other(wanted), straight));
        }
        let start = Span { start: quotation.outer.start, end: quotation.span.start };
        let draft = Draft::at(start).say("open", open).say("close", close).say("found", article.text(start));
        let draft = if by_house { draft } else { draft.wording("story") };
        sink.report(draft.fix(Safety::Safe, edits));
    }
}

/// A line that is one quotation may be a crosshead.
fn is_whole_block(article: &Article, quotation: &Quotation) -> bool {
    let block = article.blocks()[quotation.block as usize].span;
    block.trim(article.copy()) == quotation.outer
}
