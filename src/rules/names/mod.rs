//! People, bodies and titles: one person, one spelling.

pub(super) mod alias_inconsistent;
mod near;
pub(super) mod possessive_title;
pub(super) mod spelling_variant;
