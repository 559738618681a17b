//! `Four dead in ferry crash`, where the house writes figures in headlines.

use crate::article::{Article, Word};
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// Words that are one number; `one` is as often a pronoun and stays.
const NUMBERS: [(&str, &str); 27] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("zero", "0"),
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (block, _) in article.blocks_with(|role| matches!(role, Role::Headline | Role::TeaserHeadline)) {
        for at in article.words_of(block).filter(|&at| article.words[at].is(Tag::NumberWord)) {
            let span = article.words[at].span;
            let written = article.text(span);
            let figure = NUMBERS.iter().find(|(word, _)| written.eq_ignore_ascii_case(word)).map(|(_, figure)| *figure);
            if let Some(figure) = figure.filter(|_| stands_alone(article, at)) {
                let draft = Draft::at(span).say("found", written).say("right", figure);
                sink.report(draft.fix(Safety::Suggested, vec![Edit::replace(span, figure)]));
            }
        }
    }
}

/// Whether a number counts something here: no part of a name (`Six Nations`), of a compound or of a longer number.
fn stands_alone(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let copy = article.copy();
    let is_joined = copy[..word.span.from()].ends_with(['-', '‑', '/']) || copy[word.span.to()..].starts_with(['-', '‑', '/', '’', '\'']);
    let has_capital = word.case == Case::Capitalised && !article.starts_sentence(at);
    let next = neighbour(article, at, at + 1);
    let names = next.is_some_and(|next| next.is_capitalised() && article.places_at(at + 1).next().is_none());
    let counts = |other: Option<&Word>| other.is_some_and(|other| other.is(Tag::NumberWord) && !is_magnitude(article, other));
    let is_part = counts(next) || counts(at.checked_sub(1).and_then(|before| neighbour(article, at, before)));
    !is_joined && !has_capital && !names && !is_part
}

/// `two million` becomes `2 million`.
fn is_magnitude(article: &Article, word: &Word) -> bool {
    ["million", "billion", "trillion"].iter().any(|magnitude| article.text(word.span).eq_ignore_ascii_case(magnitude))
}

/// The word `other` next to the word `at`, only a space between them.
fn neighbour<'a>(article: &'a Article, at: usize, other: usize) -> Option<&'a Word> {
    let (first, second) = (article.words.get(at.min(other))?, article.words.get(at.max(other))?);
    let gap = article.text(Span { start: first.span.end, end: second.span.start });
    (first.block == second.block && gap == " ").then_some(&article.words[other])
}
