//! The examples of a rule's page, run: the marked words are reported and no others, the best fix gives the good copy, and the
//! same copy inside a quotation gives what the page's quotation policy says.

use super::{Filed, Rulebook, check_across, check_all, companion, quoted};
use crate::article::{Companion, company};
use crate::finding::{Finding, Safety, Severity};
use crate::lexicon::{HouseName, Lexicon, Overlay};
use crate::lint::page::BestFix;
use crate::lint::{Example, Frame, Page, QuotePolicy};
use crate::style::Style;
use crate::text::{Source, Span};

/// A headline that no rule minds.
const HEADLINE: &str = "Council meets on harbour plan";

/// The examples of rule `rule` that do not hold: their lines on the page, and what is wrong.
pub fn failing_examples(rulebook: &Rulebook, rule: usize) -> Vec<(usize, String)> {
    let page = rulebook.registry.page(rule);
    let mut failing = Vec::new();
    for example in page.examples.iter() {
        let trial = Trial { rulebook, rule, page, example };
        for result in [trial.good_copy_is_silent(), trial.bad_copy_is_reported(), trial.speech_is_left_alone()] {
            if let Err(problem) = result {
                failing.push((example.line as usize, problem));
            }
        }
    }
    failing
}

/// The words of the binary, with the names that the example's newsroom has settled.
fn with_names(example: &Example) -> Lexicon {
    if example.names.is_empty() {
        return Lexicon::built_in();
    }
    let mut overlay = Overlay::default();
    for entry in example.names.iter() {
        let (name, aliases) = entry.split_once(": ").unwrap_or((entry, ""));
        let aliases = aliases.split(", ").filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
        overlay.add_name(HouseName { name: name.to_owned(), aliases, ..HouseName::default() });
    }
    Lexicon::with(overlay)
}

struct Trial<'a> {
    rulebook: &'a Rulebook,
    rule: usize,
    page: &'a Page,
    example: &'a Example,
}

