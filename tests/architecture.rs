//! Who may import whom: arrows run down the floors of `docs/ARCHITECTURE.md`, never up, and some crates have one home.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, lowest first; rooms on one floor may not import each other unless `NEIGHBOURS` says so.
const FLOORS: [&[&str]; 10] = [
    &["text"],
    &["finding", "document", "lexicon"],
    &["parse", "style", "report"],
    &["config", "input"],
    &["article", "fix", "format"],
    &["lint"],
    &["rules"],
    &["check"],
    &["cli", "server"],
    &["lib", "main"],
];

/// Crates that one room alone may name.
const HOMES: [(&str, &[&str]); 8] = [
    ("pest", &["src/parse/"]),
    ("pest_derive", &["src/parse/"]),
    ("codespan_reporting", &["src/report/"]),
    ("clap", &["src/cli/"]),
    ("clap_complete", &["src/cli/"]),
    ("clap_mangen", &["src/cli/"]),
    ("ignore", &["src/cli/"]),
    ("rayon", &["src/cli/"]),
];

/// What touches the world outside belongs to the command line.
const OUTSIDE: [&str; 9] =
    ["std::fs", "std::env", "std::process", "std::io::stdout", "io::stdout()", "io::stderr()", "std::time", "std::net", "println!"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The lines of code of a file, its unit tests and comments left out, with their numbers.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).expect("a source file");
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    let lines = before_tests.lines().enumerate().map(|(at, line)| (at + 1, line.trim().to_owned()));
    lines.filter(|(_, line)| !line.starts_with("//")).collect()
}

fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The room that a file belongs to: the first part of its path under src.
fn room(path: &Path) -> String {
    let name = name(path);
    let inside = name.strip_prefix("src/").expect("all sources lie under src");
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs").to_owned()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that a line imports or names by `crate::`.
fn imported(line: &str) -> Vec<String> {
    line.match_indices("crate::")
        .map(|(at, found)| line[at + found.len()..].chars().take_while(|next| next.is_alphanumeric() || *next == '_').collect())
        .filter(|room: &String| floor(room).is_some())
        .collect()
}

#[test]
fn every_room_has_a_floor() {
    let missing: Vec<String> = sources(Path::new("src")).iter().map(|path| room(path)).filter(|room| floor(room).is_none()).collect();
    assert!(missing.is_empty(), "rooms that no floor holds: {missing:?}");
}

#[test]
fn no_arrow_points_up() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let own = room(&path);
        for (at, line) in code(&path) {
            for other in imported(&line) {
                let up = floor(&other) > floor(&own) || (floor(&other) == floor(&own) && other != own);
                if up && own != "lib" {
                    wrong.push(format!("{}:{at}: {own} may not know {other}: {line}", name(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn some_crates_have_one_home() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        for (at, line) in code(&path) {
            for (krate, homes) in HOMES {
                let named = line.contains(&format!("{krate}::")) || line.contains(&format!("use {krate};"));
                if named && !homes.iter().any(|home| name(&path).starts_with(home)) {
                    wrong.push(format!("{}:{at}: {krate} belongs to {homes:?}: {line}", name(&path)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "crates outside their home:\n{}", wrong.join("\n"));
}

#[test]
fn only_the_command_line_touches_the_world() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        if matches!(room(&path).as_str(), "cli" | "server" | "main") {
            continue;
        }
        for (at, line) in code(&path) {
            if let Some(call) = OUTSIDE.iter().find(|call| line.contains(*call)) {
                wrong.push(format!("{}:{at}: {call}", name(&path)));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms that touch files, environment, clock or terminal:\n{}", wrong.join("\n"));
}

#[test]
fn the_last_line_shape_takes_anything() {
    // The totality of the article grammar rests on this: what no other shape takes, `text` takes.
    let grammar = fs::read_to_string("grammar/article.pest").expect("the grammar");
    let line = grammar.lines().find(|line| line.starts_with("line ")).expect("the rule `line`");
    assert!(line.trim_end().ends_with("| text }"), "`text` must stay the last alternative: {line}");
    assert!(grammar.contains("text         = @{ ANY ~"), "`text` must take any character");
}

#[test]
fn no_file_outgrows_its_idea() {
    let long: Vec<String> = sources(Path::new("src"))
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).expect("a source file").lines().count()))
        .filter(|(_, lines)| *lines > 600)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "files over 600 lines hold a second idea:\n{}", long.join("\n"));
}
