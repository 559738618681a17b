//! Checks, and where wanted fixes, a single story. Whatever happens in here harms no other story.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};

use super::Problem;
use crate::check::{self, Filed, Rulebook};
use crate::finding::{Finding, Safety, Severity};
use crate::fix::{FixError, Fixed, converge};
use crate::text::{Source, Span};

/// What finds faults and quotations. The program has one; tests bring their own.
#[derive(Clone, Copy)]
pub struct Engine {
    /// What an editor would query in each of several stories.
    pub check: fn(&[Filed], &Rulebook) -> Vec<Vec<Finding>>,
    /// The words inside quotations.
    pub quoted: fn(&Source, &Rulebook) -> Vec<Span>,
}

impl Engine {
    /// The rules of newslint.
    pub const NEWSLINT: Engine = Engine { check: check::check_all, quoted: check::quoted };
}

/// A story that was checked.
#[derive(Clone, Debug)]
pub struct Story {
    /// As it reads now.
    pub source: Source,
    /// As it read before, if fixes have changed it.
    pub before: Option<Source>,
    /// What is left to say about it.
    pub findings: Vec<Finding>,
    /// How many findings of each rule were mended.
    pub mended: BTreeMap<String, usize>,
    /// What went wrong.
    pub problem: Option<Problem>,
}

impl Story {
    /// A story about which nothing is known yet.
    fn unread(source: Source) -> Self {
        Self { source, before: None, findings: Vec::new(), mended: BTreeMap::new(), problem: None }
    }

    /// What of it a report needs: the findings it shows, and the text only if it shows some. A run over an archive would hold all
    /// of its text otherwise.
    #[must_use]
    pub fn for_report(mut self, least: Severity) -> Self {
        self.findings.retain(|finding| finding.severity >= least);
        if self.findings.is_empty() && self.before.is_none() {
            self.source = self.source.without_text();
        }
        self
    }

    /// The story as it was, because its fixes could not be kept.
    pub fn unfixed(self, orders: &Orders<'_>, problem: Problem) -> Self {
        let source = self.before.unwrap_or(self.source);
        let mut story = check_story(source, &Orders { fix: None, ..*orders });
        story.problem.get_or_insert(problem);
        story
    }
}

/// What is to be done with a story.
#[derive(Clone, Copy)]
pub struct Orders<'a> {
    /// What finds faults.
    pub engine: Engine,
    /// What the story is held to.
    pub rulebook: &'a Rulebook,
    /// The story as it was committed, when the run compares.
    pub committed: Option<&'a Source>,
    /// Fixes that are at least as safe are made.
    pub fix: Option<Safety>,
    /// Findings below it are shown to nobody: of their fixes only the safe ones are made, unseen.
    pub shown: Severity,
}

/// Checks `source` and makes the fixes that are wanted. A rule that breaks down is this story's problem only.
pub fn check_story(source: Source, orders: &Orders<'_>) -> Story {
    let worked = panic::catch_unwind(AssertUnwindSafe(|| work(&source, orders)));
    match worked {
        Ok(Worked { fixed: Some(fixed), findings, mended, .. }) => {
            Story { source: fixed, before: Some(source), findings, mended, problem: None }
        }
        Ok(Worked { findings, mended, problem, .. }) => Story { findings, mended, problem, ..Story::unread(source) },
        Err(_) => {
            let problem = Some(Problem { path: source.path().to_owned(), message: breakdown() });
            Story { problem, ..Story::unread(source) }
        }
    }
}

/// More copy than this is not read at a time: the rules go over all of it one by one, and it must stay near by.
const MOST_TOGETHER: usize = 256 * 1024;

/// Checks stories that are held to the same rulebook, without fixing any; each with its committed version where the run compares.
pub fn check_stories(stories: Vec<(Source, Option<&Source>)>, engine: Engine, rulebook: &Rulebook) -> Vec<Story> {
    let filed: Vec<Filed> = stories.iter().map(|(source, before)| Filed { source, before: *before }).collect();
    let check = || portions(&filed).into_iter().flat_map(|portion| (engine.check)(portion, rulebook)).collect::<Vec<_>>();
    match panic::catch_unwind(AssertUnwindSafe(check)) {
        Ok(found) => stories
            .into_iter()
            .zip(found)
            .map(|((source, _), found)| Story { findings: in_order(found), ..Story::unread(source) })
            .collect(),
        // Which of them it was comes out when each is read alone.
        Err(_) => stories
            .into_iter()
            .map(|(source, committed)| check_story(source, &Orders { engine, rulebook, committed, fix: None, shown: Severity::Info }))
            .collect(),
    }
}

/// Neighbours, as many as may be read at a time.
fn portions<'a, 'f>(mut stories: &'a [Filed<'f>]) -> Vec<&'a [Filed<'f>]> {
    let mut portions = Vec::new();
    while !stories.is_empty() {
        let sizes = stories.iter().scan(0, |sum, story| {
            *sum += story.source.text().len();
            Some(*sum)
        });
        let (portion, rest) = stories.split_at(sizes.take_while(|&sum| sum <= MOST_TOGETHER).count().max(1));
        portions.push(portion);
        stories = rest;
    }
    portions
}

fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
    findings
}

/// What came of the work on a story.
#[derive(Default)]
struct Worked {
    /// The story as it reads now, if fixes have changed it.
    fixed: Option<Source>,
    findings: Vec<Finding>,
    mended: BTreeMap<String, usize>,
    problem: Option<Problem>,
}

