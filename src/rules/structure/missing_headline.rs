//! A story without a headline.

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::word_count;

/// A first paragraph is at least this long.
const LEAST_WORDS: usize = 12;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if article.headline().is_some() || has_headline_field(article.document.source.text(), context) {
        return;
    }
    let mut paragraphs = article.blocks_with(|role| role == Role::Paragraph);
    let Some((first, _)) = paragraphs.next() else { return };
    // A headline such as “EXCLUSIVE – Mill to close” may be taken for a dateline and its story.
    if word_count(article.text(article.blocks()[first].span)) < LEAST_WORDS {
        return;
    }
    let is_story = paragraphs.count() + 1 >= context.options.number("paragraphs") && article.words.len() >= context.options.number("words");
    if is_story {
        let span = article.sentences_of(first).first().map_or(article.blocks()[first].span, |sentence| sentence.span);
        sink.report(Draft::at(span));
    }
}

/// Whether the front matter names a headline in a form that is not read as copy, such as a folded block.
fn has_headline_field(text: &str, context: &Context) -> bool {
    let mut lines = text.trim_start_matches('\u{FEFF}').lines();
    let Some(fence) = lines.next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++")) else { return false };
    lines.take_while(|line| line.trim_end() != fence).any(|line| {
        let key = line.split([':', '=']).next().unwrap_or_default().trim().trim_matches('"');
        context.options.words("fields").iter().any(|name| key.eq_ignore_ascii_case(name))
    })
}
