//! The quantities of a story.

use crate::lexicon::Tag;
use crate::parse::quantities::{
    self, Hedge, QuantityKind, QuantityParts, age_len, clock_time, lone_number, may_end_hedge, may_hedge, numbered, ordinal_word,
    points_len, quantity_at, share_len, unit_after,
};
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
        article.dates().iter().filter(|date| date.parts.day.is_some() || date.parts.year.is_some() || date.parts.slashed).peekable();
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
    let hangs = || {
        let before = &copy[block.span.from()..word.span.from()];
        before.ends_with(['-', '\u{2011}', '#', '_']) && before.trim_end_matches(['-', '\u{2011}', '_']).ends_with(char::is_alphanumeric)
    };
    if word.kind == TokenKind::Number && hangs() {
        return None;
    }
    let start = start_of(article, index, done);
    // `millions of homes`: only an article or a number before it makes a magnitude a number.
    if start == word.span.from() && is_magnitude(article.text(word.stem_span())) {
        return None;
    }
    let by_grammar = || {
        let (at, end) = (word.span.from(), block.span.to());
        let earlier = (start != at).then(|| quantity_at(copy, start, end)).flatten();
        earlier.or_else(|| quantity_at(copy, at, end))
    };
    let mut parts = simple(article, index, start).or_else(by_grammar)?;
    let end = index + article.words[index..].iter().take_while(|word| word.span.start < parts.span.end).count();
    let first = index - article.words[..index].iter().rev().take_while(|word| word.span.start >= parts.span.start).count();
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
    if start == word.span.from() {
        return plain(article, index);
    }
    if word.kind == TokenKind::Word && article.text(Span { start: start as u32, end: word.span.end }).eq_ignore_ascii_case("a dozen") {
        return lone_number(article.text(word.span), word.span.from())
            .filter(|_| stands_alone(article, index))
            .map(|dozen| dozen.with_article(start));
    }
    let sign = Span::new(start, word.span.from());
    if word.kind != TokenKind::Number || !matches!(article.text(sign), "$" | "£" | "€") {
        return None;
    }
    let number = || lone_number(article.text(word.span), word.span.from());
    // A magnitude ends a sum.
    if let Some(magnitude) = magnitude_after(article, index) {
        return number().map(|parts| parts.as_sum(sign).times(article.text(magnitude), magnitude));
    }
    let is_sum = stands_alone(article, index)
        && !article.words.get(index + 1).is_some_and(|next| matches!(article.text(next.span), "m" | "k" | "M" | "K"));
    if is_sum { number().map(|parts| parts.as_sum(sign)) } else { None }
}

/// A number without a sign, and the share, unit, age or time that it is of.
fn plain(article: &Article, index: usize) -> Option<QuantityParts> {
    let word = &article.words[index];
    let end_of_block = article.blocks()[word.block as usize].span.to();
    if word.kind == TokenKind::Number {
        let from = word.span.from();
        let figure = clock_time(&article.copy()[from..end_of_block], from).or_else(|| numbered(article.text(word.span), from));
        if figure.is_some() {
            return figure;
        }
    }
    let (number, last) = number_at(article, index)?;
    if stands_alone(article, last) {
        return Some(number);
    }
    if let Some(magnitude) = magnitude_after(article, last) {
        let is_whole = stands_alone(article, last + 1) || (!number.in_words && is_joined_to(article, last + 2, &["and", "to"]));
        return is_whole.then(|| number.times(article.text(magnitude), magnitude));
    }
    let after = &article.copy()[number.span.to()..end_of_block];
    if let Some(len) = share_len(after) {
        return Some(number.as_share(len));
    }
    if let Some(len) = points_len(after) {
        return Some(number.as_points(len));
    }
    if let Some(len) = age_len(after) {
        return Some(number.as_age(len));
    }
    unit_after(after).map(|unit| number.as_measure(unit))
}

/// The number that is the word at `index`, or that and the next of `twenty-one`; with the index of its last word.
fn number_at(article: &Article, index: usize) -> Option<(QuantityParts, usize)> {
    let word = &article.words[index];
    let stem = word.stem_span();
    let number = lone_number(article.text(stem), stem.from())?;
    let next = article.words.get(index + 1).filter(|next| number.in_words && next.block == word.block && next.is(Tag::NumberWord));
    let joined = next.filter(|next| article.text(Span { start: word.span.end, end: next.span.start }) == "-");
    let Some(next) = joined else { return Some((number, index)) };
    let ones = lone_number(article.text(next.span), next.span.from())?;
    number.with_ones(&ones).map(|number| (number, index + 1))
}