fn work(source: &Source, orders: &Orders<'_>) -> Worked {
    let Orders { engine, rulebook, committed, fix, shown } = *orders;
    let check = |source: &Source| {
        let found = (engine.check)(&[Filed { source, before: committed }], rulebook);
        let mut findings: Vec<Finding> = found.into_iter().flatten().collect();
        for finding in findings.iter_mut().filter(|finding| finding.severity < shown) {
            finding.fixes.retain(|fix| fix.safety == Safety::Safe);
        }
        in_order(findings)
    };
    let Some(least) = fix else {
        return Worked { findings: check(source), ..Worked::default() };
    };
    match converge(source.clone(), least, check, |source: &Source| (engine.quoted)(source, rulebook)) {
        Ok(Fixed { source: fixed, findings, mended }) => {
            let fixed = (fixed.text() != source.text()).then_some(fixed);
            Worked { fixed, findings, mended, problem: None }
        }
        Err(error) => {
            let problem = Problem { path: source.path().to_owned(), message: FixError::to_string(&error) };
            Worked { findings: check(source), problem: Some(problem), ..Worked::default() }
        }
    }
}

thread_local! {
    /// Where the last panic of this thread came from, and what it said.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps panics from being printed: they are reported with the file they belong to.
pub fn keep_panics() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        let words = words_of_panic(info.payload());
        LAST_PANIC.with_borrow_mut(|last| *last = format!("{words} ({place})"));
    }));
}

fn words_of_panic(payload: &dyn Any) -> &str {
    let fixed = payload.downcast_ref::<&str>().copied();
    fixed.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

/// What to say of the panic that was caught on this thread.
pub fn breakdown() -> String {
    let what = check::rule_at_work().map_or_else(|| "newslint".to_owned(), |rule| format!("the rule {rule}"));
    let panic = LAST_PANIC.with_borrow(String::clone);
    format!("{what} broke down, and nothing was written: {panic}. This is a fault of newslint; report it with the story if you may")
}

#[cfg(test)]
pub mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::finding::{Edit, Fix, Severity};

    /// Finds “teh”, mends it where it is not quoted, and breaks down at “boom”.
    pub const TEH: Engine = Engine { check: find_all_teh, quoted: |_, _| Vec::new() };

    fn find_all_teh(stories: &[Filed], _: &Rulebook) -> Vec<Vec<Finding>> {
        stories.iter().map(|story| find_teh(story.source)).collect()
    }

    fn find_teh(source: &Source) -> Vec<Finding> {
        assert!(!source.text().contains("boom"), "boom");
        let finding = |(at, word): (usize, &str)| Finding {
            rule: Cow::Borrowed("spelling/misspelling"),
            severity: Severity::Error,
            span: Span::new(at, at + word.len()),
            message: "“teh” is a slip for “the”.".into(),
            labels: Vec::new(),
            help: None,
            url: None,
            fixes: vec![Fix {
                title: "Write “the”".into(),
                safety: Safety::Safe,
                edits: vec![Edit::replace(Span::new(at, at + word.len()), "the")],
            }],
        };
        // The order is wrong on purpose: the command line sorts.
        source.text().match_indices("teh").map(finding).collect::<Vec<_>>().into_iter().rev().collect()
    }

    fn run(text: &str, fix: Option<Safety>, engine: Engine) -> Story {
        let rulebook = Rulebook::default();
        check_story(Source::from_text("a.txt", text), &Orders { engine, rulebook: &rulebook, committed: None, fix, shown: Severity::Info })
    }

    #[test]
    fn findings_come_in_the_order_of_the_copy() {
        let story = run("teh cat, teh dog", None, TEH);
        assert_eq!(story.findings.iter().map(|finding| finding.span.start).collect::<Vec<_>>(), [0, 9]);
        assert!(story.before.is_none());
    }

    #[test]
    fn fixes_are_made_and_the_old_story_is_kept() {
        let story = run("teh cat", Some(Safety::Safe), TEH);
        assert_eq!((story.source.text(), story.before.as_ref().map(Source::text)), ("the cat", Some("teh cat")));
        assert_eq!(story.mended.values().sum::<usize>(), 1);
    }

    #[test]
    fn a_story_with_nothing_to_show_lets_its_text_go() {
        let (clean, queried) = (run("the cat", None, TEH), run("teh cat", None, TEH));
        assert_eq!(clean.for_report(Severity::Warning).source.text(), "");
        assert_eq!(queried.for_report(Severity::Warning).source.text(), "teh cat");
        let mended = run("teh cat", Some(Safety::Safe), TEH).for_report(Severity::Warning);
        assert_eq!(mended.source.text(), "the cat", "the difference is still to be shown");
    }

    #[test]
    fn what_is_read_together_is_bounded() {
        let sources = [100, MOST_TOGETHER - 150, 50, MOST_TOGETHER + 1, 7].map(|len| Source::from_text("a.txt", "x".repeat(len)));
        let filed: Vec<Filed> = sources.iter().map(|source| Filed { source, before: None }).collect();
        assert_eq!(portions(&filed).iter().map(|portion| portion.len()).collect::<Vec<_>>(), [3, 1, 1]);
    }

    #[test]
    fn a_breakdown_is_one_storys_problem() {
        let story = run("boom", Some(Safety::Safe), TEH);
        assert!(story.problem.is_some_and(|problem| problem.message.contains("broke down")));
        assert_eq!(story.source.text(), "boom");
    }

    #[test]
    fn a_story_whose_fixes_are_refused_is_reported_as_it_was() {
        let everything_quoted = Engine { quoted: |source, _| vec![Span::new(0, source.text().len())], ..TEH };
        let story = run("teh cat", Some(Safety::Safe), everything_quoted);
        assert_eq!((story.source.text(), story.findings.len()), ("teh cat", 1));
        assert!(story.problem.is_some());
    }
}
