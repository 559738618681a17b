//! Who said it, and how the copy says so.

pub(super) mod anonymity_unexplained;
pub(super) mod double_attribution;
pub(super) mod loaded_attribution_verb;
pub(super) mod non_speech_verb;
pub(super) mod orphan_quote;
pub(super) mod pronoun_speaker_unclear;
pub(super) mod repeated_attribution_verb;
pub(super) mod speaker_never_identified;
pub(super) mod unattributed_accusation;
pub(super) mod unattributed_partial_quote;
pub(super) mod unattributed_quote;
pub(super) mod vague_source;

use crate::article::{Article, Attributed, Class, Quotation, exemption};
use crate::document::Role;
use crate::lexicon::Tag;
use crate::parse::marks::Glyph;
use crate::text::Span;

/// Whether a paragraph holds nothing but quotations.
fn is_bare(article: &Article, block: usize) -> bool {
    article.words_of(block).all(|word| article.is_quoted(article.words[word].span.start))
}

/// The first quotation of each paragraph that is nothing but direct speech and needs somebody to say it. Of paragraphs that
/// stand so one after another, the first: one attribution mends them all. Only those that `is_wanted` takes are given.
fn bare_quotations<'a>(article: &'a Article<'a>, is_wanted: impl Fn(&Quotation) -> bool) -> Vec<&'a Quotation> {
    let glyph = usual_glyph(article);
    let mut last = None;
    let mut bare: Vec<&Quotation> = Vec::new();
    let mut run_ends = None;
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let block = quotation.block as usize;
        if last.replace(quotation.block) == Some(quotation.block) {
            continue;
        }
        let counts = quotation.class == Class::Direct
            && quotation.glyph == glyph
            && !matches!(quotation.attributed, Some(attributed) if attributed != Attributed::SetUp)
            && article.blocks()[block].role == Role::Paragraph
            && is_bare(article, block)
            && exemption(article, quotation).is_none();
        if !counts {
            continue;
        }
        let follows = run_ends.replace(block) == neighbour(article, block, Side::Before) && run_ends.is_some() && !bare.is_empty();
        if !follows && !is_signed_below(article, block) && !has_faulty_marks(article, block) {
            bare.push(quotation);
        }
    }
    let is_few = bare.len() <= 64;
    bare.retain(|quotation| is_wanted(quotation));
    // Each question searches the story: no story has so many pull quotes.
    if is_few {
        bare.retain(|quotation| !article.is_repeated(quotation.span));
    }
    bare
}

/// The first quotation of a block.
fn first_quotation<'a>(article: &'a Article<'a>, block: usize) -> Option<&'a Quotation> {
    let first = article.quotations().partition_point(|quotation| (quotation.block as usize) < block);
    article.quotations().get(first).filter(|quotation| quotation.block as usize == block)
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// The paragraph of the body before or after `block`.
fn neighbour(article: &Article, block: usize, side: Side) -> Option<usize> {
    let blocks = article.blocks();
    match side {
        Side::Before => (0..block).rev().take(4).find(|&at| blocks[at].role.is_body_text()),
        Side::After => (block + 1..blocks.len()).take(4).find(|&at| blocks[at].role.is_body_text()),
    }
}

/// The marks that the story quotes in; others in a paragraph of their own make a heading.
fn usual_glyph(article: &Article) -> Glyph {
    let level_one = article.quotations().iter().filter(|quotation| quotation.level == 1);
    let (mut double, mut single) = (0, 0);
    for quotation in level_one {
        match quotation.glyph {
            Glyph::Double => double += 1,
            Glyph::Single => single += 1,
        }
    }
    if single > double { Glyph::Single } else { Glyph::Double }
}

/// Whether the next paragraph signs the quotation: `— Ida Marsh`, `So says Ida Marsh`.
fn is_signed_below(article: &Article, block: usize) -> bool {
    let Some(next) = neighbour(article, block, Side::After) else { return false };
    let text = article.text(article.blocks()[next].span);
    text.starts_with(['-', '–', '—', '―', '~']) && text.split_whitespace().count() <= 12
        || text.starts_with("So says")
        || text.starts_with("So said")
}

/// Whether a mark without a partner stands in the paragraph or beside it: which words are quoted is then not sure.
fn has_faulty_marks(article: &Article, block: usize) -> bool {
    let first = neighbour(article, block, Side::Before).unwrap_or(block);
    let last = neighbour(article, block, Side::After).unwrap_or(block);
    let reach = article.blocks()[first].span.join(article.blocks()[last].span);
    let faults = &article.marks.faults;
    let from = faults.partition_point(|fault| fault.span.start < reach.start);
    faults.get(from).is_some_and(|fault| fault.span.start < reach.end)
}

/// The nearest word of speech before `offset` that stands in narrator text, a few paragraphs back at most.
fn cue_before(article: &Article, offset: u32) -> Option<Span> {
    let end = article.words.partition_point(|word| word.span.start < offset);
    article.words[..end].iter().rev().take(400).find(|word| word.is(Tag::Cue) && !article.is_quoted(word.span.start)).map(|word| word.span)
}

/// Whether all words are capitalised and more than the start of a sentence.
fn is_name(article: &Article, span: Span) -> bool {
    let words = article.words_in(span);
    let only_word = words.len() == 1 && article.lexicon.is_word(article.words[words.start].id);
    !words.is_empty()
        && !only_word
        && words.clone().all(|word| article.words[word].is_capitalised() && article.lexicon.class(article.words[word].id) == 0)
}

/// How the last speaker before `quotation` was called, by name if the story names one.
fn last_speaker<'a>(article: &'a Article, quotation: &Quotation) -> Option<&'a str> {
    let end = article.quotations().partition_point(|other| other.span.start < quotation.span.start);
    let speakers = article.quotations()[..end].iter().rev().take(100).filter_map(|other| other.speaker);
    let mut named = speakers.filter_map(|speaker| speaker.name.or_else(|| is_name(article, speaker.span).then_some(speaker.span)));
    named.next().map(|name| article.text(name))
}
