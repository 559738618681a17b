//! What the screen can show.

use std::env;
use std::io::{self, IsTerminal};

use super::values::When;

/// What is wide enough for people who read prose, where no terminal says otherwise.
const USUAL_WIDTH: usize = 80;

/// How to write for whoever reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Columns.
    pub width: usize,
    /// Whether a person is looking.
    pub interactive: bool,
    /// Whether to use colours.
    pub colour: bool,
    /// Whether a build server reads along and obeys commands in the text.
    pub ci: bool,
}

impl Terminal {
    /// The terminal on standard output.
    pub fn on_stdout(colour: When) -> Self {
        let interactive = io::stdout().is_terminal();
        let variable = |name: &str| env::var(name).ok();
        let width = if interactive { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
        let colour = wants_colour(colour, interactive, variable);
        let ci = is_set(&variable, "GITHUB_ACTIONS") || is_set(&variable, "TF_BUILD") || is_set(&variable, "TEAMCITY_VERSION");
        Self { width: width.unwrap_or(USUAL_WIDTH), interactive, colour, ci }
    }
}

/// The flag has the first word, then `NO_COLOR`, then those that force colours, then `CLICOLOR=0`, then the terminal.
fn wants_colour(when: When, interactive: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto if variable("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        When::Auto if is_set(&variable, "CLICOLOR_FORCE") || is_set(&variable, "FORCE_COLOR") => true,
        When::Auto if variable("CLICOLOR").is_some_and(|value| value == "0") => false,
        When::Auto => interactive && variable("TERM").is_none_or(|kind| kind != "dumb"),
    }
}

/// Whether a variable is there and does not say no.
fn is_set(variable: &impl Fn(&str) -> Option<String>, name: &str) -> bool {
    variable(name).is_some_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(interactive: bool, variables: &[(&str, &str)]) -> bool {
        let variable = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        wants_colour(When::Auto, interactive, variable)
    }

    #[test]
    fn a_terminal_has_colours_and_a_pipe_has_none() {
        assert!(colour(true, &[]) && !colour(false, &[]));
        assert!(!colour(true, &[("TERM", "dumb")]));
    }

    #[test]
    fn the_conventions_are_kept() {
        assert!(!colour(true, &[("NO_COLOR", "1")]) && colour(true, &[("NO_COLOR", "")]));
        assert!(!colour(true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(colour(false, &[("CLICOLOR_FORCE", "1")]) && !colour(false, &[("CLICOLOR_FORCE", "0")]));
        assert!(colour(false, &[("FORCE_COLOR", "1")]));
        assert!(!colour(true, &[("CLICOLOR", "0")]));
    }

    #[test]
    fn the_flag_beats_the_variables() {
        let forced = |_: &str| Some("1".to_owned());
        assert!(!wants_colour(When::Never, true, forced) && wants_colour(When::Always, false, forced));
    }
}
