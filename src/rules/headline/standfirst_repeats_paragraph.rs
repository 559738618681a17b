//! A standfirst that says what a paragraph says again, word for word.

use std::ops::Range;

use crate::article::{Article, Word};
use crate::document::{Block, Role};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let least = context.options.number("words").max(2);
    let Some((index, _)) = article.blocks_with(|role| role == Role::Standfirst).find(|(_, block)| !is_extract(block)) else { return };
    let standfirst = &article.words[article.words_of(index)];
    if standfirst.len() < least {
        return;
    }
    let mut positions: Vec<(u64, usize)> = standfirst.iter().enumerate().map(|(at, word)| (key(article, word), at)).collect();
    positions.sort_unstable();
    let mut longest: Option<(Range<usize>, usize, Range<usize>)> = None;
    for (block, _) in article.blocks_with(|role| role == Role::Paragraph) {
        let paragraph = &article.words[article.words_of(block)];
        // A run of `least` words has a word in every stride of `least`: only those need a look.
        for at in (least - 1..paragraph.len()).step_by(least) {
            let wanted = key(article, &paragraph[at]);
            let from = positions.partition_point(|&(key, _)| key < wanted);
            for &(_, other) in positions[from..].iter().take_while(|(key, _)| *key == wanted) {
                let (start, end) = run(article, standfirst, paragraph, other, at);
                if start + least <= end && longest.as_ref().is_none_or(|(best, ..)| best.len() < end - start) {
                    let found = at + start - other..at + end - other;
                    longest = Some((start..end, block, found));
                }
            }
        }
    }
    let Some((run, block, found)) = longest else { return };
    let paragraph = &article.words[article.words_of(block)];
    let draft = Draft::at(span(&standfirst[run.clone()]))
        .say("count", run.len().to_string())
        .say("paragraph", article.paragraph_number(block).to_string());
    sink.report(draft.label(span(&paragraph[found]), "paragraph"));
}

/// A summary field is often cut from the story by the system that publishes it.
fn is_extract(block: &Block) -> bool {
    block.field.as_deref().is_some_and(|field| ["summary", "excerpt", "description"].iter().any(|name| field.eq_ignore_ascii_case(name)))
}

/// The run of equal words around `standfirst[at]` and `paragraph[there]`, as indices into the standfirst.
fn run(article: &Article, standfirst: &[Word], paragraph: &[Word], at: usize, there: usize) -> (usize, usize) {
    let same = |one: &Word, other: &Word| key(article, one) == key(article, other);
    let before = (1..=at.min(there)).take_while(|&back| same(&standfirst[at - back], &paragraph[there - back])).count();
    let after = standfirst[at..].iter().zip(&paragraph[there..]).take_while(|(one, other)| same(one, other)).count();
    (at - before, at + after)
}

fn span(words: &[Word]) -> Span {
    words[0].span.join(words[words.len() - 1].span)
}

/// A word as it counts here: its number in the lexicon, or a hash of its letters; upper and lower case are alike.
fn key(article: &Article, word: &Word) -> u64 {
    use std::hash::Hasher;
    if word.id.is_known() {
        return u64::from(word.id.0) << 8 | u64::from(word.possessive > 0);
    }
    let mut hasher = rustc_hash::FxHasher::default();
    article.text(word.span).bytes().for_each(|byte| hasher.write_u8(byte.to_ascii_lowercase()));
    hasher.finish() | 1 << 63
}
