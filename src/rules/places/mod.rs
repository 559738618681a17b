//! Places.

pub(super) mod alias_inconsistent;
pub(super) mod city_state_comma;
pub(super) mod house_name;
pub(super) mod noun_adjective_pair;
pub(super) mod redundant_place_gloss;
pub(super) mod state_abbreviation;
