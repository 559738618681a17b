//! The dates of a story.

use jiff::civil;

use crate::lexicon::Tag;
use crate::parse::dates::{Alone, DateParts, alone, date_at};
use crate::text::Span;

use super::Article;

/// A date of the story; a weekday alone is one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// What is written.
    pub parts: DateParts,
    /// The block it stands in.
    pub block: u32,
}

impl Date {
    /// Where it stands.
    pub fn span(&self) -> Span {
        self.parts.span
    }

    /// The day in a given year, where day and month are written and the calendar has it.
    pub fn in_year(&self, year: i16) -> Option<civil::Date> {
        let (month, day) = (self.parts.month?, self.parts.day?);
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// The day where day, month and year are all written.
    pub fn full(&self) -> Option<civil::Date> {
        self.in_year(self.parts.year?)
    }
}

/// The dates, in order: tried at weekdays, months, and figures that may open a date in figures.
pub(super) fn read(article: &Article) -> Vec<Date> {
    let mut dates = in_figures(article);
    let in_figures = dates.len();
    let mut done = 0;
    for index in article.tagged_with(Tag::Weekday.bit() | Tag::Month.bit()) {
        let word = &article.words[index];
        let is_read = word.span.start < done || is_within(&dates[..in_figures], word.span);
        if is_read || !word.is_capitalised() {
            continue;
        }
        let end = article.blocks()[word.block as usize].span.to();
        let day_before = || day_before(article, index, done).filter(|_| word.is(Tag::Month));
        let led_by_day = day_before().and_then(|start| date_at(article.copy(), start, end));
        let date = led_by_day.filter(|parts| parts.span.end > word.span.start);
        let by_its_name = || match alone(article.copy(), word.stem_span(), end) {
            Some(Alone::Weekday(parts)) => Some(parts),
            Some(Alone::Month) => None,
            None => date_at(article.copy(), word.span.from(), end),
        };
        if let Some(parts) = date.or_else(by_its_name) {
            done = parts.span.end;
            dates.push(Date { parts, block: word.block });
        }
    }
    if in_figures > 0 {
        dates.sort_by_key(|date| date.parts.span);
    }
    dates
}

fn is_within(dates: &[Date], span: Span) -> bool {
    let index = dates.partition_point(|date| date.span().start <= span.start);
    index > 0 && dates[index - 1].span().contains(span)
}

/// `2015-09-18`, `12/25/2015`
fn in_figures(article: &Article) -> Vec<Date> {
    let mut dates = Vec::new();
    let bytes = article.copy().as_bytes();
    for &index in &article.numbers {
        let word = &article.words[index as usize];
        let joined = matches!((word.span.len(), bytes.get(word.span.to())), (4, Some(b'-')) | (1 | 2, Some(b'/')));
        if joined && bytes.get(word.span.to() + 1).is_some_and(u8::is_ascii_digit) {
            let end = article.blocks()[word.block as usize].span.to();
            dates.extend(date_at(article.copy(), word.span.from(), end).map(|parts| Date { parts, block: word.block }));
        }
    }
    dates
}

/// The start of the day figure before a month: `18 Sept`, `18th of September`.
fn day_before(article: &Article, month: usize, done: u32) -> Option<usize> {
    let block = article.words[month].block;
    let is_day = |index: usize| {
        let word = &article.words[index];
        word.block == block && word.span.start >= done && !word.is_word() && word.span.len() <= 4
    };
    let one = month.checked_sub(1)?;
    let day =
        if is_day(one) { one } else { one.checked_sub(1).filter(|&two| article.text(article.words[one].span) == "of" && is_day(two))? };
    // `22-24 May`: the first day opens it.
    let first = day.checked_sub(1).filter(|&first| {
        let between = &article.copy()[article.words[first].span.to()..article.words[day].span.from()];
        is_day(first) && matches!(between, "-" | "–" | "—")
    });
    Some(article.words[first.unwrap_or(day)].span.from())
}

/// Whole days from one date to another; negative when `to` lies before `from`.
pub fn days_between(from: civil::Date, to: civil::Date) -> i64 {
    (to - from).get_days().into()
}
