//! The pages of `rules/`, checked and written as Rust.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::finding::Severity;
use crate::page::{BestFix, Example, Frame, Needs, OptionValue, Page, QuotePolicy, Text};
use crate::pattern;
use crate::record::{CaseRule, PhraseKind};
use crate::vocabulary::Vocabulary;

/// What one phrase of a list rule leads to.
pub struct Hit {
    page: usize,
    term: usize,
    replacement: Option<String>,
}

/// All pages under `rules`, by name.
pub fn read(rules: &Path) -> Result<Vec<Page>, String> {
    let mut pages = Vec::new();
    for family in folders(rules)? {
        let family_name = family.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if matches!(family_name.as_str(), "data" | "styles") {
            continue;
        }
        for file in files(&family)? {
            let name = format!("{family_name}/{}", file.file_stem().unwrap_or_default().to_string_lossy());
            let text = crate::read_text(&file)?;
            pages.push(Page::parse(&name, &text).map_err(|error| format!("{}:{}: {}", file.display(), error.line, error.message))?);
        }
    }
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(pages)
}

fn folders(path: &Path) -> Result<Vec<PathBuf>, String> {
    entries(path).map(|all| all.into_iter().filter(|entry| entry.is_dir()).collect())
}

fn files(path: &Path) -> Result<Vec<PathBuf>, String> {
    entries(path).map(|all| all.into_iter().filter(|entry| entry.extension().is_some_and(|end| end == "toml")).collect())
}

fn entries(path: &Path) -> Result<Vec<PathBuf>, String> {
    let read = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut all: Vec<PathBuf> = read.filter_map(Result::ok).map(|entry| entry.path()).collect();
    all.sort();
    Ok(all)
}

/// Adds the phrases of all list rules to the vocabulary.
pub fn add_terms(pages: &[Page], vocabulary: &mut Vocabulary) -> Result<Vec<Hit>, String> {
    let mut hits = Vec::new();
    for (page_index, page) in pages.iter().enumerate() {
        for (term_index, term) in page.terms.iter().enumerate() {
            let wrong = |problem: String| format!("rules/{}.toml: term “{}”: {problem}", page.name, term.find);
            for phrase in pattern::expand(&term.find).map_err(|error| wrong(error.to_string()))? {
                let replacement = term
                    .replacement
                    .as_ref()
                    .map(|right| pattern::replacement(right, &phrase))
                    .transpose()
                    .map_err(|error| wrong(error.to_string()))?;
                vocabulary.add_phrase(&phrase.text, PhraseKind::Term, CaseRule::Any, hits.len() as u32).map_err(&wrong)?;
                hits.push(Hit { page: page_index, term: term_index, replacement });
            }
        }
    }
    Ok(hits)
}

/// The pages and hits as Rust source.
pub fn rust(pages: &[Page], hits: &[Hit]) -> String {
    let mut source = String::from("pub(super) static PAGES: &[Page] = &[\n");
    for page in pages {
        source.push_str(&page_rust(page));
    }
    source.push_str("];\n\npub(super) static HITS: &[Hit] = &[\n");
    for hit in hits {
        let _ = writeln!(
            source,
            "Hit {{ page: {}, term: {}, replacement: {} }},",
            hit.page,
            hit.term,
            option(hit.replacement.as_ref(), |text| format!("{text:?}"))
        );
    }
    source.push_str("];\n");
    source
}

fn text_rust(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

fn option<T>(value: Option<T>, rust: impl Fn(T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({})", rust(value)))
}

fn list<T>(items: &[T], rust: impl Fn(&T) -> String) -> String {
    format!("Cow::Borrowed(&[{}])", items.iter().map(rust).collect::<Vec<_>>().join(", "))
}

fn texts(items: &[Text]) -> String {
    list(items, |text| text_rust(text))
}

fn value(value: &OptionValue) -> String {
    match value {
        OptionValue::Number(number) => format!("OptionValue::Number({number})"),
        OptionValue::Switch(on) => format!("OptionValue::Switch({on})"),
        OptionValue::Word(word) => format!("OptionValue::Word({})", text_rust(word)),
        OptionValue::Words(words) => format!("OptionValue::Words({})", texts(words)),
    }
}

fn severity(severity: Severity) -> String {
    format!("Severity::{severity:?}")
}

fn page_rust(page: &Page) -> String {
    let options = list(&page.options, |option| {
        format!(
            "OptionPage {{ name: {}, default: {}, help: {} }}",
            text_rust(&option.name),
            value(&option.default),
            text_rust(&option.help)
        )
    });
    let terms = list(&page.terms, |term| {
        format!(
            "Term {{ find: {}, replacement: {}, unless: {}, note: {}, styles: {} }}",
            text_rust(&term.find),
            option(term.replacement.as_ref(), |text| text_rust(text)),
            texts(&term.unless),
            text_rust(&term.note),
            texts(&term.styles)
        )
    });
    let fix = match page.fix {
        BestFix::Safe => "Safe",
        BestFix::Suggested => "Suggested",
        BestFix::Display => "Display",
        BestFix::None => "None",
    };
    let quotes = match page.quotes {
        QuotePolicy::Skip => "Skip",
        QuotePolicy::Soften => "Soften",
        QuotePolicy::Keep => "Keep",
    };
    let needs = match page.needs {
        Needs::Nothing => "Nothing",
        Needs::Moment => "Moment",
        Needs::Committed => "Committed",
        Needs::Others => "Others",
        Needs::Suppressions => "Suppressions",
    };
    format!(
        "Page {{ name: {}, summary: {}, message: {}, help: {}, texts: {}, severity: {}, fix: BestFix::{fix}, default: {}, since: {}, roles: {}, quotes: QuotePolicy::{quotes}, needs: Needs::{needs}, yields_to: {}, guide: {}, why: {}, options: {options}, terms: {terms}, examples: {} }},\n",
        text_rust(&page.name),
        text_rust(&page.summary),
        text_rust(&page.message),
        text_rust(&page.help),
        list(&page.texts, |(key, text)| format!("({}, {})", text_rust(key), text_rust(text))),
        severity(page.severity),
        page.default,
        text_rust(&page.since),
        page.roles,
        texts(&page.yields_to),
        text_rust(&page.guide),
        text_rust(&page.why),
        list(&page.examples, example),
    )
}

fn example(example: &Example) -> String {
    let frame = match example.frame {
        Frame::Paragraph => "Paragraph",
        Frame::Story => "Story",
        Frame::Headline => "Headline",
        Frame::Markdown => "Markdown",
    };
    format!(
        "Example {{ bad: {}, good: {}, frame: Frame::{frame}, style: {}, marks: {}, severity: {}, wrap: {}, date: {}, now: {}, before: {}, other: {}, options: {}, names: {}, with: {}, line: {} }}",
        option(example.bad.as_ref(), |text| text_rust(text)),
        option(example.good.as_ref(), |text| text_rust(text)),
        text_rust(&example.style),
        text_rust(&example.marks),
        option(example.severity, severity),
        example.wrap,
        text_rust(&example.date),
        text_rust(&example.now),
        text_rust(&example.before),
        text_rust(&example.other),
        list(&example.options, |(name, set)| format!("({}, {})", text_rust(name), value(set))),
        list(&example.names, |name| text_rust(name)),
        list(&example.with, |rule| text_rust(rule)),
        example.line,
    )
}
