//! A quotation that runs over a paragraph break and does not open again.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::Fault;
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let faults = &article.marks.faults;
    for pair in faults.windows(2) {
        let [open, close] = pair else { continue };
        if open.fault != Fault::Unclosed || close.fault != Fault::Unopened {
            continue;
        }
        let (Some(from), Some(to)) = (article.document.block_at(open.span.start), article.document.block_at(close.span.start)) else {
            continue;
        };
        let blocks = article.blocks();
        let next = (from + 1..blocks.len()).find(|&at| blocks[at].role.is_body_text());
        let mark = article.text(open.span);
        if next != Some(to) || !blocks[from].role.is_body_text() || !pairs(mark, article.text(close.span)) {
            continue;
        }
        let Some(first) = article.words_of(to).next().map(|word| article.words[word].span) else { continue };
        // The closing mark must be the first mark of its paragraph, else the words before it are the narrator's.
        let has_mark_before = article.quotations()
            [article.quotations().partition_point(|quotation| quotation.outer.start < blocks[to].span.start)..]
            .first()
            .is_some_and(|quotation| quotation.outer.start < close.span.start);
        if first.start >= close.span.start || has_mark_before || is_signature(article, to) {
            continue;
        }
        let edit = Edit { span: Span { start: blocks[to].span.start, end: blocks[to].span.start }, text: mark.to_owned() };
        let draft =
            Draft::at(first).say("mark", mark).say("word", article.text(first)).label(open.span, "opened").label(close.span, "closed");
        sink.report(draft.fix(Safety::Suggested, vec![edit]));
    }
}

/// A line that signs a quotation set apart: `Ida Marsh, mayor of Lund`.
fn is_signature(article: &Article, block: usize) -> bool {
    let words = &article.words[article.words_of(block)];
    let capitals = words.iter().filter(|word| word.is_capitalised()).count();
    let named = words.get(1).is_some_and(|second| second.is_capitalised() && article.copy()[second.span.to()..].starts_with(','));
    words.len() <= 12 && (capitals * 2 > words.len() || named)
}

fn pairs(open: &str, close: &str) -> bool {
    matches!((open, close), ("“", "”") | ("\"", "\"") | ("‘", "’"))
}
