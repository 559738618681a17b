//! A file as read: its bytes, proved to be text.

use std::fmt;

use super::Span;

/// Files above this many bytes are refused: offsets are 32 bit, and no story is a hundredth of it.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;

/// One file's text with its path. Offsets into `text` are offsets into the file, a byte order mark counted.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: String,
}

/// Why bytes are not a story. Nothing is ever rewritten after such an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// The byte at `offset` (on `line`, from 1) cannot be UTF-8; `guess` names what the file may be instead.
    NotUtf8 {
        /// Offset of the first bad byte.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// The bad byte.
        byte: u8,
        /// A likely encoding, as desks call it.
        guess: &'static str,
    },
    /// A NUL byte stands at this offset: the file is not text.
    Binary {
        /// Offset of the NUL.
        offset: usize,
    },
    /// The file has more bytes than may be read.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        most: usize,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::NotUtf8 { offset, line, byte, guess } => write!(
                out,
                "line {line}: byte 0x{byte:02X} at offset {offset} is not UTF-8 text (it looks like {guess}); save the file as UTF-8 and check it again"
            ),
            InputError::Binary { offset } => write!(out, "a NUL byte at offset {offset}: this is not a text file"),
            InputError::TooLarge { bytes, most } => {
                write!(out, "{bytes} bytes, more than the limit of {most}; raise max-file-size in newslint.toml or leave the file out")
            }
        }
    }
}

impl std::error::Error for InputError {}

impl Source {
    /// Takes `bytes` as the text of the file at `path`.
    ///
    /// # Errors
    /// When they are not UTF-8, hold a NUL, or are more than `MOST_BYTES`.
    pub fn decode(path: impl Into<String>, bytes: Vec<u8>) -> Result<Self, InputError> {
        if bytes.len() > MOST_BYTES {
            return Err(InputError::TooLarge { bytes: bytes.len(), most: MOST_BYTES });
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            InputError::NotUtf8 {
                offset,
                line: 1 + memchr::memchr_iter(b'\n', &bytes[..offset]).count(),
                byte: bytes[offset],
                guess: guess_encoding(bytes, offset),
            }
        })?;
        if let Some(offset) = memchr::memchr(0, text.as_bytes()) {
            return Err(match guess_encoding(text.as_bytes(), offset) {
                guess if guess.starts_with("UTF-16") => InputError::NotUtf8 { offset, line: 1, byte: 0, guess },
                _ => InputError::Binary { offset },
            });
        }
        Ok(Self { path: path.into(), text })
    }

    /// A source made from text that is already in memory, as in tests.
    pub fn from_text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// The path as given or as walked, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, a byte order mark included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same file, its text let go.
    #[must_use]
    pub fn without_text(self) -> Self {
        Self { text: String::new(), ..self }
    }

    /// The byte order mark at the start of the file, empty when there is none.
    pub fn byte_order_mark(&self) -> Span {
        Span::new(0, if self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 })
    }
}

fn guess_encoding(bytes: &[u8], offset: usize) -> &'static str {
    match bytes {
        [0xFF, 0xFE, ..] | [_, 0, _, 0, ..] => "UTF-16, little endian",
        [0xFE, 0xFF, ..] | [0, _, 0, _, ..] => "UTF-16, big endian",
        _ if matches!(bytes[offset], 0x80..=0x9F) => "Windows-1252, the old Windows encoding",
        _ => "Latin-1 or Windows-1252",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_quotes_are_refused_with_line_and_guess() {
        let error = Source::decode("a.txt", b"Head\n\nHe said \x93no\x94.\n".to_vec()).unwrap_err();
        assert_eq!(error, InputError::NotUtf8 { offset: 14, line: 3, byte: 0x93, guess: "Windows-1252, the old Windows encoding" });
    }

    #[test]
    fn utf16_and_binary_are_told_apart() {
        let utf16 = Source::decode("a.txt", b"H\0e\0a\0d\0".to_vec()).unwrap_err();
        assert!(matches!(utf16, InputError::NotUtf8 { guess: "UTF-16, little endian", .. }), "{utf16:?}");
        let binary = Source::decode("a.bin", b"Head\n\0\x01\x02".to_vec()).unwrap_err();
        assert_eq!(binary, InputError::Binary { offset: 5 });
    }

    #[test]
    fn a_byte_order_mark_counts_in_offsets() {
        let source = Source::decode("a.txt", "\u{FEFF}Head".into()).expect("UTF-8");
        assert_eq!(source.byte_order_mark(), Span::new(0, 3));
        assert_eq!(&source.text()[3..], "Head");
    }
}
