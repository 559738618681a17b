//! Hands what was found to the report.

use std::collections::BTreeMap;

use super::story::Story;
use super::values::OutputFormat;
use super::{Desk, Failure, Problem, tell, visible};
use crate::text::LineIndex;

/// What there is to show.
pub struct Shown<'a> {
    /// In the order of their paths; findings that are not to be shown are gone.
    pub stories: &'a [Story],
    /// Files that could not be checked; they have been told on standard error.
    #[expect(dead_code, reason = "SARIF lists them")]
    pub problems: &'a [Problem],
    /// How to write it.
    pub format: OutputFormat,
    /// Whether to count the findings of each rule.
    pub statistics: bool,
}

/// Writes the findings, then a summary for people.
pub fn findings(shown: &Shown<'_>, desk: &mut Desk<'_>) -> Result<(), Failure> {
    let mended: usize = shown.stories.iter().flat_map(|story| story.mended.values()).sum();
    for story in shown.stories {
        let index = LineIndex::new(story.source.text());
        for finding in &story.findings {
            let start = index.position(story.source.text(), finding.span.start);
            let line = format!(
                "{}:{}:{}: {} {}: {}",
                story.source.path(),
                start.line,
                start.column,
                finding.severity,
                finding.rule,
                finding.message
            );
            writeln!(desk.out, "{}", visible(&line))?;
        }
    }
    if shown.statistics {
        statistics(shown, desk)?;
    }
    let for_people = matches!(shown.format, OutputFormat::Full | OutputFormat::Concise);
    // A run without a story has said why; a summary of nothing tells nobody anything.
    if for_people && !desk.quiet && !shown.stories.is_empty() {
        let left: usize = shown.stories.iter().map(|story| story.findings.len()).sum();
        writeln!(desk.out, "{} read, {left} to query, {mended} mended", count(shown.stories.len(), "story", "stories"))?;
    }
    Ok(())
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

/// “1 story”, “2 stories”.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
