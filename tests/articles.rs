//! Whole invented stories: each gives exactly the findings of its list, and those in `clean/` give none.
//!
//! `NEWSLINT_BLESS=1 cargo test --test articles` rewrites the lists; read the difference as an editor would before you commit it.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use newslint::check::{Rulebook, check, quoted};
use newslint::finding::{Safety, Severity};
use newslint::fix::converge;
use newslint::text::{LineIndex, Source};

fn stories(folder: &str) -> Vec<PathBuf> {
    let read = fs::read_dir(folder).expect("the folder is there").flatten();
    let mut paths: Vec<PathBuf> =
        read.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "txt" || end == "md")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{folder} holds no story");
    paths
}

fn read(path: &Path) -> Source {
    let bytes = fs::read(path).expect("a story");
    Source::decode(path.to_string_lossy(), bytes).expect("a story is UTF-8")
}

/// A line a finding: severity, rule, line, words, the best fix and what it writes.
fn listing(source: &Source) -> String {
    let text = source.text();
    let lines = LineIndex::new(text);
    let mut list = String::from("# severity\trule\tline\twords\tbest fix\twhat it writes\n");
    for finding in check(source, &Rulebook::default()) {
        let fix = finding.fixes.first();
        let safety = fix.map_or("-", |fix| match fix.safety {
            Safety::Safe => "safe",
            Safety::Suggested => "suggested",
            Safety::Display => "display",
        });
        let writes = fix.map_or(String::from("-"), |fix| {
            fix.edits.iter().map(|edit| edit.text.replace(['\n', '\r'], "⏎")).collect::<Vec<_>>().join(" | ")
        });
        let line = lines.line(finding.span.start);
        let words = finding.span.of(text).replace(['\n', '\r'], "⏎");
        writeln!(list, "{}\t{}\t{line}\t{words}\t{safety}\t{writes}", finding.severity, finding.rule).expect("a string takes everything");
    }
    list
}

#[test]
fn every_story_gives_the_findings_of_its_list() {
    let bless = std::env::var_os("NEWSLINT_BLESS").is_some();
    for path in stories("tests/articles") {
        let expected = path.with_extension("tsv");
        let found = listing(&read(&path));
        if bless {
            fs::write(&expected, &found).expect("the list can be written");
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        assert!(found == wanted, "{}: found\n{found}\nbut {} says\n{wanted}", path.display(), expected.display());
    }
}

#[test]
fn clean_stories_stay_silent() {
    for path in stories("tests/articles/clean") {
        let source = read(&path);
        let findings = check(&source, &Rulebook::default());
        let loud: Vec<String> = findings.iter().map(|finding| format!("{}: «{}»", finding.rule, finding.span.of(source.text()))).collect();
        assert!(loud.is_empty(), "{} is not silent: {loud:?}", path.display());
    }
}

#[test]
fn safe_fixes_leave_no_safe_fix_and_touch_no_speech() {
    let rulebook = Rulebook::default();
    for path in stories("tests/articles") {
        let source = read(&path);
        let fixed =
            converge(source.clone(), Safety::Safe, |source: &Source| check(source, &rulebook), |source: &Source| quoted(source, &rulebook));
        let fixed = fixed.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let left: Vec<_> = fixed.findings.iter().filter(|finding| finding.fix_of_at_least(Safety::Safe).is_some()).collect();
        assert!(left.is_empty(), "{}: safe fixes are left: {left:?}", path.display());
        let speech = |source: &Source| -> String {
            quoted(source, &rulebook)
                .iter()
                .flat_map(|span| span.of(source.text()).chars())
                .filter(|letter| letter.is_alphanumeric())
                .collect()
        };
        assert_eq!(speech(&fixed.source), speech(&source), "{}", path.display());
    }
}

#[test]
fn the_line_ends_of_a_story_change_no_finding() {
    let rulebook = Rulebook::default();
    for path in stories("tests/articles") {
        let source = read(&path);
        let told = |text: &str| -> Vec<(String, Severity, String)> {
            let source = Source::from_text("story.txt", text);
            let findings = check(&source, &rulebook).into_iter().filter(|finding| finding.rule != "structure/line-endings");
            findings
                .map(|finding| {
                    (finding.rule.to_string(), finding.severity, finding.span.of(text).replace("\r\n", "\n").replace('\r', "\n"))
                })
                .collect()
        };
        let usual = told(source.text());
        for (end, mark) in [("\r\n", ""), ("\r", ""), ("\n", "\u{FEFF}")] {
            let other = format!("{mark}{}", source.text().replace('\n', end));
            assert_eq!(told(&other), usual, "{} with line ends {end:?} and mark {mark:?}", path.display());
        }
    }
}
