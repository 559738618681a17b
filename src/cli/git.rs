//! What git knows of the stories: which have changed since a version, and how they read then. Nothing is fetched.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use super::files::{CopyFile, relative, shown};
use super::settings::absolute;
use super::{Failure, words_of};
use crate::text::Source;

/// Set where git runs a hook; they would make git look for the stories in another folder than theirs.
const OF_THE_HOOK: [&str; 4] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

/// A story that has changed, with the story as it was committed; nothing when it is new.
pub struct Changed {
    /// The story.
    pub file: CopyFile,
    /// How it read.
    pub committed: Option<Source>,
}

/// Of `files`, those that differ from their version in `reference`, and those that are new, in the same order. On a branch, that
/// version is the one where the branch left `reference`: what others have changed there since is not this branch's doing.
///
/// # Errors
/// When git cannot be started, a file lies outside a repository, or a repository does not know `reference`.
pub fn changed(reference: &str, files: Vec<CopyFile>) -> Result<Vec<Changed>, Failure> {
    let mut homes = Homes::default();
    let mut repositories: BTreeMap<PathBuf, Repository> = BTreeMap::new();
    let mut found = Vec::new();
    for file in files {
        let root = homes.of(&file)?;
        if !repositories.contains_key(&root) {
            repositories.insert(root.clone(), Repository::open(&root, reference)?);
        }
        match repositories[&root].state(&shown(&relative(&file.path, &root))) {
            State::Same => {}
            State::New => found.push((file, root, None)),
            State::Was(blob) => found.push((file, root, Some(blob.to_owned()))),
        }
    }
    let mut texts: HashMap<String, Vec<u8>> = HashMap::new();
    for root in repositories.keys() {
        let blobs = found.iter().filter(|(_, of, _)| of == root).filter_map(|(_, _, blob)| blob.clone());
        texts.extend(read_blobs(root, blobs.collect())?);
    }
    let with_text = |(file, _, blob): (CopyFile, PathBuf, Option<String>)| {
        let bytes = blob.and_then(|blob| texts.get(&blob).cloned());
        // What was no text then says nothing about the words of today.
        let committed = bytes.and_then(|bytes| Source::decode(&file.shown, bytes).ok());
        Changed { file, committed }
    };
    Ok(found.into_iter().map(with_text).collect())
}

/// The work trees that files lie in, each folder looked at once.
#[derive(Default)]
struct Homes {
    by_folder: HashMap<PathBuf, Option<PathBuf>>,
}

impl Homes {
    fn of(&mut self, file: &CopyFile) -> Result<PathBuf, Failure> {
        let path = absolute(&file.path);
        self.search(path.parent().unwrap_or(Path::new("/"))).ok_or_else(|| Failure {
            message: format!("{} lies in no git repository, and --changed compares stories with their version in git", file.shown),
            hint: Some("check it without --changed, or put its folder under git".to_owned()),
        })
    }

    fn search(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.by_folder.get(folder) {
            return known.clone();
        }
        let found = match folder.parent() {
            _ if folder.join(".git").exists() => Some(folder.to_path_buf()),
            Some(above) => self.search(above),
            None => None,
        };
        self.by_folder.insert(folder.to_path_buf(), found.clone());
        found
    }
}

/// What became of a file since the version that is compared with.
enum State<'a> {
    Same,
    New,
    /// It was other; the name of its old content in git.
    Was(&'a str),
}

/// A repository seen from one of its versions.
struct Repository {
    /// The files that git watches.
    watched: HashSet<String>,
    /// The files that differ, with their old content where they had some.
    differ: HashMap<String, Option<String>>,
}

impl Repository {
    fn open(root: &Path, reference: &str) -> Result<Self, Failure> {
        let Some(version) = version(root, reference)? else {
            // Nothing was ever committed: every story is new.
            return Ok(Self { watched: HashSet::new(), differ: HashMap::new() });
        };
        let flags = ["diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules"];
        let differ = differing(&wanted(git(root, flags.into_iter().chain([version.as_str(), "--"]))?)?);
        let watched = wanted(git(root, ["ls-files", "-z"])?)?;
        let watched = watched.split(|&byte| byte == 0).map(lossy).collect();
        Ok(Self { watched, differ })
    }

    fn state(&self, path: &str) -> State<'_> {
        match self.differ.get(path) {
            Some(Some(blob)) => State::Was(blob),
            None if self.watched.contains(path) => State::Same,
            Some(None) | None => State::New,
        }
    }
}

