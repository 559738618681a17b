//! Quotation marks: lost, turned round, of the wrong kind, or without the comma that leads to the speaker.

pub(super) mod body_quote_style;
pub(super) mod changed_in_diff;
pub(super) mod comma_after_mark;
pub(super) mod continuation_not_reopened;
pub(super) mod display_quote_style;
pub(super) mod glyphs;
pub(super) mod insertion_mark;
pub(super) mod introducer;
pub(super) mod nested_quote_level;
pub(super) mod no_comma_before_attribution;
pub(super) mod point_before_attribution;
pub(super) mod running_quote_closed_early;
pub(super) mod scare_quotes;
pub(super) mod so_called_plus_quotes;
mod speaker;
mod spoken;
pub(super) mod stray_closing_quote;
pub(super) mod terminal_point_place;
pub(super) mod that_plus_full_quote;
pub(super) mod unbalanced_quote;
pub(super) mod wrong_way_quote;
