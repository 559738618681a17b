//! Titles before names: `Secretary of State`, `Sen.`, `spokesman`.

use std::ops::RangeInclusive;

use crate::article::Article;
use crate::lexicon::{Tag, Title, fold_title_into};
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

/// Looks titles up.
#[derive(Default)]
pub(super) struct Titles {
    /// What may be a title, in the form that titles are compared in.
    folded: String,
}

impl Titles {
    /// The longest title that ends with word `last` and belongs to the same block.
    pub fn ending_at(&mut self, article: &Article, last: usize) -> Option<TitleUse> {
        let word = &article.words[last];
        if !word.is(Tag::TitleEnd) || word.possessive > 0 {
            return None;
        }
        let block = article.words_of(word.block as usize).start;
        let lowest = block.max((last + 1).saturating_sub(MOST_WORDS));
        let mut first = last;
        while first > lowest && joins(article, first - 1) {
            first -= 1;
        }
        let (at, title) = self.longest(article, first, last)?;
        let is_qualified = (lowest.saturating_sub(3).max(block)..at).rev().take(3).any(|before| qualifies(article, before));
        let mut span = article.words[at].span.join(word.span);
        // The point of `Sen.` belongs to the title.
        if word.span.len() <= 5 && article.copy()[span.to()..].starts_with(". ") {
            span.end += 1;
        }
        Some(TitleUse { span, first: at as u32, title, is_qualified })
    }

    /// The longest title of the words from `first` to `last`, with its first word.
    fn longest(&mut self, article: &Article, first: usize, last: usize) -> Option<(usize, &'static Title)> {
        let mut starts = [0; MOST_WORDS];
        self.folded.clear();
        let whole = article.words[first].span.join(article.words[last].span);
        if fold_title_into(article.text(whole), &mut self.folded) {
            for at in first..=last {
                starts[at - first] = article.words[at].span.from() - whole.from();
            }
        } else {
            self.fold_each(article, first..=last, &mut starts);
        }
        (first..=last).find_map(|at| Some((at, article.lexicon.title(&self.folded[starts[at - first]..])?)))
    }

    /// Folds words that lose a point or a letter, each by itself, to know where each starts.
    fn fold_each(&mut self, article: &Article, words: RangeInclusive<usize>, starts: &mut [usize]) {
        self.folded.clear();
        let last = *words.end();
        for (at, start) in words.zip(starts) {
            *start = self.folded.len();
            let word = article.words[at].span;
            let end = if at == last { word.end } else { article.words[at + 1].span.start };
            fold_title_into(article.text(Span { start: word.start, end }), &mut self.folded);
        }
    }
}

/// Whether a word before a title says that it is not held now.
fn qualifies(article: &Article, word: usize) -> bool {
    const WORDS: [&str; 13] =
        ["former", "then", "ex", "acting", "interim", "late", "incoming", "outgoing", "onetime", "retired", "future", "vice", "deputy"];
    let written = article.text(article.words[word].span);
    (2..=8).contains(&written.len()) && WORDS.iter().any(|word| written.eq_ignore_ascii_case(word))
}

/// Whether a title may go on from word `at` to the next: a space, a hyphen or the point of an abbreviation between them.
fn joins(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let gap = || article.text(Span { start: word.span.end, end: article.words[at + 1].span.start });
    word.possessive == 0 && word.is_word() && matches!(gap(), " " | "-" | ". " | "\u{A0}" | "\n")
}
