//! `from 5-10`: from asks for to, between asks for and.

use crate::article::Article;
use crate::lint::{Context, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    use QuantityKind::{Age, Count, Measure, Money, Percent};
    super::ranges(article, |kind| matches!(kind, Age | Count | Measure | Money | Percent), sink);
}
