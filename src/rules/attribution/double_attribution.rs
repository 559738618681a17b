//! `According to Marsh, … he said`: one speaker is named twice over.

use crate::article::{Article, Word};
use crate::lexicon::{PhraseKind, Tag};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for hit in article.phrases_of(PhraseKind::Cue).filter(|hit| hit.payload & 0xFF == u32::from(b'>')) {
        let phrase = article.span_of(hit);
        let Some(sentence) = article.sentence_at(phrase.start) else { continue };
        if article.is_quoted(phrase.start) {
            continue;
        }
        let source = source_words(article, hit.end as usize);
        for cue in sentence.words.clone().map(|word| word as usize).filter(|&word| word >= hit.end as usize) {
            let word = &article.words[cue];
            let finite = matches!(article.lexicon.word(word.id), "said" | "says" | "added" | "adds" | "told" | "stated" | "explained");
            let Some(subject) = cue.checked_sub(1).map(|before| &article.words[before]) else { continue };
            if !finite || article.is_quoted(word.span.start) || !word.is(Tag::Cue) {
                continue;
            }
            let pronoun = matches!(article.lexicon.word(subject.id), "he" | "she" | "they");
            let same = pronoun || source.iter().any(|name| *name == article.text(subject.span));
            // Her report says: the subject must stand right before the cue and outside the source's own words.
            if same && subject.span.start > phrase.end && binds(article, cue) {
                let told = subject.span.join(word.span);
                sink.report(Draft::at(told).say("cue", article.text(told)).say("phrase", article.text(phrase)).label(phrase, "source"));
            }
        }
    }
}

/// The capitalised words of the source after `according to`.
fn source_words<'a>(article: &'a Article, first: usize) -> Vec<&'a str> {
    let words = &article.words[first..article.words.len().min(first + 6)];
    let ends = |word: &Word| article.copy()[word.span.to()..].starts_with([',', '.', ';']);
    let end = words.iter().position(ends).map_or(words.len(), |at| at + 1);
    words[..end].iter().filter(|word| word.is_capitalised() && word.is_word()).map(|word| article.text(word.span)).collect()
}

/// Whether the clause stands at the end of a stretch, as an attribution does, and not inside a sentence of its own that
/// somebody else is said to have said.
fn binds(article: &Article, cue: usize) -> bool {
    let subject = &article.words[cue - 1];
    let before = article.copy()[..subject.span.from()].trim_end();
    before.ends_with([',', '”', '"', '’', '\''])
}
