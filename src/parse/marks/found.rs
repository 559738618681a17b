//! The marks of one block, before it is known which closes which.

use pest::Parser;

use crate::text::{FILLER, Span};

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/marks.pest"]
    pub struct MarksGrammar;
}

use grammar::{MarksGrammar, Rule};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    OpenDouble,
    CloseDouble,
    StraightDouble,
    OpenSingle,
    CloseSingle,
    StraightSingle,
    OpenBracket { square: bool },
    CloseBracket { square: bool },
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    pub(super) span: Span,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
}

pub(super) fn marks_of_block(copy: &str, block: Span) -> Vec<Mark> {
    let text = block.of(copy);
    let bytes = text.as_bytes();
    // “ ” ‘ ’ share their first two bytes; most paragraphs have no mark at all.
    let has_mark = memchr::memchr3(b'"', b'\'', b'(', bytes).is_some()
        || memchr::memmem::find(bytes, b"\xE2\x80").is_some()
        || memchr::memchr3(b'[', b')', b']', bytes).is_some();
    if !has_mark {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut tags = Tags { text, end: 0 };
    let mut push = |kind: Kind, from: usize, to: usize| {
        if tags.hold(from) {
            return;
        }
        let before = text[..from].chars().rev().find(|&mark| !is_unseen(mark));
        let after = text[to..].chars().find(|&mark| !is_unseen(mark));
        found.push(Mark { kind, span: Span::new(block.from() + from, block.from() + to), before, after });
    };
    let has_double = memchr::memchr(b'"', bytes).is_some() || memchr::memmem::find(bytes, b"\xE2\x80\x9C").is_some() || text.contains('”');
    if !has_double {
        single_marks(text, push);
        return found;
    }
    let Ok(mut pairs) = MarksGrammar::parse(Rule::marks, text) else { return Vec::new() };
    for pair in pairs.next().expect("a parse has its root").into_inner() {
        let at = pair.as_span();
        match pair.as_rule() {
            Rule::open => push(Kind::OpenDouble, at.start(), at.end()),
            Rule::close => push(Kind::CloseDouble, at.start(), at.end()),
            Rule::straight => push(Kind::StraightDouble, at.start(), at.end()),
            Rule::plain => single_marks(at.as_str(), |kind, from, to| push(kind, at.start() + from, at.start() + to)),
            _ => {}
        }
    }
    found
}

/// The tags of a block of plain copy that came with its mark-up: `<a href="x">`. Asked about offsets in rising order.
struct Tags<'a> {
    text: &'a str,
    /// Where the last tag that was found ends.
    end: usize,
}

impl Tags<'_> {
    /// Whether the mark at `at` belongs to a tag.
    fn hold(&mut self, at: usize) -> bool {
        // An address is short; the bound keeps hostile copy linear.
        const FAR: usize = 400;
        if at < self.end {
            return true;
        }
        let bytes = self.text.as_bytes();
        let from = self.end.max(at.saturating_sub(FAR));
        let opens = memchr::memrchr2(b'<', b'>', &bytes[from..at]).map(|open| from + open).filter(|&open| bytes[open] == b'<');
        let Some(open) = opens.filter(|&open| bytes.get(open + 1).is_some_and(|&next| next.is_ascii_alphabetic() || next == b'/')) else {
            return bytes[at..].starts_with(b"\">");
        };
        let until = (open + 2 * FAR).min(bytes.len());
        match memchr::memchr(b'>', &bytes[at..until]) {
            Some(len) => self.end = at + len,
            None if until == bytes.len() => self.end = until,
            None => return false,
        }
        true
    }
}

/// Single quotation marks, apostrophes and brackets of a stretch that holds no double mark.
fn single_marks(text: &str, mut push: impl FnMut(Kind, usize, usize)) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if at < done {
            continue;
        }
        match byte {
            b'\'' if is_typed_double(text, at) => {
                done = at + 2;
                push(Kind::StraightDouble, at, done);
            }
            b'\'' => push(Kind::StraightSingle, at, at + 1),
            b'(' => push(Kind::OpenBracket { square: false }, at, at + 1),
            b')' => push(Kind::CloseBracket { square: false }, at, at + 1),
            b'[' => push(Kind::OpenBracket { square: true }, at, at + 1),
            b']' => push(Kind::CloseBracket { square: true }, at, at + 1),
            0xE2 if bytes[at..].starts_with("‘".as_bytes()) => push(Kind::OpenSingle, at, at + 3),
            0xE2 if bytes[at..].starts_with("’".as_bytes()) => push(Kind::CloseSingle, at, at + 3),
            _ => {}
        }
    }
}

/// Two apostrophes that stand for a double mark, as some wires send them; three at the end of words are a single one and such a pair.
fn is_typed_double(text: &str, at: usize) -> bool {
    let run = text[at..].bytes().take(4).take_while(|&byte| byte == b'\'').count();
    let opens =
        text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric() && !matches!(before, '.' | ',' | '?' | '!' | '\''));
    run == 2 || (run == 3 && opens)
}

/// Mark-up, and the characters that turn the direction of writing.
fn is_unseen(mark: char) -> bool {
    matches!(mark, FILLER | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
