//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod names;
mod spelling;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("names/ambiguous-surname", names::ambiguous_surname::check),
    ("names/first-reference-surname-only", names::first_reference_surname_only::check),
    ("names/full-name-again", names::full_name_again::check),
    ("names/org-name-official", names::org_name_official::check),
    ("names/person-not-identified", names::person_not_identified::check),
    ("names/spelling-variant", names::spelling_variant::check),
    ("names/title-conflict", names::title_conflict::check),
    ("names/title-form-inconsistent", names::title_form_inconsistent::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
];
