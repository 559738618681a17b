//! The `newslint` program.

fn main() {}
