//! A line a finding: for a quick look, for grep, and for editors that jump to `path:line:column`.

use std::io::{self, Write};

use super::paint::Ink;
use super::places::Rising;
use super::{Report, View, confirmed, sanitize, summary};
use crate::finding::{Finding, Safety};

/// Writes every finding in a line of its own, then the summary.
pub(super) fn write(report: &Report<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    for story in report.stories.iter().filter(|story| !story.findings.is_empty()) {
        let mut places = Rising::new(story.source);
        let path = sanitize::line(story.source.path(), view.ci);
        for finding in story.findings {
            let start = places.position(finding.span.start);
            let severity = Ink::Of(finding.severity).paint(finding.severity.as_str(), view.colour);
            let rule = sanitize::line(&finding.rule, view.ci);
            let rule = sanitize::link(&rule, finding.url.as_deref(), view.hyperlinks);
            let message = sanitize::line(&finding.message, view.ci);
            writeln!(out, "{path}:{}:{}: {severity} {rule} {message}{}", start.line, start.column, fix_mark(finding))?;
        }
    }
    confirmed::write(report, view, out)?;
    if view.summary { summary::write(report, out) } else { Ok(()) }
}

fn fix_mark(finding: &Finding) -> &'static str {
    match finding.fixes.first().map(|fix| fix.safety) {
        Some(Safety::Safe) => " [fix]",
        Some(Safety::Suggested) => " [suggested fix]",
        Some(Safety::Display) | None => "",
    }
}
