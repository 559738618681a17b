//! All rules there are: those of the binary, and a newsroom's own pages.

use std::fmt;

use crate::lexicon::{CaseRule, Overlay, PhraseKind, PhraseRecord};
use crate::parse::pattern;

use super::page::{Needs, Page, PageError};
use super::rule::Check;

/// The pages that `build.rs` made from `rules/`.
#[allow(clippy::unreadable_literal, reason = "nobody reads what the build writes")]
mod generated {
    use std::borrow::Cow;

    use super::Hit;
    use crate::finding::Severity;
    use crate::lint::page::{BestFix, Example, Frame, Needs, OptionPage, OptionValue, Page, QuotePolicy, Term};

    include!(concat!(env!("OUT_DIR"), "/pages.rs"));
}

/// What one phrase of a list rule leads to.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The rule's index.
    pub page: u32,
    /// The term's index on its page.
    pub term: u32,
    /// What to write instead.
    pub replacement: Option<&'static str>,
}

/// A newsroom's page that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackError {
    /// Where in its file, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for PackError {}

impl From<PageError> for PackError {
    fn from(error: PageError) -> Self {
        Self { line: error.line, message: error.message }
    }
}

/// The rules, by index: the binary's first, then a newsroom's own.
#[derive(Clone)]
pub struct Registry {
    custom: Vec<Page>,
    custom_hits: Vec<Hit>,
    code: &'static [(&'static str, Check)],
    /// The code of each of the binary's rules that is no list, by index, with what it needs: a run asks this of every rule, and pages
    /// lie far apart.
    checks: Vec<Option<(Check, Needs)>>,
}

impl Registry {
    /// The rules of the binary; `code` holds those that are no lists, in order of their names.
    pub fn new(code: &'static [(&'static str, Check)]) -> Self {
        debug_assert!(code.is_sorted_by_key(|(name, _)| *name), "the rules that are code stand in order");
        let check = |page: &Page| code.binary_search_by(|(name, _)| (*name).cmp(&page.name)).ok().map(|at| (code[at].1, page.needs));
        Self { custom: Vec::new(), custom_hits: Vec::new(), code, checks: generated::PAGES.iter().map(check).collect() }
    }

    /// The pages of the binary's rules, in order of index.
    pub fn built_in_pages() -> &'static [Page] {
        generated::PAGES
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        generated::PAGES.len() + self.custom.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The page of rule `index`.
    pub fn page(&self, index: usize) -> &Page {
        generated::PAGES.get(index).unwrap_or_else(|| &self.custom[index - generated::PAGES.len()])
    }

    /// All pages, in order of index.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        generated::PAGES.iter().chain(&self.custom)
    }

    /// The rule called `name`.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.pages().position(|page| page.name == name)
    }

    /// The code of rule `index`, if it is no list, and what it needs.
    pub fn code(&self, index: usize) -> Option<(Check, Needs)> {
        self.checks.get(index).copied().flatten()
    }

    /// The names of all rules that are code.
    pub fn code_names(&self) -> impl Iterator<Item = &'static str> {
        self.code.iter().map(|(name, _)| *name)
    }

    /// What the phrase of a list rule leads to.
    pub fn hit(&self, payload: u32) -> &Hit {
        let index = payload as usize;
        generated::HITS.get(index).unwrap_or_else(|| &self.custom_hits[index - generated::HITS.len()])
    }

    /// Adds a newsroom's page; its phrases go into `overlay`.
    ///
    /// # Errors
    /// When the page is wrong, is no list, or takes the name of a rule that exists.
    pub fn add(&mut self, name: &str, text: &str, overlay: &mut Overlay) -> Result<usize, PackError> {
        let page = Page::parse(name, text)?;
        let refuse = |message: String| PackError { line: 1, message };
        if self.find(name).is_some() {
            return Err(refuse(format!("there is a rule {name} already; give the file another name")));
        }
        if page.terms.is_empty() {
            return Err(refuse("the page has no [[terms]]: a newsroom's own rule is a list of terms".into()));
        }
        let index = self.len();
        for (term_index, term) in page.terms.iter().enumerate() {
            let wrong =
                |problem: String| PackError { line: line_of(text, &term.find), message: format!("term “{}”: {problem}", term.find) };
            for phrase in pattern::expand(&term.find).map_err(|error| wrong(error.to_string()))? {
                let replacement = term
                    .replacement
                    .as_ref()
                    .map(|right| pattern::replacement(right, &phrase))
                    .transpose()
                    .map_err(|error| wrong(error.to_string()))?;
                let payload = (generated::HITS.len() + self.custom_hits.len()) as u32;
                let record = PhraseRecord::new(&phrase.text, (PhraseKind::Term, CaseRule::Any, payload), |word| overlay.add(word), |_| 0)
                    .ok_or_else(|| wrong("it needs 1 to 32 words".into()))?;
                overlay.add_phrase(record);
                // A pack is read once and lives as long as the program.
                let replacement = replacement.map(|text| &*Box::leak(text.into_boxed_str()));
                self.custom_hits.push(Hit { page: index as u32, term: term_index as u32, replacement });
            }
        }
        self.custom.push(page);
        Ok(index)
    }
}

fn line_of(text: &str, words: &str) -> usize {
    1 + text.find(words).map_or(0, |at| text[..at].matches('\n').count())
}
