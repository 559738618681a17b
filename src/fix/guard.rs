//! Checks a pass of fixes after the fact, in release builds too: a rule may be wrong, but a speaker's words and the rest of
//! the copy must come through.
//!
//! A fix of quotation marks may show a quotation that was not seen before, so the words inside quotations are not compared as
//! two lists. Each edit is held against the quotations of both texts instead: one that changes a letter or a digit may lie
//! in none of them.

use std::collections::BTreeMap;
use std::fmt;

use super::apply::results;
use crate::finding::{Edit, Finding, Severity};
use crate::text::Span;

/// What a pass of fixes did that no fix may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// A letter or a digit inside a quotation would change.
    Quotation {
        /// The words as they are.
        before: String,
        /// The words that would stand there.
        after: String,
    },
    /// Text would change where no fix wanted to change it.
    Outside {
        /// The first byte that would be lost or changed.
        offset: usize,
    },
    /// The copy would grow beyond all reason.
    Growth {
        /// Bytes now.
        before: usize,
        /// Bytes after the fixes.
        after: usize,
    },
    /// The fixes would bring in an error that was not there.
    NewError {
        /// The rule that finds it.
        rule: String,
        /// What it says.
        message: String,
    },
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Breach::Quotation { before, after } => {
                write!(out, "they would change words inside a quotation, from “{before}” to “{after}”")
            }
            Breach::Outside { offset } => write!(out, "they would change text that no fix names, at byte {offset}"),
            Breach::Growth { before, after } => write!(out, "the copy would grow from {before} to {after} bytes"),
            Breach::NewError { rule, message } => write!(out, "they would bring in an error, {rule}: {message}"),
        }
    }
}

/// One text with what is known of it.
#[derive(Clone, Debug)]
pub(super) struct State<'a> {
    text: &'a str,
    /// Words inside quotations, sorted; quotations inside quotations are melted into one.
    quoted: Vec<Span>,
}

impl<'a> State<'a> {
    /// `quoted` are the words inside quotations, without their marks, in any order.
    pub fn new(text: &'a str, mut quoted: Vec<Span>) -> Self {
        quoted.sort_unstable();
        quoted.dedup_by(|next, last| {
            let meets = next.start <= last.end;
            if meets {
                *last = last.join(*next);
            }
            meets
        });
        Self { text, quoted }
    }

    /// Whether a change of `span` takes from words inside quotations, or an insertion there adds to them.
    fn is_quoted(&self, span: Span) -> bool {
        let from = self.quoted.partition_point(|words| words.end < span.start);
        self.quoted[from..].iter().take_while(|words| words.start <= span.end).any(|words| words.touches(span))
    }
}

/// Whether `edits` took `before` to `after` without harm to the words.
pub(super) fn check_words(before: &State<'_>, edits: &[Edit], after: &State<'_>) -> Result<(), Breach> {
    check_outside(before.text, edits, after.text)?;
    for (edit, result) in edits.iter().zip(results(edits)) {
        check_quotations(before, edit, after, result)?;
    }
    Ok(())
}

/// Whether the copy has grown by no more than marks can make it grow: a curly mark has three bytes where a straight one has one.
pub(super) fn check_growth(before: &str, after: &str) -> Result<(), Breach> {
    const A_FEW_WORDS: usize = 1024;
    let (before, after) = (before.len(), after.len());
    if after > before * 3 + A_FEW_WORDS { Err(Breach::Growth { before, after }) } else { Ok(()) }
}

/// Whether no rule finds more errors than it did.
pub(super) fn check_errors(before: &[Finding], after: &[Finding]) -> Result<(), Breach> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in errors(before) {
        *known.entry(&finding.rule).or_default() += 1;
    }
    for finding in errors(after) {
        let Some(left) = known.get_mut(&*finding.rule).filter(|left| **left > 0) else {
            return Err(Breach::NewError { rule: finding.rule.to_string(), message: finding.message.clone() });
        };
        *left -= 1;
    }
    Ok(())
}

fn errors(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.severity == Severity::Error)
}

/// Whether every byte that no edit names is there still, in its place.
fn check_outside(before: &str, edits: &[Edit], after: &str) -> Result<(), Breach> {
    let (mut old, mut new) = (before.as_bytes(), after.as_bytes());
    let mut from = 0;
    for edit in edits {
        let same = edit.span.from().checked_sub(from);
        let kept = same.and_then(|len| old.get(..len).zip(new.get(..len)));
        let made = same.and_then(|len| new.get(len..len + edit.text.len()));
        if kept.is_none_or(|(old, new)| old != new) || made != Some(edit.text.as_bytes()) {
            return Err(Breach::Outside { offset: from });
        }
        let len = edit.span.from() - from;
        old = &old[len + edit.span.len()..];
        new = &new[len + edit.text.len()..];
        from = edit.span.to();
    }
    if old == new { Ok(()) } else { Err(Breach::Outside { offset: from }) }
}

