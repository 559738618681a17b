//! A teaser's headline with nothing under it where the others have text.

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let is_text = |at: usize| article.blocks().get(at).is_some_and(|block| block.role == Role::TeaserText);
    let heads: Vec<usize> = article.blocks_with(|role| role == Role::TeaserHeadline).map(|(at, _)| at).collect();
    // A list of links has headlines only.
    let with_text = heads.iter().filter(|&&at| is_text(at + 1)).count();
    if with_text == 0 {
        return;
    }
    for &at in heads.iter().filter(|&&at| !is_text(at + 1)) {
        sink.report(Draft::at(article.blocks()[at].span).say("headline", article.text(article.blocks()[at].span)));
    }
}
