//! `a 5 year old boy`: an age before its noun, or in place of one, takes hyphens.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

/// Words after which `5 years old` stands alone.
const BE: [&str; 14] = ["is", "was", "are", "were", "am", "be", "been", "being", "turned", "turns", "just", "only", "already", "now"];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for age in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Age) {
        let text = article.text(age.span());
        // `5 year old`, `5-year old`, `5 year-old`: the singular is never a predicate.
        let has_gap = text.contains(' ') && (text.ends_with("year old") || text.ends_with("year-old") || text.ends_with("year olds"));
        let before = (age.first as usize).checked_sub(1).map(|at| article.text(article.words[at].span).to_lowercase());
        let is_predicate = before.is_some_and(|before| BE.contains(&before.as_str()));
        let words = text.split([' ', '-']).count();
        if !has_gap || is_predicate || words > 4 {
            continue;
        }
        let right = text.replace(' ', "-");
        sink.report(Draft::at(age.span()).say("found", text).say("right", right.as_str()).replace(Safety::Safe, right));
    }
}
