//! The shape of each line, by `grammar/article.pest`.

use std::ops::Range;

use pest::Parser;

use crate::text::Span;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/article.pest"]
    pub struct ArticleGrammar;
}

use grammar::{ArticleGrammar, Rule};

/// What a line looks like, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Nothing but white space.
    Blank,
    /// `<<<<<<<`, `=======`, `>>>>>>>`
    MergeMarker,
    /// `-30-`, `ENDS`
    EndMark,
    /// `-`, `***`
    Separator,
    /// `# ` to `###### `, with its level
    Heading(u8),
    /// `> `
    Pull,
    /// `- `, `• `, `1. `
    ListItem,
    /// `(With agencies)`
    Credit,
    /// `With agencies`, no brackets: a credit only if it names an agency
    CreditLine,
    /// `Correction: `
    Correction,
    /// `By Jane Doe`
    Byline,
    /// `Related:`
    Related,
    /// `Caption: `
    Caption,
    /// `Eds: `
    Advisory,
    /// Code, HTML, a table: markup that holds no copy
    Embed,
    /// Anything else
    Text,
}

/// One line with its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it looks like.
    pub shape: Shape,
    /// Its bytes, the line end included.
    pub span: Span,
}

/// Pieces bound the memory that pest needs; they are cut at line starts, where nothing is lost.
const PIECE: usize = 64 * 1024;

/// The lines of `text` from `start` on. They tile it: no byte is left out or read twice.
pub fn lines(text: &str, start: usize) -> Vec<Line> {
    let mut lines = Vec::with_capacity((text.len() - start) / 96 + 1);
    let mut from = start;
    while from < text.len() {
        let to = end_of_piece(text.as_bytes(), from);
        read_lines(text, from..to, &mut lines);
        from = to;
    }
    lines
}

/// Most lines are blank or begin like no special shape: they need no grammar. The runs of others are left to it.
fn read_lines(text: &str, piece: Range<usize>, lines: &mut Vec<Line>) {
    let bytes = text.as_bytes();
    let (mut at, mut unread) = (piece.start, piece.start);
    while at < piece.end {
        let mark = memchr::memchr2(b'\n', b'\r', &bytes[at..piece.end]).map_or(piece.end, |len| at + len);
        let end = match &bytes[mark..piece.end] {
            [b'\r', b'\n', ..] => mark + 2,
            [] => mark,
            _ => mark + 1,
        };
        let shape = if mark == at { Some(Shape::Blank) } else { is_plain(&bytes[at..mark]).then_some(Shape::Text) };
        if let Some(shape) = shape {
            if unread < at {
                read_piece(&text[unread..at], unread, lines);
            }
            lines.push(Line { shape, span: Span::new(at, end) });
            unread = end;
        }
        at = end;
    }
    if unread < piece.end {
        read_piece(&text[unread..piece.end], unread, lines);
    }
}

/// How the lines of a special shape begin, those that begin with a letter: what the grammar asks for, in small letters.
const OPENERS: [&[u8]; 33] = [
    b"additional",
    b"adds ",
    b"agencies",
    b"also read",
    b"an earlier version",
    b"by ",
    b"caption",
    b"clarification",
    b"compiled",
    b"correct",
    b"editing",
    b"editor",
    b"eds",
    b"embargoed",
    b"end",
    b"hold for",
    b"image",
    b"kill kill",
    b"mf",
    b"more on this",
    b"photo",
    b"picture",
    b"read more",
    b"related",
    b"reporting",
    b"see also",
    b"source",
    b"this article",
    b"this report",
    b"this story",
    b"update",
    b"with",
    b"writing",
];

/// The letters that the openers begin with, a bit for each.
const FIRST_LETTERS: u32 = {
    let (mut letters, mut at) = (0, 0);
    while at < OPENERS.len() {
        letters |= 1 << (OPENERS[at][0] - b'a');
        at += 1;
    }
    letters
};

