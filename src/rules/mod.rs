//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod acronyms;
mod aliases;
mod attribution;
mod clarity;
mod crosscheck;
mod dates;
mod headline;
mod names;
mod places;
mod quotes;
mod spelling;
mod structure;
mod typography;
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
    ("attribution/repeated-attribution-verb", attribution::repeated_attribution_verb::check),
    ("clarity/double-that", clarity::double_that::check),
    ("clarity/sentence-too-long", clarity::sentence_too_long::check),
    ("crosscheck/duplicate-paragraph", crosscheck::duplicate_paragraph::check),
    ("crosscheck/headline-number-not-in-body", crosscheck::headline_number_not_in_body::check),
    ("crosscheck/headline-quote-not-in-body", crosscheck::headline_quote_not_in_body::check),
    ("crosscheck/weekday-date-mismatch", crosscheck::weekday_date_mismatch::check),
    ("dates/weekday-preposition", dates::weekday_preposition::check),
    ("headline/length", headline::length::check),
    ("headline/point", headline::point::check),
    ("headline/standfirst-repeats-paragraph", headline::standfirst_repeats_paragraph::check),
    ("headline/stray-capital", headline::stray_capital::check),
    ("names/alias-inconsistent", names::alias_inconsistent::check),
    ("names/possessive-title", names::possessive_title::check),
    ("names/spelling-variant", names::spelling_variant::check),
    ("places/alias-inconsistent", places::alias_inconsistent::check),
    ("places/noun-adjective-pair", places::noun_adjective_pair::check),
    ("places/redundant-place-gloss", places::redundant_place_gloss::check),
    ("quotes/body-quote-style", quotes::body_quote_style::check),
    ("quotes/comma-after-mark", quotes::comma_after_mark::check),
    ("quotes/display-quote-style", quotes::display_quote_style::check),
    ("quotes/insertion-mark", quotes::insertion_mark::check),
    ("quotes/nested-quote-level", quotes::nested_quote_level::check),
    ("quotes/no-comma-before-attribution", quotes::no_comma_before_attribution::check),
    ("quotes/point-before-attribution", quotes::point_before_attribution::check),
    ("quotes/so-called-plus-quotes", quotes::so_called_plus_quotes::check),
    ("quotes/stray-closing-quote", quotes::stray_closing_quote::check),
    ("quotes/unbalanced-quote", quotes::unbalanced_quote::check),
    ("quotes/wrong-way-quote", quotes::wrong_way_quote::check),
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
    ("typography/dash-form", typography::dash_form::check),
    ("typography/double-space", typography::double_space::check),
    ("typography/nonrestrictive-where", typography::nonrestrictive_where::check),
    ("typography/repeated-mark", typography::repeated_mark::check),
    ("typography/space-around-mark", typography::space_around_mark::check),
    ("typography/straight-quotes", typography::straight_quotes::check),
    ("typography/unbalanced-brackets", typography::unbalanced_brackets::check),
    ("words/stock-transition", words::stock_transition::check),
];
