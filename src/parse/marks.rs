//! Quotation marks and brackets: which mark closes which, what is an apostrophe, which mark has no partner.
//!
//! `grammar/marks.pest` splits a block into flat tokens; a stack pairs them. Nothing recurses, so the time is linear in the
//! number of marks.

use pest::Parser;

use crate::document::{Block, Role};
use crate::text::{FILLER, Span, is_elision, is_word_char};

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/marks.pest"]
    pub struct MarksGrammar;
}

use grammar::{MarksGrammar, Rule};

/// The family of a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// “ ” or "
    Double,
    /// ‘ ’ or '
    Single,
}

/// A pair of quotation marks and what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark.
    pub open: Span,
    /// The closing mark; empty, at the end of the block, when the quotation runs on into the next paragraph.
    pub close: Span,
    /// Its family.
    pub glyph: Glyph,
    /// Whether its marks are straight.
    pub straight: bool,
    /// 1 for a quotation, 2 for one inside it ...
    pub level: u8,
    /// The block it stands in.
    pub block: u32,
    /// Whether it runs on: AP, Reuters and the Guardian reopen a running quotation in each paragraph and close only the last.
    pub continues: bool,
    /// Whether it takes up a quotation that the block before left open.
    pub continued: bool,
}

impl Quote {
    /// The quoted words, without the marks.
    pub fn inner(&self) -> Span {
        Span { start: self.open.end, end: self.close.start }
    }

    /// The quoted words with their marks.
    pub fn outer(&self) -> Span {
        self.open.join(self.close)
    }
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An opening mark that nothing closes.
    Unclosed,
    /// A closing mark that nothing opened.
    Unopened,
    /// A mark that looks the wrong way; the right glyph.
    WrongWay(char),
    /// An inner quotation with the marks of the outer one, or a third level.
    WrongLevel,
}

/// A mark with its fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultyMark {
    /// The mark.
    pub span: Span,
    /// What is wrong with it.
    pub fault: Fault,
    /// Where the words it may quote end: the end of the block for an unclosed mark.
    pub reach: Span,
}

/// A pair of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// From the opening to the closing bracket, both included.
    pub span: Span,
    /// Whether it is `[ ]` rather than `( )`.
    pub square: bool,
}

/// Everything that pairs in a story.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// All quotations, inner ones too, in order of their opening mark.
    pub quotes: Vec<Quote>,
    /// Marks without a partner or of the wrong kind.
    pub faults: Vec<FaultyMark>,
    /// All closed brackets, in order of their opening one.
    pub brackets: Vec<Bracket>,
    /// Brackets without a partner.
    pub lone_brackets: Vec<Span>,
}

/// Pairs the marks of all blocks.
pub fn read(copy: &str, blocks: &[Block]) -> Marks {
    let mut marks = Marks::default();
    let mut running: Option<Quote> = None;
    for (index, block) in blocks.iter().enumerate() {
        if !block.role.is_copy() {
            continue;
        }
        let found = marks_of_block(copy, block.span);
        if found.is_empty() && running.is_none() {
            continue;
        }
        let mut scanner = Scanner {
            copy,
            block: block.span,
            index: index as u32,
            found: &found,
            stack: Vec::new(),
            marks: &mut marks,
            running,
            seen_straight: false,
        };
        scanner.read();
        running = scanner.close_block(following_paragraph(blocks, index));
    }
    marks.quotes.sort_by_key(|quote| quote.open);
    marks.faults.sort_by_key(|fault| fault.span);
    marks.brackets.sort_by_key(|bracket| bracket.span);
    marks
}

