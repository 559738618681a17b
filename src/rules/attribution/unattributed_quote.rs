//! A paragraph of direct speech that nobody says.

use crate::article::{Article, Quotation};
use crate::lint::{Context, Draft, Sink};

use super::{Side, bare_quotations, cue_before, first_quotation, is_bare, last_speaker, neighbour};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in bare_quotations(article, |quotation| quotation.attributed.is_none()) {
        if is_next_extract(article, quotation) || is_turn(article, quotation) || answers_reporter(article, quotation) {
            continue;
        }
        let mut draft = Draft::at(quotation.outer);
        if let Some(cue) = cue_before(article, quotation.outer.start) {
            draft = draft.label_saying(cue, "cue", vec![("cue", article.text(cue).to_owned())]);
        }
        draft = match last_speaker(article, quotation) {
            Some(speaker) => draft.wording("after-speaker").say("speaker", speaker),
            None => draft,
        };
        sink.report(draft);
    }
}

/// Whether an ellipsis says that words before it were left out, and the paragraph before is an extract too, whose speaker is known.
fn is_next_extract(article: &Article, quotation: &Quotation) -> bool {
    let Some(before) = neighbour(article, quotation.block as usize, Side::Before) else { return false };
    let words = article.text(quotation.span).trim_start();
    let leaves_out = ["…", "...", ". . .", "[…]", "[...]"].iter().any(|ellipsis| words.starts_with(ellipsis));
    leaves_out && is_bare(article, before) && first_quotation(article, before).is_some_and(|first| first.attributed.is_some())
}

/// Whether it is a turn of a dialogue: a word or two of answer stand alone between it and what its speaker said before.
fn is_turn(article: &Article, quotation: &Quotation) -> bool {
    const SHORT: usize = 3;
    let Some(answer) = neighbour(article, quotation.block as usize, Side::Before) else { return false };
    let Some(asked) = neighbour(article, answer, Side::Before) else { return false };
    let is_answer = article.words_of(answer).len() <= SHORT && first_quotation(article, answer).is_some() && is_bare(article, answer);
    is_answer && first_quotation(article, asked).is_some_and(|first| first.speaker.is_some())
}

/// Whether it answers a question of the reporter, a paragraph of one line, before which its speaker stands: at the first answer of several.
fn answers_reporter(article: &Article, quotation: &Quotation) -> bool {
    const MOST_ANSWERS: usize = 8;
    let mut answer = quotation.block as usize;
    for _ in 0..MOST_ANSWERS {
        let Some(question) = neighbour(article, answer, Side::Before).filter(|&block| is_question(article, block)) else { return false };
        let Some(before) = neighbour(article, question, Side::Before) else { return false };
        let said = &article.quotations()[article.quotations().partition_point(|said| (said.block as usize) < before)..];
        if said.iter().take_while(|said| said.block as usize == before).any(|said| said.speaker.is_some()) {
            return true;
        }
        if !is_bare(article, before) {
            return false;
        }
        answer = before;
    }
    false
}

fn is_question(article: &Article, block: usize) -> bool {
    const LONGEST: usize = 15;
    let span = article.blocks()[block].span;
    article.text(span).trim_end().ends_with('?') && article.words_of(block).len() <= LONGEST && !article.overlaps_quotation(span)
}
