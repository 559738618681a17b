//! A stretch of a file.

use std::ops::Range;

/// A half-open range of bytes in the file as stored, always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span never runs backwards: {start}..{end}");
        Self { start: start as u32, end: end as u32 }
    }

    /// An empty span: a place between two characters.
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// First byte, as an index.
    pub fn from(self) -> usize {
        self.start as usize
    }

    /// One past the last byte, as an index.
    pub fn to(self) -> usize {
        self.end as usize
    }

    /// The span as an index range.
    pub fn range(self) -> Range<usize> {
        self.from()..self.to()
    }

    /// The words it covers in `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in it.
    pub fn holds(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies wholly in it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether the two share a byte, or one is empty and lies in or at the edge of the other.
    pub fn touches(self, other: Span) -> bool {
        self.overlaps(other) || ((self.is_empty() || other.is_empty()) && self.start <= other.end && other.start <= self.end)
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without the white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.from() + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }
}
