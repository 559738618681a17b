//! Which mark closes which: a stack over the marks of a block.

use crate::text::{FILLER, Span, is_elision, is_word_char};

use super::found::{Kind, Mark};
use super::{Bracket, Fault, FaultyMark, Glyph, Marks, Quote};

/// An opening mark that waits for its partner.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    span: Span,
    glyph: Glyph,
    straight: bool,
    continued: bool,
    bracket: Option<bool>,
}

pub(super) struct Scanner<'a> {
    pub(super) copy: &'a str,
    pub(super) block: Span,
    pub(super) index: u32,
    pub(super) found: &'a [Mark],
    /// Empty at first. Lent, for its room.
    pub(super) stack: &'a mut Vec<Open>,
    pub(super) marks: &'a mut Marks,
    pub(super) running: Option<Quote>,
    /// Whether a straight double mark was taken for a quotation mark: one after a digit is then no inches sign.
    pub(super) seen_straight: bool,
}

impl Scanner<'_> {
    pub(super) fn read(&mut self) {
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
        let is_double = |next: &&Mark| matches!(next.kind, Kind::CloseDouble | Kind::StraightDouble | Kind::OpenDouble);
        is_height && (self.opens_of(Glyph::Double) == 0 || self.found[at + 1..].iter().take(64).find(is_double).is_some_and(closes_double))
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
        if inside_word || (elided && is_gap(mark.before)) {
            return;
        }
        if !self.single_is_open() {
            self.close_with_two(at, mark);
            return;
        }
        if self.is_inside_double(at) {
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
        if can_close && !self.is_inside_double(at) && !(may_be_possessive && self.single_closes_later(at)) {
            self.close(mark, Glyph::Single);
        }
    }

    /// Two ’ that stand for the ” of the open quotation.
    fn close_with_two(&mut self, at: usize, mark: Mark) {
        let next = self.found.get(at + 1).filter(|next| next.kind == Kind::CloseSingle && next.span.start == mark.span.end);
        if let Some(next) = next.filter(|_| !is_space(mark.before) && self.opens_of(Glyph::Double) > 0) {
            let both = Mark { span: mark.span.join(next.span), ..mark };
            self.fault(both, Fault::WrongWay('”'));
            self.close(both, Glyph::Double);
        }
    }

    /// Whether a double quotation that opened after the last single mark is still to be closed: ‘bout “the residents’ gate”. A single
    /// mark in it is an apostrophe, for quotations do not cross.
    fn is_inside_double(&self, at: usize) -> bool {
        let is_double = |next: &&Mark| matches!(next.kind, Kind::CloseDouble | Kind::StraightDouble | Kind::OpenDouble);
        self.top_is(Glyph::Double) && self.found[at + 1..].iter().take(64).find(is_double).is_some_and(closes_double)
    }

    /// Whether a mark after `at` can close a single quotation, before another one opens.
    fn single_closes_later(&self, at: usize) -> bool {
        // A story that quotes in single marks has them close by; a bound keeps hostile copy linear.
        let mut doubles = 0_usize;
        for mark in self.found[at + 1..].iter().take(64) {
            let closes = doubles == 0 && !is_space(mark.before) && !mark.after.is_some_and(char::is_alphanumeric);
            match mark.kind {
                Kind::CloseSingle | Kind::StraightSingle if closes => return true,
                Kind::OpenDouble => doubles += 1,
                Kind::StraightDouble if is_gap(mark.before) => doubles += 1,
                Kind::CloseDouble | Kind::StraightDouble => doubles = doubles.saturating_sub(1),
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
    pub(super) fn close_block(mut self, next: Option<Span>) -> Option<Quote> {
        let mut unclosed = std::mem::take(self.stack);
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
        unclosed.clear();
        *self.stack = unclosed;
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

    /// Whether the paragraph at `next` starts with the mark that `open` left open. A straight double mark and a curly one are the same
    /// mark in two glyphs; single ones are not: ' may be an apostrophe.
    fn reopens(&self, next: Span, open: Open) -> bool {
        let text = next.of(self.copy).trim_start_matches([FILLER, ' ', '\t']);
        match (open.glyph, open.straight) {
            (Glyph::Double, _) => text.starts_with(['“', '"']) || text.starts_with("''"),
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

fn closes_double(mark: &Mark) -> bool {
    mark.kind == Kind::CloseDouble || (mark.kind == Kind::StraightDouble && !is_gap(mark.before))
}

/// `bodies‘,` and `D-‘ `: an opening mark where only a closing one can stand.
fn looks_closing(mark: Mark) -> bool {
    let after_word = !is_gap(mark.before) || mark.before == Some('-');
    after_word && (is_space(mark.after) || matches!(mark.after, Some(',' | '.' | ';' | ':' | '?' | '!' | ')' | '”' | '"')))
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
