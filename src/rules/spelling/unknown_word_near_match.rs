//! A word that nobody knows, one slip away from one that everybody knows.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::Suggestion;
use crate::lint::{Context, Draft, Sink};

use super::{unknown, written};

/// Most suggestions that a reader is shown.
const MOST: usize = 3;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for at in unknown::words(article) {
        let span = article.words[at].stem_span();
        let found = article.text(span);
        let near = article.lexicon.suggest(found);
        let Some(best) = near.first().filter(|best| is_sure(article, at, found, best) && unknown::joined(article.lexicon, found).is_none())
        else {
            continue;
        };
        let mut draft = Draft::at(span).say("wrong", found).say("right", written::like(article, found, article.lexicon.word(best.word)));
        for other in near.iter().take(MOST).filter(|other| other.score > best.score - 60.0) {
            draft = draft.replace(Safety::Suggested, written::like(article, found, article.lexicon.word(other.word)));
        }
        sink.report(draft);
    }
}

/// A short word has many neighbours: it needs a nearer and a more frequent one.
fn is_sure(article: &Article, at: usize, found: &str, best: &Suggestion) -> bool {
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
    let uses = unknown::uses(article, at);
    let may_repeat = best.slips <= 0.95 && rank >= 150 && found.len() >= 4;
    best.slips <= most_slips && rank >= least_rank && !uses.as_name && (uses.times == 1 || may_repeat)
}
