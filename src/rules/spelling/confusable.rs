//! Real words in the wrong place; the pairs are those of `rules/data/lexicon/confusables.toml`.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Sink};

use super::contexts;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    contexts::report(article, "confusable", Safety::Suggested, sink);
}
