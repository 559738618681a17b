//! Makes the tables that ship inside the binary.

fn main() {}
