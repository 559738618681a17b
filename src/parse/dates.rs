//! Dates, by `grammar/date.pest`.

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
    let root = DateGrammar::parse(Rule::date, &copy[at..end]).ok()?.next()?;
    let mut parts = DateParts { span: Span::new(at, at + root.as_span().end()), ..DateParts::default() };
    for pair in root.into_inner() {
        read(pair, at, &mut parts);
    }
    Some(parts)
}

/// What a weekday or a month says that no date goes on from, judged by the first letter after it: most of them need no grammar.
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
    let rest = &copy.as_bytes()[span.to()..end];
    let next = rest.iter().find(|byte| !matches!(byte, b' ' | b',' | b'.')).copied().unwrap_or(b'.');
    if !matches!(rest.first(), None | Some(b' ' | b',' | b'.' | b';' | b'?' | b'!')) || !next.is_ascii_alphabetic() && next != b'.' {
        return None;
    }
    // Monday the 5th, the morning, afternoon, evening or night of May 5, on May 5, 5 of May; a capital may be a month's.
    let may_go_on = next.is_ascii_uppercase() || b"taemno".contains(&next);
    if name.ends_with("day") && !may_go_on {
        return Some(Alone::Weekday(DateParts { span, weekday: weekday(name), weekday_span: Some(span), ..DateParts::default() }));
    }
    // May the 5th, May of 2015
    let is_month = month(name).is_some() && !name.ends_with("day") && !b"to".contains(&next);
    is_month.then_some(Alone::Month)
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
        Rule::iso | Rule::weekday_led | Rule::day_led | Rule::month_led | Rule::month_of_year => {
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
