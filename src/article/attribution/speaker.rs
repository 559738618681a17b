//! The words that name a speaker: whose name they hold, and whom a pronoun or a role stands for. Nobody's gender is inferred.

use std::ops::Range;

use crate::article::Article;
use crate::text::Span;

use super::letters::Line;

/// What the words for a speaker are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// They hold a name, which stands here.
    Named(Span),
    /// A pronoun, or a role with the: they stand for somebody named before.
    Refers,
    /// `who`: the name right before.
    Who,
    /// A body, a group, somebody without a name.
    Other,
}

/// What the words at `letters` are.
pub(super) fn kind(article: &Article, line: &Line, letters: &Range<usize>) -> Kind {
    let classes = &line.letters[letters.clone()];
    match classes {
        [b'p', ..] => return Kind::Refers,
        [b'w', ..] => return Kind::Who,
        _ => {}
    }
    if let Some(name) = name(article, line, letters) {
        return Kind::Named(name);
    }
    let last = line.spans[letters.end - 1];
    let is_role = classes.iter().all(|class| matches!(class, b'd' | b'j' | b'v' | b'0'))
        && article.words_in(last).any(|word| article.lexicon.class(article.words[word].id) == b'T');
    let first = article.text(line.spans[letters.start]);
    let definite = ["the", "his", "her", "their"].iter().any(|word| first.eq_ignore_ascii_case(word));
    if (is_role && definite) || classes == b"d" { Kind::Refers } else { Kind::Other }
}

/// The name among the words at `letters`: `Ida Marsh` of `Lund mayor Ida Marsh`, none in `a spokesman for Marsh`.
pub(super) fn name(article: &Article, line: &Line, letters: &Range<usize>) -> Option<Span> {
    let classes = &line.letters[letters.clone()];
    let only_capitals = classes.iter().all(|class| matches!(class, b'n' | b'o'));
    let end = classes.iter().position(|class| matches!(class, b'&' | b',')).unwrap_or(classes.len());
    // Secretary of State Ida Marsh: the name is past the preposition; the mayor of Lund: it is none.
    let end = match classes[..end].iter().position(|&class| class == b'o') {
        Some(at) if !only_capitals || classes[..at].len() > 1 => at,
        _ => end,
    };
    // In Marsh’s words: the possessive is the name.
    let owner = usize::from(classes[..end].ends_with(b"m"));
    let start = classes[..end - owner].iter().rposition(|&class| class != b'n').map_or(0, |at| at + 1);
    let mut words = letters.start + start..letters.start + end;
    let class = |at: usize| article.words_in(line.spans[at]).next().map_or(0, |word| article.lexicon.class(article.words[word].id));
    while !words.is_empty() {
        let class = class(words.start);
        if class != b'T' && (words.len() <= 2 || class == 0) {
            break;
        }
        words.start += 1;
    }
    let last = words.clone().next_back()?;
    let span = line.spans[words.start].join(line.spans[last]);
    let name = article.text(span).trim_end_matches(['’', '\'']);
    let name = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name);
    Some(Span { end: span.start + name.len() as u32, ..span })
}

/// The name that explains a role: `the head, Ida Marsh`. One word alone may begin something else: `the head, London heard`.
pub(super) fn name_after(article: &Article, line: &Line, role: &Range<usize>) -> Option<Span> {
    let rest = line.letters[role.end..].strip_prefix(b",")?;
    let end = rest.iter().position(|&class| class != b'n').unwrap_or(rest.len());
    let ends = rest.get(end).is_none_or(|class| matches!(class, b'.' | b','));
    if end < 2 || !ends || line.letters[role.clone()].starts_with(b"p") {
        return None;
    }
    let start = role.end + 1;
    name(article, line, &(start..start + end))
}
