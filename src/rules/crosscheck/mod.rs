//! Whether the story agrees with itself.

pub(super) mod duplicate_paragraph;
