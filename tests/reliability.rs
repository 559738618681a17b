//! Nothing is lost, nothing hangs and nothing is printed that a terminal obeys, whatever the files are.
#![expect(clippy::unwrap_used, reason = "a test may say so, in its helpers too")]
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use newslint::cli::write::{WriteError, replace};
use tempfile::TempDir;

const OLD: &str = "Pool stays open\n\nThe the pool stays open.\n";
const NEW: &str = "Pool stays open\n\nThe pool stays open.\n";

fn folder() -> TempDir {
    tempfile::tempdir().expect("there is room for a folder")
}

fn story(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("story.txt");
    fs::write(&path, OLD).unwrap();
    path
}

fn names(folder: &TempDir) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn newslint(folder: &Path, args: &[&OsStr]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    command.args(args).current_dir(folder).stdin(Stdio::null()).output().expect("newslint was built")
}

fn check(folder: &TempDir, args: &[&str]) -> Output {
    let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
    newslint(folder.path(), &args)
}

#[test]
fn a_written_story_keeps_its_mode_and_leaves_nothing_behind() {
    let folder = folder();
    let path = story(&folder);
    fs::set_permissions(&path, Permissions::from_mode(0o751)).unwrap();
    replace(&path, OLD, NEW).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, 0o751);
    assert_eq!(names(&folder), ["story.txt"]);
}

#[test]
fn a_written_story_keeps_its_owner() {
    let folder = folder();
    let path = story(&folder);
    if chown(&path, Some(12345), Some(12345)).is_err() {
        // Only the superuser may give a file away.
        return;
    }
    replace(&path, OLD, NEW).unwrap();
    let about = fs::metadata(&path).unwrap();
    assert_eq!((about.uid(), about.gid()), (12345, 12345));
}

#[test]
fn a_story_with_two_names_keeps_both() {
    let folder = folder();
    let path = story(&folder);
    let other = folder.path().join("other.txt");
    fs::hard_link(&path, &other).unwrap();
    replace(&path, OLD, NEW).unwrap();
    assert_eq!((fs::metadata(&path).unwrap().nlink(), fs::read_to_string(&other).unwrap().as_str()), (2, NEW));
    assert_eq!(names(&folder), ["other.txt", "story.txt"]);
}

#[test]
fn a_link_stays_a_link_and_its_target_is_written() {
    let (folder, elsewhere) = (folder(), folder());
    let target = story(&elsewhere);
    let link = folder.path().join("link.txt");
    symlink(&target, &link).unwrap();
    replace(&link, OLD, NEW).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), NEW);
}

#[test]
fn a_story_that_may_not_be_written_is_left_alone() {
    let folder = folder();
    let path = story(&folder);
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    let may_write = fs::OpenOptions::new().write(true).open(&path).is_ok();
    let written = replace(&path, OLD, NEW);
    // Root may write what is read-only for others: for root the mode is kept and the words are new.
    assert_eq!(written.is_ok(), may_write);
    assert!(may_write || matches!(written, Err(WriteError::ReadOnly)));
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), names(&folder).len()), (if may_write { NEW } else { OLD }, 1));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o444);
}

#[test]
fn a_story_that_somebody_has_changed_is_left_alone() {
    let folder = folder();
    let path = story(&folder);
    // The same length: only the words tell.
    let theirs = OLD.replace("open.", "shut.");
    fs::write(&path, &theirs).unwrap();
    assert!(matches!(replace(&path, OLD, NEW), Err(WriteError::Changed)));
    assert_eq!((fs::read_to_string(&path).unwrap(), names(&folder).len()), (theirs, 1));
    let second = folder.path().join("second.txt");
    fs::hard_link(&path, &second).unwrap();
    assert!(matches!(replace(&path, OLD, NEW), Err(WriteError::Changed)));
    assert_eq!(names(&folder), ["second.txt", "story.txt"]);
}

#[test]
fn a_very_long_name_can_be_written() {
    let folder = folder();
    let path = folder.path().join("n".repeat(251) + ".txt");
    fs::write(&path, OLD).unwrap();
    replace(&path, OLD, NEW).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
}

