//! Somebody or some place that a sentence-case headline or standfirst names and the body never does.

use std::ops::Range;

use crate::article::{Article, NameKind, stem};
use crate::document::Role;
use crate::lexicon::{PhraseHit, PhraseKind, PlaceKind, mark};
use crate::lint::{Context, Draft, Sink};

/// A shorter body is an extract.
const SHORTEST_BODY: usize = 60;
/// A longer heading is none.
const LONGEST: usize = 60;
/// Phrases that may hold a word.
const NEAR: usize = 12;
/// Letters by which `Holmqvists` and `Holmqvist’s` are known again.
const STEM: usize = 4;
/// Stories from there seldom name it.
const HOME: &str = "United States";

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let shown = || article.blocks_with(|role| matches!(role, Role::Headline | Role::Standfirst)).take(4);
    let runs: Vec<(usize, usize)> = shown().flat_map(|(block, _)| names_of(article, block)).collect();
    let places: Vec<&PhraseHit> = shown().flat_map(|(block, _)| places_of(article, block)).collect();
    if runs.is_empty() && places.is_empty() {
        return;
    }
    let body: usize = article.blocks_with(Role::is_body_text).map(|(block, _)| article.words_of(block).len()).sum();
    if body < SHORTEST_BODY {
        return;
    }
    for (first, last) in runs {
        if !(first..=last).any(|at| is_named_in_body(article, at)) {
            let span = article.words[first].span.join(stem(article, last));
            let draft = Draft::at(span).say("name", article.text(span)).say("where", article.place_name(span.start));
            sink.report(match nearest(article, last) {
                Some((other, written)) => draft.wording("near").say("other", written).label(other, "near-here"),
                None => draft,
            });
        }
    }
    for hit in places.into_iter().filter(|hit| !is_told_of_in_body(article, hit)) {
        let span = article.span_of(hit);
        sink.report(Draft::at(span).say("name", article.text(span)).say("where", article.place_name(span.start)));
    }
}

/// The countries and cities that a heading names for themselves: no part of a longer name, none of the country where a story is at home.
fn places_of<'a>(article: &'a Article, block: usize) -> Vec<&'a PhraseHit> {
    let words = article.words_of(block);
    if !tells_names(article, &words) {
        return Vec::new();
    }
    let stands_alone = |hit: &&PhraseHit| {
        let is_capital = |at: usize| words.contains(&at) && article.words[at].is_capitalised();
        let (first, end) = (hit.first as usize, hit.end as usize);
        // `Split on the bench` opens with a word, not with a city.
        let is_word = article.starts_sentence(first) && article.lexicon.marks(article.words[first].id) & mark::WORD != 0;
        !is_word && !is_capital(end) && (first == words.start || !is_capital(first - 1) || first - 1 == words.start)
    };
    let names_place = |hit: &&PhraseHit| {
        let place = article.lexicon.place(hit.payload);
        matches!(place.kind, PlaceKind::Country | PlaceKind::City) && place.country != HOME && place.text.len() > STEM
    };
    let from = article.phrases().partition_point(|hit| (hit.first as usize) < words.start);
    let here = article.phrases()[from..].iter().take_while(|hit| (hit.first as usize) < words.end);
    let hits = here.filter(|hit| hit.kind == PhraseKind::Place);
    hits.filter(names_place).filter(stands_alone).filter(|hit| !article.is_quoted(article.words[hit.first as usize].span.start)).collect()
}

/// Whether the body has the place, a place of the same country, its people or its adjective.
fn is_told_of_in_body(article: &Article, hit: &PhraseHit) -> bool {
    let countries: Vec<&str> = article.places_at(hit.first as usize).map(|place| article.lexicon.place(place.payload).country).collect();
    let in_body = |other: &&PhraseHit| article.blocks()[article.words[other.first as usize].block as usize].role.is_body_text();
    let told = article.phrases_of(PhraseKind::Place).filter(in_body);
    let mut told = told.map(|other| article.lexicon.place(other.payload).country);
    // A capital may stand for its government, and New York for more than one place: the home country is in every story.
    countries.contains(&HOME) || told.any(|country| countries.contains(&country)) || is_named_in_body(article, hit.first as usize)
}

