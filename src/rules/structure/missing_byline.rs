//! A story that nobody signed.

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let is_signed = article.blocks_with(|role| matches!(role, Role::Byline | Role::Credit)).next().is_some();
    let has_body = article.blocks_with(Role::is_body_text).next().is_some();
    let Some((_, headline)) = article.headline() else { return };
    if has_body && !is_signed {
        sink.report(Draft::at(headline.span));
    }
}