/// Whether `edit`, whose new words stand at `result`, leaves letters and digits of quotations alone.
fn check_quotations(before: &State<'_>, edit: &Edit, after: &State<'_>, result: Span) -> Result<(), Breach> {
    let (old, new) = (edit.span.of(before.text), edit.text.as_str());
    if letters(old).eq(letters(new)) {
        return Ok(());
    }
    // What an edit repeats at its ends it does not change: “He said” for “he said” names seven bytes and changes one.
    let (head, tail) = common_ends(old, new);
    let was = Span::new(edit.span.from() + head, edit.span.to() - tail);
    let is = Span::new(result.from() + head, result.to() - tail);
    if before.is_quoted(was) || after.is_quoted(is) && !is.is_empty() {
        return Err(Breach::Quotation { before: old.to_owned(), after: new.to_owned() });
    }
    Ok(())
}

/// What a speaker said: letters with their accents, digits, and signs that are read aloud.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&next| {
        let is_accent = matches!(next, '\u{300}'..='\u{36F}');
        next.is_alphanumeric() || is_accent || matches!(next, '$' | '£' | '€' | '¥' | '%' | '&' | '@' | '#' | '+' | '=')
    })
}

/// How many bytes `old` and `new` share at their starts and, beyond those, at their ends.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(|(next, _)| next.len_utf8()).sum();
    let rests = old[head..].chars().rev().zip(new[head..].chars().rev());
    (head, rests.take_while(same).map(|(next, _)| next.len_utf8()).sum())
}

#[cfg(test)]
mod tests {
    use super::super::apply;
    use super::*;

    /// The words between “ and ”.
    fn quoted(text: &str) -> Vec<Span> {
        let opening = text.match_indices('“').map(|(at, mark)| at + mark.len());
        opening.map(|start| Span::new(start, text[start..].find('”').map_or(text.len(), |len| start + len))).collect()
    }

    fn check(before: &str, edits: &[Edit]) -> Result<(), Breach> {
        let after = apply(before, edits);
        check_words(&State::new(before, quoted(before)), edits, &State::new(&after, quoted(&after)))
    }

    fn edit(text: &str, old: &str, new: &str) -> Edit {
        let at = text.find(old).expect("the words are there");
        Edit::replace(Span::new(at, at + old.len()), new)
    }

    #[test]
    fn no_letter_changes_inside_a_quotation() {
        let text = "“We was there,” he said.";
        let breach = check(text, &[edit(text, "was", "were")]).unwrap_err();
        assert_eq!(breach, Breach::Quotation { before: "was".into(), after: "were".into() });
        for (old, new) in [("We ", ""), ("there", "there 3"), ("We", "we"), (" was there,” he", ",” he")] {
            assert!(check(text, &[edit(text, old, new)]).is_err(), "{old} -> {new}");
        }
        let gap = text.find("We").expect("it is there") as u32;
        assert!(check(text, &[Edit::insert(gap, "And ")]).is_err());
    }

    #[test]
    fn marks_and_spaces_may_change_inside_a_quotation() {
        let text = "“We was  there -- 'now',” he said.";
        for (old, new) in [("  ", " "), (" -- ", " – "), ("'now'", "‘now’"), ("',”", "’,”"), ("  there", " there")] {
            assert_eq!(check(text, &[edit(text, old, new)]), Ok(()), "{old} -> {new}");
        }
    }

    #[test]
    fn the_reporters_words_may_change() {
        let text = "The the man said “no” twice.";
        assert_eq!(check(text, &[edit(text, "The the", "The")]), Ok(()));
        assert_eq!(check(text, &[edit(text, "said “", "told us “")]), Ok(()));
        assert_eq!(check(text, &[edit(text, "” twice", "” once")]), Ok(()));
    }

    #[test]
    fn words_brought_into_a_quotation_by_an_edit_are_a_breach() {
        let text = "He said no.";
        assert!(check(text, &[edit(text, "no.", "“nothing.”")]).is_err());
        assert_eq!(check(text, &[edit(text, "no.", "“no.”")]), Ok(()));
    }

    #[test]
    fn text_outside_the_edits_is_compared() {
        let edits = [Edit::replace(Span::new(2, 3), "xy")];
        let state = |text| State::new(text, Vec::new());
        assert_eq!(check_words(&state("abcdef"), &edits, &state("abxydef")), Ok(()));
        for harmed in ["abxydeF", "Abxydef", "abxyde", "abxydefg", "abcdef", "ab", ""] {
            assert!(matches!(check_words(&state("abcdef"), &edits, &state(harmed)), Err(Breach::Outside { .. })), "{harmed}");
        }
    }

    #[test]
    fn growth_is_bounded() {
        assert_eq!(check_growth("\"\"", "“”"), Ok(()));
        assert!(check_growth("a", &"_".repeat(2000)).is_err());
    }
}