#[test]
fn what_is_not_utf8_is_an_error_and_stays_as_it_is() {
    let utf16: Vec<u8> = "\u{FEFF}Pool".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [b"Pool\n\nHe said \x93no\x94.\n".as_slice(), b"Pool\0\n", &utf16, b"caf\xe9"] {
        let folder = folder();
        let path = folder.path().join("a.txt");
        fs::write(&path, bytes).unwrap();
        let output = check(&folder, &["--fix"]);
        assert_eq!(output.status.code(), Some(2), "{bytes:?}");
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert!(String::from_utf8_lossy(&output.stderr).contains("a.txt: "), "{output:?}");
    }
}

#[test]
fn a_walk_passes_over_what_is_no_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("folder.md")).unwrap();
    symlink(".", folder.path().join("loop")).unwrap();
    symlink("loop.txt", folder.path().join("loop.txt")).unwrap();
    let _socket = UnixListener::bind(folder.path().join("socket.txt")).unwrap();
    assert!(Command::new("mkfifo").arg(folder.path().join("pipe.txt")).status().unwrap().success());
    let output = check(&folder, &["check", "-q"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for named in ["pipe.txt", "socket.txt", "loop.txt", "/dev/null"] {
        assert_eq!(check(&folder, &["check", "-q", named]).status.code(), Some(2), "{named}");
    }
}

#[test]
fn a_link_is_not_followed_in_a_walk_but_is_when_named() {
    let (folder, elsewhere) = (folder(), folder());
    let target = elsewhere.path().join("secret.txt");
    fs::write(&target, [0xFF]).unwrap();
    symlink(&target, folder.path().join("link.txt")).unwrap();
    assert_eq!(check(&folder, &["check", "-q"]).status.code(), Some(0));
    assert_eq!(check(&folder, &["check", "-q", "link.txt"]).status.code(), Some(2));
}

#[test]
fn hidden_and_ignored_files_are_no_copy_unless_named() {
    let folder = folder();
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::write(folder.path().join(".gitignore"), "draft.txt\n").unwrap();
    for name in ["draft.txt", ".hidden.txt", "page.html"] {
        fs::write(folder.path().join(name), [0xFF]).unwrap();
    }
    assert_eq!(check(&folder, &["check", "-q"]).status.code(), Some(0));
    assert_eq!(check(&folder, &["check", "-q", "--no-respect-gitignore"]).status.code(), Some(2));
    assert_eq!(check(&folder, &["check", "-q", "--include", "*.html"]).status.code(), Some(2));
    assert_eq!(check(&folder, &["check", "-q", "draft.txt"]).status.code(), Some(2));
    assert_eq!(check(&folder, &["check", "-q", "--exclude", "draft.txt", "draft.txt"]).status.code(), Some(2));
    assert_eq!(check(&folder, &["check", "-q", "--exclude", "draft.txt", "--force-exclude", "draft.txt"]).status.code(), Some(0));
}

#[test]
fn a_name_that_is_not_utf8_can_be_checked() {
    let folder = folder();
    let name = OsStr::from_bytes(b"caf\xe9.txt");
    fs::write(folder.path().join(name), "Pool stays open\n").unwrap();
    let args = ["check", "-q", "--output-format", "jsonl", "--select", "quotes/unbalanced-quote"].map(OsStr::new);
    assert_eq!(newslint(folder.path(), &args).status.code(), Some(0));
    assert_eq!(newslint(folder.path(), &[args.as_slice(), &[name]].concat()).status.code(), Some(0));
}

#[test]
fn a_file_of_a_gigabyte_is_not_read() {
    let folder = folder();
    File::create(folder.path().join("large.txt")).unwrap().set_len(1 << 30).unwrap();
    let walked = check(&folder, &["check", "--output-format", "jsonl"]);
    assert_eq!(walked.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&walked.stderr).starts_with("warning: large.txt: 1073741824 bytes"));
    assert_eq!(check(&folder, &["check", "-q", "large.txt"]).status.code(), Some(2));
}

