//! Dates, by `grammar/date.pest`.

mod common;

use pest::Parser;
use pest::iterators::Pair;

use crate::text::Span;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/date.pest"]
    pub struct DateGrammar;
}

use grammar::{DateGrammar, Rule};

/// The longest date, a range and a weekday in brackets included, has fewer bytes.
const LONGEST: usize = 80;

/// The parts of a date as written; what is not written is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// All of it.
    pub span: Span,
    /// 1 for Monday to 7 for Sunday.
    pub weekday: Option<u8>,
    /// Where the weekday stands.
    pub weekday_span: Option<Span>,
    /// The day of the month as written, be it possible or not.
    pub day: Option<u8>,
    /// The month as written; above 12 only in figures.
    pub month: Option<u8>,
    /// The year.
    pub year: Option<i16>,
    /// Whether it is written in figures with strokes, where nobody knows which is the month.
    pub slashed: bool,
}

/// The date that starts at `at`, if one does. It ends before `end`.
pub fn date_at(copy: &str, at: usize, end: usize) -> Option<DateParts> {
    let end = (at + LONGEST).min(end);
    let end = (at..=end).rev().find(|&end| copy.is_char_boundary(end))?;
    let text = &copy[at..end];
    common::date(text, at).or_else(|| by_grammar(text, at))
}

fn by_grammar(text: &str, at: usize) -> Option<DateParts> {
    let root = forms(text).iter().find_map(|form| DateGrammar::parse(*form, text).ok()?.next())?;
    let mut parts = DateParts { span: Span::new(at, at + root.as_span().end()), ..DateParts::default() };
    read(root, at, &mut parts);
    Some(parts)
}

/// The forms of the grammar's `date` that may start as `text` does, in the grammar's order.
fn forms(text: &str) -> &'static [Rule] {
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        match text.as_bytes() {
            [_, _, _, b'0'..=b'9', b'-', ..] => &[Rule::iso],
            [_, b'/', ..] | [_, _, b'/', ..] => &[Rule::slashed],
            _ => &[Rule::day_led],
        }
    } else if weekday(text).is_some() {
        &[Rule::weekday_led, Rule::weekday]
    } else if month(text).is_some() {
        &[Rule::month_led, Rule::month_of_year]
    } else {
        &[Rule::date]
    }
}

/// What a weekday or a month says that no date goes on from, judged by what stands after it: most of them need no grammar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alone {
    /// A weekday is a date of its own.
    Weekday(DateParts),
    /// A month is none.
    Month,
}

/// Whether the name of a weekday or a month at `span` stands alone; None where only the grammar can say. It ends before `end`.
pub fn alone(copy: &str, span: Span, end: usize) -> Option<Alone> {
    let name = span.of(copy);
    let rest = &copy.as_bytes()[span.to()..end.min(span.from() + LONGEST)];
    // Letters outside ASCII may be a part of the name.
    let ends_here = matches!(
        rest,
        [] | [b' ' | b',' | b'.' | b';' | b'?' | b'!' | b')' | b'"' | b':' | b'\'' | b'-' | b'\n', ..]
            | [0xE2, 0x80, 0x93 | 0x94 | 0x9D | 0xA6, ..]
            | [0xE2, 0x80, 0x99, b's', ..]
    );
    if !ends_here || may_go_on(rest) {
        return None;
    }
    if name.ends_with("day") {
        let weekday = weekday(name)?;
        return Some(Alone::Weekday(DateParts { span, weekday: Some(weekday), weekday_span: Some(span), ..DateParts::default() }));
    }
    month(name).map(|_| Alone::Month)
}

/// Whether a day or a year may follow a name before `rest`: in figures, at once or after a word that a date may hold there.
fn may_go_on(rest: &[u8]) -> bool {
    let Some(figure) = rest.iter().position(u8::is_ascii_digit) else { return false };
    let Some(word) = rest[..figure].iter().position(u8::is_ascii_alphabetic) else { return true };
    let word = &rest[word..figure];
    let opens = |opener: &&[u8]| word.starts_with(opener);
    // Monday the 5th, on May 5, the morning of it; May of 2015, May 5 in 2015
    let openers: [&[u8]; 8] = [b"the", b"on", b"of", b"in", b"morning", b"afternoon", b"evening", b"night"];
    openers.iter().any(opens) || word[0].is_ascii_uppercase() && std::str::from_utf8(word).ok().and_then(month).is_some()
}

