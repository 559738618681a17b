//! A subhead with nothing under it.

use crate::article::Article;
use crate::document::{Block, Role};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let text = article.document.source.text();
    for (index, block) in article.blocks_with(|role| role == Role::Subhead) {
        let next = article.blocks().get(index + 1);
        let stands_bare = match next.map(|next| next.role) {
            None | Some(Role::Credit | Role::EndMark | Role::Correction | Role::SectionLabel) => true,
            // A part may open with the heading of its own first part.
            Some(Role::Subhead) => next.is_some_and(|next| !is_deeper(text, block, next)),
            _ => false,
        };
        if stands_bare {
            // In plain text the marks of a heading stand in its copy.
            let words = article.text(block.span).trim_start_matches(['#', ' ']);
            let span = Span { start: block.span.end - words.len() as u32, end: block.span.end };
            let found = article.text(span);
            sink.report(Draft::at(span).say("found", found).wording(if next.is_some() { "before" } else { "last" }));
        }
    }
}

fn is_deeper(text: &str, heading: &Block, next: &Block) -> bool {
    level(text, next) > level(text, heading)
}

/// How many `#` stand before a heading.
fn level(text: &str, heading: &Block) -> usize {
    let line = text[..heading.span.to()].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    text[line..heading.span.to()].bytes().take_while(|&byte| byte == b'#').count()
}
