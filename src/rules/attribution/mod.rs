//! Who said it, and how the copy says so.

pub(super) mod repeated_attribution_verb;
