//! Every example of every page, run: the marked words are reported and no others, the best fix gives the good copy, and the same
//! copy inside a quotation gives what the page's quotation policy says.

use newslint::check::{Rulebook, failing_examples};
use newslint::lint::{Page, PageError};

#[test]
fn every_example_of_every_page_holds() {
    let rulebook = Rulebook::default();
    let failing = rulebook.registry.pages().enumerate().flat_map(|(rule, page)| {
        failing_examples(&rulebook, rule).into_iter().map(move |(line, problem)| format!("rules/{}.toml:{line}: {problem}", page.name))
    });
    let failing: Vec<String> = failing.collect();
    assert!(!rulebook.registry.is_empty(), "there are no pages");
    assert!(failing.is_empty(), "{} examples fail:\n{}", failing.len(), failing.join("\n"));
}

#[test]
fn every_page_has_three_bad_three_good_and_two_quoted_examples() {
    let rulebook = Rulebook::default();
    let mut short = Vec::new();
    for page in rulebook.registry.pages() {
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
    let rulebook = Rulebook::default();
    for (index, page) in rulebook.registry.pages().enumerate() {
        let is_code = rulebook.registry.code(index).is_some();
        assert!(is_code == page.terms.is_empty(), "{} must be either code or a list of terms", page.name);
        for other in page.yields_to.iter() {
            assert!(rulebook.registry.find(other).is_some(), "{} yields to {other}, which does not exist", page.name);
        }
    }
    for name in rulebook.registry.code_names() {
        assert!(rulebook.registry.find(name).is_some(), "{name} has code and no page rules/{name}.toml");
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
