//! How a word is written, and how a better one would be.

use crate::article::{Article, Word};

/// `(sic)` or `[sic]` right after the word: the writer knows.
pub(super) fn is_sic(article: &Article, word: &Word) -> bool {
    let after = article.copy()[word.span.to()..].trim_start_matches([' ', '\u{A0}', '”', '’', '"', '\'', ',', '.']);
    ["[sic", "(sic", "[Sic", "(Sic", "[SIC", "(SIC"].iter().any(|sic| after.starts_with(sic))
}

/// A part of a file name, a path or a compound name: `foo_wrod`, `teh.py`.
pub(super) fn is_part_of_name(article: &Article, word: &Word) -> bool {
    let before = article.copy()[..word.span.from()].chars().next_back();
    let mut after = article.copy()[word.span.to()..].chars();
    let next = after.next();
    matches!(before, Some('_' | '/' | '\\' | '.' | '&' | '@' | '#'))
        || matches!(next, Some('_' | '/' | '\\' | '@'))
        || (next == Some('.') && after.next().is_some_and(char::is_lowercase))
}

/// `right` with the capital of `wrong`, and with the story's apostrophe.
pub(in crate::rules) fn like(article: &Article, wrong: &str, right: &str) -> String {
    let right = crate::lint::in_case_of(wrong, right);
    if right.contains('\'') && apostrophe(article, wrong) == '’' { right.replace('\'', "’") } else { right }
}

/// The apostrophe that the story writes: the word's own, else the story's first.
fn apostrophe(article: &Article, wrong: &str) -> char {
    let curly = |text: &str| text.contains('’');
    match (curly(wrong), wrong.contains('\'')) {
        (true, _) => '’',
        (false, true) => '\'',
        (false, false) => {
            let copy = article.copy();
            match (copy.find('’'), copy.find('\'')) {
                (None, Some(_)) => '\'',
                (Some(curly), Some(straight)) if straight < curly => '\'',
                (None, None) if !copy.contains(['“', '”', '‘']) => '\'',
                _ => '’',
            }
        }
    }
}