/// Whether a line begins like no special shape, nor with white space; what begins like one may still be text.
fn is_plain(line: &[u8]) -> bool {
    match line[0] {
        b'"' | b'\'' | b'$' => true,
        // “, ‘, ”, ’ and …, not a bullet nor a dash, but for one before a word
        0xE2 => match line {
            [_, 0x80, 0x98..=0x9F | 0xA6, ..] => true,
            [_, 0x80, 0x94, b' ', letter, ..] => letter.is_ascii_alphabetic(),
            _ => false,
        },
        // Seven of them begin a marker.
        b'<' => line.get(1) != Some(&b'<'),
        // A row of them alone parts two sections.
        b'_' => line.iter().any(|byte| !matches!(byte, b'_' | b' ' | b'\t')),
        // `1. `, `12) `
        b'0'..=b'9' => !matches!(line, [_, b'.' | b')', ..] | [_, b'0'..=b'9', b'.' | b')', ..]),
        first if first.is_ascii_alphabetic() => {
            let small = first.to_ascii_lowercase();
            if FIRST_LETTERS & 1 << (small - b'a') == 0 {
                return true;
            }
            let begins =
                |opener: &[u8]| opener[0] == small && line.get(..opener.len()).is_some_and(|head| head.eq_ignore_ascii_case(opener));
            !OPENERS.iter().any(|opener| begins(opener))
        }
        _ => false,
    }
}

fn end_of_piece(bytes: &[u8], from: usize) -> usize {
    if bytes.len() - from <= PIECE {
        return bytes.len();
    }
    // A lone CR also ends a line, but cutting at LF alone keeps CRLF whole.
    memchr::memchr(b'\n', &bytes[from + PIECE..]).map_or(bytes.len(), |at| from + PIECE + at + 1)
}

fn read_piece(piece: &str, from: usize, lines: &mut Vec<Line>) {
    let Ok(mut pairs) = ArticleGrammar::parse(Rule::lines, piece) else {
        debug_assert!(false, "the grammar takes every text");
        lines.push(Line { shape: Shape::Text, span: Span::new(from, from + piece.len()) });
        return;
    };
    let inner = pairs.next().expect("a parse has its root").into_inner();
    for pair in inner {
        let at = pair.as_span();
        let shape = match pair.as_rule() {
            Rule::blank => Shape::Blank,
            Rule::merge_marker => Shape::MergeMarker,
            Rule::end_mark => Shape::EndMark,
            Rule::separator => Shape::Separator,
            Rule::heading => Shape::Heading(at.as_str().bytes().take_while(|&byte| byte == b'#').count() as u8),
            Rule::pull => Shape::Pull,
            Rule::list_item => Shape::ListItem,
            Rule::credit => Shape::Credit,
            Rule::credit_line => Shape::CreditLine,
            Rule::correction => Shape::Correction,
            Rule::byline => Shape::Byline,
            Rule::related => Shape::Related,
            Rule::caption => Shape::Caption,
            Rule::advisory => Shape::Advisory,
            Rule::EOI => break,
            _ => Shape::Text,
        };
        lines.push(Line { shape, span: Span::new(from + at.start(), from + at.end()) });
    }
}

/// Length of the dateline that opens `paragraph`, dash included: `BEIRUT (AP) —`.
pub fn dateline_len(paragraph: &str) -> Option<usize> {
    // Only a capital letter can open one, and it is short.
    let mut letters = paragraph.chars();
    letters.next().filter(|first| first.is_uppercase())?;
    let second = letters.next()?;
    let head = &paragraph[..floor_char_boundary(paragraph, 160)];
    // A hyphen inside a word ends none.
    let ends_place = |at: usize| !head.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
    let holds = |text: &str| memchr::memmem::find(head.as_bytes(), text.as_bytes()).is_some();
    if !memchr::memchr_iter(b'-', head.as_bytes()).any(ends_place) && !holds("—") && !holds("–") {
        return None;
    }
    // A place in small letters has its agency in brackets.
    let may_be_one =
        if second.is_lowercase() { memchr::memchr(b'(', head.as_bytes()).is_some() } else { ends_in_capitals(head.as_bytes()) };
    if !may_be_one {
        return None;
    }
    ArticleGrammar::parse(Rule::dateline, head).ok()?.next().map(|pair| pair.as_span().end())
}

