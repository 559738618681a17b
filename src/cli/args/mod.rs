//! The command line. The comments here are the manual: they are written for editors.

mod check;
mod house;

pub use check::{CheckArgs, CopyArgs, RuleArgs};
pub use house::{
    ConfigArgs, InitArgs, NamesAddArgs, NamesArgs, NamesCommand, NamesListArgs, RulesArgs, RulesCommand, WordsArgs, WordsCommand,
};

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};

use super::values::{ParseFormat, When};

/// Check news copy the way a copy desk does.
///
/// newslint reads a story, knows its headline from its credit and the speaker from the reporter, and reports what an
/// editor would query. With --fix it mends what an editor would mend without asking. It never changes a word inside a
/// quotation.
///
/// `newslint story.txt` is short for `newslint check story.txt`.
#[derive(Debug, Parser)]
#[command(name = "newslint", version, max_term_width = 100, arg_required_else_help = false)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Everywhere")]
    pub color: When,

    /// Print findings, but no summary and no remarks.
    #[arg(short, long, global = true, help_heading = "Everywhere")]
    pub quiet: bool,
}

/// What newslint can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Report what an editor would query, and mend it with --fix.
    Check(CheckArgs),
    /// Show how newslint understands a story: headline, byline, quotations and their speakers.
    Parse(ParseArgs),
    /// Explain a rule: what it finds, why it matters, what to do.
    Explain(ExplainArgs),
    /// List the rules, or test rules of your own.
    Rules(RulesArgs),
    /// Keep the newsroom's own list of names: add one, or list what a story would add.
    Names(NamesArgs),
    /// Write a newslint.toml to start from, with every setting explained.
    Init(InitArgs),
    /// Keep the newsroom's list of words.
    Words(WordsArgs),
    /// Show which newslint.toml holds here, and what it says.
    Config(ConfigArgs),
    /// Print the script that completes newslint's commands in your shell.
    Completions(CompletionsArgs),
    /// Print the manual page.
    Man(ManArgs),
}

/// `newslint parse`
#[derive(Debug, Args)]
pub struct ParseArgs {
    /// The story; `-` reads it from standard input.
    #[arg(value_name = "FILE")]
    pub path: PathBuf,

    /// How to show it.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub output_format: ParseFormat,

    /// How copy is read.
    #[command(flatten)]
    pub copy: CopyArgs,
}

/// `newslint explain`
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The rule, as a finding names it: quotes/unbalanced-quote.
    #[arg(value_name = "RULE")]
    pub rule: String,
}

/// `newslint completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// Your shell.
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// `newslint man`
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page to print; without it, the page of newslint itself.
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// The arguments with the command that is meant: `newslint story.txt` and `newslint --fix` mean `check`.
pub fn with_command(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let mut at = 1;
    while let Some(arg) = args.get(at).and_then(|arg| arg.to_str()) {
        match arg {
            "-q" | "--quiet" => at += 1,
            "--color" => at += 2,
            _ if arg.starts_with("--color=") => at += 1,
            _ => break,
        }
    }
    let given = args.get(at).and_then(|arg| arg.to_str());
    let is_command = given.is_some_and(|given| {
        ["help", "-h", "--help", "-V", "--version"].contains(&given) || Cli::command().find_subcommand(given).is_some()
    });
    if !is_command {
        args.insert(at.min(args.len()), "check".into());
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &str) -> Vec<String> {
        with_command(args.split(' ').map(OsString::from)).into_iter().map(|arg| arg.into_string().expect("UTF-8")).collect()
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn check_is_what_is_meant_when_no_command_is_named() {
        assert_eq!(read("newslint").join(" "), "newslint check");
        assert_eq!(read("newslint --fix a.txt").join(" "), "newslint check --fix a.txt");
        assert_eq!(read("newslint a.txt").join(" "), "newslint check a.txt");
        assert_eq!(read("newslint --color never -q check a.txt").join(" "), "newslint --color never -q check a.txt");
        assert_eq!(read("newslint --version").join(" "), "newslint --version");
        assert_eq!(read("newslint -").join(" "), "newslint check -");
    }

    #[test]
    fn the_last_of_two_switches_wins() {
        let args = Cli::parse_from(["newslint", "check", "--fix", "--no-fix"]);
        let Command::Check(check) = args.command else { panic!("check was named") };
        assert_eq!((check.fix(), check.unsafe_fixes()), (Some(false), None));
    }
}
