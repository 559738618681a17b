//! `Feb. 30`, `31 April`, `25:61`: no calendar and no clock has them.

use crate::article::{Article, Date};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for date in article.dates().iter().filter(|date| is_impossible(date, article, context)) {
        sink.report(Draft::at(date.span()).say("date", article.text(date.span())));
    }
    for time in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Time) {
        let text = article.text(time.span());
        let half_of_day = text.contains(['m', 'M']);
        let Some((hours, minutes)) = clock(text) else { continue };
        // `25:30` alone may be a race or a verse; only a minute past 59 or an hour with a.m. or p.m. tells.
        let wrong = half_of_day && (minutes > 59 || hours > 24);
        if wrong {
            sink.report(Draft::at(time.span()).wording("time").say("time", text));
        }
    }
}

fn is_impossible(date: &Date, article: &Article, context: &Context) -> bool {
    let (Some(day), Some(month)) = (date.parts.day, date.parts.month) else { return false };
    if day == 0 || day > 31 || month == 0 || month > 12 {
        // `00` and figures past 31 in words are days; as figures alone they are other numbers.
        return date.parts.weekday.is_some()
            || !article.text(date.span()).starts_with(|first: char| first.is_ascii_digit()) && day > 31 && day < 40;
    }
    let year = date.parts.year;
    let known = year.or_else(|| {
        let base = article.story_date(context.date.map(|date| date.0))?;
        (month != 2 || day != 29).then_some(base.day.year())
    });
    // Without a year a leap day is possible.
    date.in_year(known.unwrap_or(2024)).is_none()
}

fn clock(text: &str) -> Option<(u32, u32)> {
    let digits = text.trim_end_matches(|last: char| !last.is_ascii_digit());
    let (hours, minutes) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
    Some((hours.parse().ok()?, minutes.parse().ok()?))
}
