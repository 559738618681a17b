//! One quotation given in two wordings.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::article::{Article, Quotation};
use crate::lexicon::WordId;
use crate::lint::{Context, Draft, Sink};

/// Shorter quotations are phrases that people say twice.
const FEWEST: usize = 7;
/// Words at the start that make two quotations worth comparing: two wordings of one quotation begin alike.
const OPENING: usize = 2;
/// More than these are another fault.
const MOST_REPORTED: usize = 50;
/// What begins more quotations than this is a refrain.
const MOST_SHARED: usize = 8;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let is_speech = |quotation: &&Quotation| quotation.level == 1 && !article.blocks()[quotation.block as usize].role.is_related();
    let speech = article.quotations().iter().filter(is_speech);
    let quotations = that_begin_alike(article, speech);
    let mut openings: FxHashMap<[WordId; OPENING], Vec<usize>> = FxHashMap::default();
    let mut words: Vec<Vec<usize>> = Vec::with_capacity(quotations.len());
    let mut reported = 0;
    for (at, quotation) in quotations.iter().enumerate() {
        let here = words_of(article, quotation);
        if here.len() >= FEWEST {
            let opening = std::array::from_fn(|index| article.words[here[index]].id);
            let alike = openings.entry(opening).or_default();
            let other = alike.iter().copied().find(|&other| {
                let apart =
                    article.sentence_at(quotations[other].span.start).is_none_or(|sentence| sentence.span.end <= quotation.span.start);
                apart && differs(article, &words[other], &here)
            });
            if let Some(other) = other.filter(|_| reported < MOST_REPORTED) {
                reported += 1;
                report(article, (quotations[other], &words[other]), (quotation, &here), sink);
            }
            if alike.len() < MOST_SHARED {
                alike.push(at);
            }
        }
        words.push(here);
    }
}

/// The quotations that another begins like, in order: of most stories none.
fn that_begin_alike<'a>(article: &Article, quotations: impl Iterator<Item = &'a Quotation>) -> Vec<&'a Quotation> {
    let opened = quotations.filter_map(|quotation| {
        let first = article.words.partition_point(|word| word.span.start < quotation.span.start);
        let is_short = article.words.get(first + FEWEST - 1).is_none_or(|word| word.span.end > quotation.span.end);
        if is_short {
            return None;
        }
        // Where the words begin is enough: most quotations have no gloss among their first ones.
        let mut own = own_words(article, quotation, first..article.words.len());
        Some(([own.next()?, own.next()?].map(|index| article.words[index].id.0), quotation))
    });
    let opened: Vec<([u32; OPENING], &Quotation)> = opened.collect();
    if opened.len() < 2 {
        return Vec::new();
    }
    let mut openings: Vec<[u32; OPENING]> = opened.iter().map(|(opening, _)| *opening).collect();
    openings.sort_unstable();
    let is_shared = |opening: &[u32; OPENING]| {
        let from = openings.partition_point(|other| other < opening);
        openings.get(from + 1) == Some(opening)
    };
    opened.into_iter().filter(|(opening, _)| is_shared(opening)).map(|(_, quotation)| quotation).collect()
}

/// The speaker's own words; what an editor put in brackets is left out.
fn words_of(article: &Article, quotation: &Quotation) -> Vec<usize> {
    own_words(article, quotation, article.words_in(quotation.span)).collect()
}

fn own_words<'a>(article: &'a Article, quotation: &Quotation, words: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    let from = article.marks.brackets.partition_point(|bracket| bracket.span.start < quotation.span.start);
    let mut glosses = article.marks.brackets[from..].iter().map(|bracket| bracket.span).peekable();
    words.filter(move |&index| {
        let at = article.words[index].span.start;
        while glosses.next_if(|gloss| gloss.end <= at).is_some() {}
        !glosses.peek().is_some_and(|gloss| gloss.holds(at))
    })
}

/// Nearly the same words from front to back, with one stretch that is not.
fn differs(article: &Article, one: &[usize], other: &[usize]) -> bool {
    let same = |&a: &usize, &b: &usize| article.words[a].id == article.words[b].id && article.words[a].id.is_known();
    let head = one.iter().zip(other).take_while(|(a, b)| same(a, b)).count();
    let rest = one.len().min(other.len()) - head;
    let tail = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(|(a, b)| same(a, b)).count();
    let (longer, shorter) = (one.len().max(other.len()), one.len().min(other.len()));
    let changed = longer - head - tail;
    // Words cut off at either end are a shorter quotation, not another wording.
    let inner = head >= 2 && tail >= 2;
    shorter >= FEWEST
        && inner
        && changed > 0
        && changed <= 3
        && (head + tail) * 10 >= longer * 8
        && !has_gap(article, one, head)
        && !has_gap(article, other, head)
}

/// Whether an ellipsis stands where the wordings part.
fn has_gap(article: &Article, words: &[usize], at: usize) -> bool {
    let (Some(&before), Some(&after)) = (words.get(at.saturating_sub(1)), words.get((at + 1).min(words.len() - 1))) else { return false };
    let between = &article.copy()[article.words[before].span.from()..article.words[after].span.to()];
    between.contains('…') || between.contains("..") || between.contains(". .")
}

fn report(article: &Article, (first, before): (&Quotation, &[usize]), (second, here): (&Quotation, &[usize]), sink: &mut Sink) {
    let same = |a: usize, b: usize| article.words[a].id == article.words[b].id;
    let head = before.iter().zip(here).take_while(|&(&a, &b)| same(a, b)).count();
    let rest = before.len().min(here.len()) - head;
    let tail = before.iter().rev().zip(here.iter().rev()).take(rest).take_while(|&(&a, &b)| same(a, b)).count();
    let stretch = |words: &[usize]| match &words[head..words.len() - tail] {
        [] => "nothing".to_owned(),
        [from, rest @ ..] => {
            let to = rest.last().unwrap_or(from);
            format!("“{}”", article.text(article.words[*from].span.join(article.words[*to].span)))
        }
    };
    let draft = Draft::at(second.span).say("mine", stretch(here)).say("theirs", stretch(before));
    let draft = draft.say("here", article.place_name(second.span.start)).say("there", article.place_name(first.span.start));
    sink.report(draft.label(first.span, "first-here"));
}
