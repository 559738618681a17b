//! Mending copy: which fixes may be applied together, applying them, doing so until nothing is left to mend, and proving
//! afterwards that nobody's words were touched. It knows findings and text; it knows no rule, no file and no article.

mod apply;
mod choose;
mod converge;
mod guard;

pub use apply::apply;
pub use choose::{Choice, choose};
pub use converge::{FixError, Fixed, MOST_PASSES, converge};
pub use guard::Breach;
