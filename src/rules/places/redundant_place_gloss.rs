//! `the US city of Philadelphia`: a city that needs no gloss.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::{PhraseHit, PhraseKind, PlaceKind};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for hit in article.phrases_of(PhraseKind::Place) {
        let before = (hit.first as usize).checked_sub(1).map(|before| &article.words[before]);
        if !before.is_some_and(|before| before.span.len() == 2 && article.text(before.span) == "of") {
            continue;
        }
        let city = article.lexicon.place(hit.payload);
        if city.kind != PlaceKind::City || city.note != "alone" {
            continue;
        }
        let Some(start) = gloss_start(article, hit, city.country) else { continue };
        let span = Span { start, end: article.span_of(hit).end };
        let name = article.text(article.span_of(hit));
        sink.report(Draft::at(span).say("found", article.text(span)).say("city", name).replace(Safety::Suggested, name));
    }
}

/// Where `the Russian city of` starts before a city of Russia.
fn gloss_start(article: &Article, hit: &PhraseHit, country: &str) -> Option<u32> {
    let first = hit.first as usize;
    let text = |back: usize| Some(article.text(article.words[first.checked_sub(back)?].span));
    if !matches!(text(2)?, "city" | "capital") {
        return None;
    }
    (1..=2).find_map(|len| {
        let start = first.checked_sub(2 + len)?;
        let the = &article.words[start.checked_sub(1)?];
        let of_country = article.places_at(start).any(|place| {
            let known = article.lexicon.place(place.payload);
            place.end as usize == first - 2 && known.country == country && matches!(known.kind, PlaceKind::Adjective | PlaceKind::Country)
        });
        let gaps = article.text(Span { start: the.span.end, end: article.words[first].span.start });
        let whole = gaps.chars().all(|between| between.is_alphanumeric() || matches!(between, ' ' | '\u{A0}' | '.' | '\n'));
        (of_country && whole && article.text(the.span).eq_ignore_ascii_case("the")).then_some(the.span.start)
    })
}
