//! Makes the tables that ship inside the binary: the pages of `rules/` and the word and name lists of `rules/data/`.
//!
//! The pages are read by the same code that reads a newsroom's own (`src/lint/page`); a page that is wrong stops the build
//! with its file and line.

#![allow(dead_code, unused_imports, reason = "the build uses a part of each module of src/ that it shares")]

extern crate alloc;

#[allow(dead_code, reason = "the tables hold the rest of it")]
#[path = "src/lexicon/confusable.rs"]
mod confusable;
#[path = "build/confusables.rs"]
mod confusables;
#[path = "build/cues.rs"]
mod cues;
#[path = "src/document/mod.rs"]
mod document;
#[path = "src/finding.rs"]
mod finding;
#[path = "build/names.rs"]
mod names;
#[path = "build/near.rs"]
mod near;
#[path = "src/lint/page/mod.rs"]
mod page;
#[path = "build/pages.rs"]
mod pages;
#[path = "src/lexicon/parts.rs"]
mod parts;
#[path = "src/parse/pattern.rs"]
mod pattern;
#[path = "build/phrases.rs"]
mod phrases;
#[path = "src/lexicon/record.rs"]
mod record;
#[path = "src/lexicon/table.rs"]
mod table;
#[path = "src/lexicon/tag.rs"]
mod tag;
#[path = "src/text/mod.rs"]
mod text;
#[path = "build/vocabulary.rs"]
mod vocabulary;

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    if let Err(problem) = build(&out) {
        println!("cargo::error={problem}");
        std::process::exit(1);
    }
}

fn build(out: &Path) -> Result<(), String> {
    let pages = pages::read(Path::new("rules"))?;
    let mut vocabulary = vocabulary::Vocabulary::read(Path::new("rules/data"))?;
    cues::read(Path::new("rules/data"), &mut vocabulary)?;
    let hits = pages::add_terms(&pages, &mut vocabulary)?;
    let names = names::read(Path::new("rules/data/names"), &mut vocabulary)?;
    let confusables = confusables::read(Path::new("rules/data/lexicon/confusables.toml"), &mut vocabulary)?;
    write(&out.join("pages.rs"), &pages::rust(&pages, &hits))?;
    let lexicon = vocabulary.write(out)?;
    let confusables = confusables.rust(&vocabulary);
    let no_surnames = names::no_surnames(Path::new("rules/data/names"), &vocabulary)?;
    write(&out.join("lexicon.rs"), &format!("{lexicon}{names}{confusables}{no_surnames}"))
}

fn write(path: &Path, content: &str) -> Result<(), String> {
    fs::write(path, content).map_err(|error| format!("{}: {error}", path.display()))
}

/// The text of a file under `rules/`.
fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The rows of a tab-separated list, comments left out, with their line numbers.
fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| (at + 1, line.split('\t').collect()))
}
