//! The day a story is dated.

use jiff::civil;

use crate::document::Role;
use crate::text::Span;

use super::{Article, Date, days_between};

/// Where a story's date is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoryDate {
    /// The day.
    pub day: civil::Date,
    /// Where the story says so; none when somebody gave the date.
    pub span: Option<Span>,
}

impl Article<'_> {
    /// The story's date: as given, else of its front matter, else a whole date in its dateline.
    pub fn story_date(&self, given: Option<civil::Date>) -> Option<StoryDate> {
        if let Some(day) = given {
            return Some(StoryDate { day, span: None });
        }
        if let Some((span, (year, month, day))) = self.document.front.date
            && let Ok(day) = civil::Date::new(year, month, day)
        {
            return Some(StoryDate { day, span: Some(span) });
        }
        let of_dateline = |date: &&Date| {
            let role = self.blocks()[date.block as usize].role;
            role == Role::Dateline && date.full().is_some()
        };
        let date = self.dates().iter().find(of_dateline)?;
        Some(StoryDate { day: date.full()?, span: Some(date.span()) })
    }

    /// The days that a date without a year may be in a story of the day `base`, nearest first.
    pub fn candidates(date: &Date, base: civil::Date) -> Vec<civil::Date> {
        let mut days: Vec<civil::Date> = (-1..=1).filter_map(|by| date.in_year(base.year() + by)).collect();
        days.sort_by_key(|day| days_between(base, *day).abs());
        days
    }
}
