//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod spelling;
mod typography;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/confusable", spelling::confusable::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/its-whose-your", spelling::its_whose_your::check),
    ("spelling/joined-or-split-word", spelling::joined_or_split_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
    ("spelling/missing-apostrophe", spelling::missing_apostrophe::check),
    ("spelling/plural-apostrophe", spelling::plural_apostrophe::check),
    ("spelling/unknown-word-near-match", spelling::unknown_word_near_match::check),
    ("spelling/variant-house", spelling::variant_house::check),
    ("spelling/variant-mix", spelling::variant_mix::check),
    ("typography/mojibake", typography::mojibake::check),
];
