//! Every example of every page, run: the marked words are reported and no others, the best fix gives the good copy, and the same
//! copy inside a quotation gives what the page's quotation policy says.

use newslint::check::{Settings, check};
use newslint::finding::{Finding, Safety, Severity};
use newslint::lint::page::BestFix;
use newslint::lint::{Example, Frame, Page, PageError, QuotePolicy};
use newslint::style::Style;
use newslint::text::{Source, Span};

/// A headline and a paragraph that no rule minds.
const HEADLINE: &str = "Council meets on harbour plan";

fn settings(page: &Page, example: &Example) -> Settings {
    let style =
        if example.style.is_empty() { Style::default() } else { Style::preset(&example.style).expect("the example names a preset") };
    let mut settings = Settings::new(style);
    let rule = settings.registry.find(&page.name).expect("the page is in the registry");
    settings.select(&[rule]);
    settings.enabled[0].options = example.options.to_vec();
    settings.date = (!example.date.is_empty()).then(|| example.date.to_string());
    settings
}

/// The story an example stands in, and where it starts there.
fn framed(frame: Frame, copy: &str) -> (String, usize) {
    match frame {
        Frame::Paragraph => (format!("{HEADLINE}\n\n{copy}\n"), HEADLINE.len() + 2),
        Frame::Headline => (format!("{copy}\n\nThe council met on the plan for the harbour. It will meet again.\n"), 0),
        Frame::Story => (copy.to_owned(), 0),
    }
}

