//! The last line of the human formats.

use std::io::{self, Write};

use super::Report;
use crate::finding::{Safety, Severity};

/// Writes what was found and what can be done about it, in a sentence or two.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", sentence(report))
}

fn sentence(report: &Report<'_>) -> String {
    let fixed = if report.fixed > 0 { format!("Fixed {}. ", counted(report.fixed, "finding")) } else { String::new() };
    let fixable = match (with_best_fix(report, Safety::Safe), with_best_fix(report, Safety::Suggested)) {
        (0, 0) => String::new(),
        (safe, 0) => format!("; {safe} can be fixed with --fix"),
        (0, suggested) => format!("; {suggested} can be fixed with --unsafe-fixes"),
        (safe, suggested) => format!("; {safe} can be fixed with --fix, {suggested} more with --unsafe-fixes"),
    };
    let unread = report.problems.len();
    let problems = if unread > 0 { format!(" {} could not be checked.", counted(unread, "file")) } else { String::new() };
    format!("{fixed}{}{fixable}.{problems}", found(report))
}

/// What was found, and where.
fn found(report: &Report<'_>) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Info]
        .into_iter()
        .map(|severity| (severity, report.findings().filter(|finding| finding.severity == severity).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(severity, count)| if severity == Severity::Info { format!("{count} info") } else { counted(count, severity.as_str()) })
        .collect();
    if counts.is_empty() {
        let more = if report.fixed > 0 { "Nothing else" } else { "No findings" };
        return match report.stories {
            [story] if report.checked == 1 => format!("{more} in {}", super::sanitize::line(story.source.path(), true)),
            _ => format!("{more} in {}", stories(report.checked)),
        };
    }
    let with_findings = report.stories.iter().filter(|story| !story.findings.is_empty()).count();
    let place =
        if with_findings < report.checked { format!("{with_findings} of {}", stories(report.checked)) } else { stories(with_findings) };
    format!("{} in {place}", counts.join(", "))
}

/// How many findings have a fix of just this safety as their best.
fn with_best_fix(report: &Report<'_>, safety: Safety) -> usize {
    report.findings().filter(|finding| finding.fixes.first().is_some_and(|fix| fix.safety == safety)).count()
}

fn stories(count: usize) -> String {
    if count == 1 { "1 story".to_owned() } else { format!("{count} stories") }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Finding, Fix};
    use crate::report::{Problem, Story};
    use crate::text::{Source, Span};

    fn finding(severity: Severity, safety: Option<Safety>) -> Finding {
        let mut finding = Finding::new("spelling/misspelling", severity, Span::at(0), "m");
        finding.fixes = safety.map(|safety| Fix { title: "t".to_owned(), safety, edits: Vec::new() }).into_iter().collect();
        finding
    }

    fn sentence_of(findings: &[Finding], checked: usize, fixed: usize, problems: &[Problem<'_>]) -> String {
        let source = Source::from_text("story.txt", "Copy.\n");
        let stories = [Story { source: &source, findings, confirmed: None }];
        sentence(&Report { stories: &stories, rules: &[], problems, checked, fixed })
    }

    #[test]
    fn a_clean_story_is_named_and_clean_stories_are_counted() {
        assert_eq!(sentence_of(&[], 1, 0, &[]), "No findings in story.txt.");
        assert_eq!(sentence_of(&[], 3, 0, &[]), "No findings in 3 stories.");
        assert_eq!(sentence_of(&[], 1, 2, &[]), "Fixed 2 findings. Nothing else in story.txt.");
    }

    #[test]
    fn it_says_what_can_be_fixed_and_how() {
        let findings = [
            finding(Severity::Error, Some(Safety::Safe)),
            finding(Severity::Warning, Some(Safety::Suggested)),
            finding(Severity::Warning, Some(Safety::Display)),
            finding(Severity::Info, None),
        ];
        let all = "1 error, 2 warnings, 1 info in 1 story; 1 can be fixed with --fix, 1 more with --unsafe-fixes.";
        assert_eq!(sentence_of(&findings, 1, 0, &[]), all);
        assert_eq!(sentence_of(&findings[1..2], 9, 0, &[]), "1 warning in 1 of 9 stories; 1 can be fixed with --unsafe-fixes.");
        assert_eq!(sentence_of(&findings[2..], 1, 0, &[]), "1 warning, 1 info in 1 story.");
    }

    #[test]
    fn files_that_could_not_be_checked_are_not_passed_over() {
        let problem = Problem { path: "b.txt", message: "not UTF-8" };
        assert_eq!(sentence_of(&[], 1, 0, &[problem]), "No findings in story.txt. 1 file could not be checked.");
    }
}
