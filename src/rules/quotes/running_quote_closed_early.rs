//! A quotation is closed at the end of a paragraph, and the next paragraph goes on with it.

use crate::article::{Article, Class, Quotation};
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, quotation) in article.quotations().iter().enumerate().filter(|(_, quotation)| quotation.level == 1) {
        let bare = quotation.class == Class::Direct && quotation.attributed.is_none() && fills(article, quotation);
        let before = article.quotations()[..at].iter().rev().find(|before| before.level == 1);
        let Some(before) = before.filter(|before| bare && before.attributed.is_some() && before.class == Class::Direct) else { continue };
        let blocks = article.blocks();
        let follows =
            (before.block as usize + 1..blocks.len()).find(|&next| blocks[next].role.is_body_text()) == Some(quotation.block as usize);
        let ends = article.copy()[before.outer.to()..blocks[before.block as usize].span.to()].trim().is_empty();
        if follows && ends && before.span.end < before.outer.end {
            let mark = Span { start: before.span.end, end: before.outer.end };
            let draft = Draft::at(mark).say("mark", article.text(mark)).label(quotation.outer, "next");
            sink.report(draft.fix(Safety::Display, vec![Edit::delete(mark)]));
        }
    }
}

/// Whether a quotation is the whole of its paragraph.
fn fills(article: &Article, quotation: &Quotation) -> bool {
    let block = &article.blocks()[quotation.block as usize];
    block.role == Role::Paragraph && block.span.trim(article.copy()) == quotation.outer
}
