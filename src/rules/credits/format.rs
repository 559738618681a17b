//! `With Reuters/AFP`, where the house has one form for its credits.

use crate::article::Article;
use crate::document::Role;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::FILLER;

/// What stands before the agencies.
const OPENERS: [&str; 5] = ["with additional reporting by", "additional reporting by", "with reporting by", "reporting by", "with"];
/// Names that stand for agencies nobody names.
const UNNAMED: [&str; 4] = ["agencies", "news agencies", "wires", "wire services"];

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let form = context.options.word("form");
    for (_, block) in article.blocks_with(|role| role == Role::Credit) {
        let written = article.text(block.span);
        if written.contains(FILLER) {
            continue;
        }
        let Some(agencies) = agencies(written) else { continue };
        let right = form.replace("{agencies}", &listed(&agencies));
        if right != written {
            let draft = Draft::at(block.span).say("found", written).say("right", right.as_str());
            sink.report(draft.replace(Safety::Safe, right));
        }
    }
}

/// The agencies of a credit that names nothing else: people and papers are credited in sentences of their own.
fn agencies(credit: &str) -> Option<Vec<&str>> {
    let inner = credit.trim().trim_end_matches('.');
    let inner =
        inner.strip_prefix(['(', '[']).and_then(|inner| inner.strip_suffix([')', ']'])).unwrap_or(inner).trim().trim_end_matches('.');
    let opener = OPENERS.iter().find(|opener| inner.get(..opener.len()).is_some_and(|start| start.eq_ignore_ascii_case(opener)))?;
    let names = inner[opener.len()..].strip_prefix(' ').or_else(|| inner[opener.len()..].strip_prefix(": "))?;
    let parts = names.split(['/', ',', '&', ';']).flat_map(|part| part.split(" and ")).map(str::trim);
    let parts: Vec<&str> = parts.map(|part| part.strip_prefix("and ").unwrap_or(part)).filter(|part| !part.is_empty()).collect();
    let is_agency = |part: &&str| {
        let name = part.strip_prefix("the ").unwrap_or(part);
        super::AGENCIES.contains(&name) || UNNAMED.contains(&name)
    };
    (!parts.is_empty() && parts.iter().all(is_agency)).then_some(parts)
}

/// `Reuters, AFP and dpa`.
fn listed(names: &[&str]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        names => names.concat(),
    }
}
