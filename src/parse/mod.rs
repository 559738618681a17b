//! The only home of pest: the shapes of lines, the quotation marks of a block, the small languages inside copy and rule pages.

pub mod attribution;
mod bylines;
pub mod dates;
pub mod marks;
pub mod pattern;
pub mod quantities;
pub mod roles;
pub mod shapes;
