//! The rule engine: pages, rules, what is switched on, and what becomes of a finding.

pub mod engine;
mod options;
pub mod page;
mod registry;
mod rule;
mod suppress;
mod terms;

pub use options::{Options, option_value};
pub use page::{Example, Frame, Needs, OptionValue, Page, PageError, QuotePolicy};
pub use registry::{Hit, PackError, Registry};
pub use rule::{Check, Context, Draft, Sink};
pub use suppress::{Accept, Silenced, Suppression};
pub(crate) use terms::in_case_of;
