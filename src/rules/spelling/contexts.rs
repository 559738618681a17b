//! Decides whether a real word stands in the wrong place, by the contexts of `rules/data/lexicon/confusables.toml`.

use crate::article::{Article, Word};
use crate::finding::Safety;
use crate::lexicon::{Ask, Confusable, Element, Glance, Surroundings, Test, gap, sight};
use crate::lint::{Draft, Sink};
use crate::text::{Case, FILLER, Span};

use super::written;

/// Reports the words that `rule`'s pairs give away.
pub(super) fn report(article: &Article, rule: &str, safety: Safety, sink: &mut Sink) {
    for &(at, pairs) in article.confusables() {
        let (at, word) = (at as usize, &article.words[at as usize]);
        if !pairs.iter().any(|pair| pair.rule == rule) || !may_be_a_word(article, at, word) || article.lexicon.is_accepted(word.id) {
            continue;
        }
        let beside = Beside::of(article, at);
        let given_away = |pair: &&Confusable| pair.rule == rule && is_given_away(article, at, pair, &beside);
        let mut pairs = pairs.iter().filter(given_away).peekable();
        let Some(first) = pairs.peek() else { continue };
        if written::is_sic(article, word) || written::is_part_of_name(article, word) {
            continue;
        }
        let found = article.text(word.span);
        let best = written::like(article, found, first.right[0]);
        let mut draft = Draft::at(word.span).say("wrong", found).say("right", best).say("note", first.note);
        for right in pairs.flat_map(|pair| pair.right) {
            draft = draft.replace(safety, written::like(article, found, right));
        }
        sink.report(draft);
    }
}

/// A capital in the middle of a sentence is a name's or a headline's, but for the one after a colon and a quotation mark.
fn may_be_a_word(article: &Article, at: usize, word: &Word) -> bool {
    let starts = || {
        let before = article.copy()[..word.span.from()].trim_end_matches(['“', '"', '‘', '\'']);
        article.starts_sentence(at) || before.len() < word.span.from() || before.ends_with(": ")
    };
    word.case == Case::Lower || (word.case == Case::Capitalised && starts())
}

fn is_given_away(article: &Article, at: usize, pair: &Confusable, beside: &Beside) -> bool {
    let stands = |surroundings: &Surroundings| {
        beside.may_be(surroundings)
            && matches(article, at, surroundings.after, Direction::After, beside.after)
            && matches(article, at, surroundings.before, Direction::Before, beside.before)
    };
    // In a compound the words around say nothing: then-current, co-lead. A context that wants the hyphen names it.
    let in_compound = |surroundings: &Surroundings| {
        let is_joined = |elements: &[Element], gap| gap == gap::HYPHEN && !elements.first().is_some_and(wants_hyphen);
        is_joined(surroundings.after, beside.after.bits) || is_joined(surroundings.before, beside.before.bits)
    };
    // Hardly any context stands, so what else it must be is asked last.
    pair.when.iter().any(|surroundings| stands(surroundings) && !in_compound(surroundings)) && !pair.unless.iter().any(stands)
}

fn wants_hyphen(element: &Element) -> bool {
    element.any_of.iter().flat_map(|all| all.iter()).any(|test| !test.not && matches!(test.ask, Ask::Gap(bits) if bits & gap::HYPHEN != 0))
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Before,
    After,
}

/// The gaps on both sides of a word, and what is seen beyond them: all its contexts ask about them.
struct Beside {
    before: Gap,
    after: Gap,
    /// Before and after.
    seen: [Glance; 2],
}

impl Beside {
    fn of(article: &Article, at: usize) -> Self {
        let (before, after) = (Gap::beside(article, at, Direction::Before), Gap::beside(article, at, Direction::After));
        let seen = |direction, gap: Gap| {
            let word = neighbour(article, at, direction).filter(|_| gap.bits == 0).map(|next| &article.words[next]);
            word.map_or(Glance { kinds: sight::WHATEVER, gaps: gap.bits, ..Glance::default() }, |word| seen(article, word))
        };
        Self { seen: [seen(Direction::Before, before), seen(Direction::After, after)], before, after }
    }