/// The version to compare with; none when nothing was ever committed.
fn version(root: &Path, reference: &str) -> Result<Option<String>, Failure> {
    let unknown = || Failure {
        message: format!("git knows no version `{reference}` in {}", shown(root)),
        hint: Some("name a branch, a tag or a commit; on a build server, fetch the base branch with its history first".to_owned()),
    };
    if reference.starts_with('-') {
        return Err(unknown());
    }
    let found = git(root, ["rev-parse", "--verify", "--quiet", &format!("{reference}^{{commit}}")])?;
    match found.status.code() {
        Some(1) if reference == "HEAD" => return Ok(None),
        Some(1) => return Err(unknown()),
        _ => {}
    }
    let named = lossy(wanted(found)?.trim_ascii());
    let base = git(root, ["merge-base", named.as_str(), "HEAD"])?;
    // A shallow clone may not hold the commit where the branch began.
    let base = Some(lossy(base.stdout.trim_ascii())).filter(|commit| base.status.success() && !commit.is_empty());
    Ok(Some(base.unwrap_or(named)))
}

/// The files in the output of `git diff --raw -z`, with the name of their old content.
fn differing(raw: &[u8]) -> HashMap<String, Option<String>> {
    let mut parts = raw.split(|&byte| byte == 0);
    let mut files = HashMap::new();
    while let Some(about) = parts.next().map(lossy).filter(|about| about.starts_with(':')) {
        let fields: Vec<&str> = about.split(' ').collect();
        let (Some(old), Some(status), Some(path)) = (fields.get(2), fields.get(4), parts.next()) else { break };
        // A rename and a copy name the old path, then the new one.
        let path = if status.starts_with(['R', 'C']) { parts.next().unwrap_or(path) } else { path };
        let is_new = old.bytes().all(|byte| byte == b'0');
        files.insert(lossy(path), (!is_new).then(|| (*old).to_owned()));
    }
    files
}

/// The contents that git keeps under the names `blobs`.
fn read_blobs(root: &Path, blobs: Vec<String>) -> Result<HashMap<String, Vec<u8>>, Failure> {
    if blobs.is_empty() {
        return Ok(HashMap::new());
    }
    let mut child = command(root, ["cat-file", "--batch"]).stdin(Stdio::piped()).spawn().map_err(|error| not_started(&error))?;
    let mut names = child.stdin.take().expect("it is piped");
    // Git answers while it is asked: who asks for all at once would wait for ever.
    let asking = thread::spawn(move || blobs.iter().try_for_each(|blob| writeln!(names, "{blob}")));
    let output = child.wait_with_output().map_err(|error| not_started(&error))?;
    let _ = asking.join();
    Ok(contents(&wanted(output)?))
}

/// The contents in the output of `git cat-file --batch`; what git lacks is left out.
fn contents(mut output: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut contents = HashMap::new();
    while let Some(end) = output.iter().position(|&byte| byte == b'\n') {
        let about = lossy(&output[..end]);
        output = &output[end + 1..];
        let mut fields = about.split(' ');
        let (Some(name), Some("blob"), Some(Ok(size))) = (fields.next(), fields.next(), fields.next().map(str::parse::<usize>)) else {
            continue;
        };
        let Some(content) = output.get(..size) else { break };
        contents.insert(name.to_owned(), content.to_vec());
        output = output.get(size + 1..).unwrap_or_default();
    }
    contents
}

fn command<'a>(root: &Path, args: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = Command::new("git");
    command.args(["--no-optional-locks", "-c", "core.fsmonitor=false"]).args(args.into_iter().map(OsStr::new)).current_dir(root);
    for variable in OF_THE_HOOK {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn git<'a>(root: &Path, args: impl IntoIterator<Item = &'a str>) -> Result<Output, Failure> {
    command(root, args).output().map_err(|error| not_started(&error))
}

fn not_started(error: &std::io::Error) -> Failure {
    let message = format!("--changed needs the program git, and it could not be started: {}", words_of(error));
    Failure { message, hint: Some("install git, or check without --changed".to_owned()) }
}

/// What git printed, if it did what it was asked.
fn wanted(output: Output) -> Result<Vec<u8>, Failure> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("nothing").trim_start_matches("fatal: ");
    Err(Failure::new(format!("git could not tell what has changed; it says: {said}")))
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renamed_new_and_changed_files_are_told_apart() {
        let (old, none) = ("1".repeat(40), "0".repeat(40));
        let raw = format!(
            ":100644 100644 {old} {none} M\0a b.txt\0:100644 100644 {old} {none} R087\0old.txt\0new.txt\0:000000 100644 {none} {none} A\0c.txt\0"
        );
        let files = differing(raw.as_bytes());
        let old_of = |path: &str| files.get(path).cloned().flatten();
        assert_eq!((old_of("a b.txt"), old_of("new.txt"), old_of("c.txt")), (Some(old.clone()), Some(old), None));
        assert!(files.contains_key("c.txt") && !files.contains_key("old.txt"));
    }

    #[test]
    fn contents_with_line_ends_are_read_whole() {
        let found = contents(b"aa blob 6\none\ntw\nbb missing\ncc blob 0\n\n");
        assert_eq!(found.get("aa").map(Vec::as_slice), Some(b"one\ntw".as_slice()));
        assert_eq!((found.contains_key("bb"), found.get("cc").map(Vec::len)), (false, Some(0)));
    }
}
