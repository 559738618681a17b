//! What is to be done with one file, and doing it with its neighbours.

use std::num::NonZero;
use std::sync::Arc;
use std::thread;

use super::args::CheckArgs;
use super::files::{self, CopyFile, Unread};
use super::git::Changed;
use super::levels::Levels;
use super::settings::Configs;
use super::story::{Engine, Orders, Story, check_stories, check_story};
use super::{Failure, Problem, write};
use crate::check::Rulebook;
use crate::finding::{Safety, Severity};
use crate::text::{MOST_BYTES, Source};

/// What to do with the fixes of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fixing {
    /// Show them.
    Off,
    /// Make them.
    Write(Safety),
    /// Make them on a copy and show the difference.
    Diff(Safety),
}

impl Fixing {
    fn least(self) -> Option<Safety> {
        match self {
            Fixing::Off => None,
            Fixing::Write(least) | Fixing::Diff(least) => Some(least),
        }
    }
}

/// One file and all that is decided about it before it is read.
pub struct Job {
    file: CopyFile,
    committed: Option<Source>,
    fixing: Fixing,
    shown: Severity,
    /// What the story is held to.
    pub rulebook: Arc<Rulebook>,
    /// A larger file is not read.
    pub most_bytes: usize,
    /// Whether the story is held against the others of the run.
    pub across_files: bool,
}

impl Job {
    /// What the command line and the file's own configuration want.
    ///
    /// # Errors
    /// When a configuration is wrong.
    pub fn new(args: &CheckArgs, configs: &Configs, levels: Levels, Changed { file, committed }: Changed) -> Result<Self, Failure> {
        let config = &configs.of_file(&file.path)?.config;
        let is_on = |flag: Option<bool>, configured: Option<bool>| flag.or(configured).unwrap_or(false);
        let least = if is_on(args.unsafe_fixes(), config.unsafe_fixes) { Safety::Suggested } else { Safety::Safe };
        let fixing = match is_on(args.fix(), config.fix) {
            _ if args.diff => Fixing::Diff(least),
            true => Fixing::Write(least),
            false => Fixing::Off,
        };
        let most_bytes = config.max_file_size.map_or(MOST_BYTES, |size| size.bytes);
        let across_files = config.crosscheck.across_files.unwrap_or(false);
        Ok(Job { rulebook: configs.rulebook(&file.path)?, file, committed, most_bytes, fixing, shown: levels.shown, across_files })
    }

    /// What is to be done with the story once it is read.
    pub fn orders(&self, engine: Engine) -> Orders<'_> {
        Orders { engine, rulebook: &self.rulebook, committed: self.committed.as_ref(), fix: self.fixing.least(), shown: self.shown }
    }
}

fn check_file(job: &Job, engine: Engine) -> Result<Story, Unread> {
    let source = files::read(&job.file, job.most_bytes)?;
    let story = check_story(source, &job.orders(engine));
    let (Fixing::Write(_), Some(before)) = (job.fixing, &story.before) else { return Ok(story) };
    match write::replace(&job.file.path, before.text(), story.source.text()) {
        Ok(()) => Ok(story),
        Err(error) => {
            let problem = Problem { path: job.file.shown.clone(), message: error.to_string() };
            Ok(story.unfixed(&job.orders(engine), problem))
        }
    }
}

/// Few enough to keep all cores at work to the end of a run, enough to have what the rules need near by.
const MOST_IN_BATCH: usize = 16;

/// Neighbours that are held to the same rulebook, to be checked together on one of `threads` threads (0 for as many as there are cores).
pub fn batches(jobs: Vec<Job>, threads: usize) -> Vec<Vec<Job>> {
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { cores() } else { threads };
    let most = (jobs.len() / (threads * 4)).clamp(1, MOST_IN_BATCH);
    let mut batches: Vec<Vec<Job>> = Vec::new();
    for job in jobs {
        match batches.last_mut() {
            Some(batch) if batch.len() < most && Arc::ptr_eq(&batch[0].rulebook, &job.rulebook) => batch.push(job),
            _ => batches.push(vec![job]),
        }
    }
    batches
}

/// Checks the files of a batch; what came of each, in order.
pub fn check_batch(batch: &[Job], engine: Engine) -> Vec<Result<Story, Unread>> {
    let Some(first) = batch.first().filter(|_| batch.iter().all(|job| job.fixing == Fixing::Off)) else {
        // A story that is mended is read again and again.
        return batch.iter().map(|job| check_file(job, engine)).collect();
    };
    let mut read = Vec::with_capacity(batch.len());
    let mut unread = Vec::new();
    for (at, job) in batch.iter().enumerate() {
        match files::read(&job.file, job.most_bytes) {
            Ok(source) => read.push((source, job.committed.as_ref())),
            Err(problem) => unread.push((at, problem)),
        }
    }
    let mut results: Vec<_> = check_stories(read, engine, &first.rulebook).into_iter().map(Ok).collect();
    for (at, problem) in unread {
        results.insert(at, Err(problem));
    }
    results
}
