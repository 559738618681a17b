//! How easily a sentence is read.

pub(super) mod double_that;
pub(super) mod lede_too_long;
pub(super) mod sentence_too_long;