#[test]
fn the_output_does_not_depend_on_threads_or_on_the_order_of_arguments() {
    let folder = folder();
    for number in 0..40 {
        fs::write(folder.path().join(format!("{number}.txt")), OLD.repeat(number % 7)).unwrap();
    }
    let mut all = names(&folder);
    let one = check(&folder, &["check", "-j", "1", "--output-format", "json"]).stdout;
    let eight = check(&folder, &["check", "-j", "8", "--output-format", "json"]).stdout;
    all.reverse();
    let named: Vec<&str> = ["check", "-j", "8", "--output-format", "json"].into_iter().chain(all.iter().map(String::as_str)).collect();
    assert_eq!(one, eight);
    assert_eq!(one, check(&folder, &named).stdout);
}

/// Distinct names, neighbours one slip apart: what would take a comparison of each with each for hours.
fn fifty_thousand_names() -> Vec<String> {
    const STARTS: [&str; 20] = [
        "Bar", "Cor", "Dun", "Fel", "Gar", "Hol", "Jor", "Kel", "Lun", "Mor", "Nor", "Pel", "Ros", "Sel", "Tor", "Vel", "Wen", "Yar",
        "Zel", "Krom",
    ];
    const MIDDLES: [&str; 50] = [
        "ab", "ad", "af", "ag", "ak", "al", "am", "an", "ap", "ar", "eb", "ed", "ef", "eg", "ek", "el", "em", "en", "ep", "er", "ib", "id",
        "if", "ig", "ik", "il", "im", "in", "ip", "ir", "ob", "od", "of", "og", "ok", "ol", "om", "on", "op", "or", "ub", "ud", "uf", "ug",
        "uk", "ul", "um", "un", "up", "ur",
    ];
    const ENDS: [&str; 50] = [
        "an", "en", "in", "on", "un", "ar", "er", "ir", "or", "ur", "av", "ev", "iv", "ov", "uv", "ak", "ek", "ik", "ok", "uk", "al", "el",
        "il", "ol", "ul", "at", "et", "it", "ot", "ut", "am", "em", "im", "om", "um", "ad", "ed", "id", "od", "ud", "ab", "eb", "ib", "ob",
        "ub", "az", "ez", "iz", "oz", "uz",
    ];
    let all =
        STARTS.iter().flat_map(|start| MIDDLES.iter().flat_map(move |middle| ENDS.iter().map(move |end| format!("{start}{middle}{end}"))));
    all.collect()
}

#[test]
fn fifty_thousand_names_are_read_and_none_is_lost() {
    let folder = folder();
    let names = fifty_thousand_names();
    let copy: Vec<String> = names.chunks(5).map(|five| format!("Ida {} spoke.", five.join(" spoke. Ida "))).collect();
    fs::write(folder.path().join("names.txt"), format!("Council meets\n\n{}\n", copy.join("\n\n"))).unwrap();
    let settled: Vec<String> = names.iter().step_by(50).map(|name| format!("[[name]]\nname = \"Ida {name}\"\n")).collect();
    fs::write(folder.path().join("house.toml"), settled.concat()).unwrap();
    fs::write(folder.path().join("newslint.toml"), "names.files = ['house.toml']\n").unwrap();
    let output = check(&folder, &["check", "-q", "--verified", "--select", "names", "names.txt"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let verified = String::from_utf8_lossy(&output.stdout).lines().filter(|line| line.contains(": verified name ")).count();
    assert_eq!((names.len(), verified), (50_000, 1_000));
}

#[test]
fn a_full_disk_behind_standard_output_is_an_error_without_a_crash() {
    let Ok(full) = File::options().write(true).open("/dev/full") else { return };
    let folder = folder();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    let output = command.arg("rules").current_dir(folder.path()).stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "error: the output could not be written: the disk is full\n");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    let mut child = command.args(["completions", "bash"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_hostile_name_reaches_no_terminal() {
    let folder = folder();
    let name = "a\u{1b}]0;x\u{7}\n::error::\u{202e}.txt";
    fs::write(folder.path().join(name), [0xFF]).unwrap();
    let output = check(&folder, &["check"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.chars().all(|next| next == '\n' || !next.is_control() && next != '\u{202e}'), "{told:?}");
    assert!(told.lines().all(|line| line.starts_with("error: ")), "{told:?}");
}
