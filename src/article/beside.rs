//! What stands beside a word: what parts it from its neighbours, and what is seen of them at a glance.

use crate::lexicon::{Confusable, Glance, gap, mark, sight};
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

/// What stands on both sides of a word.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// What parts it from the words before and after it: bits of [`gap`], none for white space.
    pub gaps: [u16; 2],
    /// What is seen there.
    pub seen: [Glance; 2],
}

/// A word that may stand for another: nothing seen at a glance speaks against it.
#[derive(Clone, Copy, Debug)]
pub struct Suspect {
    /// The word, as an index.
    pub word: u32,
    /// What it may be mistaken for.
    pub pair: &'static Confusable,
    /// What stands around it.
    pub beside: Beside,
}

/// The words of a story that may stand for others, in order.
pub(super) fn suspects(article: &Article) -> Vec<Suspect> {
    let mut suspects = Vec::new();
    for (at, word) in article.marked() {
        if word.marks & mark::CONFUSABLE == 0 || !word.is_word() || word.possessive > 0 {
            continue;
        }
        let mut beside = None;
        let pairs = article.lexicon.confusables(word.id, || beside.insert(Beside::of(article, at)).seen);
        let Some(beside) = beside else { continue };
        let likely = pairs.iter().filter(|pair| beside.may_fit(pair.glance));
        suspects.extend(likely.map(|pair| Suspect { word: at as u32, pair, beside }));
    }
    suspects
}

impl Beside {
    fn of(article: &Article, at: usize) -> Self {
        let gaps = [Direction::Before, Direction::After].map(|direction| gap_beside(article, at, direction));
        let seen = |direction, gap: u16| {
            let word = if gap == 0 { neighbour(article, at, direction) } else { None };
            match word {
                Some(next) => seen(article, &article.words[next]),
                None => Glance { kinds: sight::WHATEVER, gaps: gap, ..Glance::default() },
            }
        };
        Self { seen: [seen(Direction::Before, gaps[0]), seen(Direction::After, gaps[1])], gaps }
    }

    /// Whether what is seen before and after the word may be what is looked for.
    pub fn may_fit(&self, [before, after]: [Glance; 2]) -> bool {
        after.may_fit(self.seen[1]) && before.may_fit(self.seen[0])
    }
}

/// What is seen of a word at a glance.
fn seen(article: &Article, word: &Word) -> Glance {
    let kind = |is_so: bool, bit: u8| if is_so { bit } else { 0 };
    Glance {
        words: Glance::bit_of(word.id.0),
        parts: article.lexicon.parts(word.id).0,
        gaps: 0,
        kinds: sight::WHATEVER
            | sight::WORD
            | kind(!word.is_word(), sight::NUMBER)
            | kind(word.is_capitalised(), sight::CAPITAL)
            | kind(word.possessive > 0, sight::POSSESSIVE),
    }
}

/// The word before or after `at`, if it stands in the same block.
pub fn neighbour(article: &Article, at: usize, direction: Direction) -> Option<usize> {
    let next = if direction == Direction::After { at + 1 } else { at.checked_sub(1)? };
    (article.words.get(next)?.block == article.words[at].block).then_some(next)
}

/// What parts word `at` from its neighbour: bits of [`gap`], none for white space.
pub fn gap_beside(article: &Article, at: usize, direction: Direction) -> u16 {
    let word = &article.words[at];
    let Some(next) = neighbour(article, at, direction).map(|next| &article.words[next]) else {
        let end = article.blocks()[word.block as usize].span.end.max(word.span.end);
        let is_after = direction == Direction::After;
        return gap::END | if is_after { kind_of(article.text(Span { start: word.span.end, end })) } else { 0 };
    };
    let (first, second) = if direction == Direction::After { (word, next) } else { (next, word) };
    let between = Span { start: first.span.end, end: second.span.start };
    // Nearly always a space parts them.
    if between.len() == 1 && article.copy().as_bytes()[between.from()] == b' ' { 0 } else { kind_of(article.text(between)) }
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
