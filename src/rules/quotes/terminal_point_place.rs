//! A comma or point outside the closing mark in a house that sets it inside.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let close = Span { start: quotation.span.end, end: quotation.outer.end };
        let after = &article.copy()[close.to()..];
        let point = after.chars().next().filter(|mark| matches!(mark, ',' | '.'));
        let has_point = article.text(quotation.span).ends_with([',', '.', '?', '!', '…', '—', '’', '\'', '”']);
        let goes_on = after.chars().nth(1).is_some_and(|next| next.is_alphanumeric() || next == '.');
        let Some(point) = point.filter(|_| !close.is_empty() && !has_point && !goes_on && !quotation.span.is_empty()) else { continue };
        let both = Span { start: close.start, end: close.end + 1 };
        let right = format!("{point}{}", article.text(close));
        let draft = Draft::at(both).say("found", article.text(both)).say("right", right.clone());
        sink.report(draft.fix(Safety::Safe, vec![Edit::replace(both, right)]));
    }
}