impl Trial<'_> {
    /// Checks a story with this rule alone, as the example wants it.
    fn with_rulebook<T>(&self, story: &str, read: impl FnOnce(&Source, &Rulebook) -> T) -> Result<T, String> {
        let example = self.example;
        let style = if example.style.is_empty() { Ok(Style::default()) } else { Style::preset(&example.style) };
        let mut alone = Rulebook::of_style(style.map_err(|error| error.to_string())?);
        alone.date = if example.date.is_empty() { None } else { Some(example.date.parse()?) };
        alone.now = if example.now.is_empty() { None } else { Some(example.now.parse()?) };
        let built_in = self.rule < alone.registry.len();
        let path = if example.frame == Frame::Markdown { "story.md" } else { "story.txt" };
        let source = Source::from_text(path, story);
        if built_in {
            alone.only(self.rule);
            alone.enabled[0].options = example.options.to_vec();
            alone.besides(&example.with);
            alone.lexicon = with_names(example);
            return Ok(read(&source, &alone));
        }
        // A newsroom's own page is known to its own rulebook only.
        let registry = self.rulebook.registry.clone();
        let mut own = Rulebook { registry, lexicon: Lexicon::built_in(), ..alone };
        own.lexicon = self.rulebook.lexicon.clone();
        own.only(self.rule);
        own.enabled[0].options = example.options.to_vec();
        Ok(read(&source, &own))
    }

    fn find(&self, copy: &str) -> Result<(Vec<Finding>, String, usize), String> {
        let (story, start) = framed(self.example.frame, copy);
        let before = Some(&self.example.before).filter(|before| !before.is_empty());
        let before = before.map(|copy| Source::from_text("story.txt", framed(self.example.frame, copy).0));
        let findings = self.with_rulebook(&story, |source, rulebook| {
            if self.example.other.is_empty() {
                return check_all(&[Filed { source, before: before.as_ref() }], rulebook).remove(0);
            }
            let other = companion(&Source::from_text("other.txt", self.example.other.as_ref()), rulebook);
            // Whether the two belong together is part of what the example shows.
            let stories = [companion(source, rulebook), other];
            let others: Vec<&Companion> = company(&stories)[0].iter().map(|&at| &stories[at]).collect();
            check_across(source, &others, rulebook)
        })?;
        Ok((findings, story, start))
    }

    fn good_copy_is_silent(&self) -> Result<(), String> {
        let Some(good) = &self.example.good else { return Ok(()) };
        let (findings, story, _) = self.find(good)?;
        if findings.is_empty() { Ok(()) } else { Err(format!("good copy is reported: {}", show(&findings, &story))) }
    }

    fn bad_copy_is_reported(&self) -> Result<(), String> {
        let Some(bad) = &self.example.bad else { return Ok(()) };
        let (copy, spans) = unmarked(bad, &self.example.marks);
        let (findings, story, start) = self.find(&copy)?;
        if spans_of(&findings) != shifted(&spans, start) {
            let found = if findings.is_empty() { "nothing".into() } else { show(&findings, &story) };
            return Err(format!("“{copy}” gives {found} instead of the marked words"));
        }
        if let Some(severity) = self.example.severity
            && let Some(other) = findings.iter().find(|finding| finding.severity != severity)
        {
            return Err(format!("its severity is {}, not {severity}", other.severity));
        }
        if let (Some(good), true) = (&self.example.good, self.page.fix != BestFix::None) {
            let better = mended(&story, &findings);
            let wanted = framed(self.example.frame, good).0;
            if better != wanted {
                return Err(format!("the fix gives “{better}”, not “{wanted}”"));
            }
        }
        self.quotation_policy_holds(&copy, &spans)
    }

    /// The same copy as a speaker's words.
    fn quotation_policy_holds(&self, copy: &str, spans: &[Span]) -> Result<(), String> {
        let has_marks = copy.contains(['“', '”', '‘', '"', '\n']);
        if has_marks
            || !self.example.wrap
            || !self.example.before.is_empty()
            || !self.example.other.is_empty()
            || self.example.frame != Frame::Paragraph
        {
            return Ok(());
        }
        let lead = "The mayor said: “";
        let (findings, _, start) = self.find(&format!("{lead}{copy}”"))?;
        let usual = self.example.severity.unwrap_or(self.page.severity);
        let expected: Option<Severity> = match self.page.quotes {
            QuotePolicy::Skip => None,
            QuotePolicy::Soften => usual.softer(),
            QuotePolicy::Keep => Some(usual),
        };
        match expected {
            None if findings.is_empty() => Ok(()),
            None => Err(format!("in a quotation it should be silent, not say “{}”", findings[0].message)),
            Some(_) if spans_of(&findings) != shifted(spans, start + lead.len()) => {
                Err(format!("in a quotation it reports {} instead of the same words", findings.len()))
            }
            Some(severity) => match findings.iter().find(|finding| finding.severity != severity) {
                Some(other) => Err(format!("in a quotation its severity is {}, not {severity}", other.severity)),
                None => Ok(()),
            },
        }
    }

    /// No fix that a flag applies changes a letter inside a quotation.
    fn speech_is_left_alone(&self) -> Result<(), String> {
        let Some(bad) = &self.example.bad else { return Ok(()) };
        let (copy, _) = unmarked(bad, &self.example.marks);
        let (findings, story, _) = self.find(&copy)?;
        let speech = self.with_rulebook(&story, quoted)?;
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
        for fix in findings.iter().flat_map(|finding| &finding.fixes).filter(|fix| fix.safety > Safety::Display) {
            for edit in &fix.edits {
                let inside = speech.iter().any(|span| span.overlaps(edit.span));
                if inside && letters(edit.span.of(&story)) != letters(&edit.text) {
                    return Err(format!("a {:?} fix changes a speaker's words to “{}”", fix.safety, edit.text));
                }
            }
        }
        Ok(())
    }
}

/// The story that an example stands in, and where it starts there.
fn framed(frame: Frame, copy: &str) -> (String, usize) {
    match frame {
        Frame::Paragraph => (format!("{HEADLINE}\n\n{copy}\n"), HEADLINE.len() + 2),
        Frame::Headline => (format!("{copy}\n\nThe council met on the plan for the harbour. It will meet again.\n"), 0),
        Frame::Story | Frame::Markdown => (copy.to_owned(), 0),
    }
}

/// The copy without its marks, and the spans they marked.
fn unmarked(copy: &str, marks: &str) -> (String, Vec<Span>) {
    let mut pair = marks.chars();
    let (open, close) = (pair.next(), pair.next());
    let (mut plain, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for next in copy.chars() {
        if Some(next) == open {
            start = plain.len();
        } else if Some(next) == close {
            spans.push(Span::new(start, plain.len()));
        } else {
            plain.push(next);
        }
    }
    (plain, spans)
}

fn spans_of(findings: &[Finding]) -> Vec<Span> {
    findings.iter().map(|finding| finding.span).collect()
}

fn shifted(spans: &[Span], by: usize) -> Vec<Span> {
    spans.iter().map(|span| Span::new(span.from() + by, span.to() + by)).collect()
}

fn show(findings: &[Finding], story: &str) -> String {
    findings.iter().map(|finding| format!("«{}» {}", finding.span.of(story), finding.message)).collect::<Vec<_>>().join("; ")
}

/// Applies the best fix of every finding.
fn mended(copy: &str, findings: &[Finding]) -> String {
    let mut edits: Vec<_> = findings.iter().filter_map(|finding| finding.fixes.first()).flat_map(|fix| fix.edits.clone()).collect();
    edits.sort();
    edits.dedup();
    let mut text = copy.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}
