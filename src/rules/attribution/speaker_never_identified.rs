//! Somebody speaks by surname alone, and the story never says who that is.

use crate::article::{Article, Word};
use crate::document::Role;
use crate::lexicon::PhraseKind;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Most surnames that a story is searched for.
const MOST: usize = 64;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut seen: Vec<&str> = Vec::new();
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let Some(speaker) = quotation.speaker else { continue };
        let name = article.text(speaker.span);
        // Most speakers are pronouns, or have more words than one.
        if !name.starts_with(char::is_uppercase) || has_space(name) || seen.contains(&name) {
            continue;
        }
        if !quotation.cue.is_some_and(|cue| !has_space(article.text(cue)) && is_beside(article, cue, speaker.span)) {
            continue;
        }
        let block = article.document.block_at(speaker.span.start).unwrap_or(0);
        let words = article.words_in(speaker.span);
        let is_surname = words.len() == 1 && words.clone().all(|word| is_name(article, &article.words[word]));
        if article.blocks()[block].role != Role::Paragraph || !is_surname || seen.len() >= MOST {
            continue;
        }
        seen.push(name);
        if !article.lexicon.is_household(name) && !is_identified(article, name) {
            sink.report(Draft::at(speaker.span).say("name", name));
        }
    }
}

fn has_space(words: &str) -> bool {
    words.bytes().any(|byte| byte == b' ')
}

/// Whether nothing but a space stands between a cue and its speaker, and the speaker is no place.
fn is_beside(article: &Article, cue: Span, speaker: Span) -> bool {
    let (first, last) = if cue < speaker { (cue, speaker) } else { (speaker, cue) };
    if first.end > last.start || !article.copy()[first.to()..last.from()].trim().is_empty() {
        return false;
    }
    let words = article.words_in(speaker);
    let from = article.phrases().partition_point(|hit| (hit.first as usize) < words.start);
    let mut phrases = article.phrases()[from..].iter().take_while(|hit| hit.first as usize == words.start);
    !phrases.any(|hit| hit.kind == PhraseKind::Place)
}

/// A surname: capitals mark bodies and agencies (`NASA`), small letters words; a dictionary word may be a body too (`Police said`).
fn is_name(article: &Article, word: &Word) -> bool {
    word.case == crate::text::Case::Capitalised && word.is_word() && !article.lexicon.is_word(word.id) && word.tags() == 0
}

/// Whether some mention of the name stands beside a first name, a title or a role, or is explained after a comma.
fn is_identified(article: &Article, name: &str) -> bool {
    let finder = memchr::memmem::Finder::new(name);
    finder.find_iter(article.copy().as_bytes()).any(|at| {
        let at = at as u32;
        let index = article.words.partition_point(|word| word.span.start < at);
        let Some(word) = article.words.get(index).filter(|word| word.span.start == at) else { return false };
        if article.text(word.stem_span()) != name && article.text(word.span) != name {
            return false;
        }
        let beside = |other: Option<&Word>| {
            other.is_some_and(|other| {
                let class = article.lexicon.class(other.id);
                let gap = if other.span.start < at {
                    article.copy()[other.span.to()..at as usize].trim()
                } else {
                    article.copy()[word.span.to()..other.span.from()].trim()
                };
                let joined = matches!(gap, "" | "-" | "," | "(" | "“" | "”" | ". " | ".");
                joined && other.block == word.block && (class == b'T' || (other.is_capitalised() && class == 0))
            })
        };
        let explained = article.copy()[word.span.to()..].starts_with([',', '(']) && !article.copy()[word.span.to()..].starts_with(",”");
        beside(index.checked_sub(1).and_then(|before| article.words.get(before))) || beside(article.words.get(index + 1)) || explained
    })
}