/// The copy without its marks, and the spans they marked.
fn unmarked(copy: &str, marks: &str) -> (String, Vec<Span>) {
    let (open, close) = (marks.chars().next().expect("two marks"), marks.chars().nth(1).expect("two marks"));
    let (mut plain, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for next in copy.chars() {
        if next == open {
            start = plain.len();
        } else if next == close {
            spans.push(Span::new(start, plain.len()));
        } else {
            plain.push(next);
        }
    }
    (plain, spans)
}

fn find(page: &Page, example: &Example, copy: &str) -> (Vec<Finding>, usize) {
    let (story, start) = framed(example.frame, copy);
    (check(&Source::from_text("story.txt", story), &settings(page, example)), start)
}

fn shifted(spans: &[Span], by: usize) -> Vec<Span> {
    spans.iter().map(|span| Span::new(span.from() + by, span.to() + by)).collect()
}

fn show(findings: &[Finding], story: &str) -> String {
    findings.iter().map(|finding| format!("«{}» {}", finding.span.of(story), finding.message)).collect::<Vec<_>>().join("; ")
}

/// Applies the best fix of every finding.
fn fixed(copy: &str, findings: &[Finding]) -> String {
    let mut edits: Vec<_> = findings.iter().filter_map(|finding| finding.fixes.first()).flat_map(|fix| fix.edits.clone()).collect();
    edits.sort();
    edits.dedup();
    let mut text = copy.to_owned();
    for edit in edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

fn check_example(page: &Page, example: &Example) -> Result<(), String> {
    if let Some(good) = &example.good {
        let (findings, _) = find(page, example, good);
        let story = framed(example.frame, good).0;
        if !findings.is_empty() {
            return Err(format!("good copy is reported: {}", show(&findings, &story)));
        }
    }
    let Some(bad) = &example.bad else { return Ok(()) };
    let (copy, spans) = unmarked(bad, &example.marks);
    let (findings, start) = find(page, example, &copy);
    let story = framed(example.frame, &copy).0;
    let found: Vec<Span> = findings.iter().map(|finding| finding.span).collect();
    if found != shifted(&spans, start) {
        return Err(format!(
            "«{copy}» gives {} instead of the marked words",
            if findings.is_empty() { "nothing".into() } else { show(&findings, &story) }
        ));
    }
    if let Some(severity) = example.severity
        && findings.iter().any(|finding| finding.severity != severity)
    {
        return Err(format!("severity is {}, not {severity}", findings[0].severity));
    }
    if let (Some(good), true) = (&example.good, page.fix != BestFix::None) {
        let better = fixed(&story, &findings);
        let wanted = framed(example.frame, good).0;
        if better != wanted {
            return Err(format!("the fix gives «{better}», not «{wanted}»"));
        }
    }
    check_in_quotation(page, example, &copy, &spans)
}

/// The same copy as a speaker's words.
fn check_in_quotation(page: &Page, example: &Example, copy: &str, spans: &[Span]) -> Result<(), String> {
    let has_marks = copy.contains(['“', '”', '‘', '"', '\n']);
    if has_marks || !example.wrap || example.frame != Frame::Paragraph {
        return Ok(());
    }
    let lead = "The mayor said: “";
    let (findings, start) = find(page, example, &format!("{lead}{copy}”"));
    let usual = example.severity.unwrap_or(page.severity);
    let expected: Option<Severity> = match page.quotes {
        QuotePolicy::Skip => None,
        QuotePolicy::Soften => usual.softer(),
        QuotePolicy::Keep => Some(usual),
    };
    let found: Vec<Span> = findings.iter().map(|finding| finding.span).collect();
    match expected {
        None if findings.is_empty() => Ok(()),
        None => Err(format!("in a quotation it should be silent, not {}", findings[0].message)),
        Some(_) if found != shifted(spans, start + lead.len()) => Err(format!("in a quotation it reports {found:?}")),
        Some(severity) if findings.iter().any(|finding| finding.severity != severity) => {
            Err(format!("in a quotation its severity is {}, not {severity}", findings[0].severity))
        }
        Some(_) => Ok(()),
    }
}

/// No fix inside a quotation may be applied by a flag if it changes a letter.
fn check_quotations_are_sacred(page: &Page, example: &Example) -> Result<(), String> {
    let Some(bad) = &example.bad else { return Ok(()) };
    let (copy, _) = unmarked(bad, &example.marks);
    let (findings, _) = find(page, example, &copy);
    let (story, _) = framed(example.frame, &copy);
    let source = Source::from_text("story.txt", story.clone());
    let quoted = newslint::check::quoted(&source, &settings(page, example));
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    for fix in findings.iter().flat_map(|finding| &finding.fixes).filter(|fix| fix.safety > Safety::Display) {
        for edit in &fix.edits {
            let inside = quoted.iter().any(|span| span.overlaps(edit.span));
            if inside && letters(edit.span.of(&story)) != letters(&edit.text) {
                return Err(format!("a {:?} fix changes a speaker's words to “{}”", fix.safety, edit.text));
            }
        }
    }
    Ok(())
}

#[test]
fn every_example_of_every_page_holds() {
    let settings = Settings::new(Style::default());
    let mut wrong = Vec::new();
    let mut examples = 0;
    for page in settings.registry.pages() {
        for example in page.examples.iter() {
            examples += 1;
            for result in [check_example(page, example), check_quotations_are_sacred(page, example)] {
                if let Err(problem) = result {
                    wrong.push(format!("rules/{}.toml:{}: {problem}", page.name, example.line));
                }
            }
        }
    }
    assert!(examples > 0, "no page has examples");
    assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_has_three_bad_three_good_and_two_quoted_examples() {
    let settings = Settings::new(Style::default());
    let mut short = Vec::new();
    for page in settings.registry.pages() {
        let bad = page.examples.iter().filter(|example| example.bad.is_some()).count();
        let good = page.examples.iter().filter(|example| example.good.is_some()).count();
        let is_quoted =
            |text: &Option<_>| text.as_ref().is_some_and(|text: &std::borrow::Cow<str>| text.contains(['“', '‘', '"', '”', '’']));
        let quoted = page.examples.iter().filter(|example| is_quoted(&example.bad) || is_quoted(&example.good)).count();
        if bad < 3 || good < 3 || quoted < 2 {
            short.push(format!("{}: {bad} bad, {good} good, {quoted} in quotation marks", page.name));
        }
    }
    assert!(short.is_empty(), "pages short of examples:\n{}", short.join("\n"));
}

#[test]
fn every_rule_is_code_or_a_list_and_has_a_page() {
    let settings = Settings::new(Style::default());
    for page in settings.registry.pages() {
        let is_code = settings.registry.code(page).is_some();
        assert!(is_code != !page.terms.is_empty(), "{} must be either code or a list of terms", page.name);
        for other in page.yields_to.iter() {
            assert!(settings.registry.find(other).is_some(), "{} yields to {other}, which does not exist", page.name);
        }
    }
    for name in settings.registry.code_names() {
        assert!(settings.registry.find(name).is_some(), "{name} has code and no page rules/{name}.toml");
    }
}

fn refused(page: &str) -> PageError {
    Page::parse("words/sample", page).expect_err("the page is wrong")
}

const SAMPLE: &str =
    "summary = \"s\"\nmessage = \"m\"\nseverity = \"info\"\nfix = \"none\"\nsince = \"0.1.0\"\nquotes = \"skip\"\nwhy = \"w\"\n";

#[test]
fn a_wrong_key_is_refused_with_its_line() {
    let error = refused(&format!("{SAMPLE}sevrity = \"error\"\n[[example]]\ngood = \"x\"\n"));
    assert_eq!(error.line, 8);
    assert!(error.message.contains("sevrity"), "{error}");
}

#[test]
fn a_page_without_examples_is_refused() {
    assert!(refused(SAMPLE).message.contains("[[example]]"));
}

#[test]
fn an_example_without_marks_is_refused_with_its_line() {
    let error = refused(&format!("{SAMPLE}\n[[example]]\nbad = \"no marks here\"\n"));
    assert_eq!(error.line, 9);
    assert!(error.message.contains("mark"), "{error}");
}

#[test]
fn an_unknown_role_is_refused() {
    assert!(refused(&format!("roles = [\"boddy\"]\n{SAMPLE}[[example]]\ngood = \"x\"\n")).message.contains("boddy"));
}
