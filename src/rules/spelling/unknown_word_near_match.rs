//! A word that nobody knows, one slip away from one that everybody knows.

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Safety, Severity};
use crate::lexicon::{Reach, Suggestion};
use crate::lint::{Context, Draft, Sink};

use super::unknown::{self, Uses};
use super::written;

/// A slip is seldom made a fourth time: what comes more often is meant.
const MOST_SLIPS: usize = 3;
/// Most suggestions that a reader is shown.
const MOST: usize = 3;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for at in unknown::words(article) {
        let span = article.words[at].stem_span();
        let found = article.text(span);
        // A name, a coinage or a joined word needs no search.
        let uses = unknown::uses(article, at);
        if uses.as_name || uses.times > MOST_SLIPS || unknown::joined(article.lexicon, found).is_some() {
            continue;
        }
        let mut near = article.lexicon.suggest(found, reach(found));
        let is_in_compound = unknown::is_in_compound(article, at);
        near.retain(|other| is_sure(article, &uses, found, other) && (!is_in_compound || other.slips <= 1.0));
        let Some(best) = near.first() else { continue };
        // One of two little words as near as each other may be meant: that is no help.
        let is_open = found.len() <= 3 && near.get(1).is_some_and(|second| second.score > best.score - 15.0);
        if is_open {
            continue;
        }
        let mut draft = Draft::at(span).say("wrong", found).say("right", written::like(article, found, article.lexicon.word(best.word)));
        for other in near.iter().take(MOST).filter(|other| other.score > best.score - 60.0) {
            draft = draft.replace(Safety::Suggested, written::like(article, found, article.lexicon.word(other.word)));
        }
        // What is misspelled in the largest type is an error.
        let is_display = matches!(article.role_at(span.start), Some(Role::Headline | Role::Standfirst | Role::TeaserHeadline));
        sink.report(if is_display { draft.severity(Severity::Error) } else { draft });
    }
}

/// Up to so many slips the neighbour must be so frequent. A short word has many neighbours: it needs a nearer and a more frequent one.
fn demands(found: &str) -> &'static [(f32, u8)] {
    match found.len() {
        0..=3 => &[(0.85, 195)],
        4 => &[(0.7, 128), (0.85, 140), (1.0, 200)],
        5 => &[(0.6, 40), (0.8, 100), (1.3, 150)],
        6..=7 => &[(0.6, 40), (1.0, 100), (1.5, 115)],
        8 => &[(1.0, 25), (1.5, 70)],
        _ => &[(1.0, 25), (2.2, 70)],
    }
}

/// Up to so many slips a word of middling length may lie off one that is so frequent, if nothing speaks against it.
const FAR_BUT_FREQUENT: (f32, u8) = (1.75, 100);

fn may_be_far(found: &str) -> bool {
    (6..=8).contains(&found.len())
}

/// How frequent neighbours must be to be worth a look.
fn reach(found: &str) -> Reach {
    /// What two edits weigh at least.
    const TWO_EDITS: f32 = 1.2;
    let far_but_frequent = may_be_far(found).then_some(FAR_BUT_FREQUENT);
    let all = || demands(found).iter().copied().chain(far_but_frequent);
    Reach {
        near: all().map(|(_, rank)| rank).min().unwrap_or(0),
        far: all().filter(|(slips, _)| *slips >= TWO_EDITS).map(|(_, rank)| rank).min(),
    }
}

fn is_sure(article: &Article, uses: &Uses, found: &str, near: &Suggestion) -> bool {
    let rank = article.lexicon.rank(near.word);
    let meets = |(most_slips, least_rank): (f32, u8)| near.slips <= most_slips && rank >= least_rank;
    let is_near = demands(found).iter().copied().any(meets);
    let is_far_but_frequent = may_be_far(found) && meets(FAR_BUT_FREQUENT) && near.score >= 0.0;
    // What comes twice is meant, unless it is a plain slip of a frequent word.
    let may_repeat = near.slips <= 1.0 && (rank >= 150 || rank >= 80 && found.len() >= if near.slips <= 0.8 { 7 } else { 9 });
    (is_near || is_far_but_frequent) && (uses.times == 1 || may_repeat)
}