fn read(pair: Pair<'_, Rule>, base: usize, parts: &mut DateParts) {
    let text = pair.as_str();
    match pair.as_rule() {
        Rule::weekday => {
            parts.weekday = weekday(text);
            parts.weekday_span = Some(Span::new(base + pair.as_span().start(), base + pair.as_span().end()));
        }
        Rule::month => parts.month = month(text),
        Rule::month_figures => parts.month = text.parse().ok(),
        Rule::day => parts.day = text.parse().ok(),
        Rule::year => parts.year = text.parse().ok(),
        Rule::slashed => parts.slashed = true,
        Rule::date | Rule::iso | Rule::weekday_led | Rule::day_led | Rule::month_led | Rule::month_of_year => {
            for inner in pair.into_inner() {
                read(inner, base, parts);
            }
        }
        _ => {}
    }
}

/// The number of a weekday by its first letters, 1 for Monday.
fn weekday(name: &str) -> Option<u8> {
    position(name, ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
}

/// The number of a month by its first letters.
fn month(name: &str) -> Option<u8> {
    position(name, ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
}

fn position<const N: usize>(name: &str, heads: [&str; N]) -> Option<u8> {
    heads.iter().position(|head| name.starts_with(head)).map(|at| at as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    type Parts = (Option<u8>, Option<u8>, Option<u8>, Option<i16>);

    fn parts(copy: &str) -> Option<(&str, Parts)> {
        let date = date_at(copy, 0, copy.len())?;
        Some((date.span.of(copy), (date.weekday, date.day, date.month, date.year)))
    }

    #[test]
    fn what_stands_alone_is_what_the_grammar_reads_alone() {
        for name in ["Monday", "Wednesday", "March", "May", "Sept"] {
            for after in [
                "",
                ".",
                " said",
                ", said",
                " the 5th of May",
                " night, May 5",
                " 5",
                ", 5 May",
                " of 2015",
                " in 2015",
                ". 5",
                " on May 5",
            ] {
                let copy = format!("{name}{after}");
                let read = date_at(&copy, 0, copy.len());
                match alone(&copy, Span::new(0, name.len()), copy.len()) {
                    Some(Alone::Weekday(parts)) => assert_eq!(Some(parts), read, "{copy}"),
                    Some(Alone::Month) => assert_eq!(None, read, "{copy}"),
                    None => {}
                }
            }
        }
    }

    #[test]
    fn every_order_of_a_date_is_read() {
        for (copy, written, expected) in [
            ("Monday, Sept. 18, 2015, the", "Monday, Sept. 18, 2015", (Some(1), Some(18), Some(9), Some(2015))),
            ("Monday 18 September in", "Monday 18 September", (Some(1), Some(18), Some(9), None)),
            ("Sept 18 (Friday) was", "Sept 18 (Friday)", (Some(5), Some(18), Some(9), None)),
            ("2015-09-18 (Fri)", "2015-09-18 (Fri)", (Some(5), Some(18), Some(9), Some(2015))),
            ("18th of September 2015.", "18th of September 2015", (None, Some(18), Some(9), Some(2015))),
            ("Thursday night, May 5, he", "Thursday night, May 5", (Some(4), Some(5), Some(5), None)),
            ("May 22-24 in", "May 22-24", (None, Some(22), Some(5), None)),
            ("September 2015 was", "September 2015", (None, None, Some(9), Some(2015))),
            ("Tuesday (12 August)", "Tuesday (12 August)", (Some(2), Some(12), Some(8), None)),
            ("Thursday 14 August 2026 -", "Thursday 14 August 2026", (Some(4), Some(14), Some(8), Some(2026))),
            ("Friday’s vote", "Friday", (Some(5), None, None, None)),
            ("Monday, the 3rd of May", "Monday, the 3rd of May", (Some(1), Some(3), Some(5), None)),
            ("Feb. 30, 2016", "Feb. 30, 2016", (None, Some(30), Some(2), Some(2016))),
        ] {
            assert_eq!(parts(copy), Some((written, expected)), "{copy}");
        }
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for copy in ["March 5 percent", "May 10 million people", "18 people", "March 10,000 signatures", "May be", "2015-16"] {
            assert_eq!(parts(copy), None, "{copy}");
        }
    }
}
