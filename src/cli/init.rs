//! `newslint init`: a newslint.toml to start from.

use std::fs::OpenOptions;
use std::io::{self, Write};

use super::args::InitArgs;
use super::files::without_dots;
use super::settings::FILE_NAME;
use super::{Desk, Failure, Outcome, visible, words_of};

/// Every setting, explained, and all of it commented out: to write the file changes nothing.
const TEMPLATE: &str = include_str!("init.toml");

pub fn run(args: &InitArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let path = without_dots(&args.folder.join(FILE_NAME));
    let made = OpenOptions::new().write(true).create_new(true).open(&path);
    let written = made.and_then(|mut file| file.write_all(TEMPLATE.as_bytes()));
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Failure {
            message: format!("{} is there already, and was left as it is", path.display()),
            hint: Some("`newslint config` shows what it says".to_owned()),
        },
        _ => Failure::new(format!("{}: {}", path.display(), words_of(&error))),
    })?;
    if !desk.quiet {
        writeln!(desk.out, "{} is written; nothing in it is switched on yet", visible(&path.to_string_lossy()))?;
    }
    Ok(Outcome::Clean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Known};
    use crate::text::Source;

    fn parse(text: &str) -> Config {
        let rules = ["spelling/doubled-word", "clarity/sentence-too-long", "words/cliche"];
        let known = Known { rules: &rules, styles: &["ap", "guardian"], formats: &["full"], version: "0.1.0" };
        Config::parse(&Source::from_text("newslint.toml", text), &known).expect("the template is a configuration")
    }

    #[test]
    fn the_template_changes_nothing() {
        assert_eq!(toml::to_string(&parse(TEMPLATE)).ok(), toml::to_string(&Config::default()).ok());
    }

    #[test]
    fn everything_in_the_template_is_a_setting() {
        // A line that is commented out has no space after its sign; an explanation has one.
        let all_on: Vec<&str> =
            TEMPLATE.lines().map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line)).collect();
        let config = parse(&all_on.join("\n"));
        assert!(config.style.is_some() && !config.overrides.is_empty() && !config.accept.is_empty());
    }
}
