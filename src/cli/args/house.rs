//! What the commands are told that keep the house's own rules, names, words and settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::check::CopyArgs;
use crate::cli::values::name;
use crate::config::Date;

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
