//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod clarity;
mod crosscheck;
mod headline;
mod spelling;
mod structure;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("clarity/double-that", clarity::double_that::check),
    ("clarity/sentence-too-long", clarity::sentence_too_long::check),
    ("crosscheck/duplicate-paragraph", crosscheck::duplicate_paragraph::check),
    ("headline/length", headline::length::check),
    ("headline/point", headline::point::check),
    ("headline/standfirst-repeats-paragraph", headline::standfirst_repeats_paragraph::check),
    ("headline/stray-capital", headline::stray_capital::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
    ("structure/glued-section-label", structure::glued_section_label::check),
    ("structure/hidden-characters", structure::hidden_characters::check),
    ("structure/line-endings", structure::line_endings::check),
    ("structure/merge-marker", structure::merge_marker::check),
    ("structure/missing-headline", structure::missing_headline::check),
    ("structure/note-left-in-copy", structure::note_left_in_copy::check),
    ("structure/paragraph-without-end", structure::paragraph_without_end::check),
    ("structure/placeholder-left", structure::placeholder_left::check),
    ("structure/subhead-without-text", structure::subhead_without_text::check),
    ("structure/wire-code-left", structure::wire_code_left::check),
];
