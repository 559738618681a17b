//! What stands beside a word: what parts it from its neighbours, and what is seen of them at a glance.

use crate::lexicon::{Confusable, Glance, gap, sight};
use crate::text::{FILLER, Span};

use super::{Article, Word};

/// Which neighbour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The word before.
    Before,
    /// The word after.
    After,
}

/// What stands on one side of a word.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    /// What parts it from the word there: bits of [`gap`], none for white space.
    pub gap: u16,
    /// What is seen there.
    pub seen: Glance,
}

/// A word that may stand for another: nothing seen at a glance speaks against it.
#[derive(Clone, Copy, Debug)]
pub struct Suspect {
    /// The word, as an index.
    pub word: u32,
    /// What it may be mistaken for.
    pub pair: &'static Confusable,
    /// What stands before it.
    pub before: Side,
    /// What stands after it.
    pub after: Side,
}

impl Suspect {
    /// Whether what is seen before and after the word may be what is looked for.
    #[inline]
    pub fn may_fit(&self, [before, after]: &[Glance; 2]) -> bool {
        after.may_fit(self.after.seen) && before.may_fit(self.before.seen)
    }
}

/// The words of a story that may stand for others, in order.
pub(super) fn suspects(article: &Article) -> Vec<Suspect> {
    let mut suspects = Vec::with_capacity(article.confused.len() / 2);
    for (at, word) in article.confused.iter().map(|&at| (at as usize, &article.words[at as usize])) {
        if word.possessive > 0 || !word.is_word() {
            continue;
        }
        let Some(([look_before, look_after], pairs)) = article.lexicon.confused(word.id) else { continue };
        let may_be_beside = |look: Glance, next: usize| {
            look.kinds != 0 || article.words.get(next).is_some_and(|next| look.may_fit(Glance::of_word(next.id.0)))
        };
        // Most are words like `the`, given away by few others beside them: nothing else need be seen there.
        if !may_be_beside(look_after, at + 1) || !may_be_beside(look_before, at.wrapping_sub(1)) {
            continue;
        }
        let after = Side::of(article, at, Direction::After);
        if !look_after.may_fit(after.seen) {
            continue;
        }
        let before = Side::of(article, at, Direction::Before);
        if !look_before.may_fit(before.seen) {
            continue;
        }
        let all = pairs.iter().map(|pair| Suspect { word: at as u32, pair, before, after });
        suspects.extend(all.filter(|suspect| suspect.may_fit(&suspect.pair.glance)));
    }
    suspects
}

impl Side {
    #[inline]
    fn of(article: &Article, at: usize, direction: Direction) -> Self {
        let gap = gap_beside(article, at, direction);
        // Where nothing but white space parts them, there is a neighbour.
        let next = if direction == Direction::After { at + 1 } else { at.wrapping_sub(1) };
        match article.words.get(next).filter(|_| gap == 0) {
            Some(next) => Self { gap, seen: seen(article, next) },
            None => Self { gap, seen: Glance::of_gap(gap).or(Glance::of_kinds(sight::WHATEVER)) },
        }
    }
}

/// What is seen of a word at a glance.
#[inline]
fn seen(article: &Article, word: &Word) -> Glance {
    let kind = |is_so: bool, bit: u64| u64::from(is_so) * bit;
    let parts = article.lexicon.parts(word.id);
    let kinds = sight::WHATEVER
        | sight::WORD
        | kind(!word.is_word(), sight::NUMBER)
        | kind(word.is_capitalised(), sight::CAPITAL)
        | kind(word.possessive > 0, sight::POSSESSIVE);
    Glance::of_word(word.id.0).or(Glance::of_parts(parts.may(), parts.main())).or(Glance::of_kinds(kinds))
}

/// The word before or after `at`, if it stands in the same block.
pub fn neighbour(article: &Article, at: usize, direction: Direction) -> Option<usize> {
    let next = if direction == Direction::After { at + 1 } else { at.checked_sub(1)? };
    (article.words.get(next)?.block == article.words[at].block).then_some(next)
}

/// What parts word `at` from its neighbour: bits of [`gap`], none for white space.
#[inline]
pub fn gap_beside(article: &Article, at: usize, direction: Direction) -> u16 {
    let first = if direction == Direction::After { at } else { at.wrapping_sub(1) };
    let (one, other) = match (article.words.get(first), article.words.get(first.wrapping_add(1))) {
        (Some(one), Some(other)) if one.block == other.block => (one, other),
        _ => return gap_at_end(article, at, direction),
    };
    let between = Span { start: one.span.end, end: other.span.start };
    // Nearly always a space parts them.
    let is_space = between.end == between.start + 1 && article.copy().as_bytes().get(between.from()) == Some(&b' ');
    if is_space { 0 } else { kind_of(article.text(between)) }
}

/// What stands between word `at`, the first or last of its block, and the block's end.
#[cold]
fn gap_at_end(article: &Article, at: usize, direction: Direction) -> u16 {
    let word = &article.words[at];
    let end = article.blocks()[word.block as usize].span.end.max(word.span.end);
    let is_after = direction == Direction::After;
    gap::END | if is_after { kind_of(article.text(Span { start: word.span.end, end })) } else { 0 }
}

fn kind_of(between: &str) -> u16 {
    if matches!(between, "-" | "\u{2011}") {
        return gap::HYPHEN;
    }
    between
        .chars()
        .map(|mark| match mark {
            '.' | '!' | '?' | ';' | ':' | '—' | '–' | '…' => gap::END,
            ',' => gap::COMMA,
            '“' | '”' | '"' | '‘' | '’' | '\'' | '«' | '»' => gap::QUOTE,
            // “more then $40”: the sign belongs to the number.
            '$' | '£' | '€' => 0,
            _ if mark.is_whitespace() || mark == FILLER => 0,
            _ => gap::OTHER,
        })
        .fold(0, |all, one| all | one)
}
