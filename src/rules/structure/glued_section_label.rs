//! `… later this month Middle East -`: the name of a section run on to a teaser's text.

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (index, pair) in article.blocks().windows(2).enumerate() {
        let [teaser, label] = pair else { continue };
        let gap = Span { start: teaser.span.end, end: label.span.start };
        let is_glued = teaser.role == Role::TeaserText && label.role == Role::SectionLabel && !article.text(gap).contains(['\n', '\r']);
        if !is_glued {
            continue;
        }
        let mut span = label.span;
        let mut edits = vec![Edit::replace(gap, "\n")];
        if let Some(dash) = article.blocks().get(index + 2).filter(|block| block.role == Role::Separator) {
            let gap = Span { start: label.span.end, end: dash.span.start };
            if !article.text(gap).contains(['\n', '\r']) {
                span = span.join(dash.span);
                edits.push(Edit::replace(gap, "\n"));
            }
        }
        sink.report(Draft::at(span).say("label", article.text(label.span)).fix(Safety::Suggested, edits));
    }
}
