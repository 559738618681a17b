//! The format for people: each finding with its words underlined in their rows, the other places, help and fixes.

use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity as CodespanSeverity};
use codespan_reporting::files::{Error, Files, Location};
use codespan_reporting::term::{self, Config};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{self, Excerpt, Mark, Room};
use super::layout::{Lines, Piece, lay_out};
use super::paint::{Ink, Painter};
use super::places::Places;
use super::word_diff::{self, Hand};
use super::{Report, View, confirmed, sanitize, summary, wrap};
use crate::finding::{Finding, Fix, Safety, Severity};
use crate::text::{Position, Source};

/// So many changes of one fix are shown; more are counted.
const MOST_CHANGES: usize = 4;
/// So many other places of one finding are shown; more are counted.
const MOST_LABELS: usize = 8;

/// Spaces before the second line of a note.
const INDENT: usize = 4;
/// Below a name up to this long, as `help: `, the second line starts where the first does.
const LONGEST_HANGING_NAME: usize = 12;

/// Writes every finding, then the summary.
pub(super) fn write(report: &Report<'_>, view: &View, out: &mut dyn Write) -> io::Result<()> {
    for story in report.stories.iter().filter(|story| !story.findings.is_empty()) {
        let places = Places::new(story.source);
        for finding in story.findings {
            one(&places, finding, view, out)?;
        }
    }
    confirmed::write(report, view, out)?;
    if view.summary { summary::write(report, out) } else { Ok(()) }
}

/// Writes one finding about `source`, which may be a story or a file of configuration.
///
/// # Errors
/// Those of `out`.
pub fn write_finding(source: &Source, finding: &Finding, view: &View, out: &mut dyn Write) -> io::Result<()> {
    one(&Places::new(source), finding, view, out)
}

fn one(places: &Places<'_>, finding: &Finding, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let width = view.width.clamp(40, 140);
    let gutter = gutter(places, finding);
    let room = Room { width: width - gutter, context: view.context, ci: view.ci };
    let (marks, mut notes) = marks(places, finding, room);
    let excerpt = excerpt::excerpt(places, &marks, room);
    notes.extend(help_and_fixes(places, finding, view, width - gutter));

    let head = head(finding, view);
    let head_width = finding.severity.as_str().len() + finding.rule.width() + 2;
    let message = sanitize::line(&finding.message, view.ci);
    // The head's colon and space are codespan's, and so is the colour: it may run on, for there is no gutter here.
    let lines = Lines { width, used: head_width + 2, indent: 2 };
    let mut diagnostic = Diagnostic::new(severity(finding.severity)).with_message(lay_out(&[Piece::plain(message)], lines, false));
    diagnostic.notes = notes;
    for (at, (mark, range)) in marks.into_iter().zip(&excerpt.labels).enumerate() {
        let style = if at == 0 { LabelStyle::Primary } else { LabelStyle::Secondary };
        diagnostic.labels.push(Label { style, file_id: (), range: range.clone(), message: mark.message.into_owned() });
    }

    // A label over several rows brings its own; only without one are the neighbours of a label rows of context.
    let beside = usize::from(!excerpt.runs_on);
    let config = Config {
        tab_width: wrap::TAB,
        start_context_lines: 1,
        end_context_lines: 1,
        before_label_lines: beside,
        after_label_lines: beside,
        ..Config::default()
    };
    let lines = excerpt.rows.iter().map(|row| row.line).collect();
    let start = places.position(places.clamp(finding.span).start);
    let name = sanitize::line(places.source().path(), view.ci);
    let window = Window { name: &name, excerpt: &excerpt, start };
    let mut painter = Painter::new(out, finding.severity, &head, lines, view.colour);
    term::emit_to_write_style(&mut painter, &config, &window, &diagnostic).map_err(|error| match error {
        Error::Io(error) => error,
        error => io::Error::other(error),
    })
}

/// Columns before the copy: the line number, a space, the border and a space.
fn gutter(places: &Places<'_>, finding: &Finding) -> usize {
    let spans = std::iter::once(finding.span).chain(finding.labels.iter().map(|label| label.span));
    let line = spans.map(|span| places.line(places.clamp(span).end)).max().unwrap_or(1);
    line.ilog10() as usize + 1 + 3
}

fn head(finding: &Finding, view: &View) -> String {
    let rule = sanitize::line(&finding.rule, view.ci);
    let rule = sanitize::link(&rule, finding.url.as_deref(), view.hyperlinks);
    Ink::Of(finding.severity).paint(&format!("{}[{rule}]", finding.severity), view.colour)
}

fn severity(severity: Severity) -> CodespanSeverity {
    match severity {
        Severity::Error => CodespanSeverity::Error,
        Severity::Warning => CodespanSeverity::Warning,
        Severity::Info => CodespanSeverity::Note,
    }
}

