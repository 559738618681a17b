//! newslint reads a story the way a copy desk does: which line is the headline, who said each quotation, which names mean
//! the same person, whether the story agrees with itself. See `docs/ARCHITECTURE.md` for the rooms of this house.

pub mod check;
pub mod cli;
pub mod config;
pub mod finding;
pub mod fix;
pub mod text;
