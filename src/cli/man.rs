//! `newslint man`: the manual page.

use clap::CommandFactory;

use super::args::{Cli, ManArgs};
use super::{Desk, Failure, Outcome};
use crate::config::nearest;

pub fn run(args: &ManArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let mut cli = Cli::command();
    cli.build();
    let page = match args.command.as_deref().map(|name| cli.find_subcommand(name).ok_or(name)) {
        None => &cli,
        Some(Ok(command)) => command,
        Some(Err(name)) => {
            let near = nearest(name, cli.get_subcommands().map(clap::Command::get_name)).map(|near| format!("did you mean `{near}`?"));
            return Err(Failure { message: format!("there is no command `{name}`"), hint: near });
        }
    };
    clap_mangen::Man::new(page.clone()).render(&mut desk.out)?;
    Ok(Outcome::Clean)
}
