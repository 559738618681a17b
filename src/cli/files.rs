//! Finds copy and reads it.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::settings::{Configs, Rooted, absolute};
use super::{Problem, words_of};
use crate::config::Pattern;
use crate::text::{InputError, Source};

/// What is copy when newslint.toml does not say.
pub const INCLUDE: [&str; 3] = ["*.txt", "*.md", "*.markdown"];

/// What is no copy when newslint.toml does not say: other people's packages.
const EXCLUDE: [&str; 1] = ["node_modules"];

/// How a file came to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It stood on the command line.
    Named,
    /// It was found in a folder.
    Walked,
}

/// One file of copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CopyFile {
    /// The path as shown: as given, or as walked from what was given, with `/`.
    pub shown: String,
    /// The path as the system knows it; file names need not be UTF-8.
    pub path: PathBuf,
    /// How it came to be read.
    pub origin: Origin,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// Files in the order of their paths, each once.
    pub files: Vec<CopyFile>,
    /// What could not be looked at.
    pub problems: Vec<Problem>,
}

/// Which files are copy. What the command line says goes before what newslint.toml says.
pub struct Filter {
    /// Finds the newslint.toml that holds for a file.
    pub configs: Arc<Configs>,
    /// `--include`
    pub include: Option<Vec<Pattern>>,
    /// `--exclude`
    pub exclude: Option<Vec<Pattern>>,
    /// `--force-exclude`
    pub force_exclude: Option<bool>,
    /// `--respect-gitignore`
    pub respect_gitignore: Option<bool>,
    /// Where newslint was started; patterns of the command line start here.
    pub here: PathBuf,
}

impl Filter {
    /// Whether a file or folder is left out; a list of words is no story. A broken configuration leaves nothing out: it is reported when the file is read.
    fn leaves_out(&self, path: &Path) -> bool {
        let Ok(rooted) = self.configs.of_file(path) else { return false };
        let covers = |patterns: &[Pattern], root: &Path| {
            !patterns.is_empty() && {
                let path = relative(path, root);
                patterns.iter().any(|pattern| pattern.covers(&path))
            }
        };
        let excluded = match (&self.exclude, &rooted.config.exclude) {
            (Some(patterns), _) => covers(patterns, &self.here),
            (None, Some(patterns)) => covers(patterns, &rooted.root),
            (None, None) => {
                self.may_hold_excluded(path) && relative(path, &rooted.root).iter().any(|part| EXCLUDE.iter().any(|name| part == *name))
            }
        };
        excluded || covers(&rooted.config.extend_exclude, &rooted.root) || rooted.is_list(path)
    }

    /// Whether the name of what is no copy stands anywhere in a path, or in that of the folder it starts from.
    fn may_hold_excluded(&self, path: &Path) -> bool {
        let holds = |path: &Path, name: &str| memchr::memmem::find(path.as_os_str().as_encoded_bytes(), name.as_bytes()).is_some();
        EXCLUDE.iter().any(|name| holds(path, name) || holds(&self.here, name))
    }

    fn is_copy(&self, path: &Path) -> bool {
        let Ok(rooted) = self.configs.of_file(path) else { return has_usual_ending(path) };
        let fits = |patterns: &[Pattern], root: &Path| {
            !patterns.is_empty() && {
                let path = relative(path, root);
                patterns.iter().any(|pattern| pattern.fits(&path))
            }
        };
        let included = match (&self.include, &rooted.config.include) {
            (Some(patterns), _) => fits(patterns, &self.here),
            (None, Some(patterns)) => fits(patterns, &rooted.root),
            (None, None) => has_usual_ending(path),
        };
        included || fits(&rooted.config.extend_include, &rooted.root)
    }

    fn forces(&self, rooted: &Rooted) -> bool {
        self.force_exclude.or(rooted.config.force_exclude).unwrap_or(false)
    }

    fn respects_gitignore(&self, folder: &Path) -> bool {
        let configured = || self.configs.of_folder(folder).ok().and_then(|rooted| rooted.config.respect_gitignore);
        self.respect_gitignore.or_else(configured).unwrap_or(true)
    }
}

/// All copy at `paths`, files and folders, sorted. `threads` read folders at the same time; 0 means as many as there are cores.
pub fn find(paths: &[PathBuf], filter: &Arc<Filter>, threads: usize) -> Found {
    let mut found = Found::default();
    for path in paths {
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => walk(path, filter, threads, &mut found),
            Ok(_) if is_forced_out(path, filter) => {}
            // What else may be wrong with a named file is found out when it is read.
            Ok(_) => found.files.push(CopyFile { shown: shown(path), path: path.clone(), origin: Origin::Named }),
            Err(error) => found.problems.push(Problem { path: shown(path), message: words_of(&error) }),
        }
    }
    found.files.sort();
    if paths.len() > 1 {
        let mut seen = BTreeSet::new();
        found.files.retain(|file| seen.insert(absolute(&file.path)));
    }
    found.problems.sort();
    found
}

fn is_forced_out(path: &Path, filter: &Filter) -> bool {
    filter.configs.of_file(path).is_ok_and(|rooted| filter.forces(&rooted)) && filter.leaves_out(path)
}

