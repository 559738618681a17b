//! Somebody in a caption, spelled otherwise than in the story.

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Sink};
use crate::rules::names::spelling_variant::{Field, report};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.blocks_with(|role| role == Role::Caption).next().is_some() {
        report(article, Field::Caption, sink);
    }
}
