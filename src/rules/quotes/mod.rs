//! Quotation marks.

pub(super) mod continuation_not_reopened;
pub(super) mod introducer;
pub(super) mod running_quote_closed_early;
pub(super) mod scare_quotes;
pub(super) mod terminal_point_place;
pub(super) mod that_plus_full_quote;
