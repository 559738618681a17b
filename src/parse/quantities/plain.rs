//! The quantities that need no grammar, nearly all: a number of one word with its share, unit, age or half of the day.

use crate::text::Span;

use super::value::{figure, small};
use super::{Hedge, QuantityKind, QuantityParts, is_year};

/// The count or year that `text` at `at` is by itself: a figure, or one number word. Nearly all numbers are, and need no grammar.
pub fn lone_number(text: &str, at: usize) -> Option<QuantityParts> {
    let is_figure = text.as_bytes().first().is_some_and(u8::is_ascii_digit);
    let (value, step) = if !is_figure {
        (small_in_any_case(text)?, 1.0)
    } else if let Some(whole) = whole_figure(text) {
        whole
    } else {
        let grouped = text.split(',').skip(1).all(|group| group.len() == 3) && text.matches('.').count() <= 1;
        if !grouped || text.bytes().any(|byte| !matches!(byte, b'0'..=b'9' | b',' | b'.')) || text.contains(',') && text.contains('.') {
            return None;
        }
        figure(text)
    };
    let span = Span::new(at, at + text.len());
    let kind = QuantityKind::Count;
    let mut parts = QuantityParts { span, kind, value, high: None, unit: Span::at(at), step, in_words: !is_figure, magnitude: false };
    if is_figure && is_year(text, &parts) {
        parts.kind = QuantityKind::Year;
    }
    Some(parts)
}

/// The value of a figure of digits alone, be they in groups, and that of the last that says something. None for any other figure.
fn whole_figure(text: &str) -> Option<(f64, f64)> {
    /// Up to so many digits a number has the same value as a float.
    const MOST: u32 = 15;
    let (mut value, mut digits, mut zeros, mut group) = (0_u64, 0_u32, 0_u32, None);
    for byte in text.bytes() {
        if byte == b',' {
            if group.replace(0).is_some_and(|digits| digits != 3) {
                return None;
            }
            continue;
        }
        if !byte.is_ascii_digit() || digits == MOST {
            return None;
        }
        value = value * 10 + u64::from(byte - b'0');
        digits += 1;
        zeros = if byte == b'0' { zeros + 1 } else { 0 };
        group = group.map(|digits| digits + 1);
    }
    let step = 10_u64.pow(zeros.min(digits.saturating_sub(1)));
    group.is_none_or(|digits| digits == 3).then_some((value as f64, step as f64))
}

/// The ordinal that `text` at `at` is: first, second, third. No longer quantity holds one.
pub fn ordinal_word(text: &str, at: usize) -> Option<QuantityParts> {
    let is_ordinal = ["first", "second", "third"].iter().any(|ordinal| ordinal.eq_ignore_ascii_case(text));
    is_ordinal.then(|| QuantityParts::bare(Span::new(at, at + text.len()), QuantityKind::Ordinal))
}

/// The time of day that `copy` begins with, which lies at `at`: `10:30`, `3 p.m.`, `9AM`. None where only the grammar can say.
pub fn clock_time(copy: &str, at: usize) -> Option<QuantityParts> {
    let bytes = copy.as_bytes();
    let digits = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let figure = match &bytes[digits..] {
        [b':', tens, ones, rest @ ..] if tens.is_ascii_digit() && ones.is_ascii_digit() => {
            if rest.first().is_some_and(u8::is_ascii_digit) {
                return None;
            }
            digits + 3
        }
        [b'.', digit, ..] if digit.is_ascii_digit() => return None,
        _ => digits,
    };
    let gap = usize::from(bytes.get(figure) == Some(&b' '));
    let half = match &bytes[figure + gap..] {
        [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M', b'.', ..] => 4,
        [b'a' | b'p' | b'A' | b'P', b'm' | b'M', ..] => 2,
        // Anything else after the minutes is no half of a day, unless it starts with one of its letters.
        [b'a' | b'p' | b'A' | b'P' | b'\n' | 0x80.., ..] => return None,
        _ => 0,
    };
    let end = if half > 0 { figure + gap + half } else { figure };
    if (half == 0 && figure == digits) || bytes.get(end).is_some_and(u8::is_ascii_alphabetic) {
        return None;
    }
    let span = Span::new(at, at + end);
    Some(QuantityParts { value: copy[..digits].parse().unwrap_or(0.0), ..QuantityParts::bare(span, QuantityKind::Time) })
}

/// What the figure `text` at `at` is by its ending: the ordinal `4th`, the decade `1960s`.
pub fn numbered(text: &str, at: usize) -> Option<QuantityParts> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match &text[digits..] {
        "st" | "nd" | "rd" | "th" => {
            let value = text[..digits].parse().unwrap_or(0.0);
            Some(QuantityParts { value, ..QuantityParts::bare(Span::new(at, at + text.len()), QuantityKind::Ordinal) })
        }
        "s" => lone_number(&text[..digits], at),
        _ => None,
    }
}