/// The block that would take up a quotation left open by block `index`.
fn following_paragraph(blocks: &[Block], index: usize) -> Option<Span> {
    let role = blocks[index].role;
    if !role.is_body_text() {
        return None;
    }
    blocks[index + 1..].iter().find(|block| block.role != Role::Embed).filter(|block| block.role.is_body_text()).map(|block| block.span)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
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
struct Mark {
    kind: Kind,
    span: Span,
    before: Option<char>,
    after: Option<char>,
}

fn marks_of_block(copy: &str, block: Span) -> Vec<Mark> {
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

/// An opening mark that waits for its partner.
#[derive(Clone, Copy, Debug)]
struct Open {
    span: Span,
    glyph: Glyph,
    straight: bool,
    continued: bool,
    bracket: Option<bool>,
}

struct Scanner<'a> {
    copy: &'a str,
    block: Span,
    index: u32,
    found: &'a [Mark],
    stack: Vec<Open>,
    marks: &'a mut Marks,
    running: Option<Quote>,
    /// Whether a straight double mark was taken for a quotation mark: one after a digit is then no inches sign.
    seen_straight: bool,
}

impl Scanner<'_> {
    fn read(&mut self) {
        for at in 0..self.found.len() {
            let mark = self.found[at];
            match mark.kind {
                Kind::OpenDouble => self.open_double(mark),
                Kind::CloseDouble => self.close_double(at, mark),
                Kind::StraightDouble => self.straight_double(at, mark),
                Kind::OpenSingle => self.open_single(at, mark),
                Kind::CloseSingle => self.close_single(at, mark),
                Kind::StraightSingle => self.straight_single(at, mark),
                Kind::OpenBracket { square } => self.push(mark, Glyph::Double, true, Some(square)),
                Kind::CloseBracket { square } => self.close_bracket(mark, square),
            }
        }
    }

    fn push(&mut self, mark: Mark, glyph: Glyph, straight: bool, bracket: Option<bool>) {
        let at_start = self.copy[self.block.from()..mark.span.from()].chars().all(|before| before.is_whitespace() || before == FILLER);
        let continued = bracket.is_none() && at_start && self.running.is_some_and(|quote| quote.glyph == glyph);
        if continued {
            self.running = None;
        }
        self.stack.push(Open { span: mark.span, glyph, straight, continued, bracket });
    }

    fn open_double(&mut self, mark: Mark) {
        let after_word = is_wordish(mark.before) && !is_wordish(mark.after) && mark.after != Some('“');
        let opens_nothing = is_space(mark.after);
        if (after_word || opens_nothing) && self.top_is(Glyph::Double) {
            self.fault(mark, Fault::WrongWay('”'));
            self.close(mark, Glyph::Double);
        } else {
            self.push(mark, Glyph::Double, false, None);
        }
    }

    fn close_double(&mut self, at: usize, mark: Mark) {
        if self.is_inches(at, mark) {
            return;
        }
        if self.opens_of(Glyph::Double) > 0 {
            self.close(mark, Glyph::Double);
            return;
        }
        let before_word = mark.after.is_some_and(|next| next.is_alphanumeric() || matches!(next, '‘' | '\'' | '…'));
        let closes_later = || self.found[at + 1..].iter().take(64).any(|next| next.kind == Kind::CloseDouble);
        if (is_gap(mark.before) && before_word) || (mark.before.is_none() && closes_later()) {
            self.fault(mark, Fault::WrongWay('“'));
            self.push(mark, Glyph::Double, false, None);
        } else {
            self.fault(mark, Fault::Unopened);
        }
    }

    fn straight_double(&mut self, at: usize, mark: Mark) {
        if self.is_inches(at, mark) {
            return;
        }
        let can_open = is_gap(mark.before) && !is_space(mark.after);
        let can_close = !is_space(mark.before) && !mark.after.is_some_and(char::is_alphanumeric);
        let open = self.opens_of(Glyph::Double) > 0;
        let inches = !open && !can_open && !self.seen_straight && mark.before.is_some_and(|before| before.is_ascii_digit());
        if inches {
            return;
        }
        self.seen_straight = true;
        match (can_open, can_close) {
            (true, false) => self.push(mark, Glyph::Double, true, None),
            (false, true) if open => self.close(mark, Glyph::Double),
            (false, true) => self.fault(mark, Fault::Unopened),
            _ if open => self.close(mark, Glyph::Double),
            _ if is_space(mark.before) && is_space(mark.after) => {}
            _ => self.push(mark, Glyph::Double, true, None),
        }
    }

    /// The second mark of `6'2"`, unless a quotation is open that no later mark would close.
    fn is_inches(&self, at: usize, mark: Mark) -> bool {
        if !mark.before.is_some_and(|before| before.is_ascii_digit()) {
            return false;
        }
        let feet = self.copy[self.block.from()..mark.span.from()].trim_end_matches(|next: char| next.is_ascii_digit());
        let is_height =
            feet.ends_with(['’', '\'', '‘']) && feet.trim_end_matches(['’', '\'', '‘']).ends_with(|next: char| next.is_ascii_digit());
        let closes = |next: &Mark| next.kind == Kind::CloseDouble || (next.kind == Kind::StraightDouble && !is_gap(next.before));
        let is_double = |next: &&Mark| matches!(next.kind, Kind::CloseDouble | Kind::StraightDouble | Kind::OpenDouble);
        is_height && (self.opens_of(Glyph::Double) == 0 || self.found[at + 1..].iter().take(64).find(is_double).is_some_and(closes))
    }

    fn open_single(&mut self, at: usize, mark: Mark) {
        let after = &self.copy[mark.span.to()..self.block.to()];
        if is_wordish(mark.before) && mark.after.is_some_and(is_word_char) {
            self.fault(mark, Fault::WrongWay('’'));
        } else if looks_closing(mark) {
            self.fault(mark, Fault::WrongWay('’'));
            if self.single_is_open() {
                self.close(mark, Glyph::Single);
            }
        } else if (is_elision(after) && !self.single_closes_later(at)) || is_rock_n_roll(after) {
            self.fault(mark, Fault::WrongWay('’'));
        } else {
            self.push(mark, Glyph::Single, false, None);
        }
    }

    fn close_single(&mut self, at: usize, mark: Mark) {
        let inside_word = is_wordish(mark.before) && mark.after.is_some_and(is_word_char);
        let elided = !is_wordish(mark.before) && is_elision(&self.copy[mark.span.to()..self.block.to()]);
        if inside_word || (elided && is_gap(mark.before)) || !self.single_is_open() {
            return;
        }
        // The players’ union: a plural possessive inside single marks leaves a later mark to close them.
        let may_be_possessive = mark.before.is_some_and(|before| matches!(before, 's' | 'S')) && mark.after == Some(' ');
        if may_be_possessive && self.single_closes_later(at) {
            return;
        }
        self.close(mark, Glyph::Single);
    }

    fn straight_single(&mut self, at: usize, mark: Mark) {
        let inside_word = is_wordish(mark.before) && mark.after.is_some_and(is_word_char);
        if inside_word {
            return;
        }
        let after = &self.copy[mark.span.to()..self.block.to()];
        let can_open = is_gap(mark.before) && mark.after.is_some_and(|next| next.is_alphanumeric() || matches!(next, '"' | '“' | '…'));
        if can_open && !is_elision(after) && self.single_closes_later(at) {
            self.push(mark, Glyph::Single, true, None);
            return;
        }
        let can_close = !is_space(mark.before) && !mark.after.is_some_and(char::is_alphanumeric) && self.single_is_open();
        let may_be_possessive = mark.before.is_some_and(|before| matches!(before, 's' | 'S')) && mark.after == Some(' ');
        if can_close && !(may_be_possessive && self.single_closes_later(at)) {
            self.close(mark, Glyph::Single);
        }
    }

    /// Whether a mark after `at` can close a single quotation, before another one opens.
    fn single_closes_later(&self, at: usize) -> bool {
        // A story that quotes in single marks has them close by; a bound keeps hostile copy linear.
        for mark in self.found[at + 1..].iter().take(64) {
            let closes = !is_space(mark.before) && !mark.after.is_some_and(char::is_alphanumeric);
            match mark.kind {
                Kind::CloseSingle | Kind::StraightSingle if closes => return true,
                Kind::OpenSingle => return false,
                Kind::StraightSingle if is_gap(mark.before) => return false,
                _ => {}
            }
        }
        false
    }

    fn opens_of(&self, glyph: Glyph) -> usize {
        // The depth that matters is small; hostile copy may stack marks without end.
        self.stack.iter().rev().take(64).filter(|open| open.bracket.is_none() && open.glyph == glyph).count()
    }

    fn top_is(&self, glyph: Glyph) -> bool {
        self.stack.iter().rev().take(64).find(|open| open.bracket.is_none()).is_some_and(|open| open.glyph == glyph)
    }

    fn single_is_open(&self) -> bool {
        self.stack.iter().rev().take(64).any(|open| open.bracket.is_none() && open.glyph == Glyph::Single)
    }

    /// Closes the nearest open mark of `glyph`; single marks and brackets left open inside it have no partner.
    fn close(&mut self, mark: Mark, glyph: Glyph) {
        let Some(at) = self.stack.iter().rposition(|open| open.bracket.is_none() && open.glyph == glyph) else { return };
        for open in self.stack.split_off(at + 1) {
            self.drop_open(open);
        }
        let open = self.stack.pop().expect("its place was just found");
        let outer = self.stack.iter().rev().take(64).filter(|outer| outer.bracket.is_none()).count();
        let same_as_outer = self.top_is(glyph) && outer > 0;
        // Level is found by depth at the closing mark: an outer mark that never closes is taken off again in `close_block`.
        self.marks.quotes.push(Quote {
            open: open.span,
            close: mark.span,
            glyph,
            straight: open.straight,
            level: (outer + 1).min(usize::from(u8::MAX)) as u8,
            block: self.index,
            continues: false,
            continued: open.continued,
        });
        if (same_as_outer && !open.straight) || outer >= 2 {
            self.marks.faults.push(FaultyMark { span: open.span, fault: Fault::WrongLevel, reach: open.span.join(mark.span) });
        }
    }

    fn close_bracket(&mut self, mark: Mark, square: bool) {
        match self.stack.iter().rev().take(64).position(|open| open.bracket == Some(square)) {
            Some(depth) => {
                let at = self.stack.len() - 1 - depth;
                let inside = self.stack.split_off(at + 1);
                // A quotation that opens inside brackets and closes outside them is the bracket's fault, not the quotation's.
                let open = self.stack.pop().expect("its place was just found");
                self.stack.extend(inside);
                self.marks.brackets.push(Bracket { span: open.span.join(mark.span), square });
            }
            None => self.marks.lone_brackets.push(mark.span),
        }
    }

    /// An opening mark that turned out to have no partner.
    fn drop_open(&mut self, open: Open) {
        if open.bracket.is_some() {
            self.marks.lone_brackets.push(open.span);
        } else if open.glyph == Glyph::Single {
            // ‘ alone is more often a typing of an apostrophe or a minutes sign than a lost quotation: reported as turned round
            // only where a word is clipped, by `open_single`.
            if !open.straight {
                self.marks.faults.push(FaultyMark {
                    span: open.span,
                    fault: Fault::Unclosed,
                    reach: Span { start: open.span.start, end: self.block.end },
                });
            }
        } else {
            self.marks.faults.push(FaultyMark {
                span: open.span,
                fault: Fault::Unclosed,
                reach: Span { start: open.span.start, end: self.block.end },
            });
        }
    }

    fn fault(&mut self, mark: Mark, fault: Fault) {
        self.marks.faults.push(FaultyMark { span: mark.span, fault, reach: mark.span });
    }

    /// What is still open runs on into the next paragraph if that one reopens it; otherwise it has no partner.
    fn close_block(mut self, next: Option<Span>) -> Option<Quote> {
        let unclosed = std::mem::take(&mut self.stack);
        let lowest_quote = unclosed.iter().position(|open| open.bracket.is_none());
        let mut running = None;
        for (at, open) in unclosed.iter().enumerate() {
            if Some(at) == lowest_quote && next.is_some_and(|next| self.reopens(next, *open)) {
                let end = self.block.to();
                let quote = Quote {
                    open: open.span,
                    close: Span::at(end),
                    glyph: open.glyph,
                    straight: open.straight,
                    level: 1,
                    block: self.index,
                    continues: true,
                    continued: open.continued,
                };
                self.marks.quotes.push(quote);
                running = Some(quote);
            } else {
                self.drop_open(*open);
            }
        }
        self.relevel(&unclosed, running.is_some());
        running
    }

    /// Quotations of this block that were counted as inner ones of a mark that never closed stand on their own.
    fn relevel(&mut self, unclosed: &[Open], runs_on: bool) {
        let lost: Vec<Span> =
            unclosed.iter().filter(|open| open.bracket.is_none()).skip(usize::from(runs_on)).map(|open| open.span).take(64).collect();
        if lost.is_empty() {
            return;
        }
        let block = self.block;
        for quote in self.marks.quotes.iter_mut().rev().take_while(|quote| quote.index_is(self.index)) {
            let outer = lost.iter().filter(|open| **open < quote.open).count();
            quote.level = quote.level.saturating_sub(outer as u8).max(1);
        }
        self.marks
            .faults
            .retain(|fault| fault.fault != Fault::WrongLevel || !block.contains(fault.span) || !lost.iter().any(|open| *open < fault.span));
    }

    /// Whether the paragraph at `next` starts with the mark that `open` left open.
    fn reopens(&self, next: Span, open: Open) -> bool {
        let text = next.of(self.copy).trim_start_matches([FILLER, ' ', '\t']);
        match (open.glyph, open.straight) {
            (Glyph::Double, false) => text.starts_with('“'),
            (Glyph::Double, true) => text.starts_with('"') || text.starts_with("''"),
            (Glyph::Single, false) => text.starts_with('‘'),
            (Glyph::Single, true) => text.starts_with('\''),
        }
    }
}

