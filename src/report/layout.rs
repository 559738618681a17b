//! Lays out a sentence with coloured words in it over as many lines as the screen needs.

use unicode_width::UnicodeWidthStr;

use super::paint::Ink;

/// Some words in one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) ink: Ink,
    pub(super) text: String,
}

impl Piece {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self { ink: Ink::Plain, text: text.into() }
    }
}

/// The room for a text.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    /// Columns of each line.
    pub(super) width: usize,
    /// Columns that are taken on the first line.
    pub(super) used: usize,
    /// Spaces before every line but the first.
    pub(super) indent: usize,
}

/// Breaks `pieces` at their spaces. Colours end with each line, so that they never run into the gutter before the next.
pub(super) fn lay_out(pieces: &[Piece], lines: Lines, colour: bool) -> String {
    let mut text = String::new();
    let mut column = lines.used;
    let mut is_empty = true;
    let mut ink = Ink::Plain;
    for piece in words(pieces) {
        let width: usize = piece.iter().map(|part| part.text.trim_end().width()).sum();
        if !is_empty && column + width > lines.width {
            change(&mut text, &mut ink, Ink::Plain, colour);
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
            text.extend(std::iter::repeat_n(' ', lines.indent));
            column = lines.indent;
        }
        for part in piece {
            change(&mut text, &mut ink, part.ink, colour);
            text.push_str(&part.text);
            column += part.text.width();
        }
        is_empty = false;
    }
    change(&mut text, &mut ink, Ink::Plain, colour);
    text
}

fn change(text: &mut String, ink: &mut Ink, to: Ink, colour: bool) {
    if colour && *ink != to {
        if *ink != Ink::Plain {
            text.push_str(Ink::RESET);
        }
        text.push_str(to.escape());
    }
    *ink = to;
}

/// The parts of each word; a word may change its colour inside, as `[-old-]{+new+}` does. The spaces behind it are its last part's.
fn words(pieces: &[Piece]) -> Vec<Vec<Piece>> {
    let mut words: Vec<Vec<Piece>> = Vec::new();
    let mut ended = true;
    for piece in pieces {
        for part in piece.text.split_inclusive(' ') {
            let part_of_word = Piece { ink: piece.ink, text: part.to_owned() };
            match words.last_mut() {
                Some(word) if !ended || part == " " => word.push(part_of_word),
                _ => words.push(vec![part_of_word]),
            }
            ended = part.ends_with(' ');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const NARROW: Lines = Lines { width: 20, used: 8, indent: 2 };

    #[test]
    fn words_are_never_parted() {
        let pieces = [Piece::plain("the words of "), Piece::plain("the copy, as they stand in the story")];
        assert_eq!(lay_out(&pieces, NARROW, false), "the words of\n  the copy, as they\n  stand in the story");
    }

    #[test]
    fn a_colour_ends_with_its_line() {
        let pieces = [Piece::plain("from "), Piece { ink: Ink::Old, text: "a long word here".into() }];
        let text = lay_out(&pieces, NARROW, true);
        assert_eq!(text.lines().map(|line| line.matches('\u{1B}').count() % 2).collect::<Vec<_>>(), [0, 0], "{text:?}");
    }

    #[test]
    fn a_word_too_long_for_a_line_stands_alone() {
        assert_eq!(
            lay_out(&[Piece::plain("see https://desk.example/guide/names")], NARROW, false),
            "see\n  https://desk.example/guide/names"
        );
    }
}
