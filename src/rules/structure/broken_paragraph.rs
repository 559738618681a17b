//! A paragraph that stops in the middle of a sentence, and the next that goes on in lower case.

use crate::article::Article;
use crate::document::{Markup, Role};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::ends_terminal;
use crate::text::{Case, Span};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, pair) in article.blocks().windows(2).enumerate() {
        let [first, second] = pair else { continue };
        if !matches!(first.role, Role::Paragraph | Role::Standfirst | Role::Subhead) || second.role != Role::Paragraph {
            continue;
        }
        let next = article.text(second.span);
        if next.as_bytes().first().is_none_or(|first| first.is_ascii() && !first.is_ascii_lowercase()) {
            continue;
        }
        let text = article.text(first.span);
        let (here, there) = (article.words_of(at), article.words_of(at + 1));
        // Verse and lists of phrases have short lines; a handle or `iPhone` starts small on purpose.
        let runs = here.len() >= 5 && there.len() >= 3;
        let small = next.starts_with(|letter: char| letter.is_lowercase())
            && article.words.get(there.start).is_some_and(|word| word.case == Case::Lower);
        let stops = !ends_terminal(text) && text.ends_with(|letter: char| letter.is_alphanumeric());
        let gap = Span { start: first.span.end, end: second.span.start };
        let plain = article.text(gap).chars().all(char::is_whitespace);
        if !(runs && small && stops && plain) || is_verse(article, at) {
            continue;
        }
        let tail = article
            .words_of(at)
            .rev()
            .take(3)
            .next_back()
            .map_or(first.span, |index| Span { start: article.words[index].span.start, end: first.span.end });
        let head = there.clone().nth(2).map_or(second.span, |index| Span { start: second.span.start, end: article.words[index].span.end });
        let draft = Draft::at(tail.join(head)).say("before", article.text(tail)).say("after", article.text(head));
        let safety = if article.document.markup == Markup::Plain { Safety::Suggested } else { Safety::Display };
        sink.report(draft.fix(safety, vec![Edit::replace(gap, " ")]));
    }
}

/// Whether the blocks around are short lines as well.
fn is_verse(article: &Article, at: usize) -> bool {
    let from = at.saturating_sub(1);
    let lines = article.blocks()[from..(at + 3).min(article.blocks().len())].iter();
    lines.filter(|block| block.role == Role::Paragraph && block.span.len() < 60).count() >= 3
}
