//! `5$`: in English the sign stands first.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for money in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Money) {
        let (unit, span) = (money.parts.unit, money.span());
        let sign = article.text(unit);
        let comes_last = unit.start > span.start && unit.end == span.end && matches!(sign, "$" | "£" | "€" | "¥");
        if !comes_last || !article.text(span).starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        let figure = article.copy()[span.from()..unit.from()].trim_end();
        let right = format!("{sign}{figure}");
        sink.report(Draft::at(span).say("found", article.text(span)).say("right", right.as_str()).replace(Safety::Safe, right));
    }
}
