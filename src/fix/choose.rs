//! Which fixes may be applied in one pass.

use std::collections::BTreeSet;

use crate::finding::{Edit, Finding, Fix, Safety};
use crate::text::Span;

/// The fixes of one pass: edits that can all be made at once, and whose they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Sorted; no two of different fixes overlap or touch.
    pub edits: Vec<Edit>,
    /// The rule of every finding that is mended, in the order of the copy.
    pub rules: Vec<String>,
    /// How many fixes wait for the next pass because they meet one that was chosen.
    pub waiting: usize,
}

/// The first fix of every finding, where it is at least as safe as `least` and meets no fix before it.
///
/// The order is that of the copy, then of rule names: never that of a hash. Two fixes that so much as touch are not made
/// together, because the second was thought of for a text that the first has changed; it waits and is thought of again.
pub fn choose(text: &str, findings: &[Finding], least: Safety) -> Choice {
    let mut candidates: Vec<(&Finding, &Fix)> = findings
        .iter()
        .filter_map(|finding| finding.fix_of_at_least(least.max(Safety::Suggested)).map(|fix| (finding, fix)))
        .filter(|(_, fix)| is_sound(text, &fix.edits) && changes(text, &fix.edits))
        .collect();
    candidates.sort_by(|(one, first), (other, second)| {
        let place = |edits: &[Edit]| edits.first().zip(edits.last()).map(|(first, last)| (first.span.start, last.span.end));
        let one = (place(&first.edits), &one.rule, &first.edits);
        one.cmp(&(place(&second.edits), &other.rule, &second.edits))
    });
    let mut chosen = Chosen::default();
    let mut choice = Choice::default();
    for (finding, fix) in candidates {
        if chosen.takes(&fix.edits) {
            choice.rules.push(finding.rule.to_string());
        } else {
            choice.waiting += 1;
        }
    }
    choice.edits = chosen.edits.into_iter().cloned().collect();
    choice
}

/// Whether the edits can be made at all: in the text, in order, on character boundaries, no line end torn in two.
fn is_sound(text: &str, edits: &[Edit]) -> bool {
    let is_place = |offset: usize| {
        let splits_line_end = offset > 0 && text.as_bytes().get(offset - 1..=offset) == Some(b"\r\n");
        text.is_char_boundary(offset) && !splits_line_end
    };
    let in_order = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start && pair[0].span < pair[1].span);
    in_order && edits.iter().all(|edit| edit.span.start <= edit.span.end && is_place(edit.span.from()) && is_place(edit.span.to()))
}

/// Whether the edits make a difference; one that does not would be made for ever.
fn changes(text: &str, edits: &[Edit]) -> bool {
    edits.iter().any(|edit| edit.span.of(text) != edit.text)
}

/// Edits chosen so far. Those of different fixes never touch, so a neighbour's place tells whether an edit fits.
#[derive(Default)]
struct Chosen<'a> {
    edits: BTreeSet<&'a Edit>,
}

impl<'a> Chosen<'a> {
    /// Takes all of `edits` in, or none. An edit that is in already counts once: two rules want the same.
    fn takes(&mut self, edits: &'a [Edit]) -> bool {
        let fits = edits.iter().all(|edit| self.edits.contains(edit) || !self.meets(edit.span));
        if fits {
            self.edits.extend(edits);
        }
        fits
    }

