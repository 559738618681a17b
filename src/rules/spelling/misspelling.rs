//! A word of the list of misspellings (`rules/data/lexicon/misspellings.tsv`).

use crate::article::{Article, Word};
use crate::finding::{Safety, Severity};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

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
        let safety = if sure && !may_begin_name(article, at, best) { Safety::Safe } else { Safety::Suggested };
        let mut draft = Draft::at(word.stem_span()).say("wrong", found).say("right", written::like(article, found, best));
        for right in rights {
            draft = draft.replace(safety, written::like(article, found, right));
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
        Case::Capitalised => article.starts_sentence(at) && !may_be_a_name(article, word) && !is_name_elsewhere(article, at),
        Case::Upper | Case::Mixed => false,
    }
}

/// Amd is a firm in capitals, Abou somebody's name.
fn may_be_a_name(article: &Article, word: &Word) -> bool {
    word.marks & mark::PROPER != 0 || article.lexicon.tags(word.id) != 0
}

/// “Teh said” after “the minister, Teh Wei Ling”: inside a sentence the capital made a name of it.
fn is_name_elsewhere(article: &Article, at: usize) -> bool {
    let names = article.names();
    names.form_at(at as u32).is_some_and(|form| names.forms[form as usize].inside > 0)
}

/// “Foward Industries”: a content word before a capital may be a firm's own spelling; “Teh President” is none.
fn may_begin_name(article: &Article, at: usize, right: &str) -> bool {
    const LITTLE: u8 = 190;
    let [word, next] = [article.words.get(at), article.words.get(at + 1)];
    let (Some(word), Some(next)) = (word, next) else { return false };
    word.case == Case::Capitalised
        && next.case != Case::Lower
        && article.text(Span { start: word.span.end, end: next.span.start }) == " "
        && article.lexicon.rank(article.lexicon.find(right)) < LITTLE
}