/// Length of `-year-old` and its like right after a number.
pub fn age_len(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    let part = |from: usize, word: &str| {
        let is_joined = matches!(bytes.get(from), Some(b' ' | b'-'));
        let end = from + 1 + word.len();
        let fits = is_joined && bytes.get(from + 1..end).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()));
        fits.then(|| end + usize::from(matches!(bytes.get(end), Some(b's' | b'S'))))
    };
    let len = part(part(0, "year")?, "old")?;
    (!bytes.get(len).is_some_and(u8::is_ascii_alphabetic)).then_some(len)
}

/// Where in `after` the unit of one word stands that the number before it is measured in. None where only the grammar can say.
pub fn unit_after(after: &str) -> Option<std::ops::Range<usize>> {
    let bytes = after.as_bytes();
    if !matches!(bytes.first(), Some(b' ' | b'-')) {
        return None;
    }
    let end = 1 + bytes[1..].iter().take_while(|byte| byte.is_ascii_lowercase()).count();
    let is_unit = matches!(
        &after[1..end],
        "years"
            | "year"
            | "months"
            | "month"
            | "weeks"
            | "week"
            | "days"
            | "day"
            | "hours"
            | "hour"
            | "minutes"
            | "minute"
            | "seconds"
            | "second"
            | "miles"
            | "mile"
            | "feet"
            | "foot"
            | "inches"
            | "yards"
            | "yard"
            | "metres"
            | "meters"
            | "kilometres"
            | "kilometers"
            | "acres"
            | "tons"
            | "tonnes"
    );
    // `five years old`, `20 miles an hour`
    let is_whole = match &bytes[end..] {
        [b' ' | b'-', b'a' | b'p' | b'o' | b'A' | b'P' | b'O', second, ..] => !b"neplNEPL".contains(second),
        [first, ..] => first.is_ascii() && !first.is_ascii_alphabetic() && !first.is_ascii_whitespace() || *first == b' ',
        [] => true,
    };
    (is_unit && is_whole).then_some(1..end)
}

/// Length of the sign or word for a share right after a number, white space before it included. None for percentage points too.
pub fn share_len(after: &str) -> Option<usize> {
    let is_word = |at: usize| after.get(at..at + 7).is_some_and(|word| word.eq_ignore_ascii_case("percent"));
    let len = match after.as_bytes().first()? {
        b'%' => 1,
        b' ' if is_word(1) => 8,
        _ => return None,
    };
    let rest = &after.as_bytes()[len..];
    // `5%-point`, `5 percent points`, `5 percent-owned` and what is rarer are left to the grammar.
    let ends = match rest {
        // – — ’ ” …
        [] | [b',' | b';' | b'.' | b')', ..] | [0xE2, 0x80, 0x93 | 0x94 | 0x99 | 0x9D | 0xA6, ..] | [b' ', 0xE2, 0x80, ..] => true,
        [b' ', next, ..] => next.is_ascii_alphabetic() && !next.eq_ignore_ascii_case(&b'p'),
        _ => false,
    };
    ends.then_some(len)
}

