//! `Monday, Sept. 18, 2015`: that day was a Friday.

use jiff::civil;

use crate::article::{Article, Date, StoryDate, days_between};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Days from which on a date without a year may well be of the year before or after.
const FAR: i64 = 130;
/// Older dates may follow another calendar.
const FIRST_YEAR: i16 = 1753;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut base = None;
    for date in article.dates() {
        let (Some(weekday), Some(_), Some(_)) = (date.parts.weekday, date.parts.day, date.parts.month) else { continue };
        let base = *base.get_or_insert_with(|| article.story_date(context.date.map(|date| date.0)));
        let Some((day, inferred)) = wrong_day(article, date, weekday, base) else { continue };
        let Some(span) = date.parts.weekday_span else { continue };
        let right = name(day);
        let draft = Draft::at(date.span()).say("date", article.text(date.span())).say("right", right);
        let draft = draft.say("wrong", name_of(weekday)).say("year", day.year().to_string());
        let written = article.text(span);
        let short = written.trim_end_matches('.').len() < 5 && written.len() < right.len();
        let replacement = if short { &right[..3] } else { right };
        let mut draft = draft.fix(Safety::Display, vec![Edit::replace(span, replacement)]);
        if let Some(known) = inferred {
            draft = draft.wording("inferred");
            if let Some(place) = known.span.filter(|place| !place.overlaps(date.span())) {
                draft = draft.label(place, "from-here");
            }
        }
        sink.report(draft);
    }
}

/// The dates whose weekday the calendar has for them, each with its day.
pub(crate) fn days_that_fit(article: &Article, given: Option<civil::Date>) -> Vec<(Span, civil::Date)> {
    let base = article.story_date(given);
    let day = |date: &Date| {
        if let Some(year) = date.parts.year {
            return date.in_year(year).filter(|day| day.year() >= FIRST_YEAR);
        }
        let base = base?;
        match year_said(article, date) {
            Some(by) => date.in_year(base.day.year() + by),
            None => Article::candidates(date, base.day).first().copied().filter(|_| !names_other_year(article, date, base.day)),
        }
    };
    let fits = |date: &Date| {
        let day = day(date)?;
        (date.parts.weekday == Some(weekday_number(day))).then_some((date.span(), day))
    };
    article.dates().iter().filter_map(fits).collect()
}

/// The day that the date names, where it is another weekday than the one written; and what its year was inferred from.
fn wrong_day(article: &Article, date: &Date, weekday: u8, base: Option<StoryDate>) -> Option<(civil::Date, Option<StoryDate>)> {
    let fits = |day: civil::Date| i16::from(day.weekday().to_monday_one_offset()) == i16::from(weekday);
    if let Some(year) = date.parts.year {
        let day = date.in_year(year).filter(|day| day.year() >= FIRST_YEAR)?;
        return (!fits(day)).then_some((day, None));
    }
    let base = base?;
    if let Some(by) = year_said(article, date) {
        let day = date.in_year(base.day.year() + by)?;
        return (!fits(day)).then_some((day, Some(base)));
    }
    let days = Article::candidates(date, base.day);
    let nearest = *days.first()?;
    let far = days_between(base.day, nearest).abs() > FAR && days.iter().any(|day| fits(*day));
    (!fits(nearest) && !far && !names_other_year(article, date, base.day)).then_some((nearest, Some(base)))
}

/// `of this year`, `last year` right after the date: by how many years the story's own is shifted.
fn year_said(article: &Article, date: &Date) -> Option<i16> {
    let after: String = article.copy()[date.span().to()..].chars().take(20).collect();
    let after = after.trim_start_matches([',', ' ', '(']).trim_start_matches("of ");
    [("last year", -1), ("this year", 0), ("next year", 1)].iter().find(|(words, _)| after.starts_with(words)).map(|(_, by)| *by)
}

/// Whether the sentence tells of another year: `in 2012`, `last year`.
fn names_other_year(article: &Article, date: &Date, base: civil::Date) -> bool {
    let Some(sentence) = article.sentence_at(date.span().start) else { return false };
    let of_quantity = |year: f64| (year - f64::from(base.year())).abs() > 0.5;
    let year_in_figures = article
        .quantities_in(sentence.span)
        .iter()
        .any(|quantity| quantity.kind() == crate::parse::quantities::QuantityKind::Year && of_quantity(quantity.value()));
    let text = article.text(sentence.span);
    let from = article.dates().partition_point(|other| other.span().start < sentence.span.start);
    let dates = article.dates()[from..].iter().take_while(|other| other.span().start < sentence.span.end);
    let other_date = dates.take(32).any(|other| other.parts.year.is_some_and(|year| year != base.year()));
    year_in_figures || other_date || text.contains("last year") || text.contains("next year") || text.contains("year earlier")
}

fn name(day: civil::Date) -> &'static str {
    name_of(weekday_number(day))
}

/// 1 for Monday to 7 for Sunday.
pub(super) fn weekday_number(day: civil::Date) -> u8 {
    day.weekday().to_monday_one_offset().unsigned_abs()
}

pub(super) fn name_of(weekday: u8) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][usize::from(weekday.clamp(1, 7)) - 1]
}
