//! Numbers, money, shares, units and ages, by `grammar/quantity.pest`.

mod plain;
mod value;

use pest::Parser;
use pest::iterators::Pair;

use crate::text::Span;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/quantity.pest"]
    pub struct QuantityGrammar;
}

pub use plain::{age_len, clock_time, lone_number, may_end_hedge, may_hedge, numbered, ordinal_word, points_len, share_len, unit_after};

use grammar::{QuantityGrammar, Rule};
use plain::{common_hedge, in_small_letters, lone_hedge, may_be_hedge};
use value::{magnitude, number};

/// The longest quantity, a number in words, has fewer bytes.
const LONGEST: usize = 100;

/// What is counted or measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuantityKind {
    /// `40,000`, `twelve`
    Count,
    /// `$4.2 million`
    Money,
    /// `35%`
    Percent,
    /// `5 percentage points`
    Points,
    /// `10 miles`
    Measure,
    /// `a 12-year-old`
    Age,
    /// `2015`
    Year,
    /// `3rd`, `first`
    Ordinal,
    /// `10:30`, `3 p.m.`
    Time,
    /// `9/11`, `24/7`
    Score,
}

/// A quantity as written.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantityParts {
    /// All of it.
    pub span: Span,
    /// What it is.
    pub kind: QuantityKind,
    /// Its value, magnitude applied.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Currency or unit as written, empty for none.
    pub unit: Span,
    /// The value of the last figure that is written: 100,000 in `11.6 million`.
    pub step: f64,
    /// Whether it is written in words.
    pub in_words: bool,
    /// Whether a magnitude is written: million, bn.
    pub magnitude: bool,
}

/// How words before a number bend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// `more than`, `over`
    More,
    /// `less than`, `under`
    Less,
    /// `at least`
    Least,
    /// `up to`, `as many as`
    Most,
    /// `nearly`
    Nearly,
    /// `about`
    About,
}

/// The quantity that starts at `at`, if one does. It ends before `end`.
pub fn quantity_at(copy: &str, at: usize, end: usize) -> Option<QuantityParts> {
    let end = (at + LONGEST).min(end);
    let end = (at..=end).rev().find(|&end| copy.is_char_boundary(end))?;
    let text = &copy[at..end];
    let root = QuantityGrammar::parse(Rule::quantity, text).ok()?.next()?;
    let span = Span::new(at, at + root.as_span().end());
    let form = root.into_inner().next()?;
    let kind = match form.as_rule() {
        Rule::sum => QuantityKind::Money,
        Rule::ordinal => QuantityKind::Ordinal,
        Rule::time => QuantityKind::Time,
        Rule::score => QuantityKind::Score,
        _ => QuantityKind::Count,
    };
    let unit = Span::at(at);
    let mut parts = QuantityParts { span, kind, value: 0.0, high: None, unit, step: 1.0, in_words: false, magnitude: false };
    read(form, at, &mut parts);
    if parts.kind == QuantityKind::Measure && parts.magnitude && parts.unit.of(copy).starts_with("pound") {
        parts.kind = QuantityKind::Money;
    }
    if parts.kind == QuantityKind::Count && is_year(text[..span.len()].trim(), &parts) {
        parts.kind = QuantityKind::Year;
    }
    Some(parts)
}

impl QuantityParts {
    /// Without a value or a unit.
    fn bare(span: Span, kind: QuantityKind) -> Self {
        let unit = Span { start: span.start, end: span.start };
        Self { span, kind, value: 0.0, high: None, unit, step: 1.0, in_words: false, magnitude: false }
    }

    /// Takes in what stands beside the number: a magnitude, a currency, a unit, the word for a share.
    fn read_unit(&mut self, pair: &Pair<'_, Rule>, base: usize) {
        let span = Span::new(base + pair.as_span().start(), base + pair.as_span().end());
        match pair.as_rule() {
            Rule::magnitude | Rule::money_magnitude => self.read_magnitude(pair.as_str()),
            Rule::percent_points => (self.kind, self.unit) = (QuantityKind::Points, span),
            Rule::percent => (self.kind, self.unit) = (QuantityKind::Percent, span),
            Rule::sign | Rule::trailing_sign | Rule::currency_word | Rule::unit if self.unit.is_empty() => self.unit = span,
            _ => {}
        }
    }

