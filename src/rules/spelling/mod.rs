//! Typing and spelling errors.

pub(super) mod a_an;
pub(super) mod confusable;
mod contexts;
pub(super) mod doubled_word;
pub(super) mod drawn_out_word;
pub(super) mod its_whose_your;
pub(super) mod joined_or_split_word;
pub(super) mod missing_apostrophe;
pub(super) mod misspelling;
pub(super) mod plural_apostrophe;
mod unknown;
pub(super) mod unknown_word_near_match;
pub(super) mod variant_house;
pub(super) mod variant_mix;
pub(super) mod written;