/// Length of ` percentage points` right after a number.
pub fn points_len(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    let is_word = |at: usize, word: &str| bytes.get(at..at + word.len()).is_some_and(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    if !is_word(0, " percentage point") {
        return None;
    }
    let len = " percentage point".len();
    let len = len + usize::from(is_word(len, "s"));
    (!bytes.get(len).is_some_and(u8::is_ascii_alphabetic)).then_some(len)
}

/// The value of a number word, however it is capitalised.
fn small_in_any_case(word: &str) -> Option<f64> {
    let mut buffer = [0; 13];
    let word = in_small_letters(word, &mut buffer)?;
    match word {
        "zero" => Some(0.0),
        "dozen" => Some(12.0),
        _ => Some(small(word)).filter(|&value| value > 0.0),
    }
}

/// Whether a hedge may start with `word`, so that it is worth reading.
pub fn may_hedge(word: &str) -> bool {
    let mut small = [0; 13];
    let is_opener = |word: &str| {
        let of_several = matches!(
            word,
            "more" | "well" | "just" | "upwards" | "less" | "fewer" | "at" | "a" | "no" | "up" | "as" | "close" | "an" | "or" | "minimum"
        );
        of_several || lone_hedge(word).is_some()
    };
    in_small_letters(word, &mut small).is_some_and(is_opener)
}

/// Whether a hedge may end with `word`: where it does not stand before a number, no hedge does.
pub fn may_end_hedge(word: &str) -> bool {
    let mut small = [0; 13];
    let ends =
        |word: &str| matches!(word, "than" | "of" | "over" | "under" | "least" | "most" | "to" | "as" | "so") || lone_hedge(word).is_some();
    in_small_letters(word, &mut small).is_some_and(ends)
}

/// The hedges of one word.
pub(super) fn lone_hedge(word: &str) -> Option<Hedge> {
    Some(match word {
        "over" | "above" => Hedge::More,
        "under" | "below" => Hedge::Less,
        "nearly" | "almost" | "approaching" => Hedge::Nearly,
        "about" | "around" | "roughly" | "some" | "approximately" | "estimated" | "circa" => Hedge::About,
        _ => return None,
    })
}

/// The hedges of several words that stories use most.
pub(super) fn common_hedge(words: &str) -> Option<Hedge> {
    Some(match words {
        "more than" | "well over" | "just over" => Hedge::More,
        "less than" | "fewer than" => Hedge::Less,
        "at least" => Hedge::Least,
        "up to" | "as many as" | "as much as" | "no more than" => Hedge::Most,
        "close to" => Hedge::Nearly,
        "an estimated" => Hedge::About,
        _ => return None,
    })
}

/// Whether words may be a hedge of several, by the letter they begin with and by the `last` of them.
pub(super) fn may_be_hedge(words: &str, last: &str) -> bool {
    let mut small = [0; 13];
    let Some(last) = in_small_letters(last, &mut small).filter(|last| last.is_ascii()) else { return true };
    let first = words.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
    match last {
        "than" => matches!(first, b'm' | b'l' | b'f' | b'n'),
        "of" => matches!(first, b'u' | b'a'),
        "over" | "under" => matches!(first, b'w' | b'j'),
        "least" | "most" | "many" | "much" | "as" | "estimated" => first == b'a',
        "to" => matches!(first, b'u' | b'c'),
        "so" => first == b'o',
        _ => false,
    }
}

/// `word` in small letters, if `buffer` has room for it.
pub(super) fn in_small_letters<'a>(word: &'a str, buffer: &'a mut [u8; 13]) -> Option<&'a str> {
    let small = buffer.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    std::str::from_utf8(small).ok()
}

#[cfg(test)]
mod tests {
    use super::super::{by_grammar, quantity_at};
    use super::*;

    #[test]
    fn common_hedges_are_those_of_the_grammar() {
        for words in ["more than", "just over", "fewer than", "at least", "As many as", "no more than", "close to", "an estimated"] {
            let known = in_small_letters(words, &mut [0; 13]).and_then(common_hedge);
            assert!(known.is_some() && known == by_grammar(words), "{words}");
        }
        for words in ["upwards of", "at least", "more than", "as many as", "an estimated", "up to", "close to", "circa", "Over"] {
            assert!(may_end_hedge(words.rsplit(' ').next().unwrap_or_default()), "{words}");
        }
        for words in ["upwards of", "a minimum of", "no fewer than", "no less than", "at most", "just under", "or so"] {
            let last = words.rsplit(' ').next().unwrap_or_default();
            assert!(may_be_hedge(words, last) && by_grammar(words).is_some(), "{words}");
        }
    }

    #[test]
    fn what_needs_no_grammar_is_what_the_grammar_reads() {
        for copy in ["10:30 a.m.", "3 p.m. on", "10:30, he", "7:05 in", "12 PM", "11:40 am —", "9AM EST", "6:00p.m.", "12:00pm-1pm"] {
            assert_eq!(clock_time(copy, 0), quantity_at(copy, 0, copy.len()), "{copy}");
        }
        for copy in ["3.30 p.m.", "10:305", "9/11", "3. He", "3-1", "9L15 p.m.", "16 points", "10:30amen"] {
            assert_eq!(clock_time(copy, 0), None, "{copy}");
        }
        for copy in ["40,000", "0", "000", "2015", "1,250,000", "14", "500", "12,34", "1,2345", "999999999999999", "1000000000000000"] {
            let by_grammar = quantity_at(copy, 0, copy.len()).filter(|parts| parts.span.len() == copy.len());
            assert!(lone_number(copy, 0) == by_grammar || by_grammar.is_none(), "{copy}");
        }
        for after in [" percentage points", " percentage point.", " Percentage points,", " percentage pointers", " percentages"] {
            let copy = format!("12{after}");
            let points = points_len(after).map(|len| lone_number("12", 0).expect("a number").as_points(len));
            assert!(points.is_none() || points == quantity_at(&copy, 0, copy.len()), "{copy}");
        }
        for after in [" percent – he", " percent—he", "%”", " percent … he", "% – 10%"] {
            let copy = format!("12{after}");
            let share = share_len(after).map(|len| lone_number("12", 0).expect("a number").as_share(len));
            assert_eq!(share, quantity_at(&copy, 0, copy.len()), "{copy}");
        }
        for (copy, end) in [("a dozen eggs", 7), ("A dozen, he", 7)] {
            let dozen = lone_number("dozen", 2).map(|parts| parts.with_article(0));
            assert_eq!(dozen.as_ref().map(|parts| parts.span.to()), Some(end));
            assert_eq!(dozen, quantity_at(copy, 0, copy.len()), "{copy}");
        }
        for copy in ["4th", "1960s", "90s", "102nd"] {
            assert_eq!(numbered(copy, 0), quantity_at(copy, 0, copy.len()), "{copy}");
        }
        for after in ["-year-old boy", " years old", " year olds,", " years", "-year term", " years since", " miles an hour", " miles away"]
        {
            for number in ["12", "two", "Twenty"] {
                let copy = format!("{number}{after}");
                let lone = lone_number(number, 0).expect("a number");
                let age = age_len(after).map(|len| lone.clone().as_age(len));
                let read = age.or_else(|| unit_after(after).map(|unit| lone.as_measure(unit)));
                assert!(read.is_none() || read == quantity_at(&copy, 0, copy.len()), "{copy}");
            }
        }
    }
}
