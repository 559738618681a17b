//! The quantities of a story.

use crate::lexicon::Tag;
use crate::parse::quantities::{self, Hedge, QuantityKind, QuantityParts, lone_number, may_hedge, ordinal_word, quantity_at, share_len};
use crate::text::{Span, TokenKind};

use super::Article;

/// A number of the story with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What is written.
    pub parts: QuantityParts,
    /// The rounding word before it.
    pub hedge: Option<Hedge>,
    /// Its first word, as an index into the story's words.
    pub first: u32,
    /// One past its last word.
    pub end: u32,
    /// The block it stands in.
    pub block: u32,
}

impl Quantity {
    /// Where it stands, its currency sign and unit included.
    pub fn span(&self) -> Span {
        self.parts.span
    }

    /// Its value; the lower end of a range.
    pub fn value(&self) -> f64 {
        self.parts.value
    }

    /// What it is.
    pub fn kind(&self) -> QuantityKind {
        self.parts.kind
    }

    /// Whether it counts, measures or pays: no year, time, ordinal or score.
    pub fn is_amount(&self) -> bool {
        matches!(
            self.kind(),
            QuantityKind::Count | QuantityKind::Money | QuantityKind::Percent | QuantityKind::Points | QuantityKind::Measure
        )
    }
}

/// The quantities, in order: tried at figures and number words that no date holds.
pub(super) fn read(article: &Article) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::with_capacity(article.numbers.len());
    let mut dates =
        article.dates.iter().filter(|date| date.parts.day.is_some() || date.parts.year.is_some() || date.parts.slashed).peekable();
    let mut figures = article.numbers.iter().map(|&index| index as usize).peekable();
    let mut words = article.tagged_with(Tag::NumberWord.bit()).peekable();
    let mut done = 0;
    loop {
        let index = match (figures.peek(), words.peek()) {
            (Some(figure), Some(word)) if figure < word => figures.next(),
            (_, Some(_)) => words.next(),
            _ => figures.next(),
        };
        let Some(index) = index else { break };
        let word = &article.words[index];
        while dates.next_if(|date| date.span().end <= word.span.start).is_some() {}
        let is_of_date = dates.peek().is_some_and(|date| date.span().holds(word.span.start));
        if word.span.start < done || is_of_date {
            continue;
        }
        if let Some(quantity) = quantity(article, index, done) {
            done = quantity.span().end;
            found.push(quantity);
        }
    }
    found
}

fn quantity(article: &Article, index: usize, done: u32) -> Option<Quantity> {
    let word = &article.words[index];
    let copy = article.copy();
    let block = &article.blocks()[word.block as usize];
    // `F-16`, `B2`: a figure that hangs on letters is a name.
    let before = &copy[block.span.from()..word.span.from()];
    let hangs =
        before.ends_with(['-', '\u{2011}', '#', '_']) && before.trim_end_matches(['-', '\u{2011}', '_']).ends_with(char::is_alphanumeric);
    if word.kind == TokenKind::Number && hangs {
        return None;
    }
    let start = start_of(article, index, done);
    let by_grammar = || {
        let (at, end) = (word.span.from(), block.span.to());
        let earlier = (start != at).then(|| quantity_at(copy, start, end)).flatten();
        earlier.or_else(|| quantity_at(copy, at, end))
    };
    let mut parts = simple(article, index, start).or_else(by_grammar)?;
    let end = index + article.words[index..].partition_point(|word| word.span.start < parts.span.end);
    let first = article.words[..index].partition_point(|word| word.span.start < parts.span.start);
    let before = first.checked_sub(1).map_or("", |at| article.text(article.words[at].span));
    if parts.kind == QuantityKind::Count && matches!(before, "aged" | "age") {
        parts.kind = QuantityKind::Age;
    }
    let hedge = hedge(article, first);
    Some(Quantity { parts, hedge, first: first as u32, end: end as u32, block: word.block })
}

/// The commonest quantities, which need no grammar: an ordinal, a number alone, a sum in a currency with a sign, a share.
fn simple(article: &Article, index: usize, start: usize) -> Option<QuantityParts> {
    let word = &article.words[index];
    if word.kind == TokenKind::Word
        && let Some(ordinal) = ordinal_word(article.text(word.span), word.span.from())
    {
        return Some(ordinal);
    }
    let number = || lone_number(article.text(word.span), word.span.from());
    if start == word.span.from() {
        if stands_alone(article, index) {
            return number();
        }
        if let Some(magnitude) = lone_magnitude(article, index) {
            return number().map(|parts| parts.times(article.text(magnitude), magnitude));
        }
        let after = &article.copy()[word.span.to()..article.blocks()[word.block as usize].span.to()];
        let len = share_len(after)?;
        return number().map(|parts| parts.as_share(len));
    }
    let sign = Span::new(start, word.span.from());
    let is_plain_sum = word.kind == TokenKind::Number && matches!(article.text(sign), "$" | "£" | "€");
    if let Some(magnitude) = lone_magnitude(article, index).filter(|_| is_plain_sum) {
        return number().map(|parts| parts.as_sum(sign).times(article.text(magnitude), magnitude));
    }
    let is_sum = is_plain_sum
        && stands_alone(article, index)
        && !article.words.get(index + 1).is_some_and(|next| matches!(article.text(next.span), "m" | "k" | "M" | "K"));
    if is_sum { number().map(|parts| parts.as_sum(sign)) } else { None }
}

