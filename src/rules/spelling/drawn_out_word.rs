//! A word that is drawn out as it is said: `sooo`, `waaay`, `hmmmm`.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};

use super::{unknown, written};

/// Runs of letters that are tried short and double; what has more is a scream.
const MOST_RUNS: usize = 4;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for word in article.unknown.iter().map(|&index| &article.words[index as usize]) {
        let found = article.text(word.stem_span());
        if !unknown::is_drawn_out(found) || !unknown::is_unknown(article, word) || written::is_sic(article, word) {
            continue;
        }
        if written::is_part_of_name(article, word) {
            continue;
        }
        if let Some(right) = plain(article, found) {
            sink.report(Draft::at(word.stem_span()).say("wrong", found).say("right", right.clone()).replace(Safety::Suggested, right));
        }
    }
}

/// The word that is drawn out: each long run of a letter made one or two of it, whichever gives the most frequent word; or the word nearest to that.
fn plain(article: &Article, found: &str) -> Option<String> {
    let runs = found.as_bytes().chunk_by(|one, other| one == other);
    let long = runs.clone().filter(|run| run.len() > 2).count();
    if long > MOST_RUNS {
        return None;
    }
    let spelled = |choice: usize| {
        let mut at = 0;
        let mut spelled = String::with_capacity(found.len());
        for run in runs.clone() {
            let mut times = run.len();
            if times > 2 {
                times = 1 + (choice >> at & 1);
                at += 1;
            }
            spelled.extend(std::iter::repeat_n(char::from(run[0]), times));
        }
        spelled
    };
    let rank = |word: &String| {
        let id = article.lexicon.find(word);
        if article.lexicon.is_word(id) { article.lexicon.rank(id) } else { 0 }
    };
    let best = (0..1 << long).map(spelled).max_by_key(rank).filter(|best| rank(best) > 0);
    best.or_else(|| {
        let near = article.lexicon.suggest(&spelled(0));
        let near = near.first().filter(|near| near.slips <= 0.7 && article.lexicon.rank(near.word) >= 100)?;
        Some(article.lexicon.word(near.word).to_owned())
    })
}
