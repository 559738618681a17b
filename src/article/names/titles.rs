//! Titles before names: `Secretary of State`, `Sen.`, `spokesman`.

use crate::article::Article;
use crate::lexicon::{Tag, Title, fold_title};
use crate::text::Span;

/// A title before a name.
#[derive(Clone, Copy, Debug)]
pub struct TitleUse {
    /// Where it stands.
    pub span: Span,
    /// Its first word, as an index.
    pub first: u32,
    /// What is known of it.
    pub title: &'static Title,
    /// Whether a word before it says that it is no longer, not yet or only for a time held: `former`, `then`, `acting`.
    pub is_qualified: bool,
}

/// Most words of a title: `Secretary of State for Defence`.
const MOST_WORDS: usize = 5;

/// The longest title that ends with word `last` and belongs to the same block.
pub(super) fn ending_at(article: &Article, last: usize) -> Option<TitleUse> {
    let word = article.words[last];
    if !word.is(Tag::TitleEnd) || word.possessive > 0 {
        return None;
    }
    let mut first = last;
    let lowest = article.words_of(word.block as usize).start.max((last + 1).saturating_sub(MOST_WORDS));
    while first > lowest && joins(article, first - 1) {
        first -= 1;
    }
    let (at, title) = (first..=last).find_map(|at| {
        let words = article.words[at].span.join(word.span);
        Some((at, article.lexicon.title(&fold_title(article.text(words)))?))
    })?;
    let is_qualified = (lowest.saturating_sub(3).max(article.words_of(word.block as usize).start)..at).rev().take(3).any(|before| {
        let written = article.text(article.words[before].span);
        ["former", "then", "ex", "acting", "interim", "late", "incoming", "outgoing", "onetime", "retired", "future", "vice", "deputy"]
            .iter()
            .any(|word| written.eq_ignore_ascii_case(word))
    });
    let mut span = article.words[at].span.join(word.span);
    // The point of `Sen.` belongs to the title.
    if article.text(word.span).len() <= 5 && article.copy()[span.to()..].starts_with(". ") {
        span.end += 1;
    }
    Some(TitleUse { span, first: at as u32, title, is_qualified })
}

/// Whether a title may go on from word `at` to the next: a space, a hyphen or the point of an abbreviation between them.
fn joins(article: &Article, at: usize) -> bool {
    let gap = article.text(Span { start: article.words[at].span.end, end: article.words[at + 1].span.start });
    article.words[at].possessive == 0 && article.words[at].is_word() && matches!(gap, " " | "-" | ". " | "\u{A0}" | "\n")
}
