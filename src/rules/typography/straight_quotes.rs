//! Straight quotation marks among curly ones, or the reverse. One finding a story: the first odd mark, labels on the next ones, and
//! a fix for all.

use std::collections::BTreeSet;

use crate::article::Article;
use crate::finding::{Edit, Safety, Severity};
use crate::lint::{Context, Draft, Sink};
use crate::rules::quotes::glyphs;

/// Labels beyond this many tell an editor nothing new.
const MOST_LABELS: usize = 8;

/// A story without a house is warned about the marks of one quotation or two; more are a habit, which only a house can judge.
const A_SLIP: usize = 4;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if article.quotations().is_empty() {
        return;
    }
    let Some(straight) = glyphs::straight(article, context.style) else { return };
    // In large type the family of the marks may be wrong too: that finding sets both right.
    let left_to_display: BTreeSet<u32> = glyphs::odd_in_display(article, context.style).map(|quotation| quotation.outer.start).collect();
    let mut edits = Vec::new();
    for quotation in article.quotations().iter().filter(|quotation| !left_to_display.contains(&quotation.outer.start)) {
        let right = glyphs::pair(quotation.glyph, straight);
        for (side, mark) in glyphs::marks_of(quotation) {
            if glyphs::is_straight(article, mark) != straight {
                edits.push(Edit::replace(mark, right[side]));
            }
        }
    }
    edits.sort();
    let Some(first) = edits.first() else { return };
    let mut draft = Draft::at(first.span).say("mark", article.text(first.span)).say("right", first.text.clone());
    draft = draft.say("count", edits.len().to_string());
    draft = draft.wording(match (context.style.marks.is_some(), straight) {
        (true, true) => "house-straight",
        (true, false) => "house-curly",
        (false, true) => "curly",
        (false, false) => "straight",
    });
    if context.style.marks.is_none() && edits.len() > A_SLIP {
        draft = draft.severity(Severity::Info);
    }
    for edit in edits.iter().skip(1).take(MOST_LABELS) {
        draft = draft.label_saying(edit.span, "also", vec![("also", edit.text.clone())]);
    }
    sink.report(draft.fix(Safety::Safe, edits));
}
