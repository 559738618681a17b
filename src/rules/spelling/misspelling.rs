//! A word of the list of misspellings (`rules/data/lexicon/misspellings.tsv`).

use crate::article::{Article, Word};
use crate::finding::{Safety, Severity};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

use super::{missing_apostrophe, written};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, word) in article.marked() {
        if word.marks & mark::MISSPELLING == 0 || !may_be_reported(article, at, word) {
            continue;
        }
        let found = article.text(word.stem_span());
        let mut rights = article.lexicon.corrections(word.id).peekable();
        let Some(best) = rights.peek().filter(|right| !missing_apostrophe::is_contraction_of(found, right)) else { continue };
        // candidate-itis: what follows a hyphen is not two words.
        if best.contains(' ') && article.copy()[..word.span.from()].ends_with('-') {
            continue;
        }
        let sure = article.lexicon.corrections(word.id).count() == 1;
        let mut draft = Draft::at(word.stem_span()).say("wrong", found).say("right", written::like(article, found, best));
        for right in rights {
            draft = draft.replace(if sure { Safety::Safe } else { Safety::Suggested }, written::like(article, found, right));
        }
        sink.report(if sure { draft } else { draft.severity(Severity::Warning) });
    }
}

/// Whether a listed misspelling is one here: not a name, a file, a word that the writer marked or the newsroom accepts.
pub(super) fn may_be_reported(article: &Article, at: usize, word: &Word) -> bool {
    word.is_word()
        && may_be_a_word(article, at, word)
        && !article.lexicon.is_accepted(word.id)
        && !written::is_sic(article, word)
        && !written::is_part_of_name(article, word)
}

/// A capital inside a sentence makes a name of it; all capitals an acronym.
fn may_be_a_word(article: &Article, at: usize, word: &Word) -> bool {
    match word.case {
        Case::Lower => true,
        Case::Capitalised => article.starts_sentence(at) && !may_be_a_name(article, word),
        Case::Upper | Case::Mixed => false,
    }
}

/// Amd is a firm in capitals, Abou somebody's name.
fn may_be_a_name(article: &Article, word: &Word) -> bool {
    word.marks & mark::PROPER != 0 || article.lexicon.tags(word.id) != 0
}
