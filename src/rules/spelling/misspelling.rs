//! A word of the list of misspellings (`rules/data/lexicon/misspellings.tsv`).

use crate::article::{Article, Word};
use crate::finding::{Safety, Severity};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, word) in article.words.iter().enumerate() {
        if article.lexicon.marks(word.id) & mark::MISSPELLING == 0 || !word.is_word() || !may_be_a_word(article, at, word) {
            continue;
        }
        let written = article.text(word.stem_span());
        if is_sic(article, word) || is_part_of_name(article, word) {
            continue;
        }
        let mut rights = article.lexicon.corrections(word.id).map(|right| like(written, right)).peekable();
        let Some(best) = rights.peek().cloned() else { continue };
        let sure = article.lexicon.corrections(word.id).count() == 1;
        let mut draft = Draft::at(word.stem_span()).say("wrong", written).say("right", best);
        for right in rights {
            draft = draft.replace(if sure { Safety::Safe } else { Safety::Suggested }, right);
        }
        sink.report(if sure { draft } else { draft.severity(Severity::Warning) });
    }
}

/// A capital inside a sentence makes a name of it; all capitals an acronym.
fn may_be_a_word(article: &Article, at: usize, word: &Word) -> bool {
    match word.case {
        Case::Lower => true,
        Case::Capitalised => article.starts_sentence(at),
        Case::Upper | Case::Mixed => false,
    }
}

/// `(sic)` or `[sic]` right after the word: the writer knows.
fn is_sic(article: &Article, word: &Word) -> bool {
    let after = article.copy()[word.span.to()..].trim_start_matches(['”', '’', '"', ',', ' ']);
    after.starts_with("[sic]") || after.starts_with("(sic)")
}

/// A part of a file name, a path or a compound name: `foo_wrod`, `teh.py`.
fn is_part_of_name(article: &Article, word: &Word) -> bool {
    let before = article.copy()[..word.span.from()].chars().next_back();
    let mut after = article.copy()[word.span.to()..].chars();
    let next = after.next();
    matches!(before, Some('_' | '/' | '\\' | '.' | '&' | '-'))
        || matches!(next, Some('_' | '/' | '\\'))
        || (next == Some('.') && after.next().is_some_and(char::is_alphanumeric))
}

/// The right form with the capital and the apostrophe of the wrong one's story.
fn like(written: &str, right: &str) -> String {
    let right = crate::lint::in_case_of(written, right);
    right.replace('\'', "’")
}
