//! Acronyms, and where a story spells them out.

use crate::text::{Case, Span};

use super::{Article, Word};

/// `Expansion (ACR)` or `ACR (Expansion)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The acronym's letters, without points.
    pub acronym: String,
    /// Where the acronym stands.
    pub acronym_span: Span,
    /// Where the expansion stands.
    pub expansion: Span,
    /// Whether the expansion is the gloss in brackets, `ACR (Expansion)`.
    pub acronym_first: bool,
    /// From the first to the last byte of the pair, the closing bracket included.
    pub whole: Span,
}

/// Whether a word is written as an acronym: two to six capitals, perhaps with points, a small plural s, or figures.
pub fn is_acronym(written: &str) -> bool {
    let letters = without_points(written);
    let core = letters.strip_suffix('s').unwrap_or(&letters);
    let capitals = core.bytes().filter(u8::is_ascii_uppercase).count();
    (2..=6).contains(&core.len()) && capitals >= 2 && core.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// `U.S.` as `US`.
pub fn without_points(written: &str) -> String {
    written.chars().filter(|letter| *letter != '.').collect()
}

/// Where the story pairs an acronym with its expansion by brackets.
pub(super) fn definitions(article: &Article) -> Vec<Definition> {
    article.marks.brackets.iter().filter(|bracket| !bracket.square).filter_map(|bracket| definition(article, bracket.span)).collect()
}

fn definition(article: &Article, bracket: Span) -> Option<Definition> {
    let inside = article.words_in(bracket);
    let before = inside.start.checked_sub(1)?;
    let apart = inside.is_empty() || article.words[before].block != article.words[inside.start].block;
    // An address may run over the bracket.
    if apart || article.words[before].span.end > bracket.start {
        return None;
    }
    let gap = &article.copy()[article.words[before].span.to()..bracket.from()];
    if !gap.chars().all(|between| matches!(between, ' ' | '\u{A0}' | '”' | '’' | '"' | crate::text::FILLER)) {
        return None;
    }
    let inner = Span { start: bracket.start + 1, end: bracket.end - 1 };
    if inside.len() == 1 && article.words[inside.start].span == inner && is_acronym(article.text(inner)) {
        return expansion_first(article, inside.start, bracket);
    }
    acronym_first(article, before, inside, bracket)
}

/// `Islamic State of Iraq and Syria (ISIS)`: the run of words before the bracket that the letters ask for.
fn expansion_first(article: &Article, acronym: usize, bracket: Span) -> Option<Definition> {
    let acronym_span = article.words[acronym].span;
    let letters = without_points(article.text(acronym_span));
    let letters = letters.strip_suffix('s').unwrap_or(&letters).to_owned();
    let block = article.words[acronym].block;
    let sentence = article.sentence_at(acronym_span.start)?;
    let first = (sentence.words.start as usize).max(acronym.saturating_sub(letters.len() * 2 + 2));
    let run: Vec<usize> = (first..acronym).filter(|&at| article.words[at].block == block).collect();
    let start = expansion_start(article, &run, &letters)?;
    Some(Definition {
        expansion: article.words[start].span.join(article.words[acronym - 1].span),
        whole: Span { start: article.words[start].span.start, end: bracket.end },
        acronym: letters,
        acronym_span,
        acronym_first: false,
    })
}

/// The first word of the shortest run before the bracket whose initials give the letters; else the whole capitalised run.
fn expansion_start(article: &Article, run: &[usize], letters: &str) -> Option<usize> {
    for at in (0..run.len()).rev() {
        let words: Vec<&str> = run[at..].iter().map(|&index| article.text(article.words[index].span)).collect();
        let starts_right = words[0].chars().next().is_some_and(|first| first.to_uppercase().eq(letters.chars().next().into_iter()));
        if starts_right && gives(&words, letters) {
            return Some(run[at]);
        }
    }
    // No initials fit: a capitalised run right before the bracket is what the writer meant.
    let is_part =
        |word: &Word| word.is_capitalised() || matches!(article.text(word.span), "of" | "the" | "for" | "and" | "in" | "on" | "de" | "to");
    let from = run.iter().rev().take_while(|&&index| is_part(&article.words[index])).last().copied()?;
    let start = (from..*run.last()? + 1).find(|&index| article.words[index].is_capitalised())?;
    let capitals = (start..*run.last()? + 1).filter(|&index| article.words[index].case == Case::Capitalised).count();
    (capitals >= 2).then_some(start)
}

/// Whether an expansion's initials give the letters: its capitals, then all its initials, then the letters in order, each at the
/// start of a word or inside it after one that starts a word.
pub fn gives(words: &[&str], letters: &str) -> bool {
    let wanted: Vec<char> = letters.chars().flat_map(char::to_uppercase).collect();
    let parts: Vec<&str> = words.iter().flat_map(|word| word.split(['-', '‑'])).filter(|part| !part.is_empty()).collect();
    let capitals: Vec<char> = words.iter().flat_map(|word| word.chars()).filter(|letter| letter.is_uppercase()).collect();
    let capital_initials: Vec<char> = parts.iter().filter_map(|part| part.chars().next()).filter(|letter| letter.is_uppercase()).collect();
    let initials: Vec<char> = parts.iter().filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect();
    capitals == wanted || capital_initials == wanted || initials == wanted || in_order(&parts, &wanted)
}

/// Each letter in order, the first of every word with a capital used, further letters taken from inside words.
fn in_order(parts: &[&str], wanted: &[char]) -> bool {
    let mut rest = wanted.iter().peekable();
    for (at, part) in parts.iter().enumerate() {
        let letters: Vec<char> = part.chars().flat_map(char::to_uppercase).collect();
        let small_word = part.chars().all(char::is_lowercase) && part.len() <= 3;
        if rest.peek().copied() != letters.first() {
            if small_word {
                continue;
            }
            return false;
        }
        rest.next();
        // A letter that the next word starts with belongs to that word.
        let next_initial = parts.get(at + 1).and_then(|part| part.chars().next()).map(|letter| letter.to_ascii_uppercase());
        let mut inside = letters[1..].iter();
        while let Some(&&next) = rest.peek() {
            if next_initial == Some(next) || !inside.any(|&letter| letter == next) {
                break;
            }
            rest.next();
        }
    }
    rest.peek().is_none()
}

/// `ISIL (Islamic State of Iraq and the Levant)`: two words or more in the bracket, most of them capitalised.
fn acronym_first(article: &Article, before: usize, inside: std::ops::Range<usize>, bracket: Span) -> Option<Definition> {
    let acronym_span = article.words[before].span;
    let written = article.text(acronym_span);
    if !is_acronym(written) || inside.len() < 2 {
        return None;
    }
    let capitals = inside.clone().filter(|&at| article.words[at].case == Case::Capitalised).count();
    let small = inside.clone().filter(|&at| article.words[at].case == Case::Lower).count();
    let numbers = inside.clone().any(|at| !article.words[at].is_word());
    let inner = Span { start: bracket.start + 1, end: bracket.end - 1 };
    let is_plain = !article.text(inner).contains(['.', ',', ':', ';', '“', '"']);
    if capitals < 2 || small > capitals + 1 || numbers || !is_plain {
        return None;
    }
    Some(Definition {
        acronym: without_points(written).trim_end_matches('s').to_owned(),
        acronym_span,
        expansion: inner,
        acronym_first: true,
        whole: acronym_span.join(bracket),
    })
}

#[cfg(test)]
mod tests {
    use super::gives;

    #[test]
    fn initials_give_their_acronym() {
        for (expansion, acronym) in [
            ("Islamic State of Iraq and the Levant", "ISIL"),
            ("United Nations", "UN"),
            ("Organisation for the Prohibition of Chemical Weapons", "OPCW"),
            ("World Trade Organisation", "WTO"),
            ("extensible harbour link", "XHL"),
            ("North Sea Transport Union", "NSTU"),
        ] {
            let words: Vec<&str> = expansion.split(' ').collect();
            assert_eq!(gives(&words, acronym), acronym != "XHL", "{expansion} {acronym}");
        }
        assert!(!gives(&["Islamic", "State", "of", "Iraq", "and", "Syria"], "ISIL"));
    }
}
