//! Front matter: the fields between `---` or `+++` at the top of a file. Titles and descriptions are copy; the rest is not.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::front_fields;
use crate::document::{Block, Front, FrontFault, Role};
use crate::text::{FILLER, Span};

/// What the fields are called in the systems that news sites use.
const ROLES: [(Role, &[&str]); 6] = [
    (Role::Headline, &["title", "headline", "hed", "head"]),
    (
        Role::Standfirst,
        &["subtitle", "subhed", "subhead", "dek", "deck", "standfirst", "description", "summary", "excerpt", "strap", "leadin"],
    ),
    (Role::Byline, &["author", "authors", "byline", "by"]),
    (Role::Caption, &["caption", "cutline", "alt"]),
    (Role::Credit, &["credit", "source", "wire"]),
    (Role::Correction, &["correction", "corrections", "clarification"]),
];

/// What the field of the story's date is called.
const DATES: [&str; 8] = ["date", "pubdate", "published", "publishdate", "publish_date", "pub_date", "datepublished", "date_published"];

/// The fields of one file.
#[derive(Default)]
pub(super) struct FrontMatter {
    /// Where the body starts.
    pub end: usize,
    /// The fields that hold copy, in order.
    pub blocks: Vec<Block>,
    /// Values that are written otherwise than they read.
    pub decoded: Vec<Span>,
    /// What it says besides copy, and what is wrong with it.
    pub front: Front,
    fields: Vec<(Span, Option<String>)>,
}

impl FrontMatter {
    /// The copy of the whole file: of the front matter only the values.
    pub(super) fn mask(&self, text: &str) -> String {
        let mut copy = String::with_capacity(text.len());
        let mut at = 0;
        for (span, decoded) in &self.fields {
            blank(&text[at..span.from()], &mut copy);
            match decoded {
                Some(value) => {
                    copy.push_str(value);
                    copy.extend(std::iter::repeat_n(FILLER, span.len() - value.len()));
                }
                None => copy.push_str(span.of(text)),
            }
            at = span.to();
        }
        blank(&text[at..self.end], &mut copy);
        copy.push_str(&text[self.end..]);
        copy
    }

    fn take(&mut self, key: &str, span: Span, raw: &str, value: &str) {
        front_fields::note(&mut self.front, key, span, value);
        let is_title = ROLES[0].1.iter().any(|name| key.eq_ignore_ascii_case(name));
        if is_title && value.trim().is_empty() {
            self.front.faults.push((span, FrontFault::EmptyTitle));
        }
        if DATES.iter().any(|name| key.eq_ignore_ascii_case(name)) {
            self.take_date(span, value);
        }
        let decoded = (raw != value).then(|| value.to_owned());
        if span.is_empty() || decoded.as_ref().is_some_and(|value| value.len() > span.len()) {
            return;
        }
        let role = ROLES.iter().find(|(_, names)| names.iter().any(|name| key.eq_ignore_ascii_case(name))).map(|(role, _)| *role);
        let Some(role) = role else { return };
        if decoded.is_some() {
            self.decoded.push(span);
        }
        // A second title or summary is a field of its own: a page has one headline.
        let repeated = matches!(role, Role::Headline | Role::Standfirst) && self.blocks.iter().any(|block| block.role == role);
        self.fields.push((span, decoded));
        self.blocks.push(Block { role: if repeated { Role::Field } else { role }, span, field: Some(key.into()) });
    }
}

impl FrontMatter {
    /// `2026-03-01`, perhaps with a time after it; other forms are left alone.
    fn take_date(&mut self, span: Span, value: &str) {
        let Some((year, rest)) = value.trim().split_once('-') else { return };
        let Some((month, rest)) = rest.split_once('-') else { return };
        let day = &rest[..rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len())];
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return };
        if !is_day(year, month, day) {
            self.front.faults.push((span, FrontFault::NoDate));
        } else if self.front.date.is_none() {
            self.front.date = Some((span, (year, month, day)));
        }
    }
}

