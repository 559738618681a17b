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
        let floor = |offset: usize| {
            let mut offset = offset.min(self.text().len());
            while !self.text().is_char_boundary(offset) {
                offset -= 1;
            }
            offset
        };
        let start = floor(span.from());
        Span::new(start, floor(span.to()).max(start))
    }

    fn characters_before(&self, offset: usize) -> u32 {
        let stride = offset / STRIDE;
        self.counted[stride] + count_characters(&self.text().as_bytes()[stride * STRIDE..offset])
    }
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
        for (offset, _) in text.char_indices() {
            assert_eq!(places.position(offset as u32), index.position(&text, offset as u32), "at {offset}");
        }
        assert_eq!(places.position(text.len() as u32), index.position(&text, text.len() as u32));
    }

    #[test]
    fn a_span_outside_the_text_is_brought_back() {
        let source = Source::from_text("a.txt", "“é");
        let places = Places::new(&source);
        assert_eq!(places.clamp(Span::new(1, 99)), Span::new(0, 5));
        assert_eq!(places.clamp(Span::new(77, 99)), Span::new(5, 5));
    }
}
