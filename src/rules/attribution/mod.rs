//! Who says it: quotations nobody says, sources nobody can weigh.

pub(super) mod anonymity_unexplained;
pub(super) mod double_attribution;
pub(super) mod loaded_attribution_verb;
pub(super) mod non_speech_verb;
pub(super) mod orphan_quote;
pub(super) mod pronoun_speaker_unclear;
pub(super) mod speaker_never_identified;
pub(super) mod unattributed_accusation;
pub(super) mod unattributed_partial_quote;
pub(super) mod unattributed_quote;
pub(super) mod vague_source;

use crate::article::{Article, Class, Quotation, exemption};
use crate::document::Role;
use crate::lexicon::Tag;
use crate::text::Span;

/// Whether a paragraph holds nothing but quotations.
fn is_bare(article: &Article, block: usize) -> bool {
    article.words_of(block).all(|word| article.is_quoted(article.words[word].span.start))
}

/// The first quotation of each paragraph that is nothing but direct speech and needs somebody to say it.
fn bare_quotations<'a>(article: &'a Article<'a>) -> impl Iterator<Item = &'a Quotation> {
    let mut last = None;
    article.quotations.iter().filter(move |quotation| {
        let first = last.replace(quotation.block) != Some(quotation.block);
        first
            && quotation.level == 1
            && quotation.class == Class::Direct
            && article.blocks()[quotation.block as usize].role == Role::Paragraph
            && is_bare(article, quotation.block as usize)
            && exemption(article, quotation).is_none()
    })
}

/// The nearest word of speech before `offset` that stands in narrator text, a few paragraphs back at most.
fn cue_before(article: &Article, offset: u32) -> Option<Span> {
    let end = article.words.partition_point(|word| word.span.start < offset);
    article.words[..end]
        .iter()
        .rev()
        .take(400)
        .find(|word| article.lexicon.is(word.id, Tag::Cue) && !article.is_quoted(word.span.start))
        .map(|word| word.span)
}

/// How the last speaker before `quotation` was called, by name if the story names one.
fn last_speaker(article: &Article, quotation: &Quotation) -> Option<String> {
    let before = article.quotations.iter().take_while(|other| other.span.start < quotation.span.start);
    let speakers = before.filter_map(|other| other.speaker.as_ref());
    let named = speakers.filter_map(|speaker| speaker.name.clone().or_else(|| speaker.text.starts_with(char::is_uppercase).then(|| speaker.text.clone())));
    named.last()
}
