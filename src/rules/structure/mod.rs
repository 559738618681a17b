//! What does not belong in a story, and what a story lacks.

pub(super) mod bad_front_matter;
pub(super) mod broken_paragraph;
pub(super) mod cms_residue;
pub(super) mod embargo_not_passed;
pub(super) mod glued_section_label;
pub(super) mod hidden_characters;
pub(super) mod line_endings;
pub(super) mod merge_marker;
pub(super) mod missing_byline;
pub(super) mod missing_headline;
pub(super) mod note_left_in_copy;
pub(super) mod paragraph_without_end;
pub(super) mod placeholder_left;
pub(super) mod subhead_without_text;
pub(super) mod teaser_without_text;
pub(super) mod unknown_suppression;
pub(super) mod unused_suppression;
pub(super) mod wire_code_left;
