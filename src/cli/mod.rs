//! The command line: the only room that knows clap, files, the environment, the clock and the terminal.

mod across;
mod args;
mod check;
mod completions;
mod config;
mod diff;
mod explain;
pub mod files;
mod git;
mod init;
mod job;
mod levels;
mod lists;
mod man;
mod names;
mod parse;
mod rules;
pub mod settings;
mod show;
mod story;
mod terminal;
mod values;
mod words;
pub mod write;

use std::env;
use std::fmt;
use std::io::{self, BufWriter, Write};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use clap::Parser;

use crate::config::ConfigError;
use args::{Cli, Command};
use terminal::Terminal;

/// Why newslint could not do its job: exit code 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Failure {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self { message: error.to_string(), hint: error.hint }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::new(format!("the output could not be written: {}", words_of(&error)))
    }
}

/// A file that could not be checked; the others are.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file as shown.
    pub path: String,
    /// What went wrong.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.path, self.message)
    }
}

/// How a run ended; the greater goes before the lesser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to report.
    Clean,
    /// Findings that make the run fail.
    Findings,
    /// Something could not be done.
    Trouble,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Clean => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
            Outcome::Trouble => ExitCode::from(2),
        }
    }
}

/// What every command is given of the world.
struct Desk<'a> {
    terminal: Terminal,
    quiet: bool,
    out: &'a mut dyn Write,
}

/// Runs newslint as its arguments say.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse_from(args::with_command(env::args_os())) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no mistakes. Nobody is left to tell if this cannot be printed.
            let _ = error.print();
            return if error.use_stderr() { Outcome::Trouble.into() } else { Outcome::Clean.into() };
        }
    };
    let mut out = BufWriter::with_capacity(64 * 1024, Output { stdout: io::stdout().lock() });
    let mut desk = Desk { terminal: Terminal::on_stdout(cli.color), quiet: cli.quiet, out: &mut out };
    story::keep_panics();
    let done = panic::catch_unwind(AssertUnwindSafe(|| dispatch(&cli.command, &mut desk)));
    let done = done.unwrap_or_else(|_| Err(Failure::new(story::breakdown())));
    let flushed = out.flush().map_err(Failure::from);
    match done.and_then(|outcome| flushed.map(|()| outcome)) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            tell("error", &failure.message);
            if let Some(hint) = &failure.hint {
                tell("help", hint);
            }
            Outcome::Trouble.into()
        }
    }
}

fn dispatch(command: &Command, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    match command {
        Command::Check(args) => check::run(args, desk),
        Command::Parse(args) => parse::run(args, desk),
        Command::Explain(args) => explain::run(args, desk),
        Command::Rules(args) => rules::run(args, desk),
        Command::Names(args) => names::run(args, desk),
        Command::Init(args) => init::run(args, desk),
        Command::Words(args) => words::run(args, desk),
        Command::Config(args) => config::run(args, desk),
        Command::Completions(args) => completions::run(args, desk),
        Command::Man(args) => man::run(args, desk),
    }
}

/// Says something that is no finding: on standard error, on one line, with nothing in it that a terminal obeys.
fn tell(what: &str, message: &str) {
    // With standard error closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{what}: {}", visible(message));
}

/// `text` with control and direction characters written out.
fn visible(text: &str) -> String {
    let is_hidden =
        |next: char| next.is_control() || matches!(next, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut visible = String::with_capacity(text.len());
    for next in text.chars() {
        if is_hidden(next) {
            visible.extend(next.escape_default());
        } else {
            visible.push(next);
        }
    }
    visible
}

/// An error of the system in words, without its number where it is a common one.
fn words_of(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read or write it".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}

/// Standard output whose reader may leave early, as `head` does: that is no error, and the rest is for nobody.
struct Output<'a> {
    stdout: io::StdoutLock<'a>,
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.stdout.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.stdout.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            flushed => flushed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_goes_before_findings() {
        assert_eq!([Outcome::Findings, Outcome::Trouble, Outcome::Clean].into_iter().max(), Some(Outcome::Trouble));
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_told() {
        assert_eq!(visible("a\u{1b}[31m\n\u{202e}“é”"), "a\\u{1b}[31m\\n\\u{202e}“é”");
    }
}