    /// The number with the word after it that multiplies it.
    #[must_use]
    pub fn times(mut self, written: &str, at: Span) -> Self {
        self.read_magnitude(written);
        self.span = self.span.join(at);
        if self.kind == QuantityKind::Year {
            self.kind = QuantityKind::Count;
        }
        self
    }

    fn read_magnitude(&mut self, written: &str) {
        let times = magnitude(written);
        if self.high.is_none_or(|high| self.value < high) {
            self.value *= times;
        }
        self.high = self.high.map(|high| high * times);
        self.step *= times;
        self.magnitude = true;
    }

    /// The lone number as a share, whose sign or word has `len` bytes.
    #[must_use]
    pub fn as_share(self, len: usize) -> Self {
        let unit = Span::new(self.span.to(), self.span.to() + len);
        Self { kind: QuantityKind::Percent, span: self.span.join(unit), unit, ..self }
    }

    /// The lone number as so many percentage points, whose words have `len` bytes.
    #[must_use]
    pub fn as_points(self, len: usize) -> Self {
        Self { kind: QuantityKind::Points, ..self.as_share(len) }
    }

    /// The lone number with the article before it, at `start`: `a dozen`.
    #[must_use]
    pub fn with_article(self, start: usize) -> Self {
        Self { span: Span::new(start, self.span.to()), unit: Span::at(start), ..self }
    }

    /// The lone number as an age, whose words have `len` bytes.
    #[must_use]
    pub fn as_age(self, len: usize) -> Self {
        Self { kind: QuantityKind::Age, span: Span::new(self.span.from(), self.span.to() + len), ..self }
    }

    /// The lone number in a unit that stands at `unit` of what comes after it.
    #[must_use]
    pub fn as_measure(self, unit: std::ops::Range<usize>) -> Self {
        let unit = Span::new(self.span.to() + unit.start, self.span.to() + unit.end);
        Self { kind: QuantityKind::Measure, span: self.span.join(unit), unit, ..self }
    }

    /// `twenty` with the `one` of `twenty-one`; none where they make no number.
    pub fn with_ones(mut self, ones: &Self) -> Option<Self> {
        let are_digits = (20.0..100.0).contains(&self.value) && (1.0..10.0).contains(&ones.value) && ones.in_words;
        self.value += ones.value;
        self.span = self.span.join(ones.span);
        are_digits.then_some(self)
    }

    /// The lone number as a sum, after its currency's sign.
    #[must_use]
    pub fn as_sum(self, sign: Span) -> Self {
        Self { kind: QuantityKind::Money, span: sign.join(self.span), unit: sign, ..self }
    }
}

/// The hedge that `words` are, the words right before a number.
pub fn hedge(words: &str) -> Option<Hedge> {
    let bare = words.trim_end_matches([' ', '\u{A0}', '\n', '\u{202F}']);
    let last = bare.rsplit(' ').next().unwrap_or_default();
    if last.len() == bare.len() && bare.is_ascii() && !bare.contains('\n') {
        return in_small_letters(bare, &mut [0; 13]).and_then(lone_hedge);
    }
    let known = in_small_letters(bare, &mut [0; 13]).and_then(common_hedge);
    if known.is_some() || !may_be_hedge(bare, last) {
        return known;
    }
    by_grammar(words)
}

fn by_grammar(words: &str) -> Option<Hedge> {
    let pair = QuantityGrammar::parse(Rule::hedge, words).ok()?.next()?.into_inner().next()?;
    Some(match pair.as_rule() {
        Rule::more => Hedge::More,
        Rule::less => Hedge::Less,
        Rule::least => Hedge::Least,
        Rule::most => Hedge::Most,
        Rule::nearly => Hedge::Nearly,
        _ => Hedge::About,
    })
}

fn is_year(text: &str, parts: &QuantityParts) -> bool {
    let four = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let range = text.len() >= 7 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit) && parts.high.is_some();
    (four || range) && (1000.0..2100.0).contains(&parts.value)
}

