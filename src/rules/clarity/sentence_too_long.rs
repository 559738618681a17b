//! A sentence that a reader must read twice.

use crate::article::{Article, Sentence};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let most = context.options.number("most");
    for sentence in &article.sentences {
        if !may_have_more(article, sentence, most) {
            continue;
        }
        let count = own_words(article, sentence);
        let is_list = || article.text(sentence.span).matches(';').count() >= 2;
        if count > most && !is_list() {
            sink.report(Draft::at(sentence.span).say("count", count.to_string()).say("most", most.to_string()));
        }
    }
}

/// Whether a sentence may have more than `most` words of the reporter's, by a count that is cheaper. Words as the lexicon counts them
/// are never fewer by much: hyphens part them, dashes and figures do not add any.
pub(super) fn may_have_more(article: &Article, sentence: &Sentence, most: usize) -> bool {
    if sentence.span.len() <= 2 * most || sentence.words.len() + 4 <= most {
        return false;
    }
    let words = own_stretches(article, sentence).map(|stretch| article.words_in(stretch).len() + 1);
    words.sum::<usize>() + 4 > most
}

/// The words of a sentence that are the reporter's: nobody can shorten what a speaker said.
pub(super) fn own_words(article: &Article, sentence: &Sentence) -> usize {
    own_stretches(article, sentence).map(|stretch| words(article.text(stretch))).sum()
}

/// What of a sentence stands outside quotation marks.
fn own_stretches<'a>(article: &'a Article, sentence: &Sentence) -> impl Iterator<Item = Span> + 'a {
    let Span { mut start, end } = sentence.span;
    let quoted = article.quoted();
    let first = quoted.partition_point(|span| span.end <= start);
    let mut quoted = quoted[first..].iter().take_while(move |span| span.start < end);
    let mut is_done = false;
    std::iter::from_fn(move || {
        if is_done {
            return None;
        }
        let from = start;
        let to = quoted.next().map(|span| {
            start = span.end.max(start);
            span.start
        });
        is_done = to.is_none();
        Some(Span { start: from, end: to.unwrap_or(end).max(from) })
    })
}

/// What white space parts, marks without a letter or figure left out.
fn words(text: &str) -> usize {
    let (mut count, mut is_inside) = (0, false);
    for next in text.chars() {
        let (is_space, is_letter) = match next {
            // In a word that is counted already letters say nothing more.
            'a'..='z' if is_inside => continue,
            'a'..='z' | 'A'..='Z' => (false, true),
            ' ' => (true, false),
            _ => (next.is_whitespace(), next.is_alphanumeric()),
        };
        count += usize::from(is_letter && !is_inside);
        is_inside = !is_space && (is_inside || is_letter);
    }
    count
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_alone_are_no_words() {
        assert_eq!(super::words("The mill — £2m’s worth, at 5 – burnt\u{A0}down ."), 8);
    }
}
