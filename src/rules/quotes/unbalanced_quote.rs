//! An opening mark that nothing closes.

use crate::article::{Article, Quotation};
use crate::document::Role;
use crate::finding::{Edit, Safety, Severity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::{Fault, FaultyMark};
use crate::text::Span;

use super::speaker::{Attribution, attribution_after};

/// A speaker stands nearer than this to the words; the bound keeps hostile copy linear.
const FAR: usize = 1_000;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for fault in article.marks.faults.iter().filter(|fault| fault.fault == Fault::Unclosed) {
        if closed_after_credit(article, fault).is_some() {
            continue;
        }
        let reach = Span { start: fault.span.end, end: fault.reach.end };
        match closed_in_next_block(article, fault) {
            Some(close) => sink.report(draft(article, fault.span, reach, None).wording("not-reopened").label(close, "closed")),
            None => sink.report(draft(article, fault.span, reach, close_place(article, fault.span, reach))),
        }
    }
    for quotation in article.quotations().iter().filter(|quotation| quotation.continues) {
        if let Some(place) = speaker_inside(article, quotation) {
            let mark = Span { start: quotation.outer.start, end: quotation.span.start };
            sink.report(draft(article, mark, quotation.span, Some(place)).wording("runs-on"));
        }
    }
}

/// The mark in the next block that closes what `fault` leaves open: one slip, not two.
pub(super) fn closed_in_next_block(article: &Article, fault: &FaultyMark) -> Option<Span> {
    let faults = &article.marks.faults;
    let next = faults.partition_point(|other| other.span <= fault.span);
    let close = faults.get(next).filter(|other| other.fault == Fault::Unopened)?;
    let block = article.document.block_at(fault.span.start)?;
    let span = article.blocks().get(block + 1)?.span;
    let first = article.quotations().partition_point(|quotation| quotation.outer.start < fault.span.start);
    let is_first = article.quotations().get(first).is_none_or(|quotation| quotation.outer.start > close.span.start);
    (span.contains(close.span) && is_first).then_some(close.span)
}

/// The mark in the line under a pull quote that closes it after the speaker's name. The words stand in the story itself, where their
/// marks are looked at.
pub(super) fn closed_after_credit(article: &Article, fault: &FaultyMark) -> Option<Span> {
    const LONGEST_CREDIT: usize = 12;
    // Each question searches the story: no story has so many pull quotes.
    const MOST: usize = 64;
    let faults = &article.marks.faults;
    let next = faults.partition_point(|other| other.span <= fault.span);
    let close = faults.get(next).filter(|other| other.fault == Fault::Unopened && faults.len() <= MOST)?.span;
    let block = article.document.block_at(fault.span.start)?;
    let (pulled, credit) = (article.blocks()[block].span, article.blocks().get(block + 1)?.span);
    let is_credit = credit.end == close.end && article.words_of(block + 1).len() <= LONGEST_CREDIT;
    let is_alone = pulled.start == fault.span.start;
    (is_credit && is_alone && article.is_repeated(Span { start: fault.span.end, end: pulled.end })).then_some(close)
}

fn draft(article: &Article, mark: Span, reach: Span, place: Option<u32>) -> Draft {
    let close = match article.text(mark) {
        "“" => "”",
        "‘" => "’",
        other => other,
    };
    let start = format!("{}{}", article.text(mark), first_words(article, reach));
    let role = article.role_at(mark.start);
    let is_single = matches!(close, "’" | "'");
    let mut draft = Draft::at(mark).say("start", start).say("mark", article.text(mark)).say("close", close);
    if !role.is_some_and(Role::is_body_text) {
        draft = draft.wording("elsewhere");
    }
    if is_single {
        // ‘ is sometimes a slip for an apostrophe: less sure, and no place to mend it.
        draft = draft.severity(Severity::Warning);
    }
    if let Some(place) = place.filter(|_| !is_single) {
        draft = draft.fix(safety_around(article, Span { start: mark.end, end: place }), vec![Edit::insert(place, close)]);
    }
    draft
}

/// How safe it is to put `words` between marks: of several sentences the last may be the reporter's own, and nobody may be made to say it.
pub(super) fn safety_around(article: &Article, words: Span) -> Safety {
    let inside = article.words_in(words);
    let sentence = |word: usize| article.sentence_at(article.words[word].span.start).map(|sentence| sentence.words.start);
    let is_one = inside.is_empty() || sentence(inside.start) == sentence(inside.end - 1);
    if is_one { Safety::Suggested } else { Safety::Display }
}

/// The first four words, for the message.
fn first_words<'a>(article: &'a Article, reach: Span) -> &'a str {
    let words = article.words_in(reach);
    let last = words.end.min(words.start + 4).saturating_sub(1);
    article.words.get(last).filter(|_| !words.is_empty()).map_or("", |last| article.text(Span { start: reach.start, end: last.span.end }))
}

/// Where the missing mark belongs, when the copy tells: before the words that say who spoke, or at the end of a paragraph that is
/// nothing but speech.
fn close_place(article: &Article, mark: Span, reach: Span) -> Option<u32> {
    let next = article.quotations().partition_point(|quotation| quotation.outer.start < reach.start);
    let next_open = article.quotations().get(next).map(|quotation| quotation.outer.start).filter(|&start| start < reach.end);
    let until = Span { start: reach.start, end: next_open.unwrap_or(reach.end) };
    if let Some((place, _)) = speakers(article, until).next() {
        return Some(place);
    }
    let block = &article.blocks()[article.document.block_at(mark.start)?];
    let before = article.text(Span { start: block.span.start, end: mark.start }).trim_end();
    let words = article.text(reach).trim_end();
    let led = before.ends_with([':', ',']) || (before.is_empty() && article.has_own_voice(reach));
    let is_all_speech = led && words.starts_with(char::is_uppercase);
    (is_all_speech && next_open.is_none() && words.ends_with(['.', '?', '!', '…'])).then_some(reach.start + words.len() as u32)
}

/// The clause that says who spoke, inside a quotation that seems to run on into the next paragraph: its closing mark was lost.
fn speaker_inside(article: &Article, quotation: &Quotation) -> Option<u32> {
    let next = article.quotations().partition_point(|other| other.outer.start < quotation.span.start);
    let inner = article.quotations().get(next).is_some_and(|other| other.outer.start < quotation.span.end);
    let sentence = article.sentences_of(quotation.block as usize).last()?;
    let tail = Span { start: sentence.span.start.max(quotation.span.start), end: quotation.span.end };
    let (place, attribution) = speakers(article, tail).last()?;
    let ends = article.copy()[attribution.span.to()..quotation.span.to()].trim_end();
    (!inner && ends == ".").then_some(place)
}

/// The clauses in `reach` that follow a comma, `?` or `!` and say who spoke, each with the place of the mark that belongs before it.
fn speakers(article: &Article, reach: Span) -> impl Iterator<Item = (u32, Attribution)> {
    let bytes = article.text(reach).as_bytes();
    memchr::memchr3_iter(b',', b'?', b'!', &bytes[..bytes.len().min(FAR)]).filter_map(move |at| {
        let place = reach.start + at as u32 + 1;
        attribution_after(article, place).map(|attribution| (place, attribution))
    })
}
