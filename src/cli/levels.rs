//! How severe a finding must be to be shown, and to make the run fail.

use super::args::CheckArgs;
use crate::config::{Config, FailLevel};
use crate::finding::Severity;

/// What of the findings counts in a run.
#[derive(Clone, Copy)]
pub struct Levels {
    /// What is shown; what makes the run fail always is.
    pub shown: Severity,
    /// What makes the run fail, if anything does.
    pub fails: Option<Severity>,
}

impl Levels {
    /// As the command line says, or else the configuration.
    pub fn of(args: &CheckArgs, config: &Config) -> Self {
        let fails = args.fail_level.or(config.fail_level).unwrap_or(FailLevel::Warning).least();
        let shown = args.copy.min_severity.unwrap_or(Severity::Warning).min(fails.unwrap_or(Severity::Error));
        Self { shown, fails }
    }
}
