//! Values that have a form of their own: dates, sizes, levels.

use std::fmt;
use std::str::FromStr;

use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

use crate::finding::Severity;
use crate::text::MOST_BYTES;

/// From which severity on a finding makes the run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailLevel {
    /// Every finding.
    Info,
    /// Warnings and errors.
    Warning,
    /// Errors.
    Error,
    /// No finding.
    Never,
}

impl FailLevel {
    /// The least severity that makes the run fail.
    pub fn least(self) -> Option<Severity> {
        match self {
            FailLevel::Info => Some(Severity::Info),
            FailLevel::Warning => Some(Severity::Warning),
            FailLevel::Error => Some(Severity::Error),
            FailLevel::Never => None,
        }
    }
}

/// A day: `2026-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub civil::Date);

impl Date {
    /// The day that lies `days` after 1 January 1970, where clocks start to count.
    pub fn from_days_since_1970(days: u64) -> Self {
        let span = i64::try_from(days).ok().and_then(|days| jiff::Span::new().try_days(days).ok());
        Self(span.and_then(|span| civil::date(1970, 1, 1).checked_add(span).ok()).unwrap_or(civil::Date::MAX))
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no date; write year, month and day, as in 2026-01-31");
        let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else { return Err(wrong()) };
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Err(wrong()) };
        civil::Date::new(year, month, day).map(Self).map_err(|_| wrong())
    }
}

/// A moment: `2026-01-31T18:00`, with an offset (`+01:00`, `Z`) or in universal time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(civil::DateTime);

impl Moment {
    /// The moment that lies `seconds` after 1 January 1970, where clocks start to count.
    pub fn from_seconds_since_1970(seconds: u64) -> Self {
        let since = i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        Self(Offset::UTC.to_datetime(since.unwrap_or(Timestamp::MAX)))
    }

    /// The first moment of a day.
    pub fn start_of(day: civil::Date) -> Self {
        Self(day.at(0, 0, 0, 0))
    }
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = |_| format!("`{text}` is no moment; write year, month, day and hour, as in 2026-01-31T18:00 or 2026-01-31T18:00+01:00");
        let with_offset = text.parse::<Timestamp>().map(|moment| Offset::UTC.to_datetime(moment));
        with_offset.or_else(|_| text.parse::<civil::DateTime>()).map(Self).map_err(wrong)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {:02}:{:02} UTC", self.0.date(), self.0.hour(), self.0.minute())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl<'de> Deserialize<'de> for Date {
    /// TOML has dates of its own; an editor may well write one with or without quotation marks.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = match toml::Value::deserialize(deserializer)? {
            toml::Value::String(text) => text,
            toml::Value::Datetime(date) => date.to_string(),
            other => return Err(D::Error::custom(format!("expected a date, found {}", other.type_str()))),
        };
        text.parse().map_err(D::Error::custom)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A number of bytes: `"8MiB"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Size {
    /// The bytes.
    pub bytes: usize,
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (number, unit) = text.split_at(text.find(|next: char| !next.is_ascii_digit()).unwrap_or(text.len()));
        let unit = match unit.trim() {
            "" | "B" => 1,
            "KiB" => 1 << 10,
            "MiB" => 1 << 20,
            "kB" | "KB" => 1000,
            "MB" => 1_000_000,
            _ => 0,
        };
        match number.parse::<usize>().ok().and_then(|number| number.checked_mul(unit)) {
            None | Some(0) => Err(format!("`{text}` is no size; write a number and B, KiB or MiB, as in 8MiB")),
            Some(bytes) if bytes > MOST_BYTES => Err(format!("`{text}` is too much; no more than {}MiB can be read", MOST_BYTES >> 20)),
            Some(bytes) => Ok(Self { bytes }),
        }
    }
}

impl TryFrom<String> for Size {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Size> for String {
    fn from(size: Size) -> String {
        match size.bytes {
            bytes if bytes.is_multiple_of(1 << 20) => format!("{}MiB", bytes >> 20),
            bytes if bytes.is_multiple_of(1 << 10) => format!("{}KiB", bytes >> 10),
            bytes => format!("{bytes}B"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_the_calendar_lacks_are_refused() {
        for wrong in ["2026-02-29", "2026-13-01", "2026-00-01", "26.1.2026", "2026-01", "2026-01-01-01", ""] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
        assert_eq!("2024-02-29".parse::<Date>().map(|date| date.to_string()), Ok("2024-02-29".to_owned()));
    }

    #[test]
    fn the_clock_gives_a_date() {
        assert_eq!(Date::from_days_since_1970(0).to_string(), "1970-01-01");
        assert_eq!(Date::from_days_since_1970(11_016).to_string(), "2000-02-29");
        assert_eq!(Date::from_days_since_1970(20_454).to_string(), "2026-01-01");
    }

    #[test]
    fn sizes_have_units_and_a_limit() {
        assert_eq!("8MiB".parse(), Ok(Size { bytes: 8 << 20 }));
        assert_eq!("500 kB".parse(), Ok(Size { bytes: 500_000 }));
        for wrong in ["", "0", "MiB", "8 GiB", "-1", "65MiB", "99999999999999999999"] {
            assert!(wrong.parse::<Size>().is_err(), "{wrong}");
        }
    }
}
