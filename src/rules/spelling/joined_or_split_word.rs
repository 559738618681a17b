//! Two words typed as one (`theirfamilies`), or one typed as two (`candi- date`).

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

use super::unknown;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for at in unknown::words(article) {
        let span = article.words[at].stem_span();
        let found = article.text(span);
        let uses = unknown::uses(article, at);
        if let Some(cut) = unknown::joined(article.lexicon, found).filter(|_| uses.times == 1) {
            let right = format!("{} {}", &found[..cut], &found[cut..]);
            sink.report(Draft::at(span).say("wrong", found).say("right", right.clone()).replace(Safety::Suggested, right));
        }
    }
    let is_small = |word: &&u32| article.words[**word as usize].case == Case::Lower;
    for word in article.unknown.iter().filter(is_small) {
        if let Some((span, right)) = with_space_moved(article, *word as usize) {
            sink.report(
                Draft::at(span)
                    .wording("moved")
                    .say("wrong", article.text(span))
                    .say("right", right.clone())
                    .replace(Safety::Suggested, right),
            );
        }
    }
    split_at_hyphens(article, sink);
}

/// Two words of which one is unknown, and both are frequent with the space one letter on or back: `int he`, `iw ould`.
fn with_space_moved(article: &Article, at: usize) -> Option<(Span, String)> {
    [at.checked_sub(1), Some(at)].into_iter().flatten().find_map(|first| {
        let (one, other) = (article.words.get(first)?, article.words.get(first + 1)?);
        let span = one.span.join(other.span);
        let text = article.text(span);
        let is_plain =
            text.len() == one.span.len() + other.span.len() + 1 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ');
        let stands_alone = !article.copy()[..span.from()].ends_with('-') && !article.copy()[span.to()..].starts_with(['-', '’', '\'']);
        if !is_plain || !stands_alone || one.block != other.block {
            return None;
        }
        let letters = text.replace(' ', "");
        let cut = one.span.len();
        [cut - 1, cut + 1].into_iter().filter(|&cut| cut > 0 && cut < letters.len()).find_map(|cut| {
            let (first, second) = letters.split_at(cut);
            (is_frequent(article, first) && is_frequent(article, second)).then(|| (span, format!("{first} {second}")))
        })
    })
}

/// Short words must be the most frequent of all.
fn is_frequent(article: &Article, written: &str) -> bool {
    let word = article.lexicon.find(written);
    let least = match written.len() {
        1 => return matches!(written, "a" | "i"),
        2 => 195,
        3 => 180,
        4 => 165,
        _ => 120,
    };
    article.lexicon.marks(word) & mark::WORD != 0 && article.lexicon.rank(word) >= least
}

/// What was hyphenated at the end of a line and ran on: `candi- date`. One paste breaks many words: one finding tells of all.
fn split_at_hyphens(article: &Article, sink: &mut Sink) {
    let mut broken = memchr::memmem::find_iter(article.copy().as_bytes(), b"- ").filter_map(|hyphen| split_at(article, hyphen));
    let Some((span, gap, whole)) = broken.next() else { return };
    let mut draft = Draft::at(span).wording("split").say("wrong", article.text(span)).say("right", whole);
    let mut edits = vec![Edit::delete(gap)];
    for (span, gap, _) in broken {
        draft = draft.label(span, "another");
        edits.push(Edit::delete(gap));
    }
    sink.report(draft.fix(Safety::Suggested, edits));
}

/// The word that the hyphen at `hyphen` breaks: where it stands, what parts it, how it is written.
fn split_at(article: &Article, hyphen: usize) -> Option<(Span, Span, String)> {
    let second = article.words.partition_point(|word| word.span.to() <= hyphen);
    let (first, second) = (article.words.get(second.checked_sub(1)?)?, article.words.get(second)?);
    let parted_by_hyphen = first.span.to() == hyphen && second.span.from() == hyphen + 2 && first.block == second.block;
    if !parted_by_hyphen || second.is_capitalised() || !first.is_word() || !second.is_word() {
        return None;
    }
    let whole = format!("{}{}", article.text(first.span), article.text(second.span));
    let is_word = |word| article.lexicon.marks(word) & mark::WORD != 0;
    // `pre- and post-war`: there the parts are words.
    let is_broken = is_word(article.lexicon.find(&whole)) && !(is_word(first.id) && is_word(second.id));
    is_broken.then(|| (first.span.join(second.span), Span { start: first.span.end, end: second.span.start }, whole))
}
