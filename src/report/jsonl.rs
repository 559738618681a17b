//! The JSON contract as a stream: a finding a line, nothing else.

use std::io::{self, Write};

use super::{Report, json};

/// Writes every finding as a line of JSON.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    for story in report.stories {
        json::entries(story, |entry| writeln!(out, "{entry}"))?;
    }
    Ok(())
}
