//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod names;
mod spelling;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("names/first-reference-surname-only", names::first_reference_surname_only::check),
    ("names/person-not-identified", names::person_not_identified::check),
    ("names/spelling-variant", names::spelling_variant::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
];
