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
pub(super) fn marks_of_block(copy: &str, block: Span, places: &mut Places, found: &mut Vec<Mark>) {
    found.clear();
    let text = block.of(copy);
    let mut finder = Finder { text, from: block.from(), tags: Tags { text, end: 0, has_any: None }, done: 0, found };
    while let Some(place) = places.before(block.to()) {
        if let Some(at) = place.checked_sub(block.from()) {
            finder.look_at(at);
        }
    }
}

/// The places of the first bytes of all marks, in one pass over the copy: blocks are short, and most have few marks or none.
pub(super) struct Places<'a> {
    /// “ ” ‘ ’ share their first byte.
    quotes: memchr::Memchr3<'a>,
    brackets: memchr::Memchr3<'a>,
    closing: memchr::Memchr<'a>,
    /// The next place of each.
    next: [usize; 3],
}

impl<'a> Places<'a> {
    pub(super) fn new(copy: &'a str) -> Self {
        let bytes = copy.as_bytes();
        let mut quotes = memchr::memchr3_iter(b'"', b'\'', 0xE2, bytes);
        let mut brackets = memchr::memchr3_iter(b'(', b')', b'[', bytes);
        let mut closing = memchr::memchr_iter(b']', bytes);
        let next = [quotes.next(), brackets.next(), closing.next()].map(|next| next.unwrap_or(usize::MAX));
        Self { quotes, brackets, closing, next }
    }

    /// The next place before `end`.
    fn before(&mut self, end: usize) -> Option<usize> {
        let [quote, bracket, closing] = self.next;
        let place = quote.min(bracket).min(closing);
        if place >= end {
            return None;
        }
        let (which, next) = match place {
            _ if place == quote => (0, self.quotes.next()),
            _ if place == bracket => (1, self.brackets.next()),
            _ => (2, self.closing.next()),
        };
        self.next[which] = next.unwrap_or(usize::MAX);
        Some(place)
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
        if matches!(kind, Kind::CloseSingle | Kind::StraightSingle) && self.is_inside_word(at) {
            return;
        }
        if self.tags.hold(at) {
            return;
        }
        let before = self.text[..at].chars().rev().find(|&mark| !is_unseen(mark));
        let after = self.text[self.done..].chars().find(|&mark| !is_unseen(mark));
        self.found.push(Mark { kind, span: Span::new(self.from + at, self.from + self.done), before, after });
    }

    /// Whether letters stand on both sides, as of most apostrophes: `don’t`.
    fn is_inside_word(&self, at: usize) -> bool {
        let is_letter = |at: Option<usize>| at.and_then(|at| self.text.as_bytes().get(at)).is_some_and(u8::is_ascii_alphabetic);
        is_letter(at.checked_sub(1)) && is_letter(Some(self.done))
    }
}

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
        [b'\'', b'\'', ..] if is_typed_double(text, at) => (Kind::StraightDouble, 2),
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
