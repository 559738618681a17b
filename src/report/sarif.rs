//! SARIF 2.1.0, the format of code scanning services. Columns are Unicode code points, which `columnKind` declares.

use std::io::{self, Write};

use serde::Serialize;

use super::fingerprint::{self, Fingerprint};
use super::places::Places;
use super::{Problem, Report, RuleNote, json, uri};
use crate::finding::{Finding, Fix, Severity};
use crate::text::Span;

/// The name by which services know a run of newslint, whatever the files.
const CATEGORY: &str = "newslint/";

/// Writes one log with one run.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", json::to_json(&log(report))?)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    column_kind: &'static str,
    automation_details: AutomationDetails,
    invocations: [Invocation<'a>; 1],
    results: Vec<ResultEntry<'a>>,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor<'a> {
    id: &'a str,
    name: String,
    short_description: Text<'a>,
    full_description: Text<'a>,
    help: Help<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'a str>,
    default_configuration: Configuration,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

#[derive(Serialize)]
struct Help<'a> {
    text: &'a str,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties<'a> {
    tags: [&'a str; 1],
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

#[derive(Serialize)]
struct AutomationDetails {
    id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Text<'a>,
    locations: [LocationEntry<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultEntry<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text<'a>,
    locations: [LocationEntry<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationEntry<'a>>,
    partial_fingerprints: PartialFingerprints,
    suppressions: [(); 0],
    fixes: Vec<FixEntry<'a>>,
}

#[derive(Serialize)]
struct PartialFingerprints {
    #[serde(rename = "newslint/v1")]
    v1: Fingerprint,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'a> {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region<'a>>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    byte_offset: u32,
    byte_length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Text<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixEntry<'a> {
    description: Text<'a>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    inserted_content: Text<'a>,
}

fn log<'a>(report: &Report<'a>) -> Log<'a> {
    let mut results = Vec::new();
    for story in report.stories.iter().filter(|story| !story.findings.is_empty()) {
        let places = Places::new(story.source);
        let fingerprints = fingerprint::of_findings(&places, story.findings);
        results.extend(story.findings.iter().zip(fingerprints).map(|(finding, v1)| result(&places, finding, v1, report.rules)));
    }
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "newslint",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: report.rules.iter().map(descriptor).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            automation_details: AutomationDetails { id: CATEGORY },
            invocations: [Invocation {
                execution_successful: report.problems.is_empty(),
                tool_execution_notifications: report.problems.iter().map(notification).collect(),
            }],
            results,
        }],
    }
}

fn descriptor<'a>(rule: &RuleNote<'a>) -> Descriptor<'a> {
    let (family, name) = rule.name.split_once('/').unwrap_or(("", rule.name));
    let why = if rule.why.trim().is_empty() { rule.summary } else { rule.why.trim() };
    Descriptor {
        id: rule.name,
        name: pascal_case(name),
        short_description: Text { text: rule.summary },
        full_description: Text { text: why },
        help: Help { text: why, markdown: format!("**{}.** {why}", rule.summary) },
        help_uri: rule.url,
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Properties { tags: [family], severity: problem_severity(rule.severity) },
    }
}

/// `doubled-word` as `DoubledWord`, the form that SARIF asks of a rule's name.
fn pascal_case(name: &str) -> String {
    name.split('-')
        .flat_map(|word| word.chars().enumerate().map(|(at, next)| if at == 0 { next.to_ascii_uppercase() } else { next }))
        .collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn problem_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "recommendation",
    }
}

fn notification<'a>(problem: &Problem<'a>) -> Notification<'a> {
    let physical_location = PhysicalLocation { artifact_location: artifact(problem.path), region: None };
    Notification {
        level: "error",
        message: Text { text: problem.message },
        locations: [LocationEntry { id: None, physical_location, message: None }],
    }
}

fn result<'a>(places: &Places<'a>, finding: &'a Finding, v1: Fingerprint, rules: &[RuleNote<'_>]) -> ResultEntry<'a> {
    let location =
        |span: Span| PhysicalLocation { artifact_location: artifact(places.source().path()), region: Some(region(places, span, true)) };
    let related = finding.labels.iter().enumerate().map(|(at, label)| LocationEntry {
        id: Some(at + 1),
        physical_location: location(label.span),
        message: Some(Text { text: &label.message }),
    });
    ResultEntry {
        rule_id: &finding.rule,
        rule_index: rules.binary_search_by_key(&&*finding.rule, |rule| rule.name).ok(),
        level: level(finding.severity),
        message: Text { text: &finding.message },
        locations: [LocationEntry { id: None, physical_location: location(finding.span), message: None }],
        related_locations: related.collect(),
        partial_fingerprints: PartialFingerprints { v1 },
        suppressions: [],
        fixes: finding.fixes.iter().map(|fix| fix_entry(places, fix)).collect(),
    }
}

/// Each way to mend the finding is a fix of its own: the replacements of one fix are applied together.
fn fix_entry<'a>(places: &Places<'a>, fix: &'a Fix) -> FixEntry<'a> {
    let replacements = fix
        .edits
        .iter()
        .map(|edit| Replacement { deleted_region: region(places, edit.span, false), inserted_content: Text { text: &edit.text } })
        .collect();
    FixEntry {
        description: Text { text: &fix.title },
        artifact_changes: [ArtifactChange { artifact_location: artifact(places.source().path()), replacements }],
    }
}

fn artifact(path: &str) -> ArtifactLocation {
    let (uri, relative) = uri::of_path(path);
    ArtifactLocation { uri, uri_base_id: relative.then_some("%SRCROOT%") }
}

fn region<'a>(places: &Places<'a>, span: Span, with_snippet: bool) -> Region<'a> {
    let span = places.clamp(span);
    let (start, end) = (places.position(span.start), places.position(span.end));
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
        byte_offset: span.start,
        byte_length: span.len(),
        snippet: with_snippet.then(|| Text { text: span.of(places.text()) }),
    }
}
