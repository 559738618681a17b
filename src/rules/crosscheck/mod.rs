//! Facts inside the story that must agree.

pub(super) mod across_files_figure;
pub(super) mod across_files_headline;
pub(super) mod across_files_name;
pub(super) mod age_birthdate;
pub(super) mod age_conflict;
pub(super) mod count_vs_list;
pub(super) mod duplicate_paragraph;
pub(super) mod headline_name_not_in_body;
pub(super) mod headline_number_not_in_body;
pub(super) mod headline_quote_not_in_body;
pub(super) mod near_duplicate_paragraph;
pub(super) mod number_conflict;
pub(super) mod parts_vs_total;
pub(super) mod percent_arithmetic;
pub(super) mod same_quote_differs;
pub(super) mod shares_over_100;
pub(super) mod title_or_party_conflict;
pub(super) mod unit_conversion;
pub(super) mod weekday_date_mismatch;
pub(super) mod weekday_vs_file_date;
