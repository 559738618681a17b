//! Tells a finding again after the story has been edited elsewhere: for baselines and for services that remember findings.

use std::collections::HashMap;
use std::fmt;

use super::places::Places;
use crate::finding::Finding;
use crate::text::{Boundary, Source, Span, sentence_ends};

/// Words farther away than this many bytes do not count: an edit there leaves the finding the same.
const REACH: usize = 160;

/// What a finding is known by: its rule, its words, the sentence around them, and which of several equal ones it is.
/// Lines and columns play no part, nor does the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:016x}", self.0)
    }
}

impl serde::Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

/// The fingerprints of a story's findings, in their order.
pub fn fingerprints(source: &Source, findings: &[Finding]) -> Vec<Fingerprint> {
    of_findings(&Places::new(source), findings)
}

/// The same for a story whose lines are already known.
pub(super) fn of_findings(places: &Places<'_>, findings: &[Finding]) -> Vec<Fingerprint> {
    let mut sentences = Sentences::default();
    let mut seen: HashMap<u64, u32> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let span = places.clamp(finding.span);
            let mut hash = Fnv::default();
            hash.part(&finding.rule);
            hash.part(&folded(span_head(places.text(), span), char::is_whitespace));
            hash.part(&folded(sentences.around(places, span), |next| !next.is_alphanumeric()).to_lowercase());
            let occurrence = seen.entry(hash.0).and_modify(|count| *count += 1).or_insert(0);
            hash.bytes(&occurrence.to_le_bytes());
            Fingerprint(hash.0)
        })
        .collect()
}

/// The words of a span, cut where a span of whole paragraphs would make this slow.
fn span_head(text: &str, span: Span) -> &str {
    &text[span.from()..floor(text, span.to().min(span.from() + REACH))]
}

/// `text` with every run of what `is_gap` names as one space.
fn folded(text: &str, is_gap: impl Fn(char) -> bool) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split(is_gap).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// The sentences of the line asked for last; findings come in order, so each line is read once.
#[derive(Default)]
struct Sentences {
    line: usize,
    span: Span,
    ends: Vec<Boundary>,
}

impl Sentences {
    /// The sentence in which `span` starts, as far as it lies within reach.
    fn around<'a>(&mut self, places: &Places<'a>, span: Span) -> &'a str {
        let line = places.line(span.start);
        if line != self.line {
            self.line = line;
            self.span = places.line_span(line);
            self.ends = sentence_ends(places.text(), self.span).collect();
        }
        let at = self.ends.partition_point(|sentence| sentence.next <= span.start).min(self.ends.len() - 1);
        let start = if at == 0 { self.span.start } else { self.ends[at - 1].next };
        let text = places.text();
        let from = floor(text, span.from().saturating_sub(REACH).max(start as usize));
        let to = floor(text, (span.to().min(span.from() + REACH) + REACH).min(self.ends[at].end as usize));
        text.get(from..to).unwrap_or_default()
    }
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// FNV-1a, 64 bits: short, and the same on every machine and in every version of the compiler.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Fnv {
    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    /// A part and its end, so that `ab` + `c` is not `a` + `bc`.
    fn part(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        self.bytes(&[0]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    fn fingerprints_of(text: &str, word: &str) -> Vec<Fingerprint> {
        let findings: Vec<Finding> = text
            .match_indices(word)
            .map(|(at, _)| Finding::new("spelling/misspelling", Severity::Error, Span::new(at, at + word.len()), "message"))
            .collect();
        fingerprints(&Source::from_text("a.txt", text), &findings)
    }

    #[test]
    fn edits_elsewhere_leave_it_alone() {
        let before = fingerprints_of("Lead.\n\nOne teh two. Three.", "teh");
        assert_eq!(before, fingerprints_of("A new lead.\n\nMore.\n\nOne teh two. Three and four.", "teh"));
        assert_eq!(before, fingerprints_of("Lead.\r\n\r\n“One  teh two.” Three.", "teh"));
    }

    #[test]
    fn edits_in_the_sentence_change_it() {
        assert_ne!(fingerprints_of("One teh two.", "teh"), fingerprints_of("One teh three.", "teh"));
    }

    #[test]
    fn equal_ones_are_numbered() {
        let both = fingerprints_of("One teh two.\n\nOne teh two.", "teh");
        assert_ne!(both[0], both[1]);
        assert_eq!(both[0], fingerprints_of("One teh two.", "teh")[0]);
    }

    #[test]
    fn it_never_changes_between_versions() {
        assert_eq!(fingerprints_of("One teh two.", "teh")[0].to_string(), "0c54ca73930d021d");
    }

    #[test]
    fn a_place_at_the_end_of_the_file_has_one() {
        let source = Source::from_text("a.txt", "One.\n");
        let finding = Finding::new("structure/line-endings", Severity::Error, Span::at(5), "message");
        assert_eq!(fingerprints(&source, &[finding]).len(), 1);
    }
}
