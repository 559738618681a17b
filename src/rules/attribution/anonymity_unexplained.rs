//! A source is not named and nobody says why.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// What says that a source goes unnamed; each is found by its rarest word.
const PHRASES: [&str; 10] = [
    "condition of anonymity",
    "not to be named",
    "not to be identified",
    "declined to be named",
    "declined to be identified",
    "requested anonymity",
    "asked for anonymity",
    "insisted on anonymity",
    "not be named",
    "not be identified",
];

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let reasons = context.options.words("reasons");
    let mut last = 0;
    let copy = article.copy().as_bytes();
    let is_named = |at: &usize| copy[at + 4..].starts_with(b"named") || copy[at + 4..].starts_with(b"identified");
    let anonymous = memchr::memmem::find_iter(copy, "nonymity");
    let mut places: Vec<usize> = anonymous.chain(memchr::memmem::find_iter(copy, " be ").filter(is_named)).collect();
    places.sort_unstable();
    for at in places {
        let Some(sentence) = article.sentence_at(at as u32) else { continue };
        let text = article.text(sentence.span);
        let Some((start, phrase)) = PHRASES.iter().find_map(|phrase| text.find(phrase).map(|start| (start, *phrase))) else { continue };
        let span = Span::new(sentence.span.from() + start, sentence.span.from() + start + phrase.len());
        if span.start < last || article.is_quoted(span.start) {
            continue;
        }
        last = span.end;
        let tail = article.text(Span { start: sentence.span.start, end: article.blocks()[sentence.block as usize].span.end });
        let nearby = &tail[..tail.char_indices().nth(text.chars().count() + 160).map_or(tail.len(), |(end, _)| end)];
        let lower = nearby.to_lowercase();
        if !reasons.iter().any(|reason| lower.contains(reason.as_ref())) {
            sink.report(Draft::at(span).say("phrase", phrase));
        }
    }
}
