//! The command line. The comments here are the manual: they are written for editors.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};

use super::values::{OutputFormat, ParseFormat, When, moment, name, pattern, severity};
use crate::config::{Date, FailLevel, Moment, Pattern};
use crate::finding::Severity;

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

/// `newslint check`
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "a flag is a bool")]
pub struct CheckArgs {
    /// Stories, and folders of stories. `-` reads a story from standard input.
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true)]
    pub paths: Vec<PathBuf>,

    /// Make the safe fixes: spacing, quotation marks, doubled words and the like.
    #[arg(long, overrides_with = "no_fix", help_heading = "Fixing")]
    pub fix: bool,
    #[arg(long, hide = true)]
    no_fix: bool,

    /// With --fix or --diff, make the suggested fixes too. Read them afterwards: they may change what the story says.
    #[arg(long, overrides_with = "no_unsafe_fixes", help_heading = "Fixing")]
    pub unsafe_fixes: bool,
    #[arg(long, hide = true)]
    no_unsafe_fixes: bool,

    /// Show what --fix would change, and change nothing.
    #[arg(long, help_heading = "Fixing")]
    pub diff: bool,

    /// Which rules run.
    #[command(flatten)]
    pub rules: RuleArgs,

    /// How copy is read.
    #[command(flatten)]
    pub copy: CopyArgs,

    /// Which files are copy.
    #[command(flatten)]
    pub files: FileArgs,

    /// Check only stories that differ from their version in git, and hold them against it: quotations whose words were
    /// changed are reported. REF is a branch, tag or commit; without it, the last commit.
    #[arg(long, value_name = "REF", num_args = 0..=1, require_equals = true, default_missing_value = "HEAD", help_heading = "Files")]
    pub changed: Option<String>,

    /// How findings are written. [default: full in a terminal, concise elsewhere]
    #[arg(long, value_name = "FORMAT", help_heading = "Output")]
    pub output_format: Option<OutputFormat>,

    /// List too what is borne out: names and titles by the newsroom's list, weekdays by the calendar. In full, concise and json.
    #[arg(long, help_heading = "Output")]
    pub verified: bool,

    /// Count the findings of each rule as well.
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,

    /// From which severity on findings make the run fail with exit code 1. [default: warning]
    #[arg(long, value_name = "LEVEL", help_heading = "Output")]
    pub fail_level: Option<FailLevel>,

    /// Do not fail because of findings; exit code 2 still says that something could not be checked.
    #[arg(long, help_heading = "Output")]
    pub exit_zero: bool,

    /// How many files to read at once. [default: one for each core]
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0, hide_default_value = true, help_heading = "Files")]
    pub threads: usize,
}

impl CheckArgs {
    /// What the command line says about `fix`, if anything.
    pub fn fix(&self) -> Option<bool> {
        switch(self.fix, self.no_fix)
    }

    /// What the command line says about `unsafe-fixes`, if anything.
    pub fn unsafe_fixes(&self) -> Option<bool> {
        switch(self.unsafe_fixes, self.no_unsafe_fixes)
    }
}

/// Flags of every command that reads copy.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Settings")]
pub struct CopyArgs {
    /// Use no newslint.toml at all.
    #[arg(long)]
    pub isolated: bool,

    /// A newslint.toml to use for all files, or a single setting such as 'style = "ap"'. May be given several times.
    #[arg(long, value_name = "FILE|SETTING")]
    pub config: Vec<String>,

    /// The house style: its name, or `none`.
    #[arg(long, value_name = "NAME")]
    pub style: Option<String>,

    /// The day the story is dated, when the copy does not say: 2026-01-31.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,

    /// Judge embargoes by this moment, or by the clock: 2026-01-31T18:00, in universal time or with an offset (+01:00). For
    /// the branch that goes out to readers.
    #[arg(long, value_name = "MOMENT", num_args = 0..=1, require_equals = true, default_missing_value = "clock", value_parser = moment)]
    pub now: Option<Moment>,

    /// Show findings from this severity on: info, warning or error. [default: warning]
    #[arg(long, value_name = "LEVEL", value_parser = severity)]
    pub min_severity: Option<Severity>,

    /// The name that a story from standard input goes by; its folder decides which newslint.toml holds.
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<String>,
}

