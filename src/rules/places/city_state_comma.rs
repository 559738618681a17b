//! `in Austin, Texas on Monday`: the state or the country after a city stands between two commas.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::{PhraseHit, PhraseKind, PlaceKind, Tag};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Phrases that may lie between a city and its state.
const NEAR: usize = 12;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for hit in article.phrases_of(PhraseKind::Place) {
        if !follows_comma(article, hit) {
            continue;
        }
        let place = article.lexicon.place(hit.payload);
        if !matches!(place.kind, PlaceKind::State | PlaceKind::Country) || !goes_on(article, context, hit) {
            continue;
        }
        if let Some(city) = city_before(article, hit, place.country) {
            let span = article.span_of(city).join(article.span_of(hit));
            let draft = Draft::at(span).say("found", article.text(span)).say("place", article.text(article.span_of(hit)));
            sink.report(draft.fix(Safety::Safe, vec![Edit::insert(span.end, ",")]));
        }
    }
}

/// Whether a comma and a space stand between a place and the word before it.
fn follows_comma(article: &Article, hit: &PhraseHit) -> bool {
    let at = hit.first as usize;
    let Some(before) = at.checked_sub(1) else { return false };
    article.text(Span { start: article.words[before].span.end, end: article.words[at].span.start }) == ", "
}

/// Whether a word follows that cannot belong to the place: `Texas on Monday`, not `Texas lawmakers`.
fn goes_on(article: &Article, context: &Context, hit: &PhraseHit) -> bool {
    let last = &article.words[hit.end as usize - 1];
    let Some(next) = article.words.get(hit.end as usize).filter(|next| next.block == last.block) else { return false };
    let gap = article.text(Span { start: last.span.end, end: next.span.start });
    let parts = context.options.words("parts");
    let follows = article.text(next.span);
    last.possessive == 0 && gap == " " && (next.is(Tag::Weekday) || parts.iter().any(|part| *part == follows))
}

/// The known city of that country right before the comma.
fn city_before<'a>(article: &'a Article, hit: &PhraseHit, country: &str) -> Option<&'a PhraseHit> {
    let before = article.phrases().partition_point(|phrase| phrase.first < hit.first);
    article.phrases()[..before].iter().rev().take(NEAR).find(|phrase| {
        let ends_here = phrase.kind == PhraseKind::Place && phrase.end == hit.first;
        ends_here && {
            let city = article.lexicon.place(phrase.payload);
            city.kind == PlaceKind::City && city.country == country && article.words[phrase.end as usize - 1].possessive == 0
        }
    })
}
