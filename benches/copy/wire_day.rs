//! Writes a wire day of invented stories into a folder, for the scripts that time the program from outside:
//! `rustc -O --edition 2024 benches/copy/wire_day.rs && ./wire_day FOLDER [STORIES]`

#[path = "mod.rs"]
#[allow(dead_code)]
mod copy;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("the folder to write to"));
    let stories: u64 = arguments.next().map_or(5000, |number| number.parse().expect("a number of stories"));
    std::fs::create_dir_all(&folder)?;
    for seed in 0..stories {
        std::fs::write(folder.join(format!("{seed:05}.txt")), copy::story(seed))?;
    }
    Ok(())
}
