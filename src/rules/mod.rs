//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod crosscheck;
mod spelling;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("crosscheck/headline-number-not-in-body", crosscheck::headline_number_not_in_body::check),
    ("crosscheck/headline-quote-not-in-body", crosscheck::headline_quote_not_in_body::check),
    ("crosscheck/number-conflict", crosscheck::number_conflict::check),
    ("crosscheck/parts-vs-total", crosscheck::parts_vs_total::check),
    ("crosscheck/percent-arithmetic", crosscheck::percent_arithmetic::check),
    ("crosscheck/same-quote-differs", crosscheck::same_quote_differs::check),
    ("crosscheck/shares-over-100", crosscheck::shares_over_100::check),
    ("crosscheck/unit-conversion", crosscheck::unit_conversion::check),
    ("crosscheck/weekday-date-mismatch", crosscheck::weekday_date_mismatch::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
];
