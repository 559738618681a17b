//! Decides whether a real word stands in the wrong place, by the contexts of `rules/data/lexicon/confusables.toml`.

use crate::article::{Article, Direction, Suspect, Word, gap_beside, neighbour};
use crate::finding::Safety;
use crate::lexicon::{Ask, Element, Surroundings, Test, gap};
use crate::lint::{Draft, Sink};
use crate::text::Case;

use super::written;

/// Reports the words that `rule`'s pairs give away.
pub(super) fn report(article: &Article, rule: &str, safety: Safety, sink: &mut Sink) {
    for suspects in article.suspects().chunk_by(|one, other| one.word == other.word) {
        let given_away = |suspect: &&Suspect| suspect.pair.rule == rule && is_given_away(article, suspect);
        let mut suspects = suspects.iter().filter(given_away).peekable();
        let Some(&&first) = suspects.peek() else { continue };
        let (at, word) = (first.word as usize, &article.words[first.word as usize]);
        let is_settled = !may_be_a_word(article, at, word)
            || article.lexicon.is_accepted(word.id)
            || written::is_sic(article, word)
            || written::is_part_of_name(article, word);
        if is_settled {
            continue;
        }
        let found = article.text(word.span);
        let best = written::like(article, found, first.pair.right[0]);
        let mut draft = Draft::at(word.span).say("wrong", found).say("right", best).say("note", first.pair.note);
        // Two pairs of one word may mean the same.
        let mut offered: Vec<&str> = Vec::new();
        for &right in suspects.flat_map(|suspect| suspect.pair.right) {
            if !offered.contains(&right) {
                offered.push(right);
                draft = draft.replace(safety, written::like(article, found, right));
            }
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

fn is_given_away(article: &Article, suspect: &Suspect) -> bool {
    let (at, pair) = (suspect.word as usize, suspect.pair);
    let (before, after) = (suspect.before.gap, suspect.after.gap);
    let stands = |surroundings: &Surroundings| {
        suspect.may_fit(&surroundings.glance)
            && matches(article, at, surroundings.after, Direction::After, Gap::first(after))
            && matches(article, at, surroundings.before, Direction::Before, Gap::first(before))
    };
    // In a compound the words around say nothing: then-current, co-lead. A context that wants the hyphen names it.
    let in_compound = |surroundings: &Surroundings| {
        let is_joined = |elements: &[Element], gap| gap == gap::HYPHEN && !elements.first().is_some_and(wants_hyphen);
        is_joined(surroundings.after, after) || is_joined(surroundings.before, before)
    };
    // Hardly any context stands, so what else it must be is asked last.
    pair.when.iter().any(|surroundings| stands(surroundings) && !in_compound(surroundings)) && !pair.unless.iter().any(stands)
}

fn wants_hyphen(element: &Element) -> bool {
    element.any_of.iter().flat_map(|all| all.iter()).any(|test| !test.not && matches!(test.ask, Ask::Gap(bits) if bits & gap::HYPHEN != 0))
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
    fn first(bits: u16) -> Self {
        Self { bits, is_asked: false }
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
        && (rest.is_empty() || matches(article, next, rest, direction, Gap::first(gap_beside(article, next, direction))))
}

fn asks_of_gap(all: &[Test]) -> bool {
    all.iter().all(|test| matches!(test.ask, Ask::Gap(_)))
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
