//! What a page leaves in copied text: entities, tags, `ADVERTISEMENT`, `Click here`, remains of embeds.

use memchr::memmem;

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Remains that stand in no copy, wherever they are.
const REMAINS: [&str; 23] = [
    "&nbsp;", "&amp;", "&quot;", "&#39;", "&#039;", "&#8217;", "&rsquo;", "&lsquo;", "&ldquo;", "&rdquo;", "&mdash;", "&ndash;",
    "&hellip;", "<br>", "<br/>", "<br />", "</p>", "<p>", "</a>", "</div>", "<div", "<span", "</span>",
];
/// The address that an embedded post leaves behind.
const PICTURE: &str = "pic.twitter.com/";
/// No line of the page is longer.
const LONGEST: usize = 44;
/// Lines that belong to the page around the story.
const LINES: [&str; 20] = [
    "advertisement",
    "advertisement - continue reading below",
    "story continues below advertisement",
    "click here to read more",
    "click here for more",
    "share this",
    "share this article",
    "share on facebook",
    "share on twitter",
    "flagsharelikereply",
    "sign up for our newsletter",
    "scroll for more",
    "continue reading the main story",
    "continue reading below",
    "read more below",
    "loading...",
    "photo gallery",
    "view gallery",
    "skip advertisement",
    "[contact-form]",
];

/// The lengths of these lines, as bits.
const LENGTHS: u64 = {
    let (mut lengths, mut at) = (0, 0);
    while at < LINES.len() {
        assert!(LINES[at].len() <= LONGEST, "no line is longer");
        lengths |= 1 << LINES[at].len();
        at += 1;
    }
    lengths
};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let copy = article.copy();
    let bytes = copy.as_bytes();
    let is_marked = article.gaps().hold(b'&') || article.gaps().hold(b'<');
    for at in memchr::memchr2_iter(b'&', b'<', if is_marked { bytes } else { &[] }) {
        if let Some(remain) = REMAINS.iter().find(|remain| bytes[at..].starts_with(remain.as_bytes())) {
            report(article, Span::new(at, at + remain.len()), sink);
        }
    }
    let has_address = article.gaps().hold(b'/');
    for at in memmem::find_iter(if has_address { bytes } else { &[] }, PICTURE) {
        let end = copy[at..].find([' ', '\n', '<', '"', '”', '\u{A0}', ',']).unwrap_or(copy.len() - at);
        report(article, Span::new(at, at + end), sink);
    }
    // Longer blocks are no line, whatever marks stand around their words.
    for block in article.blocks().iter().filter(|block| block.span.len() <= 2 * LONGEST) {
        let text = article.text(block.span);
        let line = text.trim_matches(|mark: char| mark.is_whitespace() || matches!(mark, '.' | ':' | '»' | '>' | '*' | '_'));
        if line.len() <= LONGEST && LENGTHS >> line.len() & 1 != 0 && LINES.iter().any(|remain| line.eq_ignore_ascii_case(remain)) {
            report(article, block.span, sink);
        }
    }
}

fn report(article: &Article, span: Span, sink: &mut Sink) {
    if article.role_at(span.start).is_some_and(crate::document::Role::is_copy) {
        sink.report(Draft::at(span).say("found", article.text(span)));
    }
}
