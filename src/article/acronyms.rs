//! Acronyms, and where a story spells them out.
//!
//! Five shapes pair an acronym with its expansion: `Expansion (ACR)`, `ACR (Expansion)`, `Expansion, or ACR,` (also `known as ACR`),
//! `ACR, or Expansion,` and `the ACR, the Expansion,`. Only the two with brackets may pair words that do not fit: a bracket
//! says what the writer meant, a comma does not.

use std::borrow::Cow;

use crate::text::{Case, Span};

use super::{Article, Word};

/// An acronym and its expansion, paired by the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The acronym's letters, without points.
    pub acronym: String,
    /// Where the acronym stands.
    pub acronym_span: Span,
    /// Where the expansion stands.
    pub expansion: Span,
    /// Whether the expansion is the gloss, `ACR (Expansion)`.
    pub acronym_first: bool,
    /// From the first to the last byte of the pair, the closing bracket included.
    pub whole: Span,
}

impl Definition {
    /// Whether the letters fit the words.
    pub fn fits(&self, article: &Article) -> bool {
        let words: Vec<&str> = article.words[article.words_in(self.expansion)].iter().map(|word| article.text(word.stem_span())).collect();
        gives(&words, &self.acronym)
    }
}

/// Most letters of an acronym.
const MOST_LETTERS: usize = 6;

/// Whether a word is written as an acronym: two to six capitals, perhaps with points, a small plural s, or figures.
pub fn is_acronym(written: &str) -> bool {
    if written.len() > 2 * (MOST_LETTERS + 1) {
        return false;
    }
    let core = written.trim_end_matches('.');
    let core = core.strip_suffix('s').unwrap_or(core);
    let (mut letters, mut capitals) = (0, 0);
    for letter in core.bytes().filter(|&byte| byte != b'.') {
        if !letter.is_ascii_uppercase() && !letter.is_ascii_digit() {
            return false;
        }
        letters += 1;
        capitals += usize::from(letter.is_ascii_uppercase());
    }
    (2..=MOST_LETTERS).contains(&letters) && capitals >= 2
}

/// `U.S.` as `US`.
pub fn without_points(written: &str) -> Cow<'_, str> {
    if written.contains('.') { written.replace('.', "").into() } else { written.into() }
}

/// The words that are written as acronyms, possessive and plural ones too, as indices. A block set in capitals holds none.
pub(super) fn written(article: &Article) -> Vec<u32> {
    let is_one = |word: &Word| matches!(word.case, Case::Upper | Case::Mixed) && is_acronym(article.text(word.stem_span()));
    let mut last = (u32::MAX, false);
    let mut in_capitals = |block: u32| {
        if last.0 != block {
            last = (block, article.is_all_capitals(block as usize));
        }
        last.1
    };
    let capitals = article.capitals.iter().copied();
    let is_written = |&at: &u32| {
        let word = &article.words[at as usize];
        is_one(word) && !in_capitals(word.block)
    };
    capitals.filter(is_written).collect()
}

impl Article<'_> {
    /// Whether the word at `index`, if there is one, is written as an acronym.
    pub fn is_acronym_at(&self, index: usize) -> bool {
        let word = self.words.get(index).filter(|word| matches!(word.case, Case::Upper | Case::Mixed));
        word.is_some_and(|word| is_acronym(self.text(word.stem_span())) && !self.is_all_capitals(word.block as usize))
    }
}

/// Where the story pairs an acronym with its expansion, in order.
pub(super) fn definitions(article: &Article) -> Vec<Definition> {
    let round = article.marks.brackets.iter().filter(|bracket| !bracket.square);
    let mut definitions: Vec<Definition> = round.filter_map(|bracket| definition(article, bracket.span)).collect();
    let bracketed = definitions.len();
    for &at in article.acronyms() {
        let span = article.words[at as usize].span;
        let from = definitions[..bracketed].partition_point(|known| known.whole.end <= span.start);
        if !definitions[..bracketed].get(from).is_some_and(|known| known.whole.overlaps(span)) {
            definitions.extend(before_comma(article, at as usize).or_else(|| after_comma(article, at as usize)));
        }
    }
    definitions.sort_by_key(|definition| definition.whole);
    definitions
}