/// What is underlined, and notes for what cannot be said beside its place.
fn marks<'a>(places: &Places<'_>, finding: &'a Finding, room: Room) -> (Vec<Mark<'a>>, Vec<String>) {
    let mut marks = vec![Mark { span: finding.span, message: Cow::Borrowed("") }];
    let mut notes = Vec::new();
    for label in finding.labels.iter().take(MOST_LABELS) {
        let mut message = sanitize::line(&label.message, room.ci);
        if message.width() > room.width {
            let Position { line, column } = places.position(places.clamp(label.span).start);
            notes.push(note(&format!("{line}:{column}: "), &[Piece::plain(message)], room.width, false));
            message = Cow::Borrowed("");
        }
        marks.push(Mark { span: label.span, message });
    }
    if finding.labels.len() > MOST_LABELS {
        notes.push(format!("and {} more places", finding.labels.len() - MOST_LABELS));
    }
    (marks, notes)
}

fn help_and_fixes(places: &Places<'_>, finding: &Finding, view: &View, width: usize) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(help) = &finding.help {
        notes.push(note("help: ", &[Piece::plain(sanitize::line(help, view.ci))], width, view.colour));
    }
    notes.extend(finding.fixes.iter().map(|fix| fix_note(places, fix, view, width)));
    notes
}

/// `fix (safe): old → new`, or the title of the fix with a line for each change.
fn fix_note(places: &Places<'_>, fix: &Fix, view: &View, width: usize) -> String {
    let name = match fix.safety {
        Safety::Safe => "fix (safe): ",
        Safety::Suggested => "fix (suggested): ",
        Safety::Display => "fix (not applied, an editor decides): ",
    };
    let hand = Hand { width: width.saturating_sub(INDENT), colour: view.colour, ci: view.ci };
    let changes = word_diff::changes(places, fix);
    if let [change] = changes.as_slice() {
        return change_note(name, &change.pieces(hand), width, view.colour);
    }
    let mut text = note(name, &[Piece::plain(sanitize::line(&fix.title, view.ci))], width, view.colour);
    for change in changes.iter().take(MOST_CHANGES) {
        let place = format!("  {}: ", places.line(change.span.start));
        text.push('\n');
        text.push_str(&change_note(&place, &change.pieces(hand), width, view.colour));
    }
    if changes.len() > MOST_CHANGES {
        let more = format!("\n  and {} more", changes.len() - MOST_CHANGES);
        text.push_str(&more);
    }
    text
}

/// A change behind its name, or on the next line when only that holds it whole: a reader compares old and new in one line.
fn change_note(name: &str, pieces: &[Piece], width: usize, colour: bool) -> String {
    let columns = word_diff::width(pieces);
    if name.len() + columns > width && INDENT + columns <= width {
        let lines = Lines { width, used: INDENT, indent: INDENT };
        return format!("{}\n{:INDENT$}{}", name.trim_end(), "", lay_out(pieces, lines, colour));
    }
    note(name, pieces, width, colour)
}

/// `name` and its pieces, wrapped for the room behind codespan's bullet.
fn note(name: &str, pieces: &[Piece], width: usize, colour: bool) -> String {
    let indent = if name.len() <= LONGEST_HANGING_NAME { name.len() } else { INDENT };
    format!("{name}{}", lay_out(pieces, Lines { width, used: name.len(), indent }, colour))
}

/// An excerpt as a file for codespan, with the true place of the finding.
struct Window<'a> {
    name: &'a str,
    excerpt: &'a Excerpt,
    start: Position,
}

impl<'a> Files<'a> for Window<'a> {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(self.name)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.excerpt.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        let rows = &self.excerpt.rows;
        let row = rows.partition_point(|row| row.range.start <= byte).saturating_sub(1);
        Ok(rows.get(row).map_or(0, |row| row.index))
    }

    fn line_number(&'a self, (): (), index: usize) -> Result<usize, Error> {
        Ok(self.row(index).map_or(1, |row| self.excerpt.rows[row].line))
    }

    fn location(&'a self, (): (), _: usize) -> Result<Location, Error> {
        Ok(Location { line_number: self.start.line, column_number: self.start.column })
    }

    fn line_range(&'a self, (): (), index: usize) -> Result<Range<usize>, Error> {
        match self.row(index) {
            Some(row) => Ok(self.excerpt.rows[row].range.clone()),
            // codespan steps over the rows inside a long label, and asks whether a label has neighbours.
            None if self.excerpt.runs_on => Ok(0..0),
            None => Err(Error::LineTooLarge { given: index, max: self.excerpt.rows.len() }),
        }
    }
}

impl Window<'_> {
    fn row(&self, index: usize) -> Option<usize> {
        self.excerpt.rows.binary_search_by_key(&index, |row| row.index).ok()
    }
}
