//! The colours of the terminal, and the writer through which codespan draws: it paints, writes the head of a finding with its
//! link, and puts the true line numbers into the gutter.

use std::io::{self, Write};

use codespan_reporting::diagnostic::{LabelStyle, Severity as CodespanSeverity};
use codespan_reporting::term::WriteStyle;

use crate::finding::Severity;

/// What a stretch of text is, and so its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// The terminal's own.
    Plain,
    /// The word of a severity, and its rule.
    Of(Severity),
    /// The words that a finding of this severity points at; not bold, for they may be a whole sentence.
    Mark(Severity),
    /// The message of a finding.
    Message,
    /// Another place that belongs to the finding.
    Other,
    /// Line numbers, borders and other furniture.
    Quiet,
    /// Words that a fix takes out.
    Old,
    /// Words that a fix takes out, shown within the copy.
    Struck,
    /// Words that a fix puts in.
    New,
}

impl Ink {
    /// Ends every colour.
    pub(super) const RESET: &'static str = "\u{1B}[0m";

    /// The escape sequence that begins it. Only the eight colours that every theme sets to be readable, never black or white.
    pub(super) fn escape(self) -> &'static str {
        match self {
            Ink::Plain => "",
            Ink::Of(Severity::Error) => "\u{1B}[1;31m",
            Ink::Of(Severity::Warning) => "\u{1B}[1;33m",
            Ink::Of(Severity::Info) => "\u{1B}[1;36m",
            Ink::Mark(Severity::Error) | Ink::Old => "\u{1B}[31m",
            Ink::Mark(Severity::Warning) => "\u{1B}[33m",
            Ink::Mark(Severity::Info) => "\u{1B}[36m",
            Ink::Message => "\u{1B}[1m",
            Ink::Other => "\u{1B}[34m",
            Ink::Quiet => "\u{1B}[2m",
            Ink::Struck => "\u{1B}[9;31m",
            Ink::New => "\u{1B}[32m",
        }
    }

    /// `text` in this colour, when colours are wanted.
    pub(super) fn paint(self, text: &str, colour: bool) -> String {
        if colour && self != Ink::Plain { format!("{}{text}{}", self.escape(), Ink::RESET) } else { text.to_owned() }
    }
}

/// What codespan is writing at the moment.
#[derive(PartialEq, Eq)]
enum Stage {
    /// Its head, which is replaced by ours.
    Head,
    /// A line number, which is replaced by the true one; so many columns so far.
    Number(usize),
    /// Everything else.
    Body,
}

/// Where codespan writes a finding to.
pub(super) struct Painter<'a> {
    out: &'a mut dyn Write,
    severity: Severity,
    /// The severity and the rule, as they are to be shown.
    head: &'a str,
    /// The line of each row, in the order of the rows.
    lines: std::vec::IntoIter<usize>,
    colour: bool,
    stage: Stage,
    /// Spaces not yet written: codespan ends lines with them.
    spaces: usize,
}

impl<'a> Painter<'a> {
    pub(super) fn new(out: &'a mut dyn Write, severity: Severity, head: &'a str, lines: Vec<usize>, colour: bool) -> Self {
        Self { out, severity, head, lines: lines.into_iter(), colour, stage: Stage::Body, spaces: 0 }
    }

    fn begin(&mut self, ink: Ink) -> io::Result<()> {
        if self.colour { self.out.write_all(ink.escape().as_bytes()) } else { Ok(()) }
    }

    /// Writes `bytes` without the spaces at their end, which wait for what follows. No colour has a background, so that a space
    /// may change its place with an escape sequence.
    fn write_body(&mut self, bytes: &[u8]) -> io::Result<()> {
        let words = &bytes[..bytes.iter().rposition(|&byte| byte != b' ').map_or(0, |last| last + 1)];
        if words.is_empty() {
            self.spaces += bytes.len();
            return Ok(());
        }
        if words[0] != b'\n' {
            write!(self.out, "{:1$}", "", self.spaces)?;
        }
        self.spaces = bytes.len() - words.len();
        self.out.write_all(words)
    }
}

impl Write for Painter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.stage {
            Stage::Head => Ok(bytes.len()),
            Stage::Number(columns) => {
                *columns += bytes.len();
                Ok(bytes.len())
            }
            Stage::Body => self.write_body(bytes).map(|()| bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl WriteStyle for Painter<'_> {
    fn set_header(&mut self, _: CodespanSeverity) -> io::Result<()> {
        // codespan has no word for an info finding and no link, so the head comes from us.
        self.out.write_all(self.head.as_bytes())?;
        self.stage = Stage::Head;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.stage = Stage::Body;
        self.begin(Ink::Message)
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.begin(Ink::Quiet)?;
        self.stage = Stage::Number(0);
        Ok(())
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.begin(Ink::Quiet)
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.begin(Ink::Quiet)
    }

    fn set_label(&mut self, _: CodespanSeverity, style: LabelStyle) -> io::Result<()> {
        self.begin(if style == LabelStyle::Primary { Ink::Mark(self.severity) } else { Ink::Other })
    }

    fn reset(&mut self) -> io::Result<()> {
        if let Stage::Number(columns) = std::mem::replace(&mut self.stage, Stage::Body) {
            // Rows of context carry the numbers that codespan reckons from their neighbours, which are wrong in a wrapped line.
            let line = self.lines.next().map(|line| line.to_string()).unwrap_or_default();
            self.write_body(format!("{line:>columns$}").as_bytes())?;
        }
        if self.colour { self.out.write_all(Ink::RESET.as_bytes()) } else { Ok(()) }
    }
}
