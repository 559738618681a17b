//! Headlines, standfirsts and the headlines of teasers.

pub(super) mod acronym_points;
pub(super) mod case;
pub(super) mod length;
pub(super) mod number;
pub(super) mod point;
pub(super) mod standfirst_repeats_paragraph;
pub(super) mod stray_capital;
