//! Names and titles.

pub(super) mod alias_inconsistent;
pub(super) mod possessive_title;
