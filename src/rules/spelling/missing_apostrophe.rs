//! `dont`, `wont`, `lets`: a contraction without its apostrophe.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};

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
}

/// Whether `right` is `wrong` with an apostrophe.
pub(super) fn is_contraction_of(wrong: &str, right: &str) -> bool {
    right.contains('\'') && right.bytes().filter(|byte| *byte != b'\'').eq(wrong.bytes().map(|byte| byte.to_ascii_lowercase()))
}
