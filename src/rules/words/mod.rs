//! The choice of words.

pub(super) mod stock_transition;
