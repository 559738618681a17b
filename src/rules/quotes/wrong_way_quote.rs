//! A mark that looks the wrong way: `”Go on.”`, `the ‘90s`. One finding a story for each right glyph: who types it once types it
//! all through.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::{Fault, FaultyMark};

/// Labels beyond this many tell an editor nothing new.
const MOST_LABELS: usize = 8;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let roles = context.page.roles;
    for glyph in ['“', '”', '’'] {
        let is_read = |mark: &&FaultyMark| article.role_at(mark.span.start).is_some_and(|role| roles & role.bit() != 0);
        let marks: Vec<&FaultyMark> =
            article.marks.faults.iter().filter(|mark| mark.fault == Fault::WrongWay(glyph)).filter(is_read).collect();
        let Some(first) = marks.first() else { continue };
        let mut draft =
            Draft::at(first.span).say("mark", article.text(first.span)).say("right", glyph).say("word", word_beside(article, first));
        draft = match glyph {
            '’' => draft.wording("apostrophe"),
            '”' if article.text(first.span) == "’’" => draft.wording("two-single"),
            '”' => draft.wording("closing"),
            _ => draft,
        };
        for mark in marks.iter().skip(1).take(MOST_LABELS) {
            draft = draft.label(mark.span, "also");
        }
        sink.report(draft.fix(Safety::Safe, marks.iter().map(|mark| Edit::replace(mark.span, glyph)).collect()));
    }
}

/// The word after an opening mark or an apostrophe, the word before a closing one.
fn word_beside<'a>(article: &'a Article, mark: &FaultyMark) -> &'a str {
    let next = article.words.partition_point(|word| word.span.start < mark.span.end);
    let after = article.words.get(next).filter(|word| word.span.start == mark.span.end);
    let before = next.checked_sub(1).map(|last| &article.words[last]);
    after.or(before).map_or("", |word| article.text(word.span))
}
