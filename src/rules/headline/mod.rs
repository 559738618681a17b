//! Headlines, standfirsts and the headlines of teasers.

pub(super) mod case;
pub(super) mod length;
pub(super) mod point;
pub(super) mod standfirst_repeats_paragraph;
pub(super) mod stray_capital;
