//! The few rows of copy that show a finding. A paragraph is one line of many hundred characters: here it is wrapped at words to
//! the width of the screen, and only the rows that hold a label are kept, each with its line's true number.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::places::Places;
use super::sanitize;
use super::wrap::{Cells, Wrap, width_up_to};
use crate::text::Span;

/// Lines up to this many bytes are wrapped from their start, so that their rows always break in the same places.
const WHOLE_LINE: usize = 1024;
/// A label over more lines than this is shown by its first two and its last two.
const MOST_LINES: usize = 6;
/// A label that stands nearer than this to the edge of its row is shown with the row beside it.
const EDGE: usize = 12;

/// Something to underline.
pub(super) struct Mark<'a> {
    pub(super) span: Span,
    pub(super) message: Cow<'a, str>,
}

/// How much may be shown.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Columns for the copy, without the gutter.
    pub(super) width: usize,
    /// Rows beside a label at the edge of its row.
    pub(super) context: usize,
    /// Whether commands of build servers must be broken.
    pub(super) ci: bool,
}

/// The rows with their labels, all in one text.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) rows: Vec<Row>,
    /// One for each mark, in `text`.
    pub(super) labels: Vec<Range<usize>>,
    /// Whether a label runs over several rows.
    pub(super) runs_on: bool,
}

/// One row of an excerpt.
#[derive(Debug)]
pub(super) struct Row {
    /// Neighbours are one apart, rows with copy left out between them more than two.
    pub(super) index: usize,
    /// The line of the file, from 1.
    pub(super) line: usize,
    /// In the excerpt's text, without the line feed after it.
    pub(super) range: Range<usize>,
}

/// A row before it is known whether it will be shown.
struct Candidate {
    span: Span,
    line: usize,
    /// Whether copy that was not even wrapped lies before it.
    after_cut: bool,
    shown: bool,
}

/// The excerpt for `marks`, of which the first is the finding itself.
pub(super) fn excerpt(places: &Places<'_>, marks: &[Mark<'_>], room: Room) -> Excerpt {
    let spans: Vec<Span> = marks.iter().map(|mark| visible_span(places, mark.span)).collect();
    let widths: Vec<usize> = spans.iter().map(|&span| width_up_to(span.of(places.text()), room.width)).collect();
    // codespan draws the bar of a label over several rows in two columns beside the copy.
    let bars = spans.iter().zip(&widths).filter(|&(&span, &width)| width > room.width || crosses_lines(places, span)).count();
    let wrap =
        Wrap { text: places.text(), width: room.width.saturating_sub(2 * bars).max(20), needs: needs(marks, &spans, &widths, room.width) };

    let mut rows = Vec::new();
    for (line, windows) in windows(places, &spans, room.width) {
        let bom = if line == 1 && !spans.iter().any(|span| span.start < 3 && !span.is_empty()) {
            places.source().byte_order_mark().to()
        } else {
            0
        };
        for window in windows {
            let first = rows.len();
            wrap.rows(Span::new(window.from().max(bom).min(window.to()), window.to()), |span| {
                rows.push(Candidate { span, line, after_cut: false, shown: false });
            });
            rows[first].after_cut = is_after_cut(places, &rows[..first], line, window);
        }
    }
    let runs_on = choose(&mut rows, &spans, &wrap, room.context);
    draw(places.text(), &rows, &spans, runs_on, room.ci)
}

/// A span as the eye sees it: line ends take no room, and nothing between the halves of a CRLF can be pointed at.
fn visible_span(places: &Places<'_>, span: Span) -> Span {
    let span = places.clamp(span);
    let start = span.from().min(places.line_span(places.line(span.start)).to());
    let words = places.text()[start..span.to()].trim_end_matches(['\r', '\n']);
    Span::new(start, start + words.len())
}

fn crosses_lines(places: &Places<'_>, span: Span) -> bool {
    places.line(span.start) != places.line(span.end)
}

