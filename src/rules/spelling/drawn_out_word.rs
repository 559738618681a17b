//! A word that is drawn out as it is said: `sooo`, `waaay`, `hmmmm`.

use crate::article::{Article, Word};
use crate::finding::Safety;
use crate::lexicon::Reach;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

use super::{unknown, written};

/// Runs of letters that are tried short and double; what has more is a scream.
const MOST_RUNS: usize = 4;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, word) in article.unknown.iter().map(|&index| (index as usize, &article.words[index as usize])) {
        let found = article.text(word.stem_span());
        if !is_drawn_out(article, at, word, found) || written::is_sic(article, word) || written::is_part_of_name(article, word) {
            continue;
        }
        if let Some(right) = plain(article, &found.to_ascii_lowercase()) {
            let right = as_written(article, at, word, &right);
            sink.report(Draft::at(word.stem_span()).say("wrong", found).say("right", right.clone()).replace(Safety::Suggested, right));
        }
    }
}

/// What is shouted is said, unless the whole block shouts.
fn as_written(article: &Article, at: usize, word: &Word, right: &str) -> String {
    let is_shouted = word.case == Case::Upper && !article.is_all_capitals(word.block as usize);
    match (is_shouted, article.starts_sentence(at)) {
        (false, _) => crate::lint::in_case_of(article.text(word.stem_span()), right),
        (true, true) => crate::lint::in_case_of("A", right),
        (true, false) => right.to_owned(),
    }
}

/// A capital may start the sentence, and a long word may be shouted; KKK and www are no words.
fn is_drawn_out(article: &Article, at: usize, word: &Word, found: &str) -> bool {
    let may_be_a_word = match word.case {
        Case::Lower => true,
        Case::Capitalised => article.starts_sentence(at),
        Case::Upper => found.len() > 5,
        Case::Mixed => false,
    };
    may_be_a_word && !word.id.is_known() && found.bytes().all(|letter| letter.is_ascii_alphabetic()) && unknown::is_drawn_out(found)
}

/// The word that is drawn out: each long run of a letter made one or two of it, whichever gives the most frequent word;
/// or the word nearest to that.
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
        let least = if word.len() <= 2 { 120 } else { 1 };
        if article.lexicon.is_word(id) && article.lexicon.rank(id) >= least { article.lexicon.rank(id) } else { 0 }
    };
    let best = (0..1 << long).map(spelled).max_by_key(rank).filter(|best| rank(best) > 0);
    best.or_else(|| {
        let near = article.lexicon.suggest(&spelled(0), Reach { near: 0, far: Some(0) });
        let near = near.first().filter(|near| near.slips <= 0.7 && article.lexicon.rank(near.word) >= 100)?;
        Some(article.lexicon.word(near.word).to_owned())
    })
}
