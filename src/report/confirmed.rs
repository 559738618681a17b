//! What is borne out: a line each in the human formats.

use std::io::{self, Write};

use super::places::Places;
use super::{Report, View, sanitize};

/// Writes what is borne out in every story, if that was asked.
pub(super) fn write(report: &Report<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    for story in report.stories {
        let Some(confirmed) = story.confirmed.filter(|confirmed| !confirmed.is_empty()) else { continue };
        let places = Places::new(story.source);
        let path = sanitize::line(story.source.path(), view.ci);
        for one in confirmed {
            let start = places.position(places.clamp(one.span).start);
            let (text, by) = (sanitize::line(&one.text, view.ci), sanitize::line(&one.by, view.ci));
            writeln!(out, "{path}:{}:{}: verified {} “{text}”, by {by}", start.line, start.column, one.kind.as_str())?;
        }
    }
    Ok(())
}