/// Where labels start and how many columns each would like to have in one row, with its message.
fn needs(marks: &[Mark<'_>], spans: &[Span], widths: &[usize], room: usize) -> Vec<(usize, usize)> {
    let mut needs: Vec<_> = marks
        .iter()
        .zip(spans)
        .zip(widths)
        .map(|((mark, span), &width)| {
            let message = mark.message.width();
            let beside = width.max(1) + 1 + message;
            let need = if message == 0 {
                width
            } else if beside <= room {
                beside
            } else {
                width.max(message)
            };
            (span.from(), need.min(room))
        })
        .collect();
    needs.sort_unstable();
    needs
}

/// The stretches of each line that are wrapped: whole lines, or of very long ones the parts near the labels.
fn windows(places: &Places<'_>, spans: &[Span], width: usize) -> BTreeMap<usize, Vec<Span>> {
    let mut windows: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for span in spans {
        let (first, last) = (places.line(span.start), places.line(span.end));
        for line in (first..=last).filter(|line| last - first < MOST_LINES || line - first < 2 || last - line < 2) {
            let whole = places.line_span(line);
            let stretches = windows.entry(line).or_default();
            if whole.len() <= WHOLE_LINE {
                stretches.push(whole);
                continue;
            }
            for edge in [span.from().max(whole.from()), span.to().min(whole.to())] {
                stretches.push(around(places.text(), whole, edge, 4 * width));
            }
        }
    }
    for list in windows.values_mut() {
        list.sort_unstable();
        let mut merged: Vec<Span> = Vec::with_capacity(list.len());
        for window in list.drain(..) {
            match merged.last_mut() {
                Some(last) if window.start <= last.end => *last = last.join(window),
                _ => merged.push(window),
            }
        }
        *list = merged;
    }
    windows
}

/// A stretch of `line` from a word before `at` to a word behind it.
fn around(text: &str, line: Span, at: usize, reach: usize) -> Span {
    let floor = |mut offset: usize| {
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let from = floor(at.saturating_sub(reach).max(line.from()));
    let to = floor((at + reach).min(line.to()));
    let from = if from == line.from() { from } else { text[from..at].find(' ').map_or(from, |gap| from + gap + 1) };
    let to = if to == line.to() { to } else { text[at..to].rfind(' ').map_or(to, |gap| at + gap) };
    Span::new(from, to)
}

fn is_after_cut(places: &Places<'_>, before: &[Candidate], line: usize, window: Span) -> bool {
    let Some(last) = before.last() else { return false };
    let starts_line = window.start == places.line_span(line).start;
    let ended_line = last.span.end == places.line_span(last.line).end;
    !(starts_line && ended_line && last.line + 1 == line)
}

/// Decides which rows are shown. Tells whether a label runs over several rows.
fn choose(rows: &mut [Candidate], spans: &[Span], wrap: &Wrap<'_>, context: usize) -> bool {
    let mut runs_on = false;
    for &span in spans {
        let (first, last) = (row_of(rows, span.start), row_of_end(rows, span));
        runs_on |= first != last;
        // codespan draws the second and the last but one row of a long label, and joins them when one row is between.
        for (row, candidate) in rows.iter_mut().enumerate().take(last + 1).skip(first) {
            candidate.shown |= last - first <= 4 || row - first < 2 || last - row < 2;
        }
    }
    if !runs_on && context > 0 {
        show_neighbour(rows, spans[0], wrap);
    }
    for middle in 1..rows.len().saturating_sub(1) {
        let parts_one_line = rows[middle - 1].line == rows[middle + 1].line && !rows[middle].after_cut && !rows[middle + 1].after_cut;
        rows[middle].shown |= rows[middle - 1].shown && rows[middle + 1].shown && parts_one_line;
    }
    runs_on
}

/// Shows the row before a label that begins its row, or else the one after a label that ends it.
fn show_neighbour(rows: &mut [Candidate], span: Span, wrap: &Wrap<'_>) {
    let row = row_of(rows, span.start);
    let same_line = |other: usize, later: usize| rows.get(other).is_some_and(|next| next.line == rows[row].line) && !rows[later].after_cut;
    let before = width_up_to(&wrap.text[rows[row].span.from().min(span.from())..span.from()], EDGE);
    let after = width_up_to(&wrap.text[span.to()..rows[row].span.to().max(span.to())], EDGE);
    if before < EDGE && row > 0 && same_line(row - 1, row) {
        rows[row - 1].shown = true;
    } else if after < EDGE && row + 1 < rows.len() && same_line(row + 1, row + 1) {
        rows[row + 1].shown = true;
    }
}

/// The row in which `offset` stands.
fn row_of(rows: &[Candidate], offset: u32) -> usize {
    rows.partition_point(|row| row.span.start <= offset).saturating_sub(1)
}

/// The row of the last character of `span`.
fn row_of_end(rows: &[Candidate], span: Span) -> usize {
    if span.is_empty() { row_of(rows, span.start) } else { rows.partition_point(|row| row.span.start < span.end).saturating_sub(1) }
}

/// Writes the shown rows into one text and finds the labels in it.
fn draw(text: &str, rows: &[Candidate], spans: &[Span], runs_on: bool, ci: bool) -> Excerpt {
    let mut excerpt = Excerpt { runs_on, labels: vec![0..usize::MAX; spans.len()], ..Excerpt::default() };
    let mut index = 0;
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.shown) {
        let follows = at > 0 && rows[at - 1].shown && !row.after_cut;
        index += if follows { 1 } else { 4 };
        let copy = &text[row.span.from()..end_of_copy(text, row.span, spans)];
        let start = excerpt.text.len();
        let mut letter = start;
        for cell in Cells::new(copy) {
            let source = row.span.from() + cell.at;
            if ci && cell.next == '[' && sanitize::begins_command(&copy[..cell.at]) {
                excerpt.text.push('\\');
            }
            if cell.width(0) > 0 {
                letter = excerpt.text.len();
            }
            excerpt.place_labels(spans, source, letter);
            sanitize::push_shown(&mut excerpt.text, cell.next, cell.shown);
        }
        let end = excerpt.text.len();
        excerpt.place_labels(spans, row.span.from() + copy.len(), end);
        excerpt.rows.push(Row { index, line: row.line, range: start..end });
        excerpt.text.push('\n');
    }
    excerpt
}

/// Where a row's copy ends: without the gap at which it was broken, unless a label points at that gap.
fn end_of_copy(text: &str, row: Span, spans: &[Span]) -> usize {
    let starts = spans.iter().map(|span| span.start).filter(|start| row.holds(*start));
    let ends = spans.iter().map(|span| span.end).filter(|&end| row.start <= end && end <= row.end);
    let words = row.from() + row.of(text).trim_end_matches([' ', '\t']).len();
    starts.chain(ends).max().map_or(words, |labelled| words.max(labelled as usize))
}

impl Excerpt {
    /// Moves the ends of the labels that lie at `source` to the end of what is drawn so far. A place where a row was broken ends
    /// a label in the row before and starts one in the row after. What takes no room, such as a combining accent, cannot be
    /// underlined: a label on it starts at its `letter`.
    fn place_labels(&mut self, spans: &[Span], source: usize, letter: usize) {
        for (label, span) in self.labels.iter_mut().zip(spans) {
            if span.from() == source {
                label.start = letter;
            }
            if span.is_empty() {
                label.end = label.start;
            } else if span.to() == source && label.end == usize::MAX {
                label.end = self.text.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    const ROOM: Room = Room { width: 30, context: 1, ci: false };

    /// The rows for the parts of `text` between `«` and `»`, with the labels marked in the same way.
    fn shown(marked: &str, room: Room) -> String {
        let (mut text, mut marks, mut starts) = (String::new(), Vec::new(), Vec::new());
        for next in marked.chars() {
            match next {
                '«' => starts.push(text.len()),
                '»' => marks.push(Mark { span: Span::new(starts.pop().expect("opened"), text.len()), message: Cow::Borrowed("") }),
                _ => text.push(next),
            }
        }
        let source = Source::from_text("a.txt", text);
        let mut excerpt = excerpt(&Places::new(&source), &marks, room);
        let mut places: Vec<(usize, char)> = excerpt.labels.iter().flat_map(|label| [(label.end, '»'), (label.start, '«')]).collect();
        // From the back, so that the places before stay right; an empty label is closed behind its opening.
        places.sort_by_key(|&(at, mark)| std::cmp::Reverse((at, mark == '«' && !excerpt.labels.contains(&(at..at)))));
        for (at, mark) in places {
            excerpt.text.insert(at, mark);
        }
        excerpt.text
    }

    #[test]
    fn rows_break_at_words_and_only_those_with_labels_stay() {
        let copy = "One two three four five six seven eight nine «ten» eleven twelve thirteen fourteen";
        assert_eq!(shown(copy, Room { context: 0, ..ROOM }), "seven eight nine «ten» eleven\n");
        assert_eq!(shown(copy, ROOM), "seven eight nine «ten» eleven\ntwelve thirteen fourteen\n");
    }

    #[test]
    fn a_label_is_not_parted_and_brings_the_row_before() {
        let copy = "One two three four five six «seven eight» nine ten";
        assert_eq!(shown(copy, ROOM), "One two three four five six\n«seven eight» nine ten\n");
        assert_eq!(shown(copy, Room { context: 0, ..ROOM }), "«seven eight» nine ten\n");
    }

    #[test]
    fn a_long_label_is_shown_by_its_ends() {
        let long = format!("Start. «{}end.» Rest.", "word after word goes on here ".repeat(9));
        let rows = shown(&long, ROOM);
        assert_eq!(rows.lines().count(), 4, "{rows}");
        assert!(rows.starts_with('«') && rows.contains("end.»"), "{rows}");
    }

    #[test]
    fn places_without_words_are_found() {
        assert_eq!(shown("One two.«»", ROOM), "One two.«»\n");
        assert_eq!(shown("One two.\n«»", ROOM), "«»\n");
        assert_eq!(shown("One« \r\n»", ROOM), "One« »\n");
        assert_eq!(shown("One«\r\n»Two", ROOM), "One«»\n");
    }

    #[test]
    fn what_cannot_be_seen_is_shown_by_its_number() {
        assert_eq!(shown("On«\u{200B}»e\ttwo \u{85}", ROOM), "On«<U+200B>»e\ttwo <U+0085>\n");
        assert_eq!(shown("\u{FEFF}«One»", ROOM), "«One»\n");
        assert_eq!(shown("«\u{FEFF}»One", ROOM), "«<U+FEFF>»One\n");
    }

    #[test]
    fn an_accent_alone_is_pointed_at_with_its_letter() {
        assert_eq!(shown("cafe«\u{301}» here", ROOM), "caf«e\u{301}» here\n");
    }

    #[test]
    fn a_very_long_line_is_read_near_the_label_only() {
        let line = format!("{}«here» {}", "some words ".repeat(9_000), "and more ".repeat(9_000));
        let rows = shown(&line, ROOM);
        assert!(rows.contains("«here»") && rows.len() < 100, "{rows}");
        let unbroken = format!("{}«x»{}", "y".repeat(9_000), "z".repeat(9_000));
        assert!(shown(&unbroken, ROOM).contains("«x»"));
    }
}
