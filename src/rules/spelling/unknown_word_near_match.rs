//! A word that nobody knows, one slip away from one that everybody knows.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::Suggestion;
use crate::lint::{Context, Draft, Sink};

use super::{unknown, written};

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
        let near = article.lexicon.suggest(found);
        let Some(best) = near.first().filter(|best| is_sure(article, uses.times, found, best)) else { continue };
        let mut draft = Draft::at(span).say("wrong", found).say("right", written::like(article, found, article.lexicon.word(best.word)));
        for other in near.iter().take(MOST).filter(|other| other.score > best.score - 60.0) {
            draft = draft.replace(Safety::Suggested, written::like(article, found, article.lexicon.word(other.word)));
        }
        sink.report(draft);
    }
}

/// A short word has many neighbours: it needs a nearer and a more frequent one.
fn is_sure(article: &Article, times: usize, found: &str, best: &Suggestion) -> bool {
    let rank = article.lexicon.rank(best.word);
    let (most_slips, least_rank) = match found.len() {
        0..=3 => (0.75, 195),
        4 => (0.95, 160),
        5 => (1.3, 130),
        6..=7 => (1.75, 100),
        _ if best.slips <= 1.0 => (1.0, 25),
        _ => (2.2, 70),
    };
    // What comes twice is meant, unless it is a plain slip of a frequent word.
    let may_repeat = best.slips <= 0.95 && rank >= 150 && found.len() >= 4;
    best.slips <= most_slips && rank >= least_rank && (times == 1 || may_repeat)
}
