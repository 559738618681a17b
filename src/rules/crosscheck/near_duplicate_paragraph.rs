//! Two paragraphs that are the same but for a word or two: one of them is an older version.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Article, Word};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

/// Shorter paragraphs are formulas.
const FEWEST: usize = 16;
/// Most words by which one of two versions is longer.
const MOST_LONGER: usize = 4;
/// Words in a row that are compared.
const SHINGLE: usize = 4;
/// One run in so many is remembered: a paragraph has enough of them, and most stories have no pair.
const SAMPLE: u64 = 4;
/// More paragraphs than these are not held against each other by their letters first.
const MOST_PRINTED: usize = 256;
/// So many pairs are read word by word before the story is read as one that has a pair.
const MOST_READ: usize = 64;
/// More than these are another fault.
const MOST_REPORTED: usize = 50;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if !may_have_pair(article) {
        return;
    }
    // The first paragraph that each run of words was seen in; runs of a formula are seen once.
    let mut reported = 0;
    let mut first_seen: FxHashMap<u64, u32> =
        FxHashMap::with_capacity_and_hasher(article.words.len() / SAMPLE as usize, rustc_hash::FxBuildHasher);
    let (mut numbers, mut runs): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
    for (block, _) in article.blocks_with(|role| role == Role::Paragraph) {
        let words = &article.words[article.words_of(block)];
        if words.len() < FEWEST {
            continue;
        }
        numbers.clear();
        numbers.extend(words.iter().map(|word| number(article, word)));
        runs.clear();
        runs.extend(numbers.windows(SHINGLE).map(hash).filter(|run| run % SAMPLE == 0));
        let mut shared: FxHashMap<u32, usize> = FxHashMap::default();
        for run in &runs {
            match first_seen.get(run) {
                Some(&other) if other as usize != block => *shared.entry(other).or_default() += 1,
                Some(_) => {}
                None => {
                    first_seen.insert(*run, block as u32);
                }
            }
        }
        // One changed word breaks four runs: nine words in ten alike leave more than half of the runs.
        let most = shared.into_iter().max_by_key(|&(other, count)| (count, u32::MAX - other));
        if let Some((other, _)) =
            most.filter(|&(other, count)| 2 * count >= runs.len() && reported < MOST_REPORTED && are_near(article, other as usize, block))
        {
            reported += 1;
            report(article, other as usize, block, sink);
        }
    }
}

/// Which of so many kinds of words a paragraph has.
type Kinds = [u64; 4];

/// A paragraph as it is held against the others: its index, how many words it has, and which of 64 kinds of words.
struct Print {
    block: usize,
    words: usize,
    kinds: u64,
}

/// Whether any two paragraphs have words enough in common, judged by their kinds first: few stories have such a pair, the others need
/// be read no further.
fn may_have_pair(article: &Article) -> bool {
    let mut prints: Vec<Print> = Vec::with_capacity(article.blocks().len());
    for (block, _) in article.blocks_with(|role| role == Role::Paragraph) {
        let words = &article.words[article.words_of(block)];
        if words.len() >= FEWEST {
            let kinds = words.iter().fold(0, |kinds, word| kinds | 1 << (word.id.0 & 63));
            prints.push(Print { block, words: words.len(), kinds });
        }
    }
    let mut read = 0;
    let mut is_pair = |one: &Print, other: &Print| {
        may_be_near(article, one, other) && {
            read += 1;
            read > MOST_READ || are_near(article, one.block, other.block)
        }
    };
    // Longer stories take the way that no number of paragraphs makes slow.
    prints.len() > MOST_PRINTED || (1..prints.len()).any(|at| prints[..at].iter().any(|one| is_pair(one, &prints[at])))
}

/// Whether so many kinds of words can be the second paragraph's own: every word that only it has may have a kind of its own.
fn may_be_near(article: &Article, one: &Print, other: &Print) -> bool {
    if one.words.abs_diff(other.words) > MOST_LONGER {
        return false;
    }
    let most = one.words.max(other.words) / 10;
    has_at_most(most, other.kinds & !one.kinds) && {
        let (one, other) = (kinds(article, one.block), kinds(article, other.block));
        one.iter().zip(&other).map(|(one, other)| (other & !one).count_ones() as usize).sum::<usize>() <= most
    }
}

/// Whether no more than `most` bits are set.
fn has_at_most(most: usize, mut bits: u64) -> bool {
    for _ in 0..most {
        bits &= bits.wrapping_sub(1);
    }
    bits == 0
}

fn kinds(article: &Article, block: usize) -> Kinds {
    let mut kinds = [0; 4];
    for word in &article.words[article.words_of(block)] {
        let kind = word.id.0.wrapping_mul(0x9E37_79B1) >> 24;
        kinds[(kind >> 6) as usize] |= 1 << (kind & 63);
    }
    kinds
}

/// The same for the same word.
fn number(article: &Article, word: &Word) -> u64 {
    if word.id.is_known() {
        return u64::from(word.id.0);
    }
    article.text(word.span).bytes().fold(7, |sum, byte| sum * 31 % 0xFFFF_FFFB + u64::from(byte))
}

fn hash(run: &[u64]) -> u64 {
    run.iter().fold(0, |sum: u64, number| (sum ^ (number + 1)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23))
}

/// Nine words in ten alike, and not all: the same paragraph twice is another rule's finding.
fn are_near(article: &Article, one: usize, other: usize) -> bool {
    let words = |block: usize| article.words[article.words_of(block)].iter().map(|word| article.text(word.span)).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let set: FxHashSet<&str> = one.iter().copied().collect();
    let common = other.iter().filter(|word| set.contains(**word)).count();
    one != other && one.len().abs_diff(other.len()) <= MOST_LONGER && common * 10 >= other.len().max(one.len()) * 9
}

fn report(article: &Article, first: usize, second: usize, sink: &mut Sink) {
    let block = article.blocks()[second].span;
    let at = article.paragraph_number(first);
    let draft = Draft::at(block).say("here", article.paragraph_number(second).to_string()).say("there", at.to_string());
    sink.report(draft.label(article.blocks()[first].span, "first-here"));
}