/// Whether the calendar has the day.
fn is_day(year: i16, month: i8, day: i8) -> bool {
    jiff::civil::Date::new(year, month, day).is_ok()
}

/// Puts fillers for all but line ends, so that lines stay lines.
pub(super) fn blank(text: &str, copy: &mut String) {
    copy.extend(text.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { FILLER }));
}

/// Reads the front matter that starts at `start`; empty when there is none.
pub(super) fn read(text: &str, start: usize) -> FrontMatter {
    let none = FrontMatter { end: start, ..FrontMatter::default() };
    let Some((fence, body)) = opening_fence(text, start) else { return none };
    let Some((inner_end, end)) = closing_fence(text, body, fence) else { return none };
    let mut front = FrontMatter { end, ..FrontMatter::default() };
    let yaml = &text[body..inner_end];
    if fence == "---" && !looks_like_fields(yaml) {
        return none;
    }
    match fence {
        "---" => read_yaml(yaml, body, &mut front),
        _ => read_toml(yaml, body, &mut front),
    }
    front.front.span = Span::new(start, end);
    front.fields.sort_by_key(|(span, _)| *span);
    front.blocks.sort_by_key(|block| block.span);
    front
}

fn opening_fence(text: &str, start: usize) -> Option<(&'static str, usize)> {
    let fence = ["---", "+++"].into_iter().find(|fence| text[start..].starts_with(fence))?;
    let line = &text[start + fence.len()..];
    let rest = line.trim_start_matches([' ', '\t']);
    let after = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
    (after > 0).then(|| (fence, start + fence.len() + (line.len() - rest.len()) + after))
}

/// The end of the fields and the start of the body.
fn closing_fence(text: &str, body: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = body;
    for line in text[body..].split_inclusive('\n') {
        if line.trim_end() == fence {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// A separator of dashes at the top of a story is no front matter: fields have the form `name: value`.
fn looks_like_fields(yaml: &str) -> bool {
    let first = yaml.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    first.is_none_or(|line| line.split_once(':').is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' ')))
}

fn read_yaml(yaml: &str, base: usize, front: &mut FrontMatter) {
    // The parser counts characters: one pass gives the bytes.
    let bytes: Vec<usize> = yaml.char_indices().map(|(at, _)| at).chain([yaml.len()]).collect();
    let byte_of = |at: usize| bytes.get(at).copied().unwrap_or(yaml.len());
    let mut keys: Vec<Option<String>> = Vec::new();
    let mut key: Option<String> = None;
    let mut seen: Vec<String> = Vec::new();
    for event in Parser::new_from_str(yaml) {
        let (event, mark) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = byte_of(error.marker().index()).min(yaml.trim_end().len());
                let line = yaml[..at].rfind('\n').map_or(0, |line| line + 1);
                let to = yaml[at..].find('\n').map_or(yaml.len(), |to| at + to).max(line);
                front.front.faults.push((Span::new(base + line, base + to), FrontFault::Unreadable(error.info().to_owned())));
                return;
            }
        };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => keys.push(key.take()),
            Event::MappingEnd | Event::SequenceEnd => {
                keys.pop();
                key = None;
            }
            Event::Scalar(value, style, ..) => {
                let (from, to) = (byte_of(mark.start.index()), byte_of(mark.end.index()));
                let in_sequence = key.is_none() && keys.last().is_some_and(Option::is_some);
                match key.take() {
                    Some(name) => take_scalar(yaml, base, (from, to), style, &value, &name, front),
                    None if in_sequence && !followed_by_colon(yaml, to) => {
                        let name = keys.last().cloned().flatten().unwrap_or_default();
                        take_scalar(yaml, base, (from, to), style, &value, &name, front);
                    }
                    None => {
                        if keys.len() == 1 {
                            let span = Span::new(base + from, base + to);
                            if seen.iter().any(|known| *known == value) {
                                front.front.faults.push((span, FrontFault::Twice(value.clone().into_owned())));
                            }
                            seen.push(value.clone().into_owned());
                        }
                        key = Some(value.into_owned());
                    }
                }
            }
            _ => {}
        }
    }
}