/// `Islamic State of Iraq and Syria, or ISIS`.
fn before_comma(article: &Article, acronym: usize) -> Option<Definition> {
    const LINKS: [&str; 9] = [
        ", or ",
        ", or the ",
        ", known as ",
        ", known as the ",
        ", also known as ",
        ", better known as ",
        ", abbreviated as ",
        " known as ",
        ", abbreviated ",
    ];
    let span = article.words[acronym].stem_span();
    // Every link ends with one of `or`, `as`, `the`, `abbreviated`.
    if !matches!(article.copy().as_bytes()[..span.from()], [.., b'r' | b's' | b'e' | b'd', b' ']) {
        return None;
    }
    let sentence = article.sentence_at(span.start)?;
    let before = article.text(Span { start: sentence.span.start.min(span.start), end: span.start });
    let link = LINKS.iter().find(|link| before.ends_with(**link))?;
    let letters = letters_of(article, acronym);
    let end = article.words.partition_point(|word| word.span.end as usize <= span.from() - link.len());
    let first = (sentence.words.start as usize).max(end.saturating_sub(letters.len() * 2 + 2));
    let start = matching_start(article, &(first..end).collect::<Vec<_>>(), &letters)?;
    let expansion = article.words[start].span.join(article.words[end - 1].stem_span());
    Some(Definition { expansion, whole: expansion.join(span), acronym: letters, acronym_span: span, acronym_first: false })
}

/// `ISIS, or Islamic State of Iraq and Syria,` and `the ISIS, the Islamic State of Iraq and Syria,`.
fn after_comma(article: &Article, acronym: usize) -> Option<Definition> {
    const LINKS: [&str; 6] = [", or the ", ", or ", ", the ", ", short for ", ", which stands for ", " (short for "];
    let span = article.words[acronym].stem_span();
    let after = &article.copy()[span.to()..];
    if !after.starts_with(", ") && !after.starts_with(" (") {
        return None;
    }
    let link = LINKS.iter().find(|link| after.starts_with(**link))?;
    let letters = letters_of(article, acronym);
    let block = article.words[acronym].block;
    let start = article.words.partition_point(|word| (word.span.start as usize) < span.to() + link.len());
    let most = (start + letters.len() * 2 + 1).min(article.words.len());
    for end in start + 2..=most {
        let run = &article.words[start..end];
        if run[run.len() - 1].block != block || !run[0].is_capitalised() {
            return None;
        }
        let words: Vec<&str> = run.iter().map(|word| article.text(word.stem_span())).collect();
        let expansion = run[0].span.join(run[run.len() - 1].stem_span());
        if run[run.len() - 1].is_capitalised() && !article.text(expansion).contains(',') && gives(&words, &letters) {
            return Some(Definition { whole: span.join(expansion), acronym: letters, acronym_span: span, expansion, acronym_first: true });
        }
    }
    None
}

/// The letters of an acronym, without points and the s of a plural.
fn letters_of(article: &Article, acronym: usize) -> String {
    let letters = without_points(article.text(article.words[acronym].stem_span()));
    letters.strip_suffix('s').unwrap_or(&letters).to_owned()
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
    if let Some(start) = matching_start(article, run, letters) {
        return Some(start);
    }
    // No initials fit: a capitalised run right before the bracket is what the writer meant.
    let is_part =
        |word: &Word| word.is_capitalised() || matches!(article.text(word.span), "of" | "the" | "for" | "and" | "in" | "on" | "de" | "to");
    let last = *run.last()?;
    let follows = |index: usize| {
        let gap = Span { start: article.words[index].span.end, end: article.words[index + 1].span.start };
        article.text(gap).chars().all(|between| between.is_whitespace() || matches!(between, '-' | '&' | '’' | '\''))
    };
    let reaches = |index: usize| is_part(&article.words[index]) && (index == last || follows(index));
    let from = run.iter().rev().take_while(|&&index| reaches(index)).last().copied()?;
    let opens =
        |index: usize| article.words[index].is_capitalised() && !article.text(article.words[index].span).eq_ignore_ascii_case("the");
    let start = (from..=last).find(|&index| opens(index))?;
    let capitals = (start..=last).filter(|&index| article.words[index].case == Case::Capitalised).count();
    (capitals >= 2).then_some(start)
}

/// The first word of the shortest end of `run` whose initials give the letters.
fn matching_start(article: &Article, run: &[usize], letters: &str) -> Option<usize> {
    let initial = letters.chars().next();
    (0..run.len().saturating_sub(1)).rev().find_map(|at| {
        let written = |&index: &usize| article.text(article.words[index].stem_span());
        if !written(&run[at]).chars().next()?.to_uppercase().eq(initial) {
            return None;
        }
        let words: Vec<&str> = run[at..].iter().map(written).collect();
        gives(&words, letters).then_some(run[at])
    })
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
