//! What `newslint check` is told; some of it other commands are told too.

use std::path::PathBuf;

use clap::Args;

use crate::cli::values::{OutputFormat, moment, pattern, severity};
use crate::config::{Date, FailLevel, Moment, Pattern};
use crate::finding::Severity;

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

fn switch(on: bool, off: bool) -> Option<bool> {
    (on || off).then_some(on)
}
