//! Typing and spelling errors.

pub(super) mod a_an;
pub(super) mod doubled_word;
pub(super) mod misspelling;
