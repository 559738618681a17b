//! `Nato` or `NATO`, as the house writes it.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(as_words) = context.style.acronyms_as_words else { return };
    let listed = context.options.words("words");
    for (at, word) in article.words.iter().enumerate() {
        let wanted = if as_words { Case::Upper } else { Case::Capitalised };
        if word.case != wanted || !(4..=9).contains(&word.span.len()) {
            continue;
        }
        let written = article.text(word.stem_span());
        let Some(known) = listed.iter().find(|known| known.eq_ignore_ascii_case(written)) else { continue };
        // `Aids` at the start of a sentence may be a verb or a noun.
        let is_word = article.lexicon.is_word(word.id) && article.starts_sentence(at);
        if article.is_all_capitals(word.block as usize) || is_word {
            continue;
        }
        let right = if as_words { known[..1].to_uppercase() + &known[1..].to_lowercase() } else { known.to_uppercase() };
        sink.report(Draft::at(word.stem_span()).say("found", written).say("right", right.clone()).replace(Safety::Safe, right));
    }
}
