//! `[crosscheck] across-files`: the stories of a run held against each other, as a desk runs it over the day's folder.
#![expect(clippy::unwrap_used, reason = "a test may say so, in its helpers too")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const STORIES: [(&str, &str); 4] = [
    (
        "a-main.md",
        "---\ntitle: Storm kills seven people in Arden\ndate: 2026-03-03\nslug: arden-storm\n---\nSeven people were killed in Arden on Monday, said Thomas Holmqvist.\n",
    ),
    (
        "b-side.md",
        "---\ntitle: After the storm\ndate: 2026-03-02\nslug: arden-storm\n---\nThomas Holmquist looked at the wall. It killed nine people on Monday.\n",
    ),
    (
        "c-other.txt",
        "Ferry crews go back\n\nThe crews of the ferries went back to work on Monday.\n\nRead more:\nStorm kills five people in Arden\nThe wall had stood for a hundred years.\n",
    ),
    ("d-alone.txt", "Mill stays open\n\nThe storm killed nine people, said Thomas Holmquist, and the mill stays open.\n"),
];

fn newsroom(config: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in STORIES.into_iter().chain([("newslint.toml", config)]) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn check(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    command.args(["check", "--quiet", "--output-format", "concise", "--select", "crosscheck"]).args(args).current_dir(folder);
    let done = command.output().unwrap();
    assert_eq!(String::from_utf8(done.stderr).unwrap(), "");
    String::from_utf8(done.stdout).unwrap()
}

const ON: &str = "[crosscheck]\nacross-files = true\n";

#[test]
fn the_later_story_is_held_against_the_earlier() {
    let found = check(newsroom(ON).path(), &[]);
    let wanted = "\
a-main.md:2:20: warning crosscheck/across-files-figure this story has “seven people”, b-side.md has “nine people”
a-main.md:6:51: warning crosscheck/across-files-name this story has “Thomas Holmqvist”, b-side.md has “Thomas Holmquist”
c-other.txt:6:1: warning crosscheck/across-files-headline the teaser says “Storm kills five people in Arden”; the headline of a-main.md is “Storm kills seven people in Arden”
";
    assert_eq!(found, wanted);
}

#[test]
fn threads_do_not_change_what_is_found() {
    let folder = newsroom(ON);
    for copy in 0..20 {
        fs::write(folder.path().join(format!("e{copy}.txt")), STORIES[2].1).unwrap();
    }
    let one = check(folder.path(), &["-j", "1"]);
    assert_eq!(one.lines().count(), 23, "{one}");
    assert_eq!(check(folder.path(), &["-j", "8"]), one);
}

#[test]
fn without_the_setting_every_story_stands_alone() {
    assert_eq!(check(newsroom("").path(), &[]), "");
    assert_eq!(check(newsroom(ON).path(), &["--config", "crosscheck.across-files = false"]), "");
}
