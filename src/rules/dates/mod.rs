//! Dates and times.

pub(super) mod decade_apostrophe;
pub(super) mod impossible_date;
pub(super) mod noon_midnight;
pub(super) mod range;
pub(super) mod since_ago;
pub(super) mod weekday_preposition;