/// The word after the number at `index` that multiplies it and is the last of its quantity: `million` of `4.2 million homes`.
fn lone_magnitude(article: &Article, index: usize) -> Option<Span> {
    let (word, next) = (&article.words[index], article.words.get(index + 1)?);
    let is_magnitude = matches!(article.text(next.span), "million" | "billion" | "trillion");
    let gap = || article.text(Span { start: word.span.end, end: next.span.start });
    (is_magnitude && next.block == word.block && gap() == " " && stands_alone(article, index + 1)).then_some(next.span)
}

/// Where a quantity starts that is found from the word at `index`: at its currency sign, its point, or its article (`a million`).
fn start_of(article: &Article, index: usize, done: u32) -> usize {
    let word = &article.words[index];
    let copy = article.copy();
    let from = article.blocks()[word.block as usize].span.start.max(done) as usize;
    let at = word.span.from();
    if word.kind == TokenKind::Number {
        let before = &copy[from..at];
        let sign = before.chars().next_back().filter(|mark| matches!(mark, '$' | '£' | '€' | '¥' | '₹' | '₽' | '.'));
        let Some(sign) = sign else { return at };
        let bare = before.len() - sign.len_utf8();
        if sign == '.' {
            let opens = before[..bare].ends_with([' ', '$', '£', '€', '(', '\u{A0}']) || bare == 0;
            let money = before[..bare].ends_with(['$', '£', '€']);
            return if money { at - 1 - before[..bare].chars().next_back().map_or(0, char::len_utf8) } else { at - usize::from(opens) };
        }
        let letters = before[..bare].bytes().rev().take(2).take_while(u8::is_ascii_uppercase).count();
        let named = ["US", "A", "C", "NZ", "HK"].contains(&&before[bare - letters..bare]);
        return from + bare - if named && sign == '$' { letters } else { 0 };
    }
    // `a dozen`, `half a million`
    let small = |back: usize, wanted: &str| {
        index.checked_sub(back).map(|at| &article.words[at]).filter(|before| {
            before.block == word.block && before.span.start >= done && article.text(before.span).eq_ignore_ascii_case(wanted)
        })
    };
    match (small(1, "a"), small(2, "half")) {
        (Some(_), Some(half)) => half.span.from(),
        (Some(article), None) => article.span.from(),
        _ => at,
    }
}

/// Whether nothing after the number at `index` belongs to it: no unit, no magnitude, no second number.
fn stands_alone(article: &Article, index: usize) -> bool {
    let word = &article.words[index];
    let after = &article.copy()[word.span.to()..article.blocks()[word.block as usize].span.to()];
    let Some(mark) = after.chars().next() else { return true };
    if matches!(mark, ',' | ';' | ')' | '?' | '!' | '”') {
        return true;
    }
    if mark == '.' {
        // A point with a figure after it belongs to the number; one at the end of a sentence does not.
        return after[1..].chars().next().is_none_or(|next| next.is_whitespace() || next == '”');
    }
    let next = article.words.get(index + 1).filter(|next| next.block == word.block);
    let companion = Tag::NumberCompanion.bit() | Tag::NumberWord.bit();
    matches!(mark, ' ' | '\n')
        && after[1..].starts_with(|letter: char| letter.is_ascii_alphabetic())
        && next.is_some_and(|next| next.kind == TokenKind::Word && next.tags & companion == 0)
}

/// The rounding words right before the word at `first`.
fn hedge(article: &Article, first: usize) -> Option<Hedge> {
    let word = article.words.get(first)?;
    let mut found = None;
    for back in 1..=3 {
        let Some(opener) = first.checked_sub(back).map(|at| &article.words[at]).filter(|before| before.block == word.block) else { break };
        if !may_hedge(article.text(opener.span)) {
            continue;
        }
        let text = &article.copy()[opener.span.from()..word.span.from()];
        let text = text.trim_end_matches(['$', '£', '€', '¥', '.']);
        if text.len() > 24 || text.contains([',', '.', ';', '(']) {
            break;
        }
        found = quantities::hedge(text).or(found);
    }
    found
}
