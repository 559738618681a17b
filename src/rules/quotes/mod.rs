//! Quotation marks: lost, turned round, of the wrong kind, or without the comma that leads to the speaker.

pub(super) mod body_quote_style;
pub(super) mod comma_after_mark;
pub(super) mod display_quote_style;
pub(super) mod glyphs;
pub(super) mod insertion_mark;
pub(super) mod nested_quote_level;
pub(super) mod no_comma_before_attribution;
pub(super) mod point_before_attribution;
pub(super) mod so_called_plus_quotes;
mod speaker;
pub(super) mod stray_closing_quote;
pub(super) mod unbalanced_quote;
pub(super) mod wrong_way_quote;
