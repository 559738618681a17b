//! The shape of marks: quotation glyphs, dashes, spaces, brackets.

pub(super) mod dash_form;
pub(super) mod double_space;
pub(super) mod mojibake;
pub(super) mod nonrestrictive_where;
pub(super) mod repeated_mark;
pub(super) mod space_around_mark;
pub(super) mod straight_quotes;
pub(super) mod unbalanced_brackets;
