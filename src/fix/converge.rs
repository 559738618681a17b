//! Fixes a story until nothing is left to fix.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault};

use rustc_hash::FxHasher;

use super::guard::{self, Breach, State};
use super::{Choice, apply, choose};
use crate::finding::{Finding, Safety};
use crate::text::{Source, Span};

/// Fixes seldom need more than two passes; rules that need more than these are at odds with each other.
pub const MOST_PASSES: usize = 10;

/// A story with its fixes made.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The story as it now reads.
    pub source: Source,
    /// What is left to say about it, with places in the new text.
    pub findings: Vec<Finding>,
    /// How many findings of each rule were mended.
    pub mended: BTreeMap<String, usize>,
}

impl Fixed {
    /// How many findings were mended.
    pub fn count(&self) -> usize {
        self.mended.values().sum()
    }
}

/// Why a story was left as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixError {
    /// The fixes of these rules undo each other, or call for themselves again and again.
    Cycle {
        /// Sorted, each once.
        rules: Vec<String>,
    },
    /// The fixes of these rules did what no fix may do.
    Guard {
        /// The rules whose fixes were made in that pass; sorted, each once.
        rules: Vec<String>,
        /// What they did.
        breach: Breach,
    },
}

impl fmt::Display for FixError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FixError::Cycle { rules } => {
                write!(out, "nothing was fixed: the fixes of {} never come to rest; ignore one of these rules", rules.join(" and "))
            }
            FixError::Guard { rules, breach } => {
                write!(out, "nothing was fixed: the fixes of {} were refused, because {breach}", rules.join(", "))
            }
        }
    }
}

impl std::error::Error for FixError {}

/// Makes the fixes that are at least as safe as `least`, checks the story again, and goes on until none is left.
///
/// `check` finds what is wrong; `quoted` gives the words inside quotations, without their marks.
///
/// # Errors
/// When the fixes never come to rest, or when they harm the copy. The story is then to be left as it was.
pub fn converge(
    source: Source,
    least: Safety,
    mut check: impl FnMut(&Source) -> Vec<Finding>,
    quoted: impl Fn(&Source) -> Vec<Span>,
) -> Result<Fixed, FixError> {
    let findings = check(&source);
    let mut choice = choose(source.text(), &findings, least);
    if choice.edits.is_empty() {
        return Ok(Fixed { source, findings, mended: BTreeMap::new() });
    }
    let original = source.clone();
    let at_first = findings.clone();
    let mut now = Fixed { source, findings, mended: BTreeMap::new() };
    let mut words = quoted(&now.source);
    let mut passes = Passes::default();
    while !choice.edits.is_empty() {
        passes.enter(now.source.text(), &choice)?;
        let next = Source::from_text(now.source.path(), apply(now.source.text(), &choice.edits));
        let next_words = quoted(&next);
        let before = State::new(now.source.text(), words);
        let after = State::new(next.text(), next_words.clone());
        guard::check_words(&before, &choice.edits, &after)
            .and_then(|()| guard::check_growth(original.text(), next.text()))
            .map_err(|breach| FixError::Guard { rules: sorted(&choice.rules), breach })?;
        for rule in choice.rules {
            *now.mended.entry(rule).or_default() += 1;
        }
        now.findings = check(&next);
        now.source = next;
        words = next_words;
        choice = choose(now.source.text(), &now.findings, least);
    }
    guard::check_errors(&at_first, &now.findings)
        .map_err(|breach| FixError::Guard { rules: now.mended.keys().cloned().collect(), breach })?;
    Ok(now)
}

/// The texts that were seen, and the rules whose fixes led on from each.
#[derive(Default)]
struct Passes {
    seen: Vec<(u64, Vec<String>)>,
}

