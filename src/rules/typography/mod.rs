//! Marks, spaces and glyphs.

pub(super) mod mojibake;
