//! The `newslint` program.

use std::io::Write;

use newslint::check::{Settings, check};
use newslint::finding::Severity;
use newslint::style::Style;
use newslint::text::{LineIndex, Source};

fn parse(path: &str) {
    let source = Source::decode(path.to_owned(), std::fs::read(path).unwrap_or_default()).expect("UTF-8");
    let document = newslint::input::read(&source);
    let lexicon = newslint::lexicon::Lexicon::built_in();
    let article = newslint::article::Article::read(&document, &lexicon);
    let blocks: Vec<_> = document.blocks.iter().map(|block| serde_json::json!({"role": block.role, "span": block.span})).collect();
    let quotations: Vec<_> = article
        .quotations
        .iter()
        .map(|quotation| {
            serde_json::json!({"span": quotation.span, "class": quotation.class, "level": quotation.level, "speaker": quotation.speaker,
                "cue": quotation.cue, "attributed": quotation.attributed, "certainty": quotation.certainty, "continues": quotation.continues})
        })
        .collect();
    let _ = writeln!(std::io::stdout(), "{}", serde_json::json!({"path": path, "blocks": blocks, "quotations": quotations}));
}

fn main() {
    if std::env::args().nth(1).as_deref() == Some("parse") {
        return parse(&std::env::args().next_back().unwrap_or_default());
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1)).cloned();
    let least = match value("--min-severity").as_deref() {
        Some("info") => Severity::Info,
        Some("error") => Severity::Error,
        _ => Severity::Warning,
    };
    let mut settings = Settings::new(Style::default());
    if let Some(selector) = value("--select") {
        let all: Vec<usize> = selector.split(',').flat_map(|one| settings.registry.select(one)).collect();
        settings.select(&all);
    }
    settings.date = value("--date");
    let mut paths = Vec::new();
    let root = args.last().cloned().unwrap_or_default();
    if std::path::Path::new(&root).is_dir() {
        for entry in ignore::Walk::new(&root).flatten() {
            if entry.path().extension().is_some_and(|end| end == "txt" || end == "md") {
                paths.push(entry.path().to_string_lossy().into_owned());
            }
        }
    } else {
        paths.push(root);
    }
    paths.sort();
    let mut out = std::io::stdout().lock();
    for path in paths {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(source) = Source::decode(path, bytes) else { continue };
        let lines = LineIndex::new(source.text());
        for finding in check(&source, &settings).into_iter().filter(|finding| finding.severity >= least) {
            let object = serde_json::json!({"rule": finding.rule, "severity": finding.severity, "message": finding.message, "path": source.path(),
                "span": finding.span, "start": lines.position(source.text(), finding.span.start), "end": lines.position(source.text(), finding.span.end),
                "labels": finding.labels, "help": finding.help, "fixes": finding.fixes});
            let _ = writeln!(out, "{object}");
        }
    }
}
