//! The name of a body, a firm or a place as it is often miswritten.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::PhraseKind;
use crate::lint::{Context, Draft, Sink};
use crate::rules::spelling::written::like;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let settled = article.house_names();
    let mut after = 0;
    for hit in article.phrases_of(PhraseKind::Miswritten).filter(|hit| !article.words[hit.first as usize..hit.end as usize].is_empty()) {
        let (wrong, right) = article.lexicon.miswritten(hit.payload);
        let span = article.span_of(hit);
        // The right name may hold the wrong one: `Associated Press of Pakistan`, `Barclays Bank plc`.
        let text = &article.copy()[span.from()..];
        let is_right = right.len() > wrong.len() && text.starts_with(right);
        let is_settled = settled.get(settled.partition_point(|one| one.end <= span.start)).is_some_and(|one| one.overlaps(span));
        if hit.first < after || is_right || is_settled {
            continue;
        }
        after = hit.end;
        let right = like(article, "", right);
        sink.report(Draft::at(span).say("found", article.text(span)).say("right", right.clone()).replace(Safety::Safe, right));
    }
}
