//! What version control writes into a file when two people changed the same lines.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.gaps_of_file().is_some_and(|gaps| !gaps.double(b'<')) {
        return;
    }
    let text = article.document.source.text();
    let mut open: Option<Draft> = None;
    for (marker, span) in markers(text) {
        match marker {
            '<' => {
                sink_open(&mut open, sink);
                open = Some(Draft::at(span).say("marker", span.of(text)));
            }
            '>' if open.is_some() => {
                open = open.map(|draft| draft.label(span, "end"));
                sink_open(&mut open, sink);
            }
            // Seven of these on a line of their own may be a letter quoted seven times, or a rule.
            '>' | '=' if open.is_none() => {}
            _ => open = open.map(|draft| draft.label(span, "other")),
        }
    }
    sink_open(&mut open, sink);
}

fn sink_open(open: &mut Option<Draft>, sink: &mut Sink) {
    if let Some(draft) = open.take() {
        sink.report(draft);
    }
}

/// The lines that look like markers, each with its first character.
fn markers(text: &str) -> impl Iterator<Item = (char, Span)> + '_ {
    // Files without a conflict, nearly all, are done after one search.
    let first = memchr::memmem::find(text.as_bytes(), b"<<<<<<<").unwrap_or(text.len());
    let start = text[..first].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let mut at = start;
    text[start..].split_inclusive(['\n', '\r']).filter_map(move |line| {
        let words = line.trim_end();
        let span = Span::new(at, at + words.len());
        at += line.len();
        let marker = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].into_iter().find(|marker| words.starts_with(marker))?;
        let rest = &words[marker.len()..];
        let is_marker = rest.is_empty() || (rest.starts_with(' ') && marker != "=======");
        is_marker.then(|| (marker.chars().next().unwrap_or_default(), span))
    })
}