/// Whether what follows the capitals at the start of `head` can follow a place: a comma, a bracket, a dash.
fn ends_in_capitals(head: &[u8]) -> bool {
    let is_dash = |at: usize| matches!(head[at..], [b'-', ..] | [0xE2, 0x80, 0x93 | 0x94, ..]);
    let is_of_place = |at: usize| head[at].is_ascii_uppercase() || !head[at].is_ascii() || b"' ./\t".contains(&head[at]);
    let end = (0..head.len()).find(|&at| is_dash(at) || !is_of_place(at));
    end.is_some_and(|end| is_dash(end) || matches!(head[end], b',' | b'('))
}

pub(super) fn floor_char_boundary(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<Shape> {
        lines(text, 0).into_iter().map(|line| line.shape).collect()
    }

    #[test]
    fn each_special_line_is_known_by_its_shape() {
        use Shape::{Blank, Byline, Correction, Credit, EndMark, Heading, ListItem, MergeMarker, Pull, Related, Separator, Text};
        let text = "Mayor opens bridge\n\n-\n- an item\n# Head\n> Pulled\n(With agencies)\nBy Ida Marsh\n-30-\nCorrection: it was May.\n<<<<<<< HEAD\nRead more:\n1. First\n";
        assert_eq!(
            shapes(text),
            [Text, Blank, Separator, ListItem, Heading(1), Pull, Credit, Byline, EndMark, Correction, MergeMarker, Related, ListItem]
        );
    }

    #[test]
    fn what_needs_no_grammar_reads_as_the_grammar_reads_it() {
        for text in [
            "The mayor\nThis story was amended\nThis is it\n",
            "mf\nmfa\nmayor\n  indented\n \n\r\n\r“Quoted”\r\n—dash\n• item\n– dash\n‘x’\n",
            "Editing by A\nENDS\nEN\nUPDATE: x\nUpdate: x\nUp\nU\nAlso read: x\nAn earlier version of this was\nAs he\n",
            "— we go\n—we\n— \n—— go\n—30—\n— 30\n– go\n… go\n<p>\n<\n<<\n<<<<<<< x\n<tweet id=1>\nAn earlier version of this\n",
            "Writing by\nWith agencies\nWe go\nCLARIFICATION: x\nKILL KILL\nHOLD FOR RELEASE\nHe\nImage: a\nI am\n1. a\n1 a\n$5\n=\n",
        ] {
            let mut read = Vec::new();
            read_piece(text, 0, &mut read);
            assert_eq!(lines(text, 0), read, "{text}");
        }
    }

    #[test]
    fn lines_tile_any_text() {
        for text in ["", "\n", "\r\r\n\n", "a\rb\r\nc", "\u{2028}x\n— \n#\n(", "=\n=======\n", "   \n\t"] {
            let joined: String = lines(text, 0).iter().map(|line| line.span.of(text)).collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn datelines_are_found_and_headlines_are_not() {
        for (paragraph, dateline) in [
            ("BEIRUT (AP) — Talks began.", "BEIRUT (AP) —"),
            ("NORTH HAVEN, Vt., Aug. 24 (UPI) -- Talks began.", "NORTH HAVEN, Vt., Aug. 24 (UPI) --"),
            ("Paris (AFP) - Talks began.", "Paris (AFP) -"),
            ("TALLAHASSEE — Talks began.", "TALLAHASSEE —"),
        ] {
            assert_eq!(dateline_len(paragraph).map(|len| &paragraph[..len]), Some(dateline));
        }
        for paragraph in ["ST. JOHN’S, N.L. — Talks began.", "Évian (AFP) – Talks began.", "WINSTON-SALEM\u{A0}— Talks began."] {
            assert!(dateline_len(paragraph).is_some(), "{paragraph}");
        }
        assert_eq!(dateline_len("NATO talks (AFP) — they began."), None);
        assert_eq!(dateline_len("The mayor — a Liberal — left."), None);
        assert_eq!(dateline_len("Paris - the city - slept."), None);
    }
}
