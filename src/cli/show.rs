//! Hands what was found to the report.

use std::collections::BTreeMap;

use super::story::Story;
use super::values::OutputFormat;
use super::{Desk, Failure, Problem, tell};
use crate::check::Rulebook;
use crate::finding::Confirmed;
use crate::report::{self, Format, Report, RuleNote, View};

/// What there is to show.
pub struct Shown<'a> {
    /// In the order of their paths; findings that are not to be shown are gone.
    pub stories: &'a [Story],
    /// Files that could not be checked; they have been told on standard error.
    pub problems: &'a [Problem],
    /// How to write it.
    pub format: OutputFormat,
    /// What is borne out in each story, if that was asked.
    pub confirmed: Option<&'a [Vec<Confirmed>]>,
    /// Whether to count the findings of each rule.
    pub statistics: bool,
}

/// Writes the findings, then a summary for people.
pub fn findings(shown: &Shown<'_>, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let of = |at: usize| shown.confirmed.and_then(|confirmed| confirmed.get(at)).map(Vec::as_slice);
    let stories: Vec<report::Story> = (0..)
        .zip(shown.stories)
        .map(|(at, story)| report::Story { source: &story.source, findings: &story.findings, confirmed: of(at) })
        .collect();
    let problems: Vec<report::Problem> =
        shown.problems.iter().map(|problem| report::Problem { path: &problem.path, message: &problem.message }).collect();
    let rulebook = Rulebook::default();
    let rules = notes(shown.stories, &rulebook);
    let report = Report {
        stories: &stories,
        rules: &rules,
        problems: &problems,
        checked: stories.len(),
        fixed: shown.stories.iter().flat_map(|story| story.mended.values()).sum(),
    };
    let terminal = desk.terminal;
    let view = View {
        width: terminal.width,
        colour: terminal.colour,
        hyperlinks: terminal.interactive && terminal.colour && !terminal.ci,
        ci: terminal.ci,
        summary: !desk.quiet && !stories.is_empty(),
        ..View::default()
    };
    report::write(format_of(shown.format), &report, &view, desk.out)?;
    if shown.statistics { statistics(shown, desk) } else { Ok(()) }
}

fn format_of(format: OutputFormat) -> Format {
    match format {
        OutputFormat::Full => Format::Full,
        OutputFormat::Concise => Format::Concise,
        OutputFormat::Json => Format::Json,
        OutputFormat::Jsonl => Format::Jsonl,
        OutputFormat::Github => Format::Github,
        OutputFormat::Sarif => Format::Sarif,
    }
}

/// The rules that fired, sorted by name; a newsroom's own have no page in the binary and are left to their findings.
fn notes<'a>(stories: &'a [Story], rulebook: &'a Rulebook) -> Vec<RuleNote<'a>> {
    let fired: BTreeMap<&str, Option<&str>> =
        stories.iter().flat_map(|story| &story.findings).map(|finding| (finding.rule.as_ref(), finding.url.as_deref())).collect();
    fired
        .into_iter()
        .map(|(name, url)| match rulebook.registry.pages().find(|page| page.name == name) {
            Some(page) => RuleNote { name, summary: &page.summary, why: &page.why, severity: page.severity, url },
            None => {
                RuleNote { name, summary: name, why: "A rule of the newsroom's own.", severity: crate::finding::Severity::Warning, url }
            }
        })
        .collect()
}

fn statistics(shown: &Shown<'_>, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in shown.stories.iter().flat_map(|story| &story.findings) {
        *counts.entry(&finding.rule).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|&(rule, count)| (std::cmp::Reverse(count), rule));
    for (rule, count) in counts {
        let line = format!("{count:>6}  {rule}");
        match shown.format {
            OutputFormat::Full | OutputFormat::Concise => writeln!(desk.out, "{line}")?,
            // A machine format holds findings and nothing else.
            _ => tell("note", &line),
        }
    }
    Ok(())
}
