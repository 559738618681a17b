//! A sentence that a reader must read twice.

use crate::article::{Article, Sentence};
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::word_count;
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let most = context.options.number("most");
    for sentence in &article.sentences {
        // Words as the lexicon counts them are never fewer by much: hyphens part them, dashes and figures do not add any.
        if sentence.span.len() <= 2 * most || (sentence.words.len() + 4) <= most {
            continue;
        }
        let count = own_words(article, sentence);
        let is_list = article.text(sentence.span).matches(';').count() >= 2;
        if count > most && !is_list {
            sink.report(Draft::at(sentence.span).say("count", count.to_string()).say("most", most.to_string()));
        }
    }
}

/// The words of a sentence that are the reporter's: nobody can shorten what a speaker said.
pub(super) fn own_words(article: &Article, sentence: &Sentence) -> usize {
    let quoted = article.quoted();
    let first = quoted.partition_point(|span| span.end <= sentence.span.start);
    let (mut count, mut at) = (0, sentence.span.start);
    for span in quoted[first..].iter().take_while(|span| span.start < sentence.span.end) {
        count += words(article, at, span.start);
        at = span.end.max(at);
    }
    count + words(article, at, sentence.span.end)
}

/// What white space parts, marks without a letter or figure left out.
fn words(article: &Article, start: u32, end: u32) -> usize {
    if start >= end {
        return 0;
    }
    let text = article.text(Span { start, end });
    word_count(text) - text.split_whitespace().filter(|word| !word.contains(char::is_alphanumeric)).count()
}
