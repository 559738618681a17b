//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod acronyms;
mod aliases;
mod dates;
mod names;
mod places;
mod spelling;
mod words;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("acronyms/before-definition", acronyms::before_definition::check),
    ("acronyms/case", acronyms::case::check),
    ("acronyms/conflict", acronyms::conflict::check),
    ("acronyms/expansion-mismatch", acronyms::expansion_mismatch::check),
    ("acronyms/points", acronyms::points::check),
    ("acronyms/undefined-acronym", acronyms::undefined_acronym::check),
    ("dates/weekday-preposition", dates::weekday_preposition::check),
    ("names/alias-inconsistent", names::alias_inconsistent::check),
    ("names/possessive-title", names::possessive_title::check),
    ("places/alias-inconsistent", places::alias_inconsistent::check),
    ("places/noun-adjective-pair", places::noun_adjective_pair::check),
    ("places/redundant-place-gloss", places::redundant_place_gloss::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
    ("words/stock-transition", words::stock_transition::check),
];