/// Whether the word at `index` is one of `words`, with a space before it.
fn is_joined_to(article: &Article, index: usize, words: &[&str]) -> bool {
    let Some(word) = article.words.get(index) else { return false };
    let before = &article.words[index - 1];
    before.block == word.block
        && article.text(Span { start: before.span.end, end: word.span.start }) == " "
        && words.contains(&article.text(word.span))
}

fn is_magnitude(word: &str) -> bool {
    ["hundred", "thousand", "million", "billion", "trillion"].iter().any(|magnitude| {
        let (head, tail) = word.as_bytes().split_at(magnitude.len().min(word.len()));
        head.eq_ignore_ascii_case(magnitude.as_bytes()) && matches!(tail, [] | [b's' | b'S'])
    })
}

/// The word after the number at `index` that multiplies it: `million` of `4.2 million homes`.
fn magnitude_after(article: &Article, index: usize) -> Option<Span> {
    let (word, next) = (&article.words[index], article.words.get(index + 1)?);
    let is_magnitude = matches!(article.text(next.span), "million" | "billion" | "trillion");
    let gap = || article.text(Span { start: word.span.end, end: next.span.start });
    (is_magnitude && next.block == word.block && gap() == " ").then_some(next.span)
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
    let stem = article.text(word.stem_span());
    let takes_article = stem.eq_ignore_ascii_case("dozen") || (is_magnitude(stem) && !stem.ends_with(['s', 'S']));
    if !takes_article {
        return at;
    }
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
    let end = word.stem_span().to();
    let after = &article.copy()[end..article.blocks()[word.block as usize].span.to()];
    match after.as_bytes() {
        // ” ’ … and ‘ “ after a space
        []
        | [b',' | b';' | b')' | b'?' | b'!' | b'"' | b'\'' | b']', ..]
        | [0xE2, 0x80, 0x99 | 0x9D | 0xA6, ..]
        | [b' ', b'(' | b'[' | b'0'..=b'9', ..]
        | [b' ', 0xE2, 0x80, 0x98 | 0x9C, ..] => true,
        [b':', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_digit),
        // A point with a figure after it belongs to the number; one at the end of a sentence does not.
        [b'.', ..] => after[1..].chars().next().is_none_or(|next| next.is_whitespace() || next == '”'),
        [b' ' | b'\n', letter, ..] if letter.is_ascii_alphabetic() => {
            let is_figure = word.kind == TokenKind::Number;
            goes_on_otherwise(article, index, Tag::NumberCompanion.bit() | Tag::NumberWord.bit())
                || is_joined_to(article, index + 1, if is_figure { &["and", "point", "points"] } else { &["point", "points"] })
                // `270 to win` is no range.
                || (is_joined_to(article, index + 1, &["to"]) && goes_on_otherwise(article, index + 1, Tag::NumberWord.bit()))
        }
        // `two-term`; `12-year-old` and `twenty-one` go on.
        [b'-', letter, ..] if letter.is_ascii_alphabetic() => {
            goes_on_otherwise(article, index, Tag::NumberCompanion.bit() | Tag::NumberWord.bit())
        }
        _ => is_before_dash(after) && goes_on_otherwise(article, index, Tag::NumberWord.bit()),
    }
}

/// Whether the word after the one at `index` is of none of the closed lists of `belonging`, and opens no number.
fn goes_on_otherwise(article: &Article, index: usize, belonging: u32) -> bool {
    let next = article.words.get(index + 1).filter(|next| next.block == article.words[index].block);
    next.is_some_and(|next| {
        let opens_number = |text: &str| text.eq_ignore_ascii_case("a") || text.eq_ignore_ascii_case("half");
        next.kind == TokenKind::Word && next.tags() & belonging == 0 && !(next.span.len() <= 4 && opens_number(article.text(next.span)))
    })
}

/// Whether a dash between two clauses stands at the start of `after`, with a letter on its other side.
fn is_before_dash(after: &str) -> bool {
    let rest = after.strip_prefix(' ').unwrap_or(after);
    let rest = rest.strip_prefix(['–', '—']).or_else(|| rest.strip_prefix("- ").filter(|_| rest.len() < after.len()));
    rest.is_some_and(|rest| rest.strip_prefix(' ').unwrap_or(rest).starts_with(|letter: char| letter.is_ascii_alphabetic()))
}

/// The rounding words right before the word at `first`.
fn hedge(article: &Article, first: usize) -> Option<Hedge> {
    let word = article.words.get(first)?;
    let before = |back: usize| first.checked_sub(back).map(|at| &article.words[at]).filter(|before| before.block == word.block);
    before(1).filter(|last| may_end_hedge(article.text(last.span)))?;
    let mut found = None;
    for opener in (1..=3).map_while(before) {
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
