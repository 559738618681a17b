//! newslint reads a story the way a copy desk does: which line is the headline, who said each quotation, which names mean
//! the same person, whether the story agrees with itself. See `docs/ARCHITECTURE.md` for the rooms of this house.

extern crate alloc; // what pest generates without its `std` feature names it

pub mod article;
pub mod check;
pub mod cli;
pub mod config;
pub mod document;
pub mod finding;
pub mod fix;
pub mod input;
pub mod lexicon;
pub mod lint;
pub mod parse;
pub mod report;
pub mod rules;
pub mod style;
pub mod text;
