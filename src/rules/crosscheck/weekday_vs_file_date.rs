//! `yesterday (Tuesday)`, and a dateline, against the day that the story is dated.

use jiff::{Span as Days, civil};

use crate::article::{Article, Date, days_between};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

use super::weekday_date_mismatch::{name_of, weekday_number};

/// A dateline may be so many days older than the story's date.
const MOST_DAYS: i64 = 7;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(base) = article.story_date(context.date.map(|date| date.0)) else { return };
    for date in article.dates() {
        let dateline = article.blocks()[date.block as usize].role == Role::Dateline && date.parts.day.is_some();
        let day = dateline.then(|| nearest(date, base.day)).flatten().filter(|_| base.span != Some(date.span()));
        if let Some(far) = day.filter(|day| days_between(base.day, *day).abs() > MOST_DAYS) {
            let days = days_between(base.day, far).abs().to_string();
            let draft = Draft::at(date.span()).wording("dateline").say("date", article.text(date.span())).say("days", days);
            sink.report(draft.say("day", base.day.to_string()));
        }
        let weekday_alone = date.parts.weekday.filter(|_| date.parts.day.is_none());
        let Some((word, by)) = weekday_alone.and_then(|_| relative_before(article, date)) else { continue };
        let Ok(meant) = base.day.checked_add(Days::new().days(by)) else { continue };
        let is = weekday_number(meant);
        if Some(is) != weekday_alone {
            let draft = Draft::at(date.span()).say("word", word).say("weekday", article.text(date.span()));
            let draft = draft.say("right", name_of(is)).say("day", base.day.to_string());
            sink.report(match base.span {
                Some(span) => draft.label(span, "from-here"),
                None => draft,
            });
        }
    }
}

fn nearest(date: &Date, base: civil::Date) -> Option<civil::Date> {
    date.full().or_else(|| Article::candidates(date, base).first().copied())
}

/// The relative day right before a weekday: `yesterday (Tuesday)`, `today, Monday,`.
fn relative_before(article: &Article, date: &Date) -> Option<(&'static str, i64)> {
    let from = article.blocks()[date.block as usize].span.from();
    let before = article.copy()[from..date.span().from()].trim_end_matches([' ', '(', ',', '\u{A0}']);
    let gap = &article.copy()[from + before.len()..date.span().from()];
    let words = [("yesterday", -1), ("today", 0), ("tomorrow", 1), ("tonight", 0)];
    let found = words.iter().find(|(word, _)| {
        before.len() >= word.len()
            && before.is_char_boundary(before.len() - word.len())
            && before[before.len() - word.len()..].eq_ignore_ascii_case(word)
    })?;
    // `today Monday` has no mark between: an inserted day always has one.
    gap.contains(['(', ',']).then_some(*found)
}