/// The runs of capitalised words of a heading that name somebody: words that no dictionary knows, or surely a person’s name. A
/// heading that capitalises its verbs tells no names.
fn names_of(article: &Article, block: usize) -> Vec<(usize, usize)> {
    let words = article.words_of(block);
    if !tells_names(article, &words) {
        return Vec::new();
    }
    let indices: Vec<usize> = words.filter(|&at| is_name(article, at)).collect();
    let joined = |one: &usize, next: &usize| {
        let gap = &article.copy()[article.words[*one].span.to()..article.words[*next].span.from()];
        *next == one + 1 && matches!(gap, " " | "-")
    };
    indices.chunk_by(joined).map(|run| (run[0], run[run.len() - 1])).collect()
}

/// Whether a capital in a heading tells a name: few of its words have one.
fn tells_names(article: &Article, words: &Range<usize>) -> bool {
    let capitals = words.clone().skip(1).filter(|&at| article.words[at].is_capitalised()).count();
    words.len() >= 4 && words.len() <= LONGEST && capitals * 2 <= words.len()
}

fn is_name(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let is_capitalised = word.case == crate::text::Case::Capitalised && word.span.len() > STEM;
    if !is_capitalised || article.is_quoted(word.span.start) {
        return false;
    }
    // Phrases and mentions stand in order of their first word, and none is long.
    let before = article.phrases().partition_point(|hit| hit.first as usize <= at);
    let is_listed = article.phrases()[..before]
        .iter()
        .rev()
        .take(NEAR)
        .any(|hit| matches!(hit.kind, PhraseKind::Place | PhraseKind::Alias) && (hit.first as usize..hit.end as usize).contains(&at));
    let is_of_person = || {
        let mentions = &article.names().mentions;
        let before = mentions.partition_point(|mention| mention.words.start as usize <= at);
        mentions[..before].last().is_some_and(|mention| {
            let name = &article.names().cast[mention.name as usize];
            mention.words.end as usize > at && name.sure && name.kind == NameKind::Person
        })
    };
    let is_unknown = article.lexicon.marks(word.id) & (mark::WORD | mark::PROPER) == 0;
    // `Delegate Update: …` is a label; a plural at the start is no name: `Millenials aren’t buying it`.
    let is_label = article.copy()[word.span.to()..].starts_with(':');
    let opens_plural = article.starts_sentence(at) && article.text(word.span).ends_with('s');
    let is_name = (is_unknown && !opens_plural) || (!is_label && is_of_person());
    is_name && !is_listed
}

/// Whether the body has the name, be it in another form.
fn is_named_in_body(article: &Article, at: usize) -> bool {
    let in_body = |word: u32| article.blocks()[article.words[word as usize].block as usize].role.is_body_text();
    let as_written = article.names().form_at(at as u32).map(|form| article.names().places_of(form));
    if as_written.is_some_and(|places| places.iter().any(|&word| in_body(word))) {
        return true;
    }
    let start = |at: usize| article.text(stem(article, at)).chars().take(STEM).flat_map(char::to_lowercase);
    let alike = (0..).zip(&article.names().forms).filter(|(_, form)| start(form.first as usize).eq(start(at)));
    alike.map(|(form, _)| form).any(|form| article.names().places_of(form).iter().any(|&word| in_body(word)))
}

/// The name of the body that differs from the word `at` by a slip or two.
fn nearest(article: &Article, at: usize) -> Option<(crate::text::Span, String)> {
    let written = article.text(stem(article, at)).to_lowercase();
    let forms = article.names().forms.iter().map(|form| stem(article, form.first as usize));
    let near = forms.filter(|span| article.role_at(span.start).is_some_and(Role::is_body_text));
    let mut near = near.filter(|span| strsim::osa_distance(&article.text(*span).to_lowercase(), &written) <= 2);
    near.next().map(|span| (span, article.text(span).to_owned()))
}
