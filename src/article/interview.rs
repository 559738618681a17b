//! Interviews in question-and-answer form, whose answers stand without quotation marks.

use crate::document::Role;

use super::Article;

/// A question put to somebody is no longer than so many words.
const LONGEST_QUESTION: usize = 50;
/// A label or two may stand in any story.
const FEWEST_TURNS: usize = 3;
/// Bytes in which a label ends.
const LONGEST_LABEL: usize = 32;
/// Words by which an answer is somebody's own.
const FIRST_PERSON: [&str; 15] =
    ["i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "we", "we're", "we've", "we'll", "us", "our", "ours"];

/// Whether a block belongs to an answer of an interview: after `Q:` or `HEXLEY NEWS:`, or in the first person after a question
/// that is a paragraph or a subhead. One question alone makes no interview.
pub fn is_answer(article: &Article, block: usize) -> bool {
    let is_copy = |at: &usize| article.blocks()[*at].role.is_body_text() || article.blocks()[*at].role == Role::Subhead;
    let blocks = || (0..article.blocks().len()).filter(is_copy);
    let questions: Vec<usize> = blocks().filter(|&at| is_question(article, at)).collect();
    let is_labelled = |at: &usize| label(plain(article, *at)).is_some();
    let turns: Vec<usize> = blocks().filter(is_labelled).collect();
    if turns.len() >= FEWEST_TURNS && turns.iter().any(|turn| questions.binary_search(turn).is_ok()) {
        let turn = turns.iter().take_while(|&&at| at <= block).last();
        return turn.is_some_and(|turn| questions.binary_search(turn).is_err() && label(plain(article, *turn)) != Some("Q"));
    }
    if questions.len() < 2 {
        return false;
    }
    let asked = questions.iter().take_while(|&&at| at <= block).last();
    asked.is_some_and(|&asked| asked < block && (asked + 1..=block).any(|at| speaks_of_itself(article, at)))
}

/// The words of a block without the marks that make it bold.
fn plain<'a>(article: &'a Article, block: usize) -> &'a str {
    article.text(article.blocks()[block].span).trim_matches(['\0', '*', '_', ' ', '\n'])
}

/// Whether a block is nothing but a question, in no quotation marks.
fn is_question(article: &Article, block: usize) -> bool {
    let span = article.blocks()[block].span;
    plain(article, block).ends_with('?') && article.words_of(block).len() <= LONGEST_QUESTION && !article.overlaps_quotation(span)
}

/// `Q:`, `A.`, `HEXLEY NEWS:`, `Tom Arlen:` before what is said.
fn label(text: &str) -> Option<&str> {
    let (at, mark) = text.char_indices().take(LONGEST_LABEL).find(|(_, mark)| matches!(mark, ':' | '.'))?;
    let label = text[..at].trim_matches(['\0', '*', '_', ' ']);
    let is_name = label.split(' ').count() <= 3 && label.split(' ').all(|word| word.starts_with(char::is_uppercase));
    (is_name && (mark == ':' || matches!(label, "Q" | "A"))).then_some(label)
}

fn speaks_of_itself(article: &Article, block: usize) -> bool {
    article.words_of(block).any(|index| {
        let word = &article.words[index];
        let written = article.text(word.span);
        written.len() <= 7
            && FIRST_PERSON.contains(&written.to_lowercase().replace('’', "'").as_str())
            && !article.is_quoted(word.span.start)
    })
}