fn followed_by_colon(yaml: &str, at: usize) -> bool {
    yaml[at..].trim_start_matches(['"', '\'', ' ']).starts_with(':')
}

fn take_scalar(yaml: &str, base: usize, (from, to): (usize, usize), style: ScalarStyle, value: &str, key: &str, front: &mut FrontMatter) {
    let raw = &yaml[from..to];
    let inner = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted if raw.len() >= 2 => from + 1..to - 1,
        ScalarStyle::Plain => from..from + raw.trim_end().len(),
        // Block scalars fold lines: their first line's place is not their text's.
        _ => return,
    };
    front.take(key, Span::new(base + inner.start, base + inner.end), &yaml[inner], value);
}

fn read_toml(fields: &str, base: usize, front: &mut FrontMatter) {
    let table = match toml::de::DeTable::parse(fields) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().unwrap_or(0..0);
            let fault = FrontFault::Unreadable(error.message().to_owned());
            front.front.faults.push((Span::new(base + at.start, base + at.end.min(fields.len())), fault));
            return;
        }
    };
    for (key, value) in table.get_ref() {
        let written = value.span().start..value.span().end;
        match value.get_ref() {
            toml::de::DeValue::Datetime(_) | toml::de::DeValue::Boolean(_) => {
                let span = Span::new(base + written.start, base + written.end);
                front_fields::note(&mut front.front, key.get_ref(), span, &fields[written]);
            }
            toml::de::DeValue::Array(entries) => {
                for entry in entries {
                    let span = Span::new(base + entry.span().start, base + entry.span().end);
                    if let toml::de::DeValue::String(text) = entry.get_ref() {
                        front_fields::note(&mut front.front, key.get_ref(), span, text);
                    }
                }
            }
            _ => {}
        }
        if let toml::de::DeValue::Datetime(day) = value.get_ref()
            && DATES.iter().any(|name| key.get_ref().eq_ignore_ascii_case(name))
        {
            front.take_date(Span::new(base + value.span().start, base + value.span().end), &day.to_string());
        }
        let toml::de::DeValue::String(text) = value.get_ref() else { continue };
        let span = value.span();
        let raw = &fields[span.clone()];
        if raw.len() < 2 || raw.starts_with("\"\"\"") || raw.starts_with("'''") {
            continue;
        }
        let inner = span.start + 1..span.end - 1;
        front.take(key.get_ref(), Span::new(base + inner.start, base + inner.end), &fields[inner], text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<(Role, &str)> {
        let front = read(text, 0);
        front.blocks.iter().map(|block| (block.role, block.span.of(text))).collect()
    }

    #[test]
    fn yaml_titles_and_descriptions_are_copy() {
        let text = "---\ntitle: \"Mill to close\"\ndate: 2026-03-01\ndek: Owners 'found no buyer'\nauthors:\n  - Ida Marsh\n---\nBody.\n";
        assert_eq!(
            fields(text),
            [(Role::Headline, "Mill to close"), (Role::Standfirst, "Owners 'found no buyer'"), (Role::Byline, "Ida Marsh")]
        );
        let front = read(text, 0);
        assert_eq!(&text[front.end..], "Body.\n");
        assert_eq!(front.mask(text).len(), text.len());
    }

    #[test]
    fn toml_front_matter_is_read() {
        assert_eq!(fields("+++\ntitle = \"Mill to close\"\nweight = 3\n+++\nBody.\n"), [(Role::Headline, "Mill to close")]);
    }

    #[test]
    fn escapes_are_shown_and_not_edited() {
        let text = "---\ntitle: 'The mill''s end'\n---\n";
        let front = read(text, 0);
        assert_eq!(front.decoded.len(), 1);
        assert!(front.mask(text).contains("The mill's end"));
    }

    #[test]
    fn a_rule_of_dashes_is_no_front_matter() {
        assert_eq!(read("---\nThe mayor left.\n---\n", 0).end, 0);
    }
}