    fn may_be(&self, surroundings: &Surroundings) -> bool {
        surroundings.glance[1].may_fit(self.seen[1]) && surroundings.glance[0].may_fit(self.seen[0])
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

/// What parts two words.
#[derive(Clone, Copy)]
struct Gap {
    /// Bits of [`gap`], none for white space.
    bits: u16,
    /// Whether a context already asked about it, so that the word behind it may be asked about next.
    is_asked: bool,
}

impl Gap {
    fn beside(article: &Article, at: usize, direction: Direction) -> Self {
        Self { bits: gap_beside(article, at, direction), is_asked: false }
    }
}

/// Whether `elements` stand next to word `at`, beyond `gap`.
fn matches(article: &Article, at: usize, elements: &[Element], direction: Direction, gap: Gap) -> bool {
    let Some((element, rest)) = elements.split_first() else { return true };
    if element.optional && matches(article, at, rest, direction, gap) {
        return true;
    }
    let gap_fits =
        || element.any_of.iter().any(|all| asks_of_gap(all) && all.iter().all(|test| holds_of_gap(&test.ask, gap.bits) != test.not));
    if gap_fits() && matches(article, at, rest, direction, Gap { is_asked: true, ..gap }) {
        return true;
    }
    let Some(next) = neighbour(article, at, direction) else { return false };
    (gap.is_asked || gap.bits == 0)
        && holds_of_word(article, next, element)
        && (rest.is_empty() || matches(article, next, rest, direction, Gap::beside(article, next, direction)))
}

fn asks_of_gap(all: &[Test]) -> bool {
    all.iter().all(|test| matches!(test.ask, Ask::Gap(_)))
}

fn neighbour(article: &Article, at: usize, direction: Direction) -> Option<usize> {
    let next = if direction == Direction::After { at + 1 } else { at.checked_sub(1)? };
    (article.words.get(next)?.block == article.words[at].block).then_some(next)
}

/// What parts word `at` from its neighbour: bits of [`gap`], none for white space.
fn gap_beside(article: &Article, at: usize, direction: Direction) -> u16 {
    let word = &article.words[at];
    let block = article.blocks()[word.block as usize].span;
    let span = match (neighbour(article, at, direction), direction) {
        (Some(next), Direction::After) => Span { start: word.span.end, end: article.words[next].span.start },
        (Some(next), Direction::Before) => Span { start: article.words[next].span.end, end: word.span.start },
        (None, Direction::After) => {
            return gap::END | kind_of(article.text(Span { start: word.span.end, end: block.end.max(word.span.end) }));
        }
        (None, Direction::Before) => return gap::END,
    };
    kind_of(article.text(span))
}

fn kind_of(between: &str) -> u16 {
    if between == " " {
        return 0;
    }
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

fn holds_of_gap(ask: &Ask, gap: u16) -> bool {
    matches!(ask, Ask::Gap(bits) if gap & bits != 0)
}

fn holds_of_word(article: &Article, at: usize, element: &Element) -> bool {
    let word = &article.words[at];
    element.any_of.iter().any(|all| !asks_of_gap(all) && all.iter().all(|test| holds(article, at, word, &test.ask) != test.not))
}

fn holds(article: &Article, at: usize, word: &Word, ask: &Ask) -> bool {
    // A name is no word of its letters: “Will”, “May”, “Brown”.
    let is_name = || word.is_capitalised() && !article.starts_sentence(at);
    match ask {
        Ask::Word(words) => word.possessive == 0 && words.binary_search(&word.id.0).is_ok(),
        Ask::MayBe(parts) => word.possessive == 0 && !is_name() && article.lexicon.parts(word.id).may_be(*parts),
        Ask::Mainly(parts) => word.possessive == 0 && !is_name() && article.lexicon.parts(word.id).is_mainly(*parts),
        Ask::Number => !word.is_word(),
        // At the start of a sentence a capital says something when the word is no other than a name.
        Ask::Capital => word.is_word() && (is_name() || (word.is_capitalised() && !article.lexicon.is_word(word.id))),
        Ask::Possessive => word.possessive > 0,
        Ask::Any => true,
        Ask::Gap(_) => false,
    }
}
