//! `newslint parse`: what newslint understood of a story.

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use super::args::ParseArgs;
use super::files::{self, CopyFile, Origin};
use super::settings::Configs;
use super::values::ParseFormat;
use super::{Desk, Failure, Outcome, tell};
use crate::check;
use crate::text::{MOST_BYTES, Source, Span};

pub fn run(args: &ParseArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let configs = Configs::new(&args.copy, &super::args::RuleArgs::default())?;
    let from_stdin = args.path == Path::new("-");
    let name = args.copy.stdin_filename.as_deref().unwrap_or("<stdin>");
    let path = if from_stdin { Path::new(name) } else { &args.path };
    let most = configs.of_file(path)?.config.max_file_size.map_or(MOST_BYTES, |size| size.bytes);
    let read = if from_stdin {
        files::read_stdin(name, most)
    } else {
        let file = CopyFile { shown: files::shown(path), path: path.to_path_buf(), origin: Origin::Named };
        files::read(&file, most).map_err(|(files::Unread::Failed(problem) | files::Unread::Skipped(problem))| problem)
    };
    let source = match read {
        Ok(source) => source,
        Err(problem) => {
            tell("error", &problem.to_string());
            return Ok(Outcome::Trouble);
        }
    };
    let parsed = check::parsed(&source, &*configs.rulebook(path)?);
    match args.output_format {
        ParseFormat::Json => writeln!(desk.out, "{parsed}")?,
        ParseFormat::Text => desk.out.write_all(outline(&parsed, &source).as_bytes())?,
    }
    Ok(Outcome::Clean)
}

/// A line for each block, under it a line for each quotation in it, and after them a line for each name.
fn outline(parsed: &Value, source: &Source) -> String {
    const ENOUGH: usize = 72;
    let span_of = |value: &Value| {
        let offset = |key: &str| value["span"][key].as_u64().and_then(|offset| u32::try_from(offset).ok());
        Some(Span { start: offset("start")?, end: offset("end")? })
    };
    let words = |span: Span| {
        let text = source.text().get(span.range()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let short: String = text.chars().take(ENOUGH).collect();
        super::visible(&if short.len() < text.len() { short + "…" } else { text })
    };
    let list = |key: &str| parsed[key].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut outline = String::new();
    for block in list("blocks") {
        let Some(span) = span_of(block) else { continue };
        let _ = writeln!(outline, "{:<16}{}", block["role"].as_str().unwrap_or_default(), words(span));
        for quotation in list("quotations") {
            let Some(inner) = span_of(quotation).filter(|inner| span.contains(*inner)) else { continue };
            let said_by = &quotation["speaker"];
            let speaker = said_by["name"].as_str().or_else(|| said_by["text"].as_str()).unwrap_or("nobody named");
            let class = quotation["class"].as_str().unwrap_or_default();
            let sure = quotation["certainty"].as_str().map_or_else(String::new, |certainty| format!(" ({certainty} certainty)"));
            let _ = writeln!(outline, "{:<16}  {class}, {speaker}{sure}: {}", "", words(inner));
        }
    }
    for name in list("names") {
        let mentions = name["mentions"].as_array().map_or(0, Vec::len);
        let role = name["role"].as_str().map_or_else(String::new, |role| format!(", {}", super::visible(role)));
        let kind = name["kind"].as_str().unwrap_or_default();
        let written = super::visible(name["name"].as_str().unwrap_or_default());
        let _ = writeln!(outline, "{kind:<16}{written}{role}: {mentions} {}", if mentions == 1 { "mention" } else { "mentions" });
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_has_a_line_a_block_and_a_line_a_quotation() {
        let source = Source::from_text("a.txt", "Head\n\n“No,” he said.\n");
        let parsed = serde_json::json!({
            "blocks": [{ "role": "headline", "span": { "start": 0, "end": 4 } }, { "role": "paragraph", "span": { "start": 6, "end": 25 } }],
            "quotations": [{ "span": { "start": 9, "end": 12 }, "class": "direct", "speaker": { "text": "he" }, "certainty": "high" }],
        });
        let wanted = "headline        Head\nparagraph       “No,” he said.\n                  direct, he (high certainty): No,\n";
        assert_eq!(outline(&parsed, &source), wanted);
    }
}
