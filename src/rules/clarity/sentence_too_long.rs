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
    let (mut count, mut start) = (0, 0);
    for end in memchr::memchr_iter(b' ', text.as_bytes()).chain(std::iter::once(text.len())) {
        count += words_without_space(&text[start..end]);
        start = end + 1;
    }
    count
}

/// The same of text without plain spaces: nearly always one.
fn words_without_space(text: &str) -> usize {
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return usize::from(text.bytes().any(|byte| byte.is_ascii_alphanumeric()));
    }
    text.split(char::is_whitespace).filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_alone_are_no_words() {
        assert_eq!(super::words("The mill — £2m’s worth, at 5 – burnt\u{A0}down ."), 8);
    }
}
