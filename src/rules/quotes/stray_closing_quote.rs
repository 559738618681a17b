//! A closing mark that nothing opened.

use crate::article::Article;
use crate::finding::Edit;
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::{Fault, FaultyMark};
use crate::text::Span;

use super::unbalanced_quote::{closed_after_credit, closed_in_next_block, safety_around};

/// A quotation opens nearer than this to its end; the bound keeps hostile copy linear.
const FAR: u32 = 2_000;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, fault) in article.marks.faults.iter().enumerate().filter(|(_, fault)| fault.fault == Fault::Unopened) {
        let Some(block) = article.document.block_at(fault.span.start) else { continue };
        let before = at.checked_sub(1).map(|before| &article.marks.faults[before]);
        if before.is_some_and(|before| is_one_slip(article, before, fault, block)) || is_inch_mark(article, fault.span) {
            continue;
        }
        let before = Span { start: article.blocks()[block].span.start, end: fault.span.start };
        let open = match article.text(fault.span) {
            "”" => "“",
            "’" => "‘",
            other => other,
        };
        let words = last_words(article, before);
        let mut draft = Draft::at(fault.span).say("end", format!("{words}{}", article.text(fault.span))).say("open", open);
        if let Some(place) = open_place(article, before) {
            let words = Span { start: place, end: fault.span.start };
            draft = draft.fix(safety_around(article, words), vec![Edit::insert(place, open)]);
        }
        sink.report(draft);
    }
}

/// `the 5” nail`: inches, in a story that has no prime.
fn is_inch_mark(article: &Article, mark: Span) -> bool {
    let (before, after) = article.copy().split_at(mark.from());
    let figure = before.len() - before.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let after = after[mark.len()..].strip_prefix([' ', '-', '\u{A0}']);
    (1..=2).contains(&figure) && after.is_some_and(|after| after.starts_with(char::is_lowercase))
}

/// Whether `fault` comes of the same slip as the fault before it: the mark that opens the quotation was lost or looks the wrong way.
fn is_one_slip(article: &Article, before: &FaultyMark, fault: &FaultyMark, block: usize) -> bool {
    match before.fault {
        Fault::Unclosed => {
            let close = closed_in_next_block(article, before).or_else(|| closed_after_credit(article, before));
            close == Some(fault.span)
        }
        // Marsh says,” the gate opens on Monday.”
        Fault::Unopened => {
            let next = article.quotations().partition_point(|quotation| quotation.outer.start < before.span.start);
            let none_between = article.quotations().get(next).is_none_or(|quotation| quotation.outer.start > fault.span.start);
            none_between && article.blocks()[block].span.contains(before.span)
        }
        _ => false,
    }
}

/// The last four words before the mark, for the message.
fn last_words<'a>(article: &'a Article, before: Span) -> &'a str {
    let words = article.words_in(before);
    let first = words.start.max(words.end.saturating_sub(4));
    article
        .words
        .get(first)
        .filter(|_| !words.is_empty())
        .map_or("", |first| article.text(Span { start: first.span.start, end: before.end }))
}

/// Where the missing mark belongs, when the copy tells: at the start of the paragraph, after the colon or comma that leads into the
/// speech, or at the start of the sentence after the last quotation.
fn open_place(article: &Article, before: Span) -> Option<u32> {
    let after = article.quotations().partition_point(|quotation| quotation.outer.start < before.end);
    let last_close = article.quotations()[..after].last().map(|quotation| quotation.outer.end);
    let last_close = last_close.filter(|end| (before.start..=before.end).contains(end));
    let from = last_close.unwrap_or(before.start);
    if before.end - from > FAR {
        return None;
    }
    let words = article.text(Span { start: from, end: before.end });
    for lead in [": ", "said, ", "added, ", "asked, "] {
        if let Some(at) = words.rfind(lead)
            && words[at + lead.len()..].starts_with(char::is_uppercase)
        {
            return Some(from + (at + lead.len()) as u32);
        }
    }
    if last_close.is_none() {
        return Some(before.start);
    }
    let last = article.words.partition_point(|word| word.span.end <= before.end).checked_sub(1)?;
    let sentence = article.sentence_at(article.words[last].span.start)?;
    (sentence.span.start > from).then_some(sentence.span.start)
}
