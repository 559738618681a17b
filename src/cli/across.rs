//! Holds the stories of a run against those that belong with them, once all are read.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;

use super::check::in_parallel;
use super::story::{Story, breakdown};
use super::{Failure, Problem};
use crate::article::{Companion, company};
use crate::check::{self, Rulebook};
use crate::finding::Finding;

/// Adds to the stories that are `compared`, each given by its index with what it is held to, what the others say against it.
///
/// # Errors
/// When no threads can be started.
pub fn compare(stories: &mut [Story], compared: Vec<(usize, Arc<Rulebook>)>, threads: usize) -> Result<(), Failure> {
    let whole: Vec<_> = compared.into_iter().filter(|(at, _)| stories[*at].problem.is_none()).collect();
    let read = |at: usize| {
        let (story, rulebook): &(usize, Arc<Rulebook>) = &whole[at];
        check::companion(&stories[*story].source, rulebook)
    };
    let companions: Vec<Companion> = in_parallel(threads, (0..whole.len()).collect(), read)?;
    let together = company(&companions).into_iter().enumerate().filter(|(_, others)| !others.is_empty()).collect();
    let held = |(at, others): (usize, Vec<usize>)| {
        let (story, rulebook) = &whole[at];
        let others: Vec<&Companion> = others.into_iter().map(|other| &companions[other]).collect();
        let source = &stories[*story].source;
        let found = panic::catch_unwind(AssertUnwindSafe(|| check::check_across(source, &others, rulebook)));
        (*story, found.map_err(|_| Problem { path: source.path().to_owned(), message: breakdown() }))
    };
    let results = in_parallel(threads, together, held)?;
    for (at, result) in results {
        add(&mut stories[at], result);
    }
    Ok(())
}

fn add(story: &mut Story, result: Result<Vec<Finding>, Problem>) {
    match result {
        Ok(findings) => {
            story.findings.extend(findings);
            story.findings.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
        }
        Err(problem) => story.problem = Some(problem),
    }
}
