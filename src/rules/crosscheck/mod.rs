//! Facts inside the story that must agree.

pub(super) mod duplicate_paragraph;
pub(super) mod headline_number_not_in_body;
pub(super) mod headline_quote_not_in_body;
pub(super) mod weekday_date_mismatch;