fn walk(folder: &Path, filter: &Arc<Filter>, threads: usize, found: &mut Found) {
    let gathered: Mutex<Found> = Mutex::default();
    let entries_filter = Arc::clone(filter);
    let respects = filter.respects_gitignore(folder);
    let walker = WalkBuilder::new(folder)
        .git_ignore(respects)
        .git_exclude(respects)
        .git_global(respects)
        .ignore(respects)
        .parents(respects)
        .threads(threads)
        .filter_entry(move |entry| entry.depth() == 0 || !entries_filter.leaves_out(entry.path()))
        .build_parallel();
    walker.run(|| {
        Box::new(|entry| {
            let mut gathered = gathered.lock().unwrap_or_else(PoisonError::into_inner);
            match entry {
                Ok(entry) if is_plain_file(&entry) && filter.is_copy(entry.path()) => {
                    let path = entry.path().strip_prefix(".").unwrap_or(entry.path()).to_path_buf();
                    gathered.files.push(CopyFile { shown: shown(&path), path, origin: Origin::Walked });
                }
                Ok(_) => {}
                Err(error) => gathered.problems.push(problem_of_walk(folder, &error)),
            }
            WalkState::Continue
        })
    });
    let gathered = gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.files.extend(gathered.files);
    found.problems.extend(gathered.problems);
}

/// A link is not followed in a walk: it may lead out of the project, or round in a circle. A pipe would wait for ever.
fn is_plain_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

fn problem_of_walk(folder: &Path, error: &ignore::Error) -> Problem {
    let path = match error {
        ignore::Error::WithPath { path, .. } => path.clone(),
        ignore::Error::WithDepth { err, .. } => return problem_of_walk(folder, err),
        _ => folder.to_path_buf(),
    };
    Problem { path: shown(&path), message: error.io_error().map_or_else(|| error.to_string(), words_of) }
}

fn has_usual_ending(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str);
    // Old systems write STORY.TXT.
    ending.is_some_and(|ending| INCLUDE.iter().any(|pattern| pattern["*.".len()..].eq_ignore_ascii_case(ending)))
}

/// `path` as seen from `root`; as it is when it lies elsewhere.
pub fn relative(path: &Path, root: &Path) -> PathBuf {
    let path = absolute(path);
    path.strip_prefix(root).map(Path::to_path_buf).unwrap_or(path)
}

/// A path for people and for JSON: with `/`, and with a mark for what is no character.
pub fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { path.into_owned() } else { path.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Why a file was not read.
#[derive(Debug)]
pub enum Unread {
    /// It is not newslint's: a warning.
    Skipped(Problem),
    /// It should have been read: the run fails.
    Failed(Problem),
}

/// Reads one file of at most `most` bytes.
///
/// # Errors
/// When it is no text, no file, or too large.
pub fn read(file: &CopyFile, most: usize) -> Result<Source, Unread> {
    let failed = |message: String| Unread::Failed(Problem { path: file.shown.clone(), message });
    // What is named is looked at before it is opened: to open a pipe is to wait for its writer. A walk has looked already.
    let named = match file.origin {
        Origin::Named => Some(fs::metadata(&file.path).map_err(|error| failed(words_of(&error)))?),
        Origin::Walked => None,
    };
    if named.as_ref().is_some_and(|about| !about.is_file()) {
        return Err(failed("this is no ordinary file; pipe it into `newslint -` instead".to_owned()));
    }
    let opened = fs::File::open(&file.path).map_err(|error| failed(words_of(&error)))?;
    let about = named.map_or_else(|| opened.metadata(), Ok).map_err(|error| failed(words_of(&error)))?;
    let too_large = |bytes: usize| match (file.origin, InputError::TooLarge { bytes, most }.to_string()) {
        (Origin::Named, message) => failed(message),
        (Origin::Walked, message) => Unread::Skipped(Problem { path: file.shown.clone(), message }),
    };
    if about.len() > most as u64 {
        return Err(too_large(usize::try_from(about.len()).unwrap_or(usize::MAX)));
    }
    let bytes = read_at_most(opened, about.len() as usize, most).map_err(|error| failed(words_of(&error)))?;
    if bytes.len() > most {
        return Err(too_large(bytes.len()));
    }
    Source::decode(&file.shown, bytes).map_err(|error| failed(error.to_string()))
}

/// Reads the story that is piped in.
///
/// # Errors
/// When it is no text or too large.
pub fn read_stdin(name: &str, most: usize) -> Result<Source, Problem> {
    let failed = |message: String| Problem { path: name.to_owned(), message };
    let bytes = read_at_most(io::stdin().lock(), 0, most).map_err(|error| failed(words_of(&error)))?;
    if bytes.len() > most {
        return Err(failed(InputError::TooLarge { bytes: bytes.len(), most }.to_string()));
    }
    Source::decode(name, bytes).map_err(|error| failed(error.to_string()))
}

/// Reads one byte more than `most` at most: enough to know that there is too much. What has all the bytes that were `expected` is whole:
/// to ask whether there are more would be to ask the system once more for each story.
fn read_at_most(mut from: impl Read, expected: usize, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(expected.min(most) + 1);
    from.by_ref().take(expected.min(most) as u64).read_to_end(&mut bytes)?;
    if expected == 0 || bytes.len() < expected {
        from.take((most + 1 - bytes.len()) as u64).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// `path` without `.` in it.
pub(super) fn without_dots(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}
