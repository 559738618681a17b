//! The `newslint` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    newslint::cli::run()
}
