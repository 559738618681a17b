//! The JSON contract: one object with all findings. `schemas/findings.schema.json` is its schema; fields are only ever added.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};

use super::fingerprint::{self, Fingerprint};
use super::places::Places;
use super::sanitize;
use super::{Report, Story};
use crate::finding::{ConfirmedKind, Finding, Fix, Label, Severity};
use crate::text::{Position, Span};

/// A finding as the contract names its parts.
#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    severity: Severity,
    message: &'a str,
    path: &'a str,
    span: Span,
    start: Position,
    end: Position,
    labels: &'a [Label],
    help: Option<&'a str>,
    url: Option<&'a str>,
    fixes: &'a [Fix],
    fingerprint: Fingerprint,
}

/// Writes `{"version":1,"findings":[...]}`, a finding a line, so that two reports can be compared.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\":1,\"findings\":[")?;
    let mut separator = "\n";
    for story in report.stories {
        entries(story, |entry| {
            write!(out, "{separator}{entry}")?;
            separator = ",\n";
            Ok(())
        })?;
    }
    write!(out, "{}]", if separator == "\n" { "" } else { "\n" })?;
    write_confirmed(report, out)?;
    writeln!(out, "}}")
}

/// Words that something bears out, as the contract names their parts.
#[derive(Serialize)]
struct Borne<'a> {
    kind: ConfirmedKind,
    text: &'a str,
    by: &'a str,
    path: &'a str,
    span: Span,
    start: Position,
    end: Position,
}

/// Writes `,"verified":[...]` if that was asked, one a line.
fn write_confirmed(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    if report.stories.iter().all(|story| story.confirmed.is_none()) {
        return Ok(());
    }
    write!(out, ",\"verified\":[")?;
    let mut separator = "\n";
    for story in report.stories {
        let places = Places::new(story.source);
        for one in story.confirmed.unwrap_or_default() {
            let span = places.clamp(one.span);
            let (start, end) = (places.position(span.start), places.position(span.end));
            let borne = Borne { kind: one.kind, text: &one.text, by: &one.by, path: places.source().path(), span, start, end };
            write!(out, "{separator}{}", to_json(&borne)?)?;
            separator = ",\n";
        }
    }
    write!(out, "{}]", if separator == "\n" { "" } else { "\n" })
}

/// Gives each finding of a story as JSON.
pub(super) fn entries(story: &Story<'_>, mut give: impl FnMut(&str) -> io::Result<()>) -> io::Result<()> {
    if story.findings.is_empty() {
        return Ok(());
    }
    let places = Places::new(story.source);
    for (finding, fingerprint) in story.findings.iter().zip(fingerprint::of_findings(&places, story.findings)) {
        give(&to_json(&entry(&places, finding, fingerprint))?)?;
    }
    Ok(())
}

fn entry<'a>(places: &Places<'a>, finding: &'a Finding, fingerprint: Fingerprint) -> Entry<'a> {
    let span = places.clamp(finding.span);
    Entry {
        rule: &finding.rule,
        severity: finding.severity,
        message: &finding.message,
        path: places.source().path(),
        span,
        start: places.position(span.start),
        end: places.position(span.end),
        labels: &finding.labels,
        help: finding.help.as_deref(),
        url: finding.url.as_deref(),
        fixes: &finding.fixes,
        fingerprint,
    }
}

/// `value` in one line of JSON that is safe to print on a terminal.
pub(super) fn to_json(value: &impl Serialize) -> io::Result<String> {
    let mut bytes = Vec::with_capacity(512);
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, Printable))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// JSON escapes the controls below U+0020 only; this escapes all that a terminal may obey or hide.
struct Printable;

impl Formatter for Printable {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.is_ascii() && !fragment.contains('\u{7F}') {
            return out.write_all(fragment.as_bytes());
        }
        let mut written = 0;
        for (at, next) in fragment.char_indices().filter(|&(_, next)| next.is_control() || sanitize::is_unseen(next)) {
            out.write_all(&fragment.as_bytes()[written..at])?;
            for unit in next.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            written = at + next.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[written..])
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, out: &mut W, escape: CharEscape) -> io::Result<()> {
        serde_json::ser::CompactFormatter.write_char_escape(out, escape)
    }
}
