//! The house's spelling: `colour` or `color`, `organise` or `organize`.

use crate::article::{Article, Word};
use crate::finding::Safety;
use crate::lexicon::{Variant, mark};
use crate::lint::{Context, Draft, Sink};
use crate::style::Language;
use crate::text::Case;

use super::written;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(language) = context.style.language else { return };
    for (at, word) in article.marked() {
        let Some(variant) = variant_of(article, at, word) else { continue };
        let house = match language {
            Language::American => variant.american,
            Language::British => variant.british,
            Language::Oxford => variant.oxford,
        };
        if house == word.id
            || article.lexicon.is_accepted(word.id)
            || written::is_sic(article, word)
            || written::is_part_of_name(article, word)
        {
            continue;
        }
        let found = article.text(word.stem_span());
        let right = written::like(article, found, article.lexicon.word(house));
        sink.report(Draft::at(word.stem_span()).say("wrong", found).say("right", right.clone()).replace(Safety::Safe, right));
    }
}

/// How a word is spelled elsewhere. A capital inside a sentence keeps its own spelling: the Department of Defense, Labour.
pub(super) fn variant_of(article: &Article, at: usize, word: &Word) -> Option<Variant> {
    if !mark::varies(word.marks) {
        return None;
    }
    let is_name = word.case != Case::Lower && !(word.case == Case::Capitalised && article.starts_sentence(at));
    let next_is_name =
        word.case != Case::Lower && article.words.get(at + 1).is_some_and(|next| next.is_capitalised() && next.block == word.block);
    if word.is_word() && !is_name && !next_is_name { article.lexicon.variant(word.id) } else { None }
}
