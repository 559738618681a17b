//! The parts of a story and what was left between them.

pub(super) mod bad_front_matter;
pub(super) mod broken_paragraph;
pub(super) mod cms_residue;
pub(super) mod teaser_without_text;
