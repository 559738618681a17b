//! Plain text and wire copy: blank-line separated, one line a block, or hard-wrapped.

use std::borrow::Cow;

use crate::document::{Block, Document, Markup, Role};
use crate::parse::roles::{self, Unit};
use crate::parse::shapes::{self, Line, Shape};
use crate::text::Source;

use super::front_matter;

/// Lines above this many characters are paragraphs of their own, not the lines of a wrapped one.
const WIDEST_WRAP: usize = 110;

/// Nearly all lines of hard-wrapped copy are at most this wide.
const USUAL_WRAP: usize = 85;

pub(super) fn read(source: &Source) -> Document<'_> {
    let text = source.text();
    let front = front_matter::read(text, source.byte_order_mark().to());
    let lines = shapes::lines(text, front.end);
    let units = units(text, &lines);
    let furnished = front.blocks.iter().any(|block| block.role == Role::Headline);
    let copy = if front.blocks.is_empty() && front.end == source.byte_order_mark().to() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(front.mask(text))
    };
    let mut blocks: Vec<Block> = front.blocks;
    blocks.extend(roles::assign(text, &units, furnished));
    Document { source, markup: Markup::Plain, copy, blocks, decoded: front.decoded, front: front.front }
}

/// How lines make blocks in this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// Each line is a block.
    LinePerBlock,
    /// Lines wrap at `width` characters.
    Wrapped { width: usize },
}

/// Joins the lines of a wrapped paragraph.
fn units(text: &str, lines: &[Line]) -> Vec<Unit> {
    let layout = layout(text, lines);
    let mut units: Vec<Unit> = Vec::new();
    let mut after_blank = true;
    for line in lines {
        if line.shape == Shape::Blank {
            after_blank = true;
            continue;
        }
        let span = line.span.trim(text);
        match units.last_mut() {
            Some(unit) if !after_blank && goes_on(text, unit, line, layout) => unit.span = unit.span.join(span),
            _ => units.push(Unit { shape: line.shape, span }),
        }
        after_blank = false;
    }
    units
}

fn layout(text: &str, lines: &[Line]) -> Layout {
    let is_text = |line: &Line| line.shape == Shape::Text;
    let has_neighbours = lines.windows(2).any(|pair| pair.iter().all(is_text));
    if !has_neighbours {
        return Layout::LinePerBlock;
    }
    let has_blank = lines.iter().skip_while(|line| !is_text(line)).any(|line| line.shape == Shape::Blank);
    let words = || lines.iter().filter(|line| is_text(line)).map(|line| line.span.trim(text).of(text));
    let mut widths: Vec<usize> = words().map(|words| words.chars().count()).collect();
    widths.sort_unstable();
    let widest = widths[widths.len() * 95 / 100];
    let mostly_open = || words().filter(|words| roles::ends_terminal(words)).count() * 2 < widths.len();
    let wraps = if has_blank { widest <= WIDEST_WRAP } else { widest <= USUAL_WRAP && mostly_open() };
    if wraps { Layout::Wrapped { width: widest } } else { Layout::LinePerBlock }
}

/// Whether `line` is the next line of the paragraph that `unit` began. A line was wrapped if its successor's first word would not
/// have fitted on it, or if that word starts small.
fn goes_on(text: &str, unit: &Unit, line: &Line, layout: Layout) -> bool {
    let Layout::Wrapped { width } = layout else { return false };
    let takes_lines =
        matches!(unit.shape, Shape::Text | Shape::ListItem | Shape::Correction | Shape::Credit | Shape::Caption | Shape::Pull);
    let could_go_on =
        matches!(line.shape, Shape::Text | Shape::CreditLine | Shape::Byline) || (line.shape == Shape::Pull && unit.shape == Shape::Pull);
    if !takes_lines || !could_go_on {
        return false;
    }
    let before = unit.span.of(text);
    let last_line = before.rsplit(['\n', '\r']).next().unwrap_or(before);
    let words = line.span.trim(text).of(text);
    let first_word = words.split_whitespace().next().unwrap_or_default();
    let starts_small = words.starts_with(char::is_lowercase);
    let would_have_fitted = last_line.chars().count() + 1 + first_word.chars().count() <= width.saturating_sub(2);
    starts_small || !would_have_fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Role, String)> {
        let source = Source::from_text("story.txt", text);
        let document = read(&source);
        assert_eq!(document.print(), text);
        document.blocks.iter().map(|block| (block.role, document.text(block.span).to_owned())).collect()
    }

    #[test]
    fn hard_wrapped_paragraphs_are_joined() {
        let text = "Mill to close in spring\n\nThe mill on the Oder will close in\nspring, its owners said on Monday.\nNobody will replace it, they said.\n\nThe town had hoped for a\nbuyer.\n";
        let read = blocks(text);
        assert_eq!(read.len(), 3, "{read:?}");
        assert_eq!(read[2].1, "The town had hoped for a\nbuyer.");
    }

    #[test]
    fn one_line_a_block_needs_no_blank_lines() {
        let text = "Mill to close\nThe owners of the mill on the river said on Monday that it would close in spring and that nobody would replace it.\nThe town, which had hoped for a buyer, was told in a letter that the machines had been sold to a scrap dealer.";
        assert_eq!(blocks(text).len(), 3);
    }

    #[test]
    fn any_line_end_and_a_byte_order_mark_are_kept() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("\u{FEFF}Mill to close{end}{end}The mill will close.{end}");
            let read = blocks(&text);
            assert_eq!(read.iter().map(|(role, _)| *role).collect::<Vec<_>>(), [Role::Headline, Role::Paragraph], "{end:?}");
        }
    }
}
