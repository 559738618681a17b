//! `J. K. Rowe`, `JK Rowe`, `J.K. Rowe`: one way in one house.

use crate::article::{Article, NameKind, Shape, Word};
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::style::Initials;
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(style) = context.style.initials else { return };
    for mention in article
        .names()
        .mentions
        .iter()
        .filter(|mention| mention.shape == Shape::Full && article.names().cast[mention.name as usize].kind == NameKind::Person)
    {
        let (first, end) = (mention.words.start as usize, mention.words.end as usize);
        let is_initial = |word: &&Word| word.span.len() == 1 || article.text(word.span).contains('.');
        let count = article.words[first..end].iter().take_while(is_initial).count();
        if count == 0 {
            continue;
        }
        let Some(surname) = article.words.get(first + count) else { continue };
        let span = Span { start: mention.span.start, end: surname.span.start };
        let written = article.text(span);
        let letters: Vec<char> = written.chars().filter(|letter| letter.is_alphabetic()).collect();
        let right: String = match style {
            Initials::Points => letters.iter().flat_map(|letter| [*letter, '.']).chain([' ']).collect(),
            Initials::Bare => letters.iter().copied().chain([' ']).collect(),
        };
        let span = Span { start: span.start, end: span.start + written.trim_end().len() as u32 };
        if letters.len() >= 2 && written.trim_end() != right.trim_end() {
            let right = right.trim_end().to_owned();
            sink.report(Draft::at(span).say("found", article.text(span)).say("right", right.clone()).replace(Safety::Safe, right));
        }
    }
}
