//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod acronyms;
mod names;
mod spelling;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("acronyms/defined-twice", acronyms::defined_twice::check),
    ("acronyms/defined-unused", acronyms::defined_unused::check),
    ("acronyms/plural-apostrophe", acronyms::plural_apostrophe::check),
    ("names/ambiguous-surname", names::ambiguous_surname::check),
    ("names/first-reference-surname-only", names::first_reference_surname_only::check),
    ("names/full-name-again", names::full_name_again::check),
    ("names/honorific-style", names::honorific_style::check),
    ("names/initials-style", names::initials_style::check),
    ("names/org-name-official", names::org_name_official::check),
    ("names/person-not-identified", names::person_not_identified::check),
    ("names/spelling-variant", names::spelling_variant::check),
    ("names/title-after-name-case", names::title_after_name_case::check),
    ("names/title-before-name-case", names::title_before_name_case::check),
    ("names/title-conflict", names::title_conflict::check),
    ("names/title-form-inconsistent", names::title_form_inconsistent::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
];
