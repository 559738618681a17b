//! `ISIS`, `ISIL` and `the Islamic State group` in one story.

use crate::article::Article;
use crate::lint::{Context, Sink};
use crate::rules::aliases;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    aliases::check(article, context, |kind| kind != "place", sink);
}
