//! The clause right after a quotation that says who spoke: `he said`, `said Jones`, `the mayor of Vell said`.

use crate::article::{Article, Word};
use crate::text::{Case, Span};

/// Verbs that take the words before them as what was said.
const SPEECH: [&str; 42] = [
    "said",
    "says",
    "added",
    "adds",
    "asked",
    "asks",
    "replied",
    "replies",
    "explained",
    "explains",
    "continued",
    "continues",
    "noted",
    "notes",
    "told",
    "tells",
    "wrote",
    "writes",
    "tweeted",
    "tweets",
    "declared",
    "announced",
    "argued",
    "argues",
    "insisted",
    "insists",
    "warned",
    "warns",
    "recalled",
    "recalls",
    "stated",
    "concluded",
    "joked",
    "shouted",
    "yelled",
    "cried",
    "whispered",
    "responded",
    "exclaimed",
    "admitted",
    "remarked",
    "quipped",
];

/// What names the speaker, by how sure it makes the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// `he said`, `they asked`
    Pronoun,
    /// `said Jones`, `said the mayor`
    Verb,
    /// `Jones said`, `the mayor said`
    Name,
}

/// A clause that says who spoke.
#[derive(Clone, Copy, Debug)]
pub(super) struct Attribution {
    /// How it opens.
    pub opening: Opening,
    /// From its first word to its verb.
    pub span: Span,
    /// Whether its first word has a capital.
    pub starts_upper: bool,
    /// Whether a full stop or a comma follows the verb at once.
    pub ends_at_verb: bool,
}

/// The clause that starts after `offset`, where only spaces lie between.
pub(super) fn attribution_after(article: &Article, offset: u32) -> Option<Attribution> {
    let first = article.words.partition_point(|word| word.span.start < offset);
    let words = &article.words[first..(first + 8).min(article.words.len())];
    if !words.iter().any(|word| may_speak(article, word)) {
        return None;
    }
    let start = words.first()?;
    let gap = article.text(Span { start: offset, end: start.span.start });
    if gap.is_empty() || !is_spaces(gap) {
        return None;
    }
    let linked = words.windows(2).take_while(|pair| are_linked(article, pair)).count();
    let words = &words[..=linked];
    let (opening, verb) = clause(article, words)?;
    let end = words[verb].span.end;
    Some(Attribution {
        opening,
        span: Span { start: start.span.start, end },
        starts_upper: start.is_capitalised(),
        ends_at_verb: article.copy()[end as usize..].starts_with(['.', ',']),
    })
}

fn clause(article: &Article, words: &[Word]) -> Option<(Opening, usize)> {
    let text = |index: usize| words.get(index).map_or("", |word| article.text(word.span));
    let is_any = |index: usize, list: &[&str]| list.iter().any(|other| other.eq_ignore_ascii_case(text(index)));
    let is_verb = |index: usize| words.get(index).is_some_and(|word| may_speak(article, word) && is_speech(article.text(word.span)));
    let is_lower = |index: usize| words.get(index).is_some_and(|word| word.case == Case::Lower);
    if is_any(0, &["he", "she", "they", "it", "we", "i"]) {
        let is_adverb = text(1).to_ascii_lowercase().ends_with("ly") || is_any(1, &["also", "then", "later"]);
        let verb = if is_adverb { 2 } else { 1 };
        return is_verb(verb).then_some((Opening::Pronoun, verb));
    }
    if is_verb(0) && is_lower(0) && !is_any(0, &["told", "tells", "notes"]) {
        let next = words.get(1)?;
        let names = next.is_capitalised() || is_any(1, &["the", "a", "an", "one", "his", "her", "their", "another"]);
        return names.then_some((Opening::Verb, 0));
    }
    let named = words.iter().take_while(|word| word.is_word() && word.case != Case::Lower).count();
    let starts_the = is_any(0, &["the"]);
    if (1..=5).contains(&named) && !starts_the {
        return (is_verb(named) && is_lower(named)).then_some((Opening::Name, named));
    }
    if !starts_the || words.len() <= 2 {
        return None;
    }
    (2..words.len().min(7)).find(|&at| is_lower(at) && is_verb(at)).map(|verb| (Opening::Name, verb))
}

/// Whether a word is a form of a cue, as all verbs of speech are.
fn may_speak(article: &Article, word: &Word) -> bool {
    matches!(article.lexicon.class(word.id), b'c' | b'h')
}

/// Whether a word, with capitals or without, is a verb of speech.
fn is_speech(word: &str) -> bool {
    let may_be = (4..=9).contains(&word.len()) && matches!(word.as_bytes().last(), Some(b'd' | b's' | b'e' | b'D' | b'S' | b'E'));
    may_be && SPEECH.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether only spaces, or the point of a title, lie between two words.
fn are_linked(article: &Article, pair: &[Word]) -> bool {
    let gap = article.text(Span { start: pair[0].span.end, end: pair[1].span.start });
    pair[0].block == pair[1].block && (is_spaces(gap) || (pair[0].span.len() <= 4 && pair[0].is_capitalised() && gap == ". "))
}

fn is_spaces(gap: &str) -> bool {
    gap.chars().all(char::is_whitespace)
}
