//! `he said` when nobody has been named for paragraphs. He, she and they are treated alike: nobody's gender is inferred.

use crate::article::{Article, Class};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut last = None;
    for quotation in article.quotations.iter().filter(|quotation| quotation.level == 1 && quotation.class == Class::Direct) {
        let Some(speaker) = &quotation.speaker else { continue };
        let pronoun = ["he", "she"].iter().any(|pronoun| speaker.text.eq_ignore_ascii_case(pronoun));
        if !pronoun || speaker.name.is_some() || last.replace(speaker.span) == Some(speaker.span) {
            continue;
        }
        let block = article.document.block_at(speaker.span.start).unwrap_or(0);
        if article.blocks()[block].role == Role::Paragraph && !names_somebody(article, block) {
            sink.report(Draft::at(speaker.span).say("pronoun", speaker.text.clone()));
        }
    }
}

/// Whether this paragraph or one of the three before it holds a word that may be a name, or a role that a pronoun may stand for.
fn names_somebody(article: &Article, block: usize) -> bool {
    let blocks = article.blocks();
    (0..=block).rev().filter(|&at| blocks[at].role.is_body_text()).take(4).any(|at| {
        article.words_of(at).any(|word| {
            let (start, class) = (article.words[word].span.start, article.lexicon.class(article.words[word].id));
            let named = article.words[word].is_capitalised() && !article.starts_sentence(word) && matches!(class, 0 | b'T');
            let role = class == b'T' && !article.words[word].is_capitalised();
            (named || role) && !article.is_quoted(start)
        })
    })
}
