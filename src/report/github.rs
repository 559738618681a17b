//! Workflow commands that GitHub shows as annotations beside the changed lines.

use std::io::{self, Write};

use super::places::Places;
use super::{Report, sanitize};
use crate::finding::{Finding, Severity};

/// GitHub keeps ten annotations of each level from one step and drops the rest in silence.
const MOST_OF_A_LEVEL: usize = 10;

const LEVELS: [(Severity, &str); 3] = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "notice")];

/// Writes the errors of all stories, then the warnings, then the rest; of each level as many as GitHub shows.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut left_out = Vec::new();
    for (severity, command) in LEVELS {
        let mut left = MOST_OF_A_LEVEL;
        if severity == Severity::Error {
            for problem in report.problems.iter().take(left) {
                let message = data(&sanitize::line(problem.message, false));
                writeln!(out, "::error file={},title=newslint::{message}", property(&sanitize::line(problem.path, false)))?;
            }
            left -= report.problems.len().min(left);
        }
        for story in report.stories {
            let mut of_level = story.findings.iter().filter(|finding| finding.severity == severity).take(left).peekable();
            if of_level.peek().is_some() {
                let places = Places::new(story.source);
                for finding in of_level {
                    writeln!(out, "{}", annotation(&places, finding, command))?;
                    left -= 1;
                }
            }
        }
        let problems = if severity == Severity::Error { report.problems.len() } else { 0 };
        let all = report.findings().filter(|finding| finding.severity == severity).count() + problems;
        if all > MOST_OF_A_LEVEL {
            let more = all - MOST_OF_A_LEVEL;
            left_out.push(format!("{more} more {command}{}", if more == 1 { "" } else { "s" }));
        }
    }
    if left_out.is_empty() {
        return Ok(());
    }
    writeln!(out, "{} not annotated: GitHub shows ten of each. The full format lists them all.", left_out.join(", "))
}

fn annotation(places: &Places<'_>, finding: &Finding, command: &str) -> String {
    let span = places.clamp(finding.span);
    let (start, end) = (places.position(span.start), places.position(span.end));
    let file = property(&sanitize::line(places.source().path(), false));
    // The runner drops columns when a finding runs over several lines, and an annotation with them may be refused whole.
    let place = if start.line == end.line {
        format!("line={},col={},endLine={},endColumn={}", start.line, start.column, end.line, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    let help = finding.help.as_ref().map(|help| format!("\n{}", sanitize::line(help, false))).unwrap_or_default();
    let message = data(&format!("{}{help}", sanitize::line(&finding.message, false)));
    format!("::{command} file={file},{place},title={}::{message}", property(&sanitize::line(&finding.rule, false)))
}

/// The escapes of a command's message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes of a command's properties.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Problem, Story};
    use crate::text::{Source, Span};

    fn written(source: &Source, findings: &[Finding], problems: &[Problem<'_>]) -> String {
        let stories = [Story { source, findings, confirmed: None }];
        let mut out = Vec::new();
        write(&Report { stories: &stories, rules: &[], problems, checked: 1, fixed: 0 }, &mut out).expect("a Vec takes all");
        String::from_utf8(out).expect("UTF-8")
    }

    fn finding(severity: Severity, span: Span, message: &str) -> Finding {
        Finding::new("spelling/misspelling", severity, span, message)
    }

    #[test]
    fn what_stands_in_the_copy_cannot_end_the_command() {
        let source = Source::from_text("a,b:c%.txt", "One\ntwo\n");
        let hostile = finding(Severity::Warning, Span::new(0, 3), "100%\n::error::owned\r");
        assert_eq!(
            written(&source, &[hostile], &[]),
            "::warning file=a%2Cb%3Ac%25.txt,line=1,col=1,endLine=1,endColumn=4,title=spelling/misspelling::100%25 ::error::owned \n"
        );
    }

    #[test]
    fn columns_are_given_on_one_line_only() {
        let source = Source::from_text("a.txt", "One\ntwo\n");
        let both = finding(Severity::Info, Span::new(1, 6), "m");
        assert_eq!(written(&source, &[both], &[]), "::notice file=a.txt,line=1,endLine=2,title=spelling/misspelling::m\n");
    }

    #[test]
    fn errors_come_first_and_ten_of_each_level_at_most() {
        let source = Source::from_text("a.txt", "One two three four");
        let many: Vec<Finding> =
            (0..24).map(|at| finding(if at % 2 == 0 { Severity::Warning } else { Severity::Error }, Span::at(at / 2), "m")).collect();
        let text = written(&source, &many, &[Problem { path: "b.txt", message: "not UTF-8" }]);
        let commands: Vec<&str> = text.lines().map(|line| line.split(' ').next().expect("no line is empty")).collect();
        assert_eq!(commands[..20], [["::error"; 10], ["::warning"; 10]].concat());
        assert_eq!(
            text.lines().last(),
            Some("3 more errors, 2 more warnings not annotated: GitHub shows ten of each. The full format lists them all.")
        );
    }
}
