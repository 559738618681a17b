//! The marks of one block, before it is known which closes which.

use crate::text::{FILLER, Span};

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

/// Finds the marks of a block into `found`, in order.
pub(super) fn marks_of_block(copy: &str, block: Span, found: &mut Vec<Mark>) {
    found.clear();
    let text = block.of(copy);
    let bytes = text.as_bytes();
    let mut finder = Finder { text, from: block.from(), tags: Tags { text, end: 0, has_any: None }, done: 0, found };
    // Few paragraphs have brackets; “ ” ‘ ’ share their first byte.
    if memchr::memchr3(b'(', b')', b'[', bytes).is_some() || memchr::memchr(b']', bytes).is_some() {
        for (at, _) in bytes.iter().enumerate().filter(|&(_, &byte)| CAN_OPEN[byte as usize]) {
            finder.look_at(at);
        }
    } else {
        for at in memchr::memchr3_iter(b'"', b'\'', 0xE2, bytes) {
            finder.look_at(at);
        }
    }
}

/// Looks at places of a block in rising order.
struct Finder<'a> {
    text: &'a str,
    /// Where the block starts in the copy.
    from: usize,
    tags: Tags<'a>,
    /// Where the last mark ends.
    done: usize,
    found: &'a mut Vec<Mark>,
}

impl Finder<'_> {
    fn look_at(&mut self, at: usize) {
        if at < self.done {
            return;
        }
        let Some((kind, len)) = mark_at(self.text, at) else { return };
        self.done = at + len;
        if self.tags.hold(at) {
            return;
        }
        let before = self.text[..at].chars().rev().find(|&mark| !is_unseen(mark));
        let after = self.text[self.done..].chars().find(|&mark| !is_unseen(mark));
        self.found.push(Mark { kind, span: Span::new(self.from + at, self.from + self.done), before, after });
    }
}

/// The first bytes of all marks.
const CAN_OPEN: [bool; 256] = {
    let mut table = [false; 256];
    let firsts = b"\"'()[]\xE2";
    let mut at = 0;
    while at < firsts.len() {
        table[firsts[at] as usize] = true;
        at += 1;
    }
    table
};

/// The quotation mark, apostrophe or bracket at `at`, with its length in bytes.
fn mark_at(text: &str, at: usize) -> Option<(Kind, usize)> {
    Some(match &text.as_bytes()[at..] {
        [0xE2, 0x80, last, ..] => match last {
            0x9C => (Kind::OpenDouble, 3),
            0x9D => (Kind::CloseDouble, 3),
            0x98 => (Kind::OpenSingle, 3),
            0x99 => (Kind::CloseSingle, 3),
            _ => return None,
        },
        [b'"', ..] => (Kind::StraightDouble, 1),
        [b'\'', ..] if is_typed_double(text, at) => (Kind::StraightDouble, 2),
        [b'\'', ..] => (Kind::StraightSingle, 1),
        [bracket @ (b'(' | b'['), ..] => (Kind::OpenBracket { square: *bracket == b'[' }, 1),
        [bracket @ (b')' | b']'), ..] => (Kind::CloseBracket { square: *bracket == b']' }, 1),
        _ => return None,
    })
}

/// The tags of a block of plain copy that came with its mark-up: `<a href="x">`. Asked about offsets in rising order.
struct Tags<'a> {
    text: &'a str,
    /// Where the last tag that was found ends.
    end: usize,
    /// Whether the block has any, once a mark asked.
    has_any: Option<bool>,
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
        if !*self.has_any.get_or_insert_with(|| memchr::memchr(b'<', bytes).is_some()) {
            return bytes[at..].starts_with(b"\">");
        }
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
