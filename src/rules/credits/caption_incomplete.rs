//! A picture without words for those who do not see it, and without caption.

use crate::article::Article;
use crate::document::{Markup, Role};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.document.markup != Markup::Markdown {
        return;
    }
    let text = article.document.source.text();
    for at in memchr::memmem::find_iter(text.as_bytes(), b"![]") {
        if let Some(span) = link(text, at).filter(|span| !is_code(article, *span) && !is_captioned(article, *span)) {
            sink.report(Draft::at(span).say("picture", span.of(text)));
        }
    }
    for at in memchr::memmem::find_iter(text.as_bytes(), b"<img ") {
        let Some(len) = text[at..].find('>') else { break };
        let span = Span::new(at, at + len + 1);
        // An empty alt says that the picture only decorates.
        let is_shown = is_code(article, span)
            && !article.blocks().iter().any(|block| block.span.contains(span) && text[block.span.from()..].starts_with('<'));
        if !span.of(text).contains("alt=") && !is_shown && !is_in_code(text, at) && !is_captioned(article, span) {
            sink.report(Draft::at(span).say("picture", span.of(text)));
        }
    }
}

/// The whole of `![](boat.jpg)`; none where it has a title, which is its caption.
fn link(text: &str, at: usize) -> Option<Span> {
    let target = text[at..].strip_prefix("![](")?;
    let len = target.find(')')?;
    let has_title = target[..len].contains(['"', '\'']);
    (!has_title && !is_in_code(text, at)).then(|| Span::new(at, at + "![](".len() + len + 1))
}

fn is_code(article: &Article, span: Span) -> bool {
    article.role_at(span.start) == Some(Role::Embed)
}

/// Whether the copy shows the mark as such, between backticks.
fn is_in_code(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[line..at].matches('`').count() % 2 == 1
}

/// Whether the next copy is a caption, or a line in italics that stands right under the picture.
fn is_captioned(article: &Article, picture: Span) -> bool {
    let text = article.document.source.text();
    let next = article.blocks().iter().find(|block| block.span.start >= picture.end);
    let below = text[picture.to()..].trim_start();
    let is_near = |block: &crate::document::Block| text[picture.to()..block.span.from()].matches('\n').count() <= 2;
    let is_italic = below.starts_with(['*', '_']) && !below.starts_with("**") && !below.starts_with("__");
    next.is_some_and(|block| is_near(block) && (matches!(block.role, Role::Caption | Role::Credit) || is_italic))
        || below.starts_with("<figcaption")
}
