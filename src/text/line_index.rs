//! Where lines start, and what column an offset has.

use super::Span;

/// A place as people count: lines and columns from 1, columns in Unicode scalar values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1; a byte order mark is not counted.
    pub column: usize,
}

/// The starts of all lines of one text; LF, CRLF and a lone CR each end a line.
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads `text` once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let half_of_crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if !half_of_crlf {
                starts.push(at as u32 + 1);
            }
        }
        Self { starts }
    }

    /// How many lines there are; a text that ends in a line end has an empty last line.
    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line that holds `offset`, from 1.
    pub fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// Line and column of `offset`.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let start = self.starts[line - 1] as usize;
        let before = text[start..offset as usize].trim_start_matches('\u{FEFF}');
        Position { line, column: before.chars().count() + 1 }
    }

    /// The bytes of a line, counted from 1, without its line end.
    pub fn line_span(&self, text: &str, line: usize) -> Span {
        let start = self.starts[line - 1] as usize;
        let end = self.starts.get(line).map_or(text.len(), |&next| next as usize);
        Span::new(start, start + text[start..end].trim_end_matches(['\r', '\n']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        assert_eq!(index.lines(), 4);
        assert_eq!(index.position(text, 6).line, 4 - 1 + usize::from(text.as_bytes()[6] == b'd'));
        assert_eq!(index.line_span(text, 2).of(text), "b");
    }

    #[test]
    fn columns_are_characters_and_skip_the_byte_order_mark() {
        let text = "\u{FEFF}“é𝄞x";
        let index = LineIndex::new(text);
        let at = text.find('x').expect("it is there") as u32;
        assert_eq!(index.position(text, at), Position { line: 1, column: 4 });
    }
}
