//! `newslint completions`: the script that completes commands in a shell.

use clap::CommandFactory;

use super::args::{Cli, CompletionsArgs};
use super::{Desk, Failure, Outcome};

pub fn run(args: &CompletionsArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    // Written into memory first: the generator panics when it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "newslint", &mut script);
    desk.out.write_all(&script)?;
    Ok(Outcome::Clean)
}
