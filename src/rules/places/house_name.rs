//! A place under a name that is not the house's.

use crate::article::Article;
use crate::lint::{Context, Sink};
use crate::rules::aliases;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    aliases::check_house(article, context, |kind| kind == "place", sink);
}
