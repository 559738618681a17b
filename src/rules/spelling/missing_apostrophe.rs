//! `dont`, `wont`, `lets`: a contraction without its apostrophe; ``driver`s``, `I´m`: another mark for it.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::{contexts, misspelling, written};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, word) in article.marked() {
        if word.marks & mark::MISSPELLING == 0 || !misspelling::may_be_reported(article, at, word) {
            continue;
        }
        let found = article.text(word.stem_span());
        let Some(right) = article.lexicon.corrections(word.id).next().filter(|right| is_contraction_of(found, right)) else { continue };
        let right = written::like(article, found, right);
        sink.report(Draft::at(word.stem_span()).say("wrong", found).say("right", right.clone()).replace(Safety::Safe, right));
    }
    contexts::report(article, "missing-apostrophe", Safety::Suggested, sink);
    report_wrong_marks(article, sink);
}

/// A grave or an acute accent or a prime inside a word: what a keyboard of another language gives.
fn report_wrong_marks(article: &Article, sink: &mut Sink) {
    let copy = article.copy();
    // All are found by their last bytes, which are rare.
    for last in memchr::memchr3_iter(b'`', 0xB4, 0xB2, copy.as_bytes()) {
        let Some((mark, at)) = ["`", "´", "′"].iter().find_map(|mark| Some((*mark, start_of(copy, mark, last)?))) else { continue };
        let after = &copy[at + mark.len()..];
        let ending = after.find(|letter: char| !letter.is_alphabetic()).map_or(after, |end| &after[..end]);
        let is_inside = copy[..at].ends_with(char::is_alphanumeric) && !ending.is_empty();
        // `ls`s is code, 5′s a length.
        if !is_inside || after[ending.len()..].starts_with(mark) {
            continue;
        }
        let span = Span::new(at, at + mark.len() + ending.len());
        let right = written::like(article, "", &format!("'{ending}"));
        sink.report(
            Draft::at(span).wording("mark").say("wrong", article.text(span)).say("right", right.clone()).replace(Safety::Suggested, right),
        );
    }
}

/// Where the mark begins whose last byte stands at `last`.
fn start_of(copy: &str, mark: &str, last: usize) -> Option<usize> {
    let start = (last + 1).checked_sub(mark.len())?;
    (copy.as_bytes().get(start..=last)? == mark.as_bytes()).then_some(start)
}

/// Whether `right` is `wrong` with an apostrophe.
pub(super) fn is_contraction_of(wrong: &str, right: &str) -> bool {
    right.contains('\'') && right.bytes().filter(|byte| *byte != b'\'').eq(wrong.bytes().map(|byte| byte.to_ascii_lowercase()))
}
