//! The dates that stories write most, read without the grammar: `Sept. 18`, `September 18, 2015`, `Monday, Sept. 18`, `June 2015`.
//!
//! What comes after them must be such that no alternative of the grammar goes on there.

use crate::text::Span;

use super::{DateParts, month, weekday};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The date that `text` begins with, which lies at `at`; None where only the grammar can say.
pub(super) fn date(text: &str, at: usize) -> Option<DateParts> {
    let name = letters(text);
    if !WEEKDAYS.contains(&name) {
        return month_led(text, at);
    }
    let after = &text[name.len()..];
    let gap = if after.starts_with(", ") { 2 } else { 1 };
    let start = name.len() + gap;
    let led =
        after.starts_with([' ', ',']).then(|| month_led(text.get(start..)?, at + start)).flatten().filter(|parts| parts.day.is_some())?;
    let weekday_span = Span::new(at, at + name.len());
    Some(DateParts { span: weekday_span.join(led.span), weekday: weekday(name), weekday_span: Some(weekday_span), ..led })
}

/// A month with a day, a year or both after it.
fn month_led(text: &str, at: usize) -> Option<DateParts> {
    let name = letters(text);
    let start = match &text.as_bytes()[name.len()..] {
        [b' ', digit, ..] if digit.is_ascii_digit() => name.len() + 1,
        [b'.', b' ', digit, ..] if digit.is_ascii_digit() && SHORT_MONTHS.contains(&name) => name.len() + 2,
        _ => return None,
    };
    if !MONTHS.contains(&name) && !SHORT_MONTHS.contains(&name) {
        return None;
    }
    let parts = DateParts { month: month(name), ..DateParts::default() };
    let whole = |end: usize, parts: DateParts| DateParts { span: Span::new(at, at + end), ..parts };
    let bytes = text.as_bytes();
    if let Some(year) = year(&bytes[start..]) {
        let end = start + 4;
        return ends_after_year(&bytes[end..]).then(|| whole(end, DateParts { year: Some(year), ..parts }));
    }
    let digits = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits > 2 {
        return None;
    }
    let end = start + digits;
    let parts = DateParts { day: text[start..end].parse().ok(), ..parts };
    let rest = &bytes[end..];
    if let Some(year) = rest.strip_prefix(b", ").and_then(year) {
        let end = end + ", 2015".len();
        return ends_after_year(&bytes[end..]).then(|| whole(end, DateParts { year: Some(year), ..parts }));
    }
    ends_after_day(rest).then(|| whole(end, parts))
}

/// The letters that `text` begins with.
fn letters(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_alphabetic).count()]
}

/// The year of four figures that `bytes` begin with.
fn year(bytes: &[u8]) -> Option<i16> {
    let (figures, rest) = bytes.split_first_chunk::<4>()?;
    let is_one = figures.iter().all(u8::is_ascii_digit) && (figures[0] == b'1' || figures.starts_with(b"20"));
    let is_whole = !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    (is_one && is_whole).then(|| figures.iter().fold(0, |year, figure| year * 10 + i16::from(figure - b'0')))
}

/// Whether nothing can follow a day in `rest`: no second day, no year, no weekday, nothing that the figure counts.
fn ends_after_day(rest: &[u8]) -> bool {
    match rest {
        [b'.', next @ ..] => !next.first().is_some_and(u8::is_ascii_digit),
        [b' ', words @ ..] if words.first().is_some_and(u8::is_ascii_alphabetic) => {
            let counts = |counted: &&[u8]| words.starts_with(counted);
            let counted: [&[u8]; 6] = [b"percent", b"per cent", b"million", b"billion", b"people", b"points"];
            !counted.iter().any(counts) && !goes_on_in_figures(words)
        }
        // `, in 2015`
        [b',', b' ', words @ ..] if goes_on_in_figures(words) => false,
        _ => ends_before_weekday(rest),
    }
}

/// Whether nothing can follow a year in `rest`: no weekday, no more of a number.
fn ends_after_year(rest: &[u8]) -> bool {
    match rest {
        [b'.', ..] => true,
        [b' ', letter, ..] if letter.is_ascii_alphabetic() => true,
        _ => ends_before_weekday(rest),
    }
}

/// Whether a word follows that may lead to a second day or a year: `and 6`, `to 9`, `in 2015`.
fn goes_on_in_figures(words: &[u8]) -> bool {
    let leads: [&[u8]; 3] = [b"and", b"to", b"in"];
    let after = leads.iter().find_map(|lead| words.strip_prefix(*lead));
    after.is_some_and(|after| !matches!(after, [letter, ..] | [b' ', letter, ..] if letter.is_ascii_alphabetic()))
}

/// Whether a mark ends a date in `rest`, and no weekday follows it: `(Friday)`, `, a Friday`.
fn ends_before_weekday(rest: &[u8]) -> bool {
    match rest {
        [] | [b';' | b')' | b'?' | b'!' | b'"' | b'<', ..] | [b',', 0xE2, 0x80, 0x9D, ..] => true,
        [b' ', b'(', first, ..] => first.is_ascii_alphanumeric() && !b"MTWFS".contains(first),
        [b',', b' ', b'a', b' ', first, ..] => first.is_ascii_lowercase(),
        [b',', b' ', b'a', next, ..] => next.is_ascii_alphabetic(),
        [b',', b' ', letter, ..] => letter.is_ascii_alphabetic() && *letter != b'a',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_grammar;
    use super::*;

    #[test]
    fn what_needs_no_grammar_is_what_the_grammar_reads() {
        let openers = [
            "Sept. 18",
            "September 18",
            "May 5",
            "Sep 9",
            "Monday, Sept. 18",
            "Friday May 5",
            "June",
            "Monday June",
            "Oct.",
            "March 0",
            "Marching 5",
            "May. 5",
            "Sept.. 5",
            "Friday",
            "Mondays May 5",
            "Thurs. May 5",
            "Friday,May 5",
        ];
        let afters = [
            "",
            ".",
            ",",
            " he",
            ", he",
            ", 2015",
            ", 2015, he",
            ", 2015, a Friday",
            ", 2015 (Friday)",
            " 2015",
            " 2015.",
            " 2015 the",
            "-22",
            " and 6",
            " to 9",
            ".5",
            " percent",
            " million",
            " people",
            " (Friday)",
            ", a Friday",
            ", in 2015",
            " in 2015",
            ", 2015-16",
            ", 2015’s",
            ", 3015 he",
            ", 20155",
            "th",
            ":30",
            "/6",
            " 10,000 people",
            " 1999, when",
            "’s vote",
            "; he",
            ", 10,000",
            " The",
            "\n2015",
            ", 2015/16",
            " (Reuters)",
            " (12)",
            " ( Friday)",
            " and he",
            " and  6",
            " to win",
            " in May",
            " at 5",
            " primary",
            " per cent",
            " permits",
            ",” he",
            "\"",
            "</tweet>",
            ", and",
            ", in 2015",
            ", in May",
            ", a man",
            ", 2015, a man",
            ", 2015, and 6",
            ", about",
            ", a",
            ", to 9",
        ];
        let mut read = 0;
        for copy in openers.iter().flat_map(|opener| afters.iter().map(move |after| format!("{opener}{after}"))) {
            if let Some(parts) = date(&copy, 0) {
                assert_eq!(Some(parts), by_grammar(&copy, 0), "{copy}");
                read += 1;
            }
        }
        assert!(read > 60, "{read}");
    }
}
