//! `The United States and Russian militaries`: the noun of one country beside the adjective of another.
//!
//! Sure only before a plural of what each country has one of: there the noun must stand for an adjective.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::{PhraseHit, PhraseKind, PlaceKind};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let shared = context.options.words("shared");
    let mut last = 0;
    for hit in article.phrases_of(PhraseKind::Place) {
        if hit.first < last {
            continue;
        }
        let Some((country, adjective)) = pair(article, hit) else { continue };
        let end = country.end.max(adjective.end) as usize;
        let Some(noun) = noun_after(article, shared, end) else { continue };
        last = country.end.max(adjective.end);
        sink.report(draft(article, &country, &adjective, article.words[noun].span));
    }
}

/// A country's name and another's adjective with `and` between them, in either order.
fn pair(article: &Article, hit: &PhraseHit) -> Option<(PhraseHit, PhraseHit)> {
    let and = article.words.get(hit.end as usize)?;
    let last = &article.words[hit.end as usize - 1];
    if and.span.len() != 3 || article.text(and.span) != "and" || last.possessive > 0 || !is_space(article, hit.end as usize) {
        return None;
    }
    let place = article.lexicon.place(hit.payload);
    let other = article.places_at(hit.end as usize + 1).filter(|other| {
        let kinds = (place.kind, article.lexicon.place(other.payload).kind);
        matches!(kinds, (PlaceKind::Country, PlaceKind::Adjective) | (PlaceKind::Adjective, PlaceKind::Country))
            && article.lexicon.place(other.payload).country != place.country
    });
    let other = other.filter(|other| !is_both(article, other)).max_by_key(|other| other.end)?;
    if is_both(article, hit) || article.words[other.end as usize - 1].possessive > 0 || !is_space(article, other.first as usize) {
        return None;
    }
    Some(if place.kind == PlaceKind::Country { (*hit, *other) } else { (*other, *hit) })
}

/// `U.S.` is noun and adjective alike.
fn is_both(article: &Article, hit: &PhraseHit) -> bool {
    let kinds = |kind: PlaceKind| {
        article.places_at(hit.first as usize).any(|other| other.end == hit.end && article.lexicon.place(other.payload).kind == kind)
    };
    kinds(PlaceKind::Country) && kinds(PlaceKind::Adjective)
}

fn is_space(article: &Article, index: usize) -> bool {
    let gap = article.text(Span { start: article.words[index - 1].span.end, end: article.words[index].span.start });
    !gap.is_empty() && gap.chars().all(char::is_whitespace)
}

/// The plural of what each country has one of, at `index` or after one more lower-case word (`foreign ministers`).
fn noun_after(article: &Article, shared: &[crate::lint::page::Text], index: usize) -> Option<usize> {
    [index, index + 1]
        .into_iter()
        .take_while(|&at| article.words.get(at).is_some_and(|word| word.case == Case::Lower && word.is_word()) && is_space(article, at))
        .find(|&at| shared.iter().any(|noun| noun == article.text(article.words[at].span)))
}

fn draft(article: &Article, country: &PhraseHit, adjective: &PhraseHit, noun: Span) -> Draft {
    let first = country.first.min(adjective.first) as usize;
    let start = first.checked_sub(1).map(|at| &article.words[at]);
    let the = start.filter(|word| article.text(word.span).eq_ignore_ascii_case("the") && is_space(article, first));
    let whole = the.map_or(article.words[first].span, |word| word.span).join(noun);
    let place = article.lexicon.place(country.payload);
    let right = if place.country == "United States" { own_adjective(article) } else { place.note.split('|').next().unwrap_or_default() };
    let span = article.span_of(country);
    let draft = Draft::at(whole)
        .say("found", article.text(whole))
        .say("noun", article.text(span))
        .say("adjective", article.text(article.span_of(adjective)))
        .say("right", right);
    if right.is_empty() { draft } else { draft.fix(Safety::Suggested, vec![Edit::replace(span, right)]) }
}

/// The adjective of the United States that the story uses: `U.S.`, `US` or `American`.
fn own_adjective(article: &Article) -> &'static str {
    let count = |form: &str| article.acronyms().iter().filter(|&&at| article.text(article.words[at as usize].stem_span()) == form).count();
    let (points, bare) = (count("U.S."), count("US"));
    match (points, bare) {
        (0, 0) => "American",
        _ if points >= bare => "U.S.",
        _ => "US",
    }
}
