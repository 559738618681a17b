//! Lines and columns of one story, asked for many times: the text is read once, and an answer costs the same on a line of
//! eighteen million bytes as on a line of eighty.

use crate::text::{LineIndex, Position, Source, Span};

/// Characters are counted up to every so many bytes, so that an answer reads at most this many.
const STRIDE: usize = 1024;

/// A story's lines, and where its characters are.
pub(super) struct Places<'a> {
    source: &'a Source,
    lines: LineIndex,
    /// How many characters start before each multiple of `STRIDE`.
    counted: Vec<u32>,
}

impl<'a> Places<'a> {
    /// Reads `source` once.
    pub(super) fn new(source: &'a Source) -> Self {
        let bytes = source.text().as_bytes();
        let mut counted = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut characters = 0;
        counted.push(0);
        for stride in bytes.chunks(STRIDE) {
            characters += count_characters(stride);
            counted.push(characters);
        }
        Self { source, lines: LineIndex::new(source.text()), counted }
    }

    pub(super) fn source(&self) -> &'a Source {
        self.source
    }

    pub(super) fn text(&self) -> &'a str {
        self.source.text()
    }

    /// The line that holds `offset`, from 1.
    pub(super) fn line(&self, offset: u32) -> usize {
        self.lines.line(offset)
    }

    /// The bytes of a line without its line end.
    pub(super) fn line_span(&self, line: usize) -> Span {
        self.lines.line_span(self.text(), line)
    }

    /// Line and column of `offset`, as `LineIndex::position` gives them.
    pub(super) fn position(&self, offset: u32) -> Position {
        let line = self.lines.line(offset);
        let start = self.line_span(line).from();
        let before = &self.text()[start..offset as usize];
        let marks = (before.len() - before.trim_start_matches('\u{FEFF}').len()) / '\u{FEFF}'.len_utf8();
        let column = (self.characters_before(offset as usize) - self.characters_before(start)) as usize - marks + 1;
        Position { line, column }
    }

    /// `span` cut to the text and moved down to character boundaries: a slip in a rule must not take the report down.
    pub(super) fn clamp(&self, span: Span) -> Span {
        let start = floor(self.text(), span.from());
        Span::new(start, floor(self.text(), span.to()).max(start))
    }

    fn characters_before(&self, offset: usize) -> u32 {
        let stride = offset / STRIDE;
        self.counted[stride] + count_characters(&self.text().as_bytes()[stride * STRIDE..offset])
    }
}

/// The places of one story in rising order, for a format that asks for few: the text is read up to the last one and no further.
pub(super) struct Rising<'a> {
    text: &'a str,
    /// What is read, and the characters of its last line.
    done: usize,
    characters: u32,
    /// The line that holds `done`, from 1, and where it starts.
    line: usize,
    start: usize,
}

impl<'a> Rising<'a> {
    pub(super) fn new(source: &'a Source) -> Self {
        Self { text: source.text(), done: 0, characters: 0, line: 1, start: 0 }
    }

    /// Line and column of `offset` cut to the text, as `LineIndex::position` gives them.
    pub(super) fn position(&mut self, offset: u32) -> Position {
        let offset = floor(self.text, offset as usize);
        if offset < self.done {
            *self = Self { text: self.text, done: 0, characters: 0, line: 1, start: 0 };
        }
        self.read_to(offset);
        let marks = self.text[self.start..offset].chars().take_while(|&mark| mark == '\u{FEFF}').count();
        Position { line: self.line, column: self.characters as usize - marks + 1 }
    }

    fn read_to(&mut self, offset: usize) {
        let bytes = self.text.as_bytes();
        let read = &bytes[self.done..offset];
        let mut last = memchr::memrchr(b'\n', read).map(|at| self.done + at);
        self.line += memchr::memchr_iter(b'\n', read).count();
        for at in memchr::memchr_iter(b'\r', read).map(|at| self.done + at) {
            if bytes.get(at + 1) != Some(&b'\n') {
                self.line += 1;
                last = last.max(Some(at));
            }
        }
        if let Some(end) = last {
            (self.start, self.characters) = (end + 1, 0);
        }
        self.characters += count_characters(&bytes[self.done.max(self.start)..offset]);
        self.done = offset;
    }
}

/// `offset` cut to the text and moved down to a character boundary.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// How many characters start in `bytes`: every byte does but the continuations, which begin with the bits 10.
fn count_characters(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_of_the_line_index() {
        let text = format!("\u{FEFF}“é𝄞”\r\nnext\r{}\nend", "wörd 👩‍🚒 ".repeat(400));
        let source = Source::from_text("a.txt", text.as_str());
        let (places, index) = (Places::new(&source), LineIndex::new(&text));
        let (mut rising, mut seldom) = (Rising::new(&source), Rising::new(&source));
        for (offset, _) in text.char_indices() {
            assert_eq!(places.position(offset as u32), index.position(&text, offset as u32), "at {offset}");
            assert_eq!(rising.position(offset as u32), places.position(offset as u32), "at {offset}");
            if offset % 7 == 0 {
                assert_eq!(seldom.position(offset as u32), places.position(offset as u32), "at {offset}");
            }
        }
        assert_eq!(rising.position(3), places.position(3));
        assert_eq!(places.position(text.len() as u32), index.position(&text, text.len() as u32));
    }

    #[test]
    fn a_span_outside_the_text_is_brought_back() {
        let source = Source::from_text("a.txt", "“é");
        let places = Places::new(&source);
        assert_eq!(places.clamp(Span::new(1, 99)), Span::new(0, 5));
        assert_eq!(places.clamp(Span::new(77, 99)), Span::new(5, 5));
        assert_eq!(Rising::new(&source).position(77), places.position(5));
    }
}
