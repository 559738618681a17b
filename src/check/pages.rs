//! A rule's page as people read it: in a terminal, and in the rule reference.

use std::fmt::Write;

use crate::lint::page::BestFix;
use crate::lint::{Example, Needs, OptionValue, Page, QuotePolicy};

/// The page as `newslint explain` shows it.
pub fn explain(page: &Page) -> String {
    let mut text = format!("{}\n\n{}.\n\n{}\n\n{}\n", page.name, page.summary, page.why, facts(page));
    if !page.guide.is_empty() {
        let _ = writeln!(text, "House rule: {}", page.guide);
    }
    if !page.options.is_empty() {
        text.push_str("\nOptions, in newslint.toml:\n");
        let _ = writeln!(text, "  [lint.rules.\"{}\"]", page.name);
        for option in page.options.iter() {
            let _ = writeln!(text, "  {} = {}  # {}", option.name, short(&option.default), option.help);
        }
    }
    text.push_str("\nExamples:\n");
    for example in page.examples.iter() {
        text.push_str(&example_lines(example, "  "));
    }
    text
}

/// The page as a section of the rule reference.
pub fn markdown(page: &Page) -> String {
    let mut text = format!("## {}\n\n{}. {}\n\n{}\n", page.name, page.summary, page.why, facts(page));
    if !page.options.is_empty() {
        text.push_str("\n| option | default | what it does |\n|---|---|---|\n");
        for option in page.options.iter() {
            let _ = writeln!(text, "| `{}` | `{}` | {} |", option.name, short(&option.default), option.help);
        }
    }
    text.push_str("\n```text\n");
    for example in page.examples.iter() {
        text.push_str(&example_lines(example, ""));
    }
    text.push_str("```\n");
    text
}

fn facts(page: &Page) -> String {
    let fix = match page.fix {
        BestFix::Safe => "mended by --fix",
        BestFix::Suggested => "a mending is suggested; --unsafe-fixes applies it",
        BestFix::Display => "a mending is shown",
        BestFix::None => "mended by hand",
    };
    let quotes = match page.quotes {
        QuotePolicy::Skip => "silent in quotations",
        QuotePolicy::Soften => "one level softer in quotations",
        QuotePolicy::Keep => "reported in quotations too, and never changed there",
    };
    let on = if page.default { "on" } else { "off unless a style or newslint.toml asks for it" };
    let needs = match page.needs {
        Needs::Nothing | Needs::Suppressions => "",
        Needs::Moment => " with --now",
        Needs::Committed => " with --changed",
        Needs::Others => " with `across-files = true` under [crosscheck] in newslint.toml",
    };
    format!("{}, {on}{needs}; {fix}; {quotes}; since {}.", capitalised(page.severity.as_str()), page.since)
}

fn capitalised(word: &str) -> String {
    word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
}

/// An option's value as newslint.toml has it, long lists cut.
fn short(value: &OptionValue) -> String {
    match value {
        OptionValue::Number(number) => number.to_string(),
        OptionValue::Switch(on) => on.to_string(),
        OptionValue::Word(word) => format!("\"{word}\""),
        OptionValue::Words(words) => {
            let shown: Vec<String> = words.iter().take(6).map(|word| format!("\"{word}\"")).collect();
            let more = if words.len() > 6 { ", …" } else { "" };
            format!("[{}{more}]", shown.join(", "))
        }
    }
}

fn example_lines(example: &Example, indent: &str) -> String {
    let mut lines = String::new();
    let mut add = |sign: &str, copy: &str| {
        for (at, line) in copy.lines().enumerate() {
            let _ = writeln!(lines, "{indent}{} {line}", if at == 0 { sign } else { " " });
        }
    };
    if !example.before.is_empty() {
        add("committed:", &example.before);
    }
    if !example.other.is_empty() {
        add("other.txt:", &example.other);
    }
    if let Some(bad) = &example.bad {
        add("✗", bad);
    }
    if let Some(good) = &example.good {
        add("✓", good);
    }
    lines
}
