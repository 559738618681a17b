//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod credits;
mod crosscheck;
mod dates;
mod numbers;
mod spelling;
mod structure;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("credits/agency-not-credited", credits::agency_not_credited::check),
    ("credits/agency-typo", credits::agency_typo::check),
    ("credits/correction-says-nothing", credits::correction_says_nothing::check),
    ("crosscheck/age-birthdate", crosscheck::age_birthdate::check),
    ("crosscheck/age-conflict", crosscheck::age_conflict::check),
    ("crosscheck/count-vs-list", crosscheck::count_vs_list::check),
    ("crosscheck/headline-number-not-in-body", crosscheck::headline_number_not_in_body::check),
    ("crosscheck/headline-quote-not-in-body", crosscheck::headline_quote_not_in_body::check),
    ("crosscheck/near-duplicate-paragraph", crosscheck::near_duplicate_paragraph::check),
    ("crosscheck/number-conflict", crosscheck::number_conflict::check),
    ("crosscheck/parts-vs-total", crosscheck::parts_vs_total::check),
    ("crosscheck/percent-arithmetic", crosscheck::percent_arithmetic::check),
    ("crosscheck/same-quote-differs", crosscheck::same_quote_differs::check),
    ("crosscheck/shares-over-100", crosscheck::shares_over_100::check),
    ("crosscheck/unit-conversion", crosscheck::unit_conversion::check),
    ("crosscheck/weekday-date-mismatch", crosscheck::weekday_date_mismatch::check),
    ("crosscheck/weekday-vs-file-date", crosscheck::weekday_vs_file_date::check),
    ("dates/decade-apostrophe", dates::decade_apostrophe::check),
    ("dates/impossible-date", dates::impossible_date::check),
    ("dates/noon-midnight", dates::noon_midnight::check),
    ("dates/range", dates::range::check),
    ("dates/since-ago", dates::since_ago::check),
    ("numbers/age-style", numbers::age_style::check),
    ("numbers/currency-order", numbers::currency_order::check),
    ("numbers/currency-twice", numbers::currency_twice::check),
    ("numbers/leading-zero", numbers::leading_zero::check),
    ("numbers/range-words", numbers::range_words::check),
    ("numbers/up-to-or-more", numbers::up_to_or_more::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
    ("structure/bad-front-matter", structure::bad_front_matter::check),
    ("structure/broken-paragraph", structure::broken_paragraph::check),
    ("structure/cms-residue", structure::cms_residue::check),
    ("structure/teaser-without-text", structure::teaser_without_text::check),
];
