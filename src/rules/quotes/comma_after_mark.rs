//! `“Why?,” he asked`: a comma beside a mark that already ends the speech.

use crate::article::{Article, Quotation};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::speaker::attribution_after;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| !quotation.continues) {
        let Some(comma) = comma_inside(article, quotation).or_else(|| comma_outside(article, quotation)) else { continue };
        let close = Span { start: quotation.span.end, end: quotation.outer.end };
        let last = if comma.start < close.start { comma.start } else { close.start };
        let mark = Span { start: last - previous_len(article, last), end: last };
        let found = mark.join(comma).join(close);
        let draft = Draft::at(found).say("found", article.text(found)).say("mark", article.text(mark));
        sink.report(draft.fix(Safety::Safe, vec![Edit::delete(comma)]));
    }
}

/// The comma of `Why?,”`.
fn comma_inside(article: &Article, quotation: &Quotation) -> Option<Span> {
    let words = article.text(quotation.span);
    let is_doubled = ["?,", "!,", "—,", ",,"].iter().any(|end| words.ends_with(end)) || (words.ends_with(".,") && !has_pointed_end(words));
    is_doubled.then(|| Span { start: quotation.span.end - 1, end: quotation.span.end })
}

/// The comma of `Why?”, he asked` and of `We go,”, he said`. A list of titles may have one: the speaker must follow.
fn comma_outside(article: &Article, quotation: &Quotation) -> Option<Span> {
    let comma = Span { start: quotation.outer.end, end: quotation.outer.end + 1 };
    let doubled = article.text(quotation.span).ends_with(['?', '!', ',']) && article.copy()[comma.from()..].starts_with(',');
    (doubled && attribution_after(article, comma.end).is_some()).then_some(comma)
}

/// `U.S.,”` and `Jr.,”`: the point belongs to the word, and the comma to the sentence.
fn has_pointed_end(words: &str) -> bool {
    let stem = words.trim_end_matches(',').trim_end_matches('.');
    let last = stem.rsplit(|next: char| next.is_whitespace()).next().unwrap_or_default();
    stem.len() + 2 < words.len() || last.contains('.') || last.len() <= 4
}

fn previous_len(article: &Article, offset: u32) -> u32 {
    article.copy()[..offset as usize].chars().next_back().map_or(0, char::len_utf8) as u32
}
