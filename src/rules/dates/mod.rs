//! Dates and times.

pub(super) mod weekday_preposition;
