//! What stands between the words of a story. Nearly all of it is a space, or a comma or a point with a space: rules that look for
//! other marks ask here whether the story has them at all, before they search it.

use crate::text::TokenKind;

use super::Article;

/// A set of bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct ByteSet([u64; 4]);

impl ByteSet {
    /// The set of the bytes of which `holds` says so.
    pub const fn of(bytes: &[u8]) -> Self {
        let mut set = Self([0; 4]);
        let mut at = 0;
        while at < bytes.len() {
            set.insert(bytes[at]);
            at += 1;
        }
        set
    }

    /// The same set with all bytes from `first` to `last`.
    #[must_use]
    pub const fn with(mut self, first: u8, last: u8) -> Self {
        let mut byte = first;
        loop {
            self.insert(byte);
            if byte == last {
                return self;
            }
            byte += 1;
        }
    }

    /// Puts `byte` in.
    pub const fn insert(&mut self, byte: u8) {
        self.0[(byte >> 6) as usize] |= 1 << (byte & 63);
    }

    /// Whether it has `byte`.
    pub const fn has(&self, byte: u8) -> bool {
        self.0[(byte >> 6) as usize] >> (byte & 63) & 1 != 0
    }

    /// Whether both have a byte in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, other)| one & other != 0)
    }
}

/// The bytes of the copy outside its words and numbers. Letters, figures, and the marks that words and numbers may hold (`'`, `.`, `,`,
/// `:`, what is not ASCII and may be a letter) stand elsewhere too and are not to be asked for.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    held: ByteSet,
    doubled: ByteSet,
    after_space: ByteSet,
    joints: Vec<u32>,
}

impl Gaps {
    /// Whether the mark `byte` stands anywhere in the copy.
    pub fn hold(&self, byte: u8) -> bool {
        self.held.has(byte)
    }

    /// Whether any of `bytes` stands outside the words.
    pub fn hold_any(&self, bytes: &ByteSet) -> bool {
        self.held.meets(bytes)
    }

    /// Whether the mark `byte` stands anywhere right after itself.
    pub fn double(&self, byte: u8) -> bool {
        self.doubled.has(byte)
    }

    /// Where a single mark stands between two words with nothing else, in order.
    pub fn joints(&self) -> &[u32] {
        &self.joints
    }

    /// Whether the mark `byte` stands anywhere right after a space.
    pub fn part(&self, byte: u8) -> bool {
        self.after_space.has(byte)
    }
}

/// Reads what stands between the words; addresses count as marks.
pub(super) fn read(article: &Article) -> Gaps {
    let bytes = article.copy().as_bytes();
    let mut gaps = Gaps::default();
    let mut at = 0;
    for word in &article.words {
        if word.kind == TokenKind::Link {
            continue;
        }
        let (from, to) = (at, word.span.start as usize);
        at = word.span.end as usize;
        let is_plain = match to.wrapping_sub(from) {
            1 => bytes[from] == b' ',
            2 if bytes[to - 1] == b' ' => match bytes[from] {
                b',' => true,
                // The point of `U.S.` belongs to the word: one more is the second.
                b'.' => from > 0 && bytes[from - 1] != b'.',
                _ => false,
            },
            _ => false,
        };
        if !is_plain {
            gaps.take(bytes, from, to);
            if to == from + 1 && from > 0 {
                gaps.joints.push(from as u32);
            }
        }
    }
    gaps.take(bytes, at, bytes.len());
    gaps
}

impl Gaps {
    fn take(&mut self, bytes: &[u8], from: usize, to: usize) {
        let mut before = from.checked_sub(1).map_or(0, |at| bytes[at]);
        for &byte in bytes.get(from..to).unwrap_or_default() {
            self.held.insert(byte);
            if before == byte {
                self.doubled.insert(byte);
            }
            if before == b' ' {
                self.after_space.insert(byte);
            }
            before = byte;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        const MARKS: ByteSet = ByteSet::of(b"?!").with(0xFE, 0xFF).with(1, 4);
        for byte in 0..=255 {
            assert_eq!(MARKS.has(byte), matches!(byte, b'?' | b'!' | 0xFE | 0xFF | 1..=4), "{byte}");
        }
        assert!(MARKS.meets(&ByteSet::of(b"?")) && !MARKS.meets(&ByteSet::of(b"x")));
    }
}
