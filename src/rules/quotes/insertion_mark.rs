//! An editor's gloss inside a quotation, in brackets that the house keeps for something else.

use crate::article::{Article, Class};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::style::Brackets;
use crate::text::Span;

/// Words that a gloss does not hold: the speaker talks, or the transcript tells what was heard.
const NOT_A_GLOSS: [&str; 24] = [
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "do",
    "does",
    "did",
    "will",
    "would",
    "can",
    "could",
    "should",
    "know",
    "think",
    "laughs",
    "laughter",
    "applause",
    "inaudible",
    "sic",
];

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(wanted) = context.style.insertion else { return };
    let (wants_square, marks) = match wanted {
        Brackets::Round => (false, ["(", ")"]),
        Brackets::Square => (true, ["[", "]"]),
    };
    for bracket in article.marks.brackets.iter().filter(|bracket| bracket.square != wants_square) {
        if !is_in_speech(article, bracket.span) || !article.is_gloss(bracket.span) || !is_gloss(article, bracket.span) {
            continue;
        }
        let (open, close) =
            (Span { start: bracket.span.start, end: bracket.span.start + 1 }, Span { start: bracket.span.end - 1, end: bracket.span.end });
        let words = article.text(Span { start: open.end, end: close.start });
        let draft = Draft::at(bracket.span)
            .say("found", article.text(bracket.span))
            .say("right", format!("{}{words}{}", marks[0], marks[1]))
            .fix(Safety::Suggested, vec![Edit::replace(open, marks[0]), Edit::replace(close, marks[1])]);
        sink.report(draft);
    }
}

fn is_in_speech(article: &Article, span: Span) -> bool {
    let before = article.quotations().partition_point(|quotation| quotation.outer.start <= span.start);
    let holding = article.quotations()[..before].iter().rev().take(8).filter(|quotation| quotation.span.contains(span));
    holding.into_iter().any(|quotation| matches!(quotation.class, Class::Direct | Class::Partial | Class::Short))
}

/// An expansion, a name, or a noun phrase of one to four words.
fn is_gloss(article: &Article, span: Span) -> bool {
    let words = &article.words[article.words_in(span)];
    let named = words.first().is_some_and(crate::article::Word::is_capitalised);
    let most = if named { 8 } else { 4 };
    let speaks = words.iter().any(|word| NOT_A_GLOSS.contains(&article.lexicon.word(word.id)));
    (1..=most).contains(&words.len()) && words.iter().any(crate::article::Word::is_word) && !speaks
}