    /// Whether `span` overlaps or touches an edit that was chosen.
    fn meets(&self, span: Span) -> bool {
        let after = Edit::insert(span.end.saturating_add(1), "");
        self.edits.range::<Edit, _>(..&after).next_back().is_some_and(|before| before.span.end >= span.start)
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::finding::Severity;

    fn finding(rule: &'static str, fixes: Vec<(Safety, Vec<Edit>)>) -> Finding {
        let fixes: Vec<Fix> = fixes.into_iter().map(|(safety, edits)| Fix { title: String::new(), safety, edits }).collect();
        Finding {
            rule: Cow::Borrowed(rule),
            severity: Severity::Warning,
            span: fixes.first().and_then(|fix| fix.edits.first()).map_or(Span::at(0), |edit| edit.span),
            message: String::new(),
            labels: Vec::new(),
            help: None,
            url: None,
            fixes,
        }
    }

    fn safe(rule: &'static str, edits: Vec<Edit>) -> Finding {
        finding(rule, vec![(Safety::Safe, edits)])
    }

    fn replace(start: usize, end: usize, text: &str) -> Edit {
        Edit::replace(Span::new(start, end), text)
    }

    const TEXT: &str = "0123456789\r\n“abc”";

    #[test]
    fn only_the_first_fix_of_a_finding_counts() {
        let findings = [finding("a/a", vec![(Safety::Suggested, vec![replace(0, 1, "x")]), (Safety::Safe, vec![replace(2, 3, "y")])])];
        assert_eq!(choose(TEXT, &findings, Safety::Safe), Choice::default());
        assert_eq!(choose(TEXT, &findings, Safety::Suggested).edits, [replace(0, 1, "x")]);
    }

    #[test]
    fn a_display_fix_is_never_chosen() {
        let findings = [finding("a/a", vec![(Safety::Display, vec![replace(0, 1, "x")])])];
        assert_eq!(choose(TEXT, &findings, Safety::Display), Choice::default());
    }

    #[test]
    fn fixes_that_overlap_or_touch_wait() {
        for (start, end) in [(1, 3), (2, 3), (2, 2), (0, 9)] {
            let findings = [safe("a/a", vec![replace(0, 2, "x")]), safe("b/b", vec![replace(start, end, "y")])];
            let choice = choose(TEXT, &findings, Safety::Safe);
            assert_eq!((choice.edits.len(), choice.waiting), (1, 1), "{start}..{end}");
        }
        let apart = [safe("a/a", vec![replace(0, 2, "x")]), safe("b/b", vec![replace(3, 4, "y")])];
        assert_eq!(choose(TEXT, &apart, Safety::Safe).edits.len(), 2);
    }

    #[test]
    fn two_insertions_at_one_place_wait_for_each_other() {
        let findings = [safe("b/b", vec![Edit::insert(4, "y")]), safe("a/a", vec![Edit::insert(4, "x")])];
        let choice = choose(TEXT, &findings, Safety::Safe);
        assert_eq!((choice.edits, choice.rules), (vec![Edit::insert(4, "x")], vec!["a/a".to_owned()]));
    }

    #[test]
    fn the_same_edit_of_two_rules_counts_once_and_is_both_rules_work() {
        let findings = [safe("b/b", vec![replace(2, 4, "x")]), safe("a/a", vec![replace(2, 4, "x")])];
        let choice = choose(TEXT, &findings, Safety::Safe);
        assert_eq!((choice.edits.len(), choice.rules.len(), choice.waiting), (1, 2, 0));
    }

    #[test]
    fn a_fix_is_taken_whole_or_not_at_all() {
        let findings = [safe("a/a", vec![replace(5, 6, "x")]), safe("b/b", vec![replace(3, 4, "y"), replace(5, 7, "z")])];
        let choice = choose(TEXT, &findings, Safety::Safe);
        assert_eq!((choice.edits, choice.waiting), (vec![replace(3, 4, "y"), replace(5, 7, "z")], 1));
    }

    #[test]
    fn unsound_edits_are_never_made() {
        let torn_line_end = replace(11, 12, "x");
        let torn_letter = replace(13, 15, "x");
        let outside = replace(15, 99, "x");
        for edit in [torn_line_end, torn_letter, outside, replace(0, 1, "0")] {
            assert_eq!(choose(TEXT, &[safe("a/a", vec![edit])], Safety::Safe), Choice::default());
        }
        let backwards = vec![replace(4, 5, "x"), replace(1, 2, "y")];
        assert_eq!(choose(TEXT, &[safe("a/a", backwards)], Safety::Safe), Choice::default());
    }
}
