//! A headline that capitalises every word where the house writes it like a sentence.

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lexicon::{PhraseKind, Tag, mark};
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

/// So many words that need no capital have one.
const FEWEST: usize = 3;
/// A longer heading is none.
const LONGEST: usize = 60;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (block, heading) in article.blocks_with(|role| matches!(role, Role::Headline | Role::Subhead)) {
        let words = article.words_of(block);
        if words.len() > LONGEST {
            continue;
        }
        let small = words.clone().filter(|&at| article.words[at].case == Case::Lower && !is_function_word(article, at)).count();
        let raised: Vec<usize> = words.skip(1).filter(|&at| is_raised(article, at)).collect();
        if raised.len() < FEWEST || small > 1 {
            continue;
        }
        let edits = raised.iter().map(|&at| {
            let span = article.words[at].span;
            Edit::replace(span, article.text(span).to_lowercase())
        });
        sink.report(Draft::at(heading.span).fix(Safety::Suggested, edits.collect()));
    }
}

/// Whether a word has a capital that only a heading gives it: a word of the dictionary, in no name, opening nothing.
fn is_raised(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let marks = article.lexicon.marks(word.id);
    let before = article.copy()[..word.span.from()].trim_end();
    let opens = before.ends_with([':', '.', '?', '!', '—', '–', '‘', '“', '"', '\'', '(']);
    word.case == Case::Capitalised && marks & mark::WORD != 0 && marks & mark::PROPER == 0 && !opens && !is_in_name(article, at)
}

fn is_in_name(article: &Article, at: usize) -> bool {
    let is_phrase = article
        .phrases_of(PhraseKind::Place)
        .chain(article.phrases_of(PhraseKind::Alias))
        .any(|hit| (hit.first..hit.end).contains(&(at as u32)));
    is_phrase || article.names().mentions.iter().any(|mention| mention.words.contains(&(at as u32)))
}

fn is_function_word(article: &Article, at: usize) -> bool {
    article.lexicon.is(article.words[at].id, Tag::FunctionWord)
}
