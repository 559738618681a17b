//! Acronyms: defined where they are needed, and written one way.

pub(super) mod defined_twice;
pub(super) mod defined_unused;
pub(super) mod plural_apostrophe;
