//! Soft-wraps copy to the width of a screen, character by character as it will be drawn.

use unicode_width::UnicodeWidthChar;

use super::sanitize::{self, Shown};
use crate::text::Span;

/// Columns between tab stops, for codespan too.
pub(super) const TAB: usize = 4;

/// One character of copy and how it is shown.
pub(super) struct Cell {
    pub(super) at: usize,
    pub(super) next: char,
    pub(super) shown: Shown,
}

impl Cell {
    /// Its columns when it stands at `column`.
    pub(super) fn width(&self, column: usize) -> usize {
        match self.shown {
            Shown::AsIs if matches!(self.next, ' '..='~') => 1,
            Shown::AsIs if self.next == '\t' => TAB - column % TAB,
            Shown::AsIs => self.next.width().unwrap_or(0),
            Shown::Picture(_) => 1,
            Shown::Number => sanitize::number(self.next).len(),
            Shown::Nothing => 0,
        }
    }
}

/// The characters of a stretch, each with how it is shown.
pub(super) struct Cells<'a> {
    characters: std::iter::Peekable<std::str::CharIndices<'a>>,
    before: Option<char>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(words: &'a str) -> Self {
        Self { characters: words.char_indices().peekable(), before: None }
    }
}

impl Iterator for Cells<'_> {
    type Item = Cell;

    fn next(&mut self) -> Option<Cell> {
        let (at, next) = self.characters.next()?;
        let shown = sanitize::shown(next, self.before, self.characters.peek().map(|&(_, after)| after));
        self.before = Some(next);
        Some(Cell { at, next, shown })
    }
}

/// Soft-wraps copy, and breaks a row early rather than part a label or push its message off the screen.
pub(super) struct Wrap<'a> {
    pub(super) text: &'a str,
    pub(super) width: usize,
    /// Sorted by place.
    pub(super) needs: Vec<(usize, usize)>,
}

impl Wrap<'_> {
    /// Gives every row of `window`, in order; an empty window is one empty row.
    pub(super) fn rows(&self, window: Span, mut give: impl FnMut(Span)) {
        let mut needs = &self.needs[self.needs.partition_point(|&(at, _)| at < window.from())..];
        let mut start = window.from();
        let mut column = 0;
        // The place behind the last gap of this row, and its column.
        let mut gap = None;
        let mut break_at = |place: usize, start: &mut usize| give(Span::new(std::mem::replace(start, place), place));
        for cell in Cells::new(window.of(self.text)) {
            let at = window.from() + cell.at;
            while let Some((&(_, need), rest)) = needs.split_first().filter(|((place, _), _)| *place == at) {
                needs = rest;
                if column > 0
                    && column + need > self.width
                    && let Some((place, used)) = gap.take()
                {
                    break_at(place, &mut start);
                    column -= used;
                }
            }
            let mut width = cell.width(column);
            while column > 0 && column + width > self.width && !cell.next.is_whitespace() {
                let (place, used) = gap.take().unwrap_or((at, column));
                break_at(place, &mut start);
                column -= used;
                width = cell.width(column);
            }
            column += width;
            // Chinese, Japanese and Korean copy may break after any character.
            let breaks =
                cell.next.is_whitespace() && !matches!(cell.next, '\u{A0}' | '\u{202F}') || width == 2 && cell.next.is_alphabetic();
            if breaks {
                gap = Some((at + cell.next.len_utf8(), column));
            }
        }
        give(Span::new(start, window.to()));
    }
}

/// Columns of `words`, not counted beyond `most`.
pub(super) fn width_up_to(words: &str, most: usize) -> usize {
    let mut width = 0;
    for cell in Cells::new(words) {
        width += cell.width(width);
        if width > most {
            break;
        }
    }
    width
}
