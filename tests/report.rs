//! What every output format keeps to, whatever the copy: its own unit of columns, the JSON contract, and that nothing in the copy
//! can steer a terminal or a build server.

use newslint::finding::{Edit, Finding, Fix, Label, Safety, Severity};
use newslint::report::{Format, Problem, Report, RuleNote, Story, View, write};
use newslint::text::{Source, Span};
use serde_json::Value;

/// Everything that sets columns apart: a byte order mark, letters composed and decomposed, a character outside the basic plane, an
/// emoji of several, a tab, both line ends.
const COLUMNS: &str = "\u{FEFF}“One” é e\u{301} \u{1D11E} 👩‍🚒\tfirst\r\n“Two” é e\u{301} \u{1D11E} 👩‍🚒\tsecond\nthird";

fn finding(span: Span) -> Finding {
    Finding::new("spelling/misspelling", Severity::Warning, span, "a slip")
}

fn written(format: Format, path: &str, text: &str, findings: &[Finding], view: &View) -> String {
    let source = Source::from_text(path, text);
    let rules = [RuleNote { name: "spelling/misspelling", summary: "A slip", why: "", severity: Severity::Warning, url: None }];
    let problems = [Problem { path, message: text }];
    let stories = [Story { source: &source, findings, confirmed: None }];
    let report = Report { stories: &stories, rules: &rules, problems: &problems, checked: 1, fixed: 0 };
    let mut out = Vec::new();
    write(format, &report, view, &mut out).expect("a Vec takes all");
    String::from_utf8(out).expect("every format is UTF-8")
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

/// The text between two places, read by the rule of columns in Unicode scalar values.
fn slice_by_scalars(text: &str, start: (u64, u64), end: (u64, u64)) -> String {
    let body = text.trim_start_matches('\u{FEFF}');
    let offset = |(line, column): (u64, u64)| {
        let line_start: usize = body.split_inclusive('\n').take(line as usize - 1).map(str::len).sum();
        line_start + body[line_start..].chars().take(column as usize - 1).map(char::len_utf8).sum::<usize>()
    };
    body[offset(start)..offset(end)].to_owned()
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("it is a number")
}

#[test]
fn every_format_points_at_the_same_words() {
    for words in ["“One”", "é", "e\u{301}", "\u{1D11E}", "👩‍🚒", "first", "second", "third", "first\r\n“Two”"] {
        for (start, _) in COLUMNS.match_indices(words) {
            let span = Span::new(start, start + words.len());
            let output = |format| written(format, "a.txt", COLUMNS, &[finding(span)], &View::default());

            let entry = json(&output(Format::Json))["findings"][0].clone();
            let bytes = number(&entry["span"]["start"]) as usize..number(&entry["span"]["end"]) as usize;
            assert_eq!(&COLUMNS[bytes], words, "json, bytes");
            let place = |value: &Value| (number(&value["line"]), number(&value["column"]));
            assert_eq!(slice_by_scalars(COLUMNS, place(&entry["start"]), place(&entry["end"])), words, "json, columns");
            assert_eq!(json(output(Format::Jsonl).trim()), entry, "jsonl");

            let log = json(&output(Format::Sarif));
            assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
            let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
            let edge = |line: &str, column: &str| (number(&region[line]), number(&region[column]));
            assert_eq!(slice_by_scalars(COLUMNS, edge("startLine", "startColumn"), edge("endLine", "endColumn")), words, "sarif");
            let offset = number(&region["byteOffset"]) as usize;
            assert_eq!(&COLUMNS[offset..offset + number(&region["byteLength"]) as usize], words, "sarif, bytes");

            let (line, column) = place(&entry["start"]);
            assert!(output(Format::Concise).starts_with(&format!("a.txt:{line}:{column}: warning spelling/misspelling a slip\n")));
            assert!(output(Format::Full).contains(&format!("┌─ a.txt:{line}:{column}\n")));
            let (end_line, end_column) = place(&entry["end"]);
            let github = if line == end_line {
                format!("line={line},col={column},endLine={end_line},endColumn={end_column},")
            } else {
                format!("line={line},endLine={end_line},")
            };
            assert!(output(Format::Github).contains(&github), "github");
        }
    }
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// A finding with every part.
fn complete(text: &str) -> Finding {
    let mut finding = finding(Span::new(0, 3));
    finding.help = Some(text.to_owned());
    finding.url = Some(format!("https://desk.example/{text}"));
    finding.labels = vec![Label { span: Span::new(4, 7), message: text.to_owned() }];
    let edits = vec![Edit::replace(Span::new(0, 3), text), Edit::insert(7, "!")];
    finding.fixes = [Safety::Safe, Safety::Suggested, Safety::Display]
        .into_iter()
        .map(|safety| Fix { title: text.to_owned(), safety, edits: edits.clone() })
        .collect();
    finding
}

#[test]
fn json_has_just_the_keys_of_its_schema() {
    let schema = json(include_str!("../schemas/findings.schema.json"));
    let output = json(&written(Format::Json, "a.txt", "One two.", &[complete("help"), finding(Span::at(8))], &View::default()));
    let assert_keys = |value: &Value, part: &Value| {
        let mut required: Vec<&str> = part["required"].as_array().expect("it lists them").iter().filter_map(Value::as_str).collect();
        let mut properties = keys(&part["properties"]);
        let mut found = keys(value);
        for list in [&mut required, &mut properties, &mut found] {
            list.sort_unstable();
        }
        // What --verified adds stands there only when it is asked for.
        properties.retain(|key| *key != "verified");
        assert_eq!(found, required);
        assert_eq!(found, properties);
    };
    assert_keys(&output, &schema);
    for entry in output["findings"].as_array().expect("a list") {
        assert_keys(entry, &schema["$defs"]["finding"]);
        assert_keys(&entry["span"], &schema["$defs"]["span"]);
        assert_keys(&entry["start"], &schema["$defs"]["position"]);
    }
    let entry = &output["findings"][0];
    assert_keys(&entry["labels"][0], &schema["$defs"]["label"]);
    assert_keys(&entry["fixes"][0], &schema["$defs"]["fix"]);
    assert_keys(&entry["fixes"][0]["edits"][0], &schema["$defs"]["edit"]);
    let safeties: Vec<&Value> = entry["fixes"].as_array().expect("a list").iter().map(|fix| &fix["safety"]).collect();
    assert_eq!(safeties, ["safe", "suggested", "display"]);
    assert_eq!(output["findings"][1]["help"], Value::Null);
}

#[test]
fn no_findings_are_an_empty_list() {
    assert_eq!(written(Format::Json, "a.txt", "One.", &[], &View::default()), "{\"version\":1,\"findings\":[]}\n");
    assert_eq!(written(Format::Jsonl, "a.txt", "One.", &[], &View::default()), "");
}

#[test]
fn sarif_offers_alternatives_and_tells_of_files_not_read() {
    let log = json(&written(Format::Sarif, "copy/story one.txt", "One two.", &[complete("help")], &View::default()));
    let run = &log["runs"][0];
    assert_eq!(run["results"][0]["fixes"].as_array().map(Vec::len), Some(3));
    assert_eq!(run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"].as_array().map(Vec::len), Some(2));
    assert_eq!(run["results"][0]["ruleIndex"], 0);
    assert_eq!(run["tool"]["driver"]["rules"][0]["name"], "Misspelling");
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"], "One two.");
    let artifact = &run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(artifact, &serde_json::json!({"uri": "copy/story%20one.txt", "uriBaseId": "%SRCROOT%"}));
}

const HOSTILE: &str =
    "One two\u{1B}]0;x\u{7} ##[error]a ##vso[task]b \n::error::c ##teamcity[d]\u{9B}31m \u{202E}evil\u{7F}\u{200B}\u{2028}";

/// The formats with everything hostile in every place that the copy or the configuration can reach.
fn hostile(view: &View) -> Vec<(Format, String)> {
    let mut finding = complete(HOSTILE);
    HOSTILE.clone_into(&mut finding.message);
    finding.rule = HOSTILE.to_owned().into();
    finding.labels.push(Label { span: Span::new(0, HOSTILE.len()), message: HOSTILE.to_owned() });
    let whole = Finding { span: Span::new(0, HOSTILE.len()), ..finding.clone() };
    let findings = [finding, whole];
    Format::ALL.into_iter().map(|format| (format, written(format, HOSTILE, HOSTILE, &findings, view))).collect()
}

#[test]
fn no_terminal_obeys_what_stands_in_the_copy() {
    for (format, text) in hostile(&View::default()) {
        let obeyed = |next: &char| {
            (next.is_control() && *next != '\n')
                || matches!(next, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        };
        assert_eq!(text.chars().find(obeyed), None, "{format}:\n{text}");
    }
}

#[test]
fn no_build_server_obeys_what_stands_in_the_copy() {
    for (format, text) in hostile(&View { ci: true, ..View::default() }) {
        for line in text.lines().filter(|_| matches!(format, Format::Full | Format::Concise)) {
            let commands = ["##[", "##vso[", "##teamcity["].into_iter().filter(|command| line.contains(command)).count();
            assert_eq!((commands, line.trim_start().starts_with("::")), (0, false), "{format}: {line}");
        }
        if format == Format::Github {
            let ours = text.lines().all(|line| line.starts_with("::warning file=") || line.starts_with("::error file="));
            assert!(ours, "{text}");
        }
    }
}

#[test]
fn any_span_can_be_shown_and_always_in_the_same_way() {
    let text = format!(
        "{COLUMNS}\n\nOne\u{7F} \u{202E}two.\r\n{} 中文字符没有空格也要换行而且很长很长很长很长很长很长很长很长\n\n",
        "word ".repeat(60)
    );
    for width in [1, 40, 80, 200] {
        for start in 0..text.len() {
            for len in [0, 1, 2, 7, 90, 400] {
                let mut finding = finding(Span::new(start, start + len));
                finding.labels.push(Label { span: Span::new(text.len() - start, text.len()), message: "another place".to_owned() });
                finding.fixes.push(Fix {
                    title: "t".to_owned(),
                    safety: Safety::Safe,
                    edits: vec![Edit::replace(finding.span, "new words")],
                });
                if len > 2 && start % 7 > 0 {
                    continue;
                }
                let view = View { width, ..View::default() };
                let output = written(Format::Full, "a.txt", &text, std::slice::from_ref(&finding), &view);
                assert!(output.contains('^'), "{start}+{len} at {width}:\n{output}");
                if start % 50 == 0 {
                    assert_eq!(output, written(Format::Full, "a.txt", &text, &[finding], &view));
                }
            }
        }
    }
}

#[test]
fn copy_fits_the_screen() {
    let text = "Word after word, and “quoted words” too, with the odd 👩‍🚒 among them. ".repeat(30);
    for at in (0..text.len()).filter(|&at| text.is_char_boundary(at)) {
        let mut finding = finding(text[at..].chars().next().map_or(Span::at(at), |next| Span::new(at, at + next.len_utf8())));
        finding.labels.push(Label { span: Span::new(0, 4), message: "the first of the words".to_owned() });
        for width in [80, 120] {
            let output = written(Format::Full, "a.txt", &text, std::slice::from_ref(&finding), &View { width, ..View::default() });
            let widest = output.lines().take_while(|line| !line.is_empty()).map(unicode_width::UnicodeWidthStr::width).max();
            assert!(widest <= Some(width), "{at} at {width}:\n{output}");
        }
    }
}

#[test]
fn every_finding_on_one_long_line_is_told() {
    // How long a hundred thousand of them take is measured in benches/reading.rs.
    let text = "a few words of copy, ".repeat(1000);
    let findings: Vec<Finding> = (0..2000).map(|at| finding(Span::new(at * 10, at * 10 + 4))).collect();
    let output = |format| written(format, "a.txt", &text, &findings, &View::default());
    let lines = |format| output(format).lines().filter(|line| line.contains("spelling/misspelling")).count();
    assert_eq!([lines(Format::Concise), lines(Format::Jsonl)], [2000, 2000]);
    assert_eq!(output(Format::Full).matches("warning[spelling/misspelling]").count(), 2000);
    assert_eq!(json(&output(Format::Sarif))["runs"][0]["results"].as_array().map(Vec::len), Some(2000));
}
