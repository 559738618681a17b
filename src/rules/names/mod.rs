//! People, bodies and titles: one person, one spelling.

mod near;
pub(super) mod spelling_variant;