/// Which rules run.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Rules")]
pub struct RuleArgs {
    /// Run these rules and no others. Rules and families, with commas between them; `all` for every rule.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub select: Option<Vec<String>>,

    /// Run these rules too.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub extend_select: Vec<String>,

    /// Do not run these rules.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub ignore: Vec<String>,
}

/// Which files are copy.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Files")]
#[expect(clippy::struct_excessive_bools, reason = "a flag is a bool")]
pub struct FileArgs {
    /// Check only files like these in folders, with commas between them. [default: *.txt, *.md, *.markdown]
    #[arg(long, value_name = "PATTERNS", value_delimiter = ',', value_parser = pattern)]
    pub include: Option<Vec<Pattern>>,

    /// Leave out files and folders like these.
    #[arg(long, value_name = "PATTERNS", value_delimiter = ',', value_parser = pattern)]
    pub exclude: Option<Vec<Pattern>>,

    /// Leave out what is excluded even if it is named on the command line, as a hook does.
    #[arg(long, overrides_with = "no_force_exclude")]
    pub force_exclude: bool,
    #[arg(long, hide = true)]
    no_force_exclude: bool,

    /// Check files that git ignores too.
    #[arg(long, overrides_with = "respect_gitignore")]
    pub no_respect_gitignore: bool,
    #[arg(long, hide = true)]
    respect_gitignore: bool,
}

impl FileArgs {
    /// What the command line says about `force-exclude`, if anything.
    pub fn force_exclude(&self) -> Option<bool> {
        switch(self.force_exclude, self.no_force_exclude)
    }

    /// What the command line says about `respect-gitignore`, if anything.
    pub fn respect_gitignore(&self) -> Option<bool> {
        switch(self.respect_gitignore, self.no_respect_gitignore)
    }
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

/// `newslint rules`
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: Option<RulesCommand>,
}

/// What can be done with rules.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Run every example of rule pages of your own.
    Test {
        /// Rule pages. [default: those that newslint.toml names]
        #[arg(value_name = "PAGE")]
        pages: Vec<PathBuf>,
    },
}

/// `newslint names`
#[derive(Debug, Args)]
pub struct NamesArgs {
    /// What to do with the list.
    #[command(subcommand)]
    pub command: NamesCommand,
}

/// What can be done with the list of names.
#[derive(Debug, Subcommand)]
pub enum NamesCommand {
    /// Add a name, or more to a name that is on the list: to the first file of names of newslint.toml, else to itself.
    Add(NamesAddArgs),
    /// Print the names of a story that are not on the list, as TOML to add.
    List(NamesListArgs),
}

/// `newslint names add`
#[derive(Debug, Args)]
pub struct NamesAddArgs {
    /// The name as it is written here: "Marta Tolvan".
    #[arg(value_name = "NAME", value_parser = name)]
    pub name: String,

    /// How it is not written here. May be given several times.
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub alias: Vec<String>,

    /// Who or what it is: "mayor of Harbour".
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,

    /// A sentence for an editor who has it otherwise.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,

    /// The address of the house rule.
    #[arg(long, value_name = "URL")]
    pub guide: Option<String>,

    /// The last day on which it holds.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<Date>,
}

/// `newslint names list`
#[derive(Debug, Args)]
pub struct NamesListArgs {
    /// The story.
    #[arg(value_name = "STORY")]
    pub path: PathBuf,

    /// How copy is read.
    #[command(flatten)]
    pub copy: CopyArgs,
}

/// `newslint init`
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder to write newslint.toml in.
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folder: PathBuf,
}

/// `newslint words`
#[derive(Debug, Args)]
pub struct WordsArgs {
    /// What to do with the list.
    #[command(subcommand)]
    pub command: WordsCommand,
}

/// `newslint words add`
#[derive(Debug, Subcommand)]
pub enum WordsCommand {
    /// Put words that are right here into the newsroom's list: the first file of `[words] files`, or a new words.txt.
    Add {
        /// The words, as they are written.
        #[arg(value_name = "WORD", required = true)]
        words: Vec<String>,
    },
}

/// `newslint config`
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// A story or a folder.
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: PathBuf,

    /// How copy is read.
    #[command(flatten)]
    pub copy: CopyArgs,
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

fn switch(on: bool, off: bool) -> Option<bool> {
    (on || off).then_some(on)
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
