//! `foreign minister Marta Falk` in a house that writes `Foreign Minister`.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::style::TitleCase;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if context.style.title_before_name != Some(TitleCase::Capitals) {
        return;
    }
    for mention in &article.names().mentions {
        let Some(title) = mention.title.filter(|title| title.title.formal && KINDS.contains(&title.title.kind)) else { continue };
        if is_owned(article, title.first as usize) || title.title.key == "chief" {
            continue;
        }
        let written = article.text(title.span);
        let right = capitalised(article, written);
        // Lower case alone is sure: `acting Prime Minister` has its capitals already.
        if written.chars().any(char::is_uppercase) || right == written {
            continue;
        }
        let draft = Draft::at(title.span).say("found", written).say("right", right.clone()).say("name", article.text(mention.span));
        sink.report(draft.replace(Safety::Safe, right));
    }
}

/// The kinds of title that houses capitalise; a firm's and a school's titles are jobs.
const KINDS: [&str; 4] = ["political", "military", "religious", "police"];

/// `her chief of staff Marta Falk`, `the prime minister Marta Falk`: a description.
fn is_owned(article: &Article, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).map(|before| article.words[before]) else { return false };
    let word = article.lexicon.word(before.id);
    before.possessive > 0 || matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "my") || word.ends_with("'s")
}

/// A title with a capital on every word but the small ones.
fn capitalised(article: &Article, title: &str) -> String {
    let mut right = String::with_capacity(title.len());
    for part in title.split_inclusive([' ', '-']) {
        let is_small = article.lexicon.is(article.lexicon.find(part.trim_end_matches([' ', '-'])), Tag::FunctionWord);
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if !is_small => right.extend(first.to_uppercase().chain(letters)),
            _ => right.push_str(part),
        }
    }
    right
}
