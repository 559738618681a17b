//! `--changed`: stories held against their version in git, as a hook and a build server run it.
#![expect(clippy::unwrap_used, reason = "a test may say so, in its helpers too")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const STORY: &str = "Council meets on harbour plan\n\n“We were never asked about the ferry,” said Tom Arlen.\n\nIda Marsh called the plan “reckless” and left.\n";

/// A repository with `STORY` in story.txt and a second story, committed; nothing where there is no git.
fn newsroom() -> Option<TempDir> {
    let folder = tempfile::tempdir().unwrap();
    if Command::new("git").arg("--version").output().is_err() {
        return None;
    }
    git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
    fs::write(folder.path().join("story.txt"), STORY).unwrap();
    fs::write(folder.path().join("other.txt"), "Mill stays open\n\nThe mill will will stay open, its owners said.\n").unwrap();
    commit(folder.path());
    Some(folder)
}

fn git(folder: &Path, args: &[&str]) {
    let name = ["-c", "user.name=A reporter", "-c", "user.email=reporter@newsroom.invalid", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").args(name).args(args).current_dir(folder).output().unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "copy"]);
}

/// The exit code, what is printed, and what is said beside it.
fn check(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    command.args(["check", "--quiet", "--isolated", "--output-format", "concise"]).args(args).current_dir(folder);
    let done = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

fn rewrite(folder: &Path, from: &str, to: &str) {
    let path = folder.join("story.txt");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).unwrap();
}

const ALTERED: &str = "story.txt:3:10: error quotes/changed-in-diff the quotation says “not” where the committed version has “never”: “We were never asked about the ferry”\n";

#[test]
fn a_quotation_that_was_altered_is_reported_and_unchanged_stories_are_left_out() {
    let Some(newsroom) = newsroom() else { return };
    assert_eq!(check(newsroom.path(), &["--changed"]), (0, String::new(), String::new()));
    rewrite(newsroom.path(), "never", "not");
    assert_eq!(check(newsroom.path(), &["--changed", "--select", "quotes,spelling"]), (1, ALTERED.into(), String::new()));
    // Staged or not, what counts is the file as it lies there.
    git(newsroom.path(), &["add", "story.txt"]);
    assert_eq!(check(newsroom.path(), &["--changed", "--select", "quotes/changed-in-diff", "story.txt"]).1, ALTERED);
    assert_eq!(check(newsroom.path(), &["--select", "quotes/changed-in-diff"]).0, 0);
}

#[test]
fn a_branch_is_held_against_the_commit_it_began_with() {
    let Some(newsroom) = newsroom() else { return };
    git(newsroom.path(), &["checkout", "--quiet", "-b", "edit"]);
    rewrite(newsroom.path(), "never", "not");
    commit(newsroom.path());
    git(newsroom.path(), &["checkout", "--quiet", "main"]);
    fs::write(newsroom.path().join("other.txt"), "Mill stays open\n\nThe mill will stay open, its owners said.\n").unwrap();
    commit(newsroom.path());
    git(newsroom.path(), &["checkout", "--quiet", "edit"]);
    assert_eq!(check(newsroom.path(), &["--changed=main", "--select", "quotes,spelling"]), (1, ALTERED.into(), String::new()));
    assert_eq!(check(newsroom.path(), &["--changed"]).0, 0);
}

#[test]
fn a_renamed_story_keeps_its_past_and_a_new_one_has_none() {
    let Some(newsroom) = newsroom() else { return };
    fs::create_dir(newsroom.path().join("sea")).unwrap();
    git(newsroom.path(), &["mv", "story.txt", "sea/späte Meldung.txt"]);
    let moved = newsroom.path().join("sea/späte Meldung.txt");
    fs::write(&moved, STORY.replace("reckless", "careless")).unwrap();
    fs::write(newsroom.path().join("new.txt"), STORY.replace("never", "not")).unwrap();
    let (code, out, err) = check(newsroom.path(), &["--changed", "--select", "quotes/changed-in-diff"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.starts_with("sea/späte Meldung.txt:5:") && out.lines().count() == 1, "{out}");
    // From inside the folder, paths are as given there.
    assert!(check(&newsroom.path().join("sea"), &["--changed"]).1.starts_with("späte Meldung.txt:5:"));
}

#[test]
fn a_hook_that_git_runs_from_elsewhere_finds_the_stories() {
    let Some(newsroom) = newsroom() else { return };
    rewrite(newsroom.path(), "never", "not");
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    command.args(["check", "--isolated", "--changed", "--select", "quotes/changed-in-diff", "story.txt"]).current_dir(newsroom.path());
    let done = command.env("GIT_DIR", "elsewhere").env("GIT_INDEX_FILE", "elsewhere/index").output().unwrap();
    assert_eq!(done.status.code(), Some(1), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn before_the_first_commit_every_story_is_new() {
    let Some(newsroom) = newsroom() else { return };
    fs::remove_dir_all(newsroom.path().join(".git")).unwrap();
    git(newsroom.path(), &["init", "--quiet"]);
    let (code, out, _) = check(newsroom.path(), &["--changed", "--select", "spelling/doubled-word"]);
    assert_eq!((code, out.lines().count()), (1, 1), "{out}");
}

#[test]
fn what_cannot_be_compared_is_said_and_fails() {
    let Some(newsroom) = newsroom() else { return };
    let (code, out, err) = check(newsroom.path(), &["--changed=mian"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("error: git knows no version `mian` in "), "{err}");
    assert!(err.contains("help: name a branch, a tag or a commit"), "{err}");
    assert_eq!(check(newsroom.path(), &["--changed=--output=x"]).0, 2);
    assert_eq!(
        check(newsroom.path(), &["--changed", "-"]).2.lines().next().unwrap_or_default().find("standard input has no version"),
        Some(7)
    );
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("story.txt"), STORY).unwrap();
    let (code, _, err) = check(outside.path(), &["--changed"]);
    assert_eq!(
        (code, err.as_str()),
        (
            2,
            "error: story.txt lies in no git repository, and --changed compares stories with their version in git\nhelp: check it without --changed, or put its folder under git\n"
        )
    );
}

#[test]
fn without_git_a_clear_error_says_what_to_do() {
    let Some(newsroom) = newsroom() else { return };
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    let done = command.args(["check", "--isolated", "--changed"]).current_dir(newsroom.path()).env("PATH", "").output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(2));
    assert!(said.starts_with("error: --changed needs the program git, and it could not be started: "), "{said}");
    assert!(said.contains("help: install git, or check without --changed"), "{said}");
}