fn read(form: Pair<'_, Rule>, base: usize, parts: &mut QuantityParts) {
    let mut numbers = 0;
    let text = form.as_str();
    let is_simple = matches!(form.as_rule(), Rule::ordinal | Rule::time | Rule::score);
    if is_simple {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        parts.value = digits.parse().unwrap_or(0.0);
        return;
    }
    for pair in form.into_inner() {
        match pair.as_rule() {
            Rule::number => {
                let (value, step, in_words, magnitude) = number(pair);
                if numbers == 0 {
                    (parts.value, parts.step, parts.in_words, parts.magnitude) = (value, step, in_words, magnitude);
                } else {
                    parts.high = Some(value);
                }
                numbers += 1;
            }
            Rule::age => parts.kind = QuantityKind::Age,
            Rule::money | Rule::measure => {
                parts.kind = if pair.as_rule() == Rule::money { QuantityKind::Money } else { QuantityKind::Measure };
                pair.into_inner().for_each(|part| parts.read_unit(&part, base));
            }
            _ => parts.read_unit(&pair, base),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(copy: &str) -> Option<(&str, QuantityKind, f64, Option<f64>, &str)> {
        let parts = quantity_at(copy, 0, copy.len())?;
        Some((parts.span.of(copy), parts.kind, parts.value, parts.high, parts.unit.of(copy)))
    }

    #[test]
    fn figures_words_units_and_money_have_values() {
        use QuantityKind::{Age, Count, Measure, Money, Ordinal, Percent, Points, Score, Time, Year};
        for (copy, written, kind, value, high, unit) in [
            ("40,000 homes", "40,000", Count, 40_000.0, None, ""),
            ("11.6 million people", "11.6 million", Count, 11_600_000.0, None, ""),
            ("$4.2 million,", "$4.2 million", Money, 4_200_000.0, None, "$"),
            ("£3m of", "£3m", Money, 3_000_000.0, None, "£"),
            ("$5-10 million", "$5-10 million", Money, 5_000_000.0, Some(10_000_000.0), "$"),
            ("two million dollars", "two million dollars", Money, 2_000_000.0, None, "dollars"),
            ("35% of", "35%", Percent, 35.0, None, "%"),
            ("twenty-one per cent", "twenty-one per cent", Percent, 21.0, None, " per cent"),
            ("5 percentage points", "5 percentage points", Points, 5.0, None, " percentage points"),
            ("10 miles away", "10 miles", Measure, 10.0, None, "miles"),
            ("12-year-old boy", "12-year-old", Age, 12.0, None, ""),
            ("three hundred and five men", "three hundred and five", Count, 305.0, None, ""),
            ("two hundred thousand", "two hundred thousand", Count, 200_000.0, None, ""),
            ("a dozen eggs", "a dozen", Count, 12.0, None, ""),
            ("half a million", "half a million", Count, 500_000.0, None, ""),
            ("two and a half million", "two and a half million", Count, 2_500_000.0, None, ""),
            ("sixteen ways", "sixteen", Count, 16.0, None, ""),
            ("2015 was", "2015", Year, 2015.0, None, ""),
            ("3 p.m. on", "3 p.m.", Time, 3.0, None, ""),
            ("10:30 on", "10:30", Time, 10.0, None, ""),
            ("40th year", "40th", Ordinal, 40.0, None, ""),
            ("9/11 panel", "9/11", Score, 9.0, None, ""),
            ("5 to 10 people", "5 to 10", Count, 5.0, Some(10.0), ""),
        ] {
            assert_eq!(read(copy), Some((written, kind, value, high, unit)), "{copy}");
        }
    }

    #[test]
    fn rounding_words_are_told() {
        for (words, expected) in [
            ("more than", Some(Hedge::More)),
            ("Nearly ", Some(Hedge::Nearly)),
            ("about", Some(Hedge::About)),
            ("of", None),
            ("all about", None),
            ("At least", Some(Hedge::Least)),
            ("as many as ", Some(Hedge::Most)),
            ("just over", Some(Hedge::More)),
            ("no", None),
        ] {
            assert_eq!(hedge(words), expected, "{words}");
        }
    }

    #[test]
    fn a_written_figure_tells_how_exact_it_is() {
        assert_eq!(quantity_at("11.6 million", 0, 12).map(|parts| parts.step.round()), Some(100_000.0));
        assert_eq!(quantity_at("40,000", 0, 6).map(|parts| parts.step), Some(10_000.0));
    }
}
