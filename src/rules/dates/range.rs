//! `from 1939-45`: from asks for to, between asks for and.

use crate::article::Article;
use crate::lint::{Context, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    super::super::numbers::ranges(article, |kind| kind == QuantityKind::Year, sink);
}
