//! Transcripts: each file in tests/cli is a command line, the files it finds, and what it must print and leave behind.
#![expect(clippy::unwrap_used, reason = "a test may say so, in its helpers too")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// One transcript. What is not stated is empty: files, standard input, output, and nothing wrong.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Transcript {
    /// What it shows, for the reader and for the message when it fails.
    shows: String,
    args: Vec<String>,
    #[serde(default)]
    env: BTreeMap<String, String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    stdout: String,
    #[serde(default)]
    stderr: String,
    #[serde(default)]
    exit: i32,
    /// Files before the run.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files that are new or changed after it.
    #[serde(default)]
    after: BTreeMap<String, String>,
}

#[test]
fn every_transcript_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the transcripts are there").map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let faults: Vec<String> = paths.iter().filter_map(|path| fault(path)).collect();
    assert!(!paths.is_empty() && faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What differs, if anything.
fn fault(path: &Path) -> Option<String> {
    let text = fs::read_to_string(path).expect("a transcript is a file");
    let transcript: Transcript = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (name, text) in &transcript.files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a file is in a folder")).unwrap();
        fs::write(file, text).unwrap();
    }
    let output = run(&transcript, folder.path());
    let mut faults = Vec::new();
    let mut compare = |what: &str, wanted: &str, got: &str| {
        if wanted != got {
            faults.push(format!("  {what}: wanted {wanted:?}\n  {:>width$}  got    {got:?}", "", width = what.len()));
        }
    };
    compare("exit", &transcript.exit.to_string(), &output.status.code().map_or("a signal".to_owned(), |code| code.to_string()));
    compare("stdout", &transcript.stdout, &String::from_utf8_lossy(&output.stdout));
    compare("stderr", &transcript.stderr, &String::from_utf8_lossy(&output.stderr));
    let expected: BTreeMap<&String, &String> = transcript.files.iter().chain(&transcript.after).collect();
    for (name, wanted) in expected {
        compare(name, wanted, &fs::read_to_string(folder.path().join(name)).unwrap_or_else(|error| error.to_string()));
    }
    (!faults.is_empty()).then(|| format!("{}: {}\n{}", path.display(), transcript.shows, faults.join("\n")))
}

fn run(transcript: &Transcript, folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newslint"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"] {
        command.env_remove(variable);
    }
    command.args(&transcript.args).envs(&transcript.env).current_dir(folder);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("newslint was built");
    // A run that reads no input may be over before it is written.
    let _ = child.stdin.take().expect("it is piped").write_all(transcript.stdin.as_bytes());
    child.wait_with_output().expect("it ends")
}