impl Quote {
    fn index_is(&self, block: u32) -> bool {
        self.block == block
    }
}

/// `bodies‘,` and `D-‘ `: an opening mark where only a closing one can stand.
fn looks_closing(mark: Mark) -> bool {
    let after_word = !is_gap(mark.before) || mark.before == Some('-');
    after_word && (is_space(mark.after) || matches!(mark.after, Some(',' | '.' | ';' | ':' | '?' | '!' | ')' | '”' | '"')))
}

/// Mark-up, and the characters that turn the direction of writing.
fn is_unseen(mark: char) -> bool {
    matches!(mark, FILLER | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn is_space(next: Option<char>) -> bool {
    next.is_none_or(char::is_whitespace)
}

/// Before an opening mark: white space, a bracket, a dash, another opening mark, or nothing.
fn is_gap(before: Option<char>) -> bool {
    before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–' | '-' | '‘' | '“' | '"' | '\'' | '/' | '…'))
}

/// The `n` of rock ’n’ roll with its second mark.
fn is_rock_n_roll(after: &str) -> bool {
    ["n’ ", "n' ", "N’ ", "N' "].iter().any(|clipped| after.starts_with(clipped))
}

fn is_wordish(next: Option<char>) -> bool {
    next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '.' | ',' | '!' | '?' | '…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quoted words with their levels, then the faults with their marks.
    fn read_story(paragraphs: &[&str]) -> (Vec<String>, Vec<String>) {
        let copy = paragraphs.join("\n\n");
        let mut at = 0;
        let blocks: Vec<Block> = paragraphs
            .iter()
            .map(|paragraph| {
                let span = Span::new(at, at + paragraph.len());
                at = span.to() + 2;
                Block::new(Role::Paragraph, span)
            })
            .collect();
        let marks = read(&copy, &blocks);
        let quotes = marks.quotes.iter().map(|quote| {
            let runs = if quote.continues { "→" } else { "" };
            format!("{}{}{runs}", quote.level, quote.inner().of(&copy))
        });
        let faults = marks.faults.iter().map(|mark| format!("{:?} at {}", mark.fault, mark.span.start));
        (quotes.collect(), faults.collect())
    }

    fn quotes(paragraph: &str) -> Vec<String> {
        let (quotes, faults) = read_story(&[paragraph]);
        assert!(faults.is_empty(), "{faults:?}");
        quotes
    }

    #[test]
    fn nested_quotations_have_levels() {
        assert_eq!(quotes("“He said ‘go’ to us,” she said."), ["1He said ‘go’ to us,", "2go"]);
    }

    #[test]
    fn apostrophes_are_not_quotation_marks() {
        assert!(quotes("O’Neill’s players’ union liked rock ’n’ roll in the ’90s; it's the boys' club.").is_empty());
        assert_eq!(quotes("‘The players’ union won’t go,’ he said."), ["1The players’ union won’t go,"]);
    }

    #[test]
    fn straight_marks_toggle_and_inches_do_not_count() {
        assert_eq!(quotes("\"Go,\" she said. \"Stay.\""), ["1Go,", "1Stay."]);
        assert!(quotes("A 12\" pipe burst.").is_empty());
    }

    #[test]
    fn a_running_quotation_needs_no_closing_mark() {
        let (quotes, faults) = read_story(&["“We go on.", "“And on,” he said."]);
        assert_eq!(quotes, ["1We go on.→", "1And on,"]);
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn an_unclosed_mark_is_a_fault_and_leaves_the_next_quotation_its_level() {
        let (quotes, faults) = read_story(&["“We go, he said. “And more,” he added."]);
        assert_eq!(quotes, ["1And more,"]);
        assert_eq!(faults, ["Unclosed at 0"]);
    }

    #[test]
    fn a_closing_mark_alone_is_a_fault() {
        assert_eq!(read_story(&["We go,” he said."]).1, ["Unopened at 6"]);
    }

    #[test]
    fn marks_that_look_the_wrong_way_are_faults_and_still_pair() {
        let (quotes, faults) = read_story(&["She said: ”Go on.” It was the ‘90s."]);
        assert_eq!(quotes, ["1Go on."]);
        assert_eq!(faults, ["WrongWay('“') at 10", "WrongWay('’') at 34"]);
        assert_eq!(read_story(&["They like rock ‘n’ roll."]).1, ["WrongWay('’') at 15"]);
    }

    #[test]
    fn an_opening_mark_before_a_space_closes() {
        assert_eq!(read_story(&["He said “go.“ It got a ‘D-‘ rating."]).1, ["WrongWay('”') at 14", "WrongWay('’') at 32"]);
        assert_eq!(read_story(&["” … and so it goes,” she said."]).1, ["WrongWay('“') at 0"]);
    }

    #[test]
    fn a_straight_mark_closes_a_curly_single_one() {
        assert_eq!(quotes("“He said: ‘Wait for me.'” They’re the boys' marks."), ["1He said: ‘Wait for me.'", "2Wait for me."]);
    }

    #[test]
    fn two_apostrophes_are_a_double_mark() {
        assert_eq!(quotes("''He said 'go.' Then he left,'' she said. ''Go.''"), ["1He said 'go.' Then he left,", "2go.", "1Go."]);
        assert_eq!(quotes("''He said 'go.''' '''Go' is a word.''"), ["1He said 'go.'", "2go.", "1'Go' is a word.", "2Go"]);
    }

    #[test]
    fn feet_and_inches_close_nothing() {
        assert_eq!(quotes("“He’s like 6’2”,” she said. “I am 5’2”. So there.”"), ["1He’s like 6’2”,", "1I am 5’2”. So there."]);
    }

    #[test]
    fn marks_of_a_tag_are_no_copy() {
        assert!(quotes("<a href=\"x\" id=”y”>gate</a> was shut < and \">").is_empty());
        assert_eq!(quotes("5 < 6, \"he said\" > that"), ["1he said"]);
    }

    #[test]
    fn inner_marks_of_the_outer_kind_are_a_fault() {
        assert_eq!(read_story(&["“He said “go” twice,” she said."]).1, ["WrongLevel at 11"]);
    }

    #[test]
    fn british_single_marks_hold_double_ones() {
        assert_eq!(quotes("‘He said “go” to the boys’, she said."), ["1He said “go” to the boys", "2go"]);
        assert_eq!(quotes("'We're off,' she said. 'Don't wait.'"), ["1We're off,", "1Don't wait."]);
    }

    #[test]
    fn a_hundred_thousand_marks_are_read_in_linear_time() {
        for mark in ["“", "”", "‘", "’", "\"", "'", "(", ")", "[", " “a", " ‘a", "<a \"", "6'2\"", "1”"] {
            let copy = mark.repeat(100_000);
            let marks = read(&copy, &[Block::new(Role::Paragraph, Span::new(0, copy.len()))]);
            assert!(marks.quotes.len() <= 100_000);
        }
    }
}