impl Passes {
    /// Notes that `choice` is about to be made in `text`.
    fn enter(&mut self, text: &str, choice: &Choice) -> Result<(), FixError> {
        let state = BuildHasherDefault::<FxHasher>::default().hash_one(text);
        let repeats = self.seen.iter().position(|(seen, _)| *seen == state);
        // Without a repeat the last pass alone shows who cannot stop.
        let since = repeats.or_else(|| (self.seen.len() == MOST_PASSES).then(|| self.seen.len() - 1));
        if let Some(since) = since {
            let rules: Vec<String> = self.seen[since..].iter().flat_map(|(_, rules)| rules.iter().cloned()).collect();
            return Err(FixError::Cycle { rules: sorted(&rules) });
        }
        self.seen.push((state, sorted(&choice.rules)));
        Ok(())
    }
}

fn sorted(rules: &[String]) -> Vec<String> {
    let mut rules = rules.to_vec();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::finding::{Edit, Fix, Severity};

    /// Finds every `old` and would write `new` for it.
    fn swap<'a>(rule: &'static str, old: &'a str, new: &'a str) -> impl Fn(&Source) -> Vec<Finding> + 'a {
        move |source| {
            let finding = |(at, _): (usize, &str)| {
                let span = Span::new(at, at + old.len());
                let fix = Fix { title: String::new(), safety: Safety::Safe, edits: vec![Edit::replace(span, new)] };
                Finding {
                    rule: Cow::Borrowed(rule),
                    severity: Severity::Warning,
                    span,
                    message: String::new(),
                    labels: Vec::new(),
                    help: None,
                    url: None,
                    fixes: vec![fix],
                }
            };
            source.text().match_indices(old).map(finding).collect()
        }
    }

    fn run(text: &str, check: impl Fn(&Source) -> Vec<Finding>) -> Result<Fixed, FixError> {
        converge(Source::from_text("a.txt", text), Safety::Safe, check, |_| Vec::new())
    }

    fn both(one: impl Fn(&Source) -> Vec<Finding>, other: impl Fn(&Source) -> Vec<Finding>) -> impl Fn(&Source) -> Vec<Finding> {
        move |source| [one(source), other(source)].concat()
    }

    #[test]
    fn fixes_are_made_until_none_is_left() {
        let fixed = run("a    b", swap("typography/double-space", "  ", " ")).expect("it comes to rest");
        assert_eq!((fixed.source.text(), fixed.findings.len(), fixed.count()), ("a b", 0, 3));
    }

    #[test]
    fn a_fix_may_call_for_another_rules_fix() {
        let check = both(swap("a/first", "one", "two"), swap("b/second", "two", "three"));
        assert_eq!(run("one", check).expect("it comes to rest").source.text(), "three");
    }

    #[test]
    fn rules_that_undo_each_other_are_named() {
        let check = both(swap("names/x", "Isil", "Isis"), swap("names/y", "Isis", "Isil"));
        assert_eq!(run("Isil", check).unwrap_err(), FixError::Cycle { rules: vec!["names/x".into(), "names/y".into()] });
    }

    #[test]
    fn a_fix_that_calls_for_itself_is_stopped() {
        let error = run("_", swap("a/grow", "_", "a_")).unwrap_err();
        assert_eq!(error, FixError::Cycle { rules: vec!["a/grow".into()] });
    }

    #[test]
    fn a_breach_names_the_rules() {
        let everything = |source: &Source| vec![Span::new(0, source.text().len())];
        let error = converge(Source::from_text("a.txt", "teh end"), Safety::Safe, swap("spelling/x", "teh", "the"), everything);
        assert!(matches!(error.unwrap_err(), FixError::Guard { rules, breach: Breach::Quotation { .. } } if rules == ["spelling/x"]));
    }

    #[test]
    fn a_fix_that_brings_in_an_error_is_refused() {
        let fault = |source: &Source| {
            let mut findings = swap("quotes/unbalanced-quote", "the", "the")(source);
            for finding in &mut findings {
                finding.severity = Severity::Error;
                finding.fixes.clear();
            }
            findings
        };
        let error = run("teh end", both(swap("spelling/x", "teh", "the"), fault)).unwrap_err();
        assert!(matches!(error, FixError::Guard { breach: Breach::NewError { .. }, .. }), "{error}");
    }
}
