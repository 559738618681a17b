//! What numbers in figures and in words are worth.

use std::borrow::Cow;

use pest::iterators::Pair;

use super::grammar::Rule;

/// Value, value of the last figure, whether in words, whether a magnitude is in it.
pub(super) fn number(pair: Pair<'_, Rule>) -> (f64, f64, bool, bool) {
    let text = pair.as_str();
    if text.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        let (value, step) = figure(text);
        return (value, step, false, false);
    }
    let (value, scale) = words_value(pair);
    (value, if scale > 1.0 { scale } else { 1.0 }, true, scale >= 1000.0)
}

/// The value of a figure, and that of its last digit that says something.
pub(super) fn figure(text: &str) -> (f64, f64) {
    let digits: Cow<str> = if text.contains(',') { text.replace(',', "").into() } else { text.into() };
    let value: f64 = digits.parse().unwrap_or(0.0);
    let step = match digits.split_once('.') {
        Some((_, decimals)) => 0.1_f64.powi(small_power(decimals.len())),
        None => 10_f64.powi(small_power(digits.bytes().rev().take_while(|&byte| byte == b'0').count().min(digits.len() - 1))),
    };
    (value, step)
}

/// The value of a number in words, and its largest scale word.
fn words_value(pair: Pair<'_, Rule>) -> (f64, f64) {
    let (mut total, mut current, mut largest) = (0.0, 0.0, 1.0);
    for token in pair.into_inner().flatten() {
        let word = token.as_str().to_ascii_lowercase();
        match token.as_rule() {
            Rule::tens | Rule::teen | Rule::ones => current += small(&word),
            Rule::one_article => current += 1.0,
            Rule::half => current += 0.5,
            Rule::hundred => current *= 100.0,
            Rule::half_a => current = 0.5,
            Rule::dozen_word => current = if current == 0.0 { 12.0 } else { current * 12.0 },
            Rule::scale => {
                let times = magnitude(&word);
                total += current * times;
                current = 0.0;
                largest = if times > largest { times } else { largest };
            }
            _ => {}
        }
    }
    // `half a million`: the article after the half is no one.
    (total + current, largest)
}

/// A power of ten as a figure of at most a hundred bytes can have it.
fn small_power(digits: usize) -> i32 {
    i32::try_from(digits).unwrap_or(i32::MAX)
}

pub(super) fn small(word: &str) -> f64 {
    match word {
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => 0.0,
    }
}

pub(super) fn magnitude(written: &str) -> f64 {
    match written.trim_start_matches(['-', ' ', '\u{A0}', '\u{202F}', '\n']).to_ascii_lowercase().as_str() {
        "k" | "thousand" => 1e3,
        "m" | "mn" | "million" => 1e6,
        "b" | "bn" | "billion" => 1e9,
        "tn" | "trillion" => 1e12,
        "hundred" => 100.0,
        "dozen" => 12.0,
        _ => 1.0,
    }
}
