//! The same paragraph twice.

use std::hash::Hasher;

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};

/// Short paragraphs, which may repeat, stand between those of one copied run.
const MOST_APART: usize = 3;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let least = context.options.number("characters");
    let long = || article.blocks_with(Role::is_body_text).filter(|(_, block)| block.span.len() >= least);
    if !may_repeat(long().map(|(index, _)| first_look(article, index))) {
        return;
    }
    let mut prints: Vec<(u64, usize)> = long().map(|(index, _)| (first_look(article, index), index)).collect();
    prints.sort_unstable();
    let mut alike: Vec<(u64, usize)> = Vec::new();
    for group in prints.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        alike.extend(group.iter().map(|&(_, index)| (all_words(article, index), index)));
    }
    alike.sort_unstable();
    // A text that stands three times is a form: results by district, a refrain, a note under each entry.
    let pairs = alike.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() == 2).map(|group| (group[1].1, group[0].1));
    let mut pairs: Vec<(usize, usize)> = pairs.collect();
    pairs.sort_unstable();
    if pairs.is_empty() {
        return;
    }
    let stamps: Vec<usize> =
        article.blocks_with(|_| true).filter(|(_, block)| is_time_stamp(article.text(block.span))).map(|(at, _)| at).collect();
    pairs.retain(|&(second, first)| stamps.partition_point(|&at| at < first) == stamps.partition_point(|&at| at < second));
    // Paragraphs that were copied together are one finding.
    for run in pairs.chunk_by(|one, next| next.0 - next.1 == one.0 - one.1 && next.0 - one.0 <= MOST_APART) {
        report(article, run, sink);
    }
}

fn report(article: &Article, run: &[(usize, usize)], sink: &mut Sink) {
    let (&(second, first), &(last, _)) = (&run[0], &run[run.len() - 1]);
    let blocks = article.blocks();
    let mut draft = Draft::at(blocks[second].span)
        .say("first", article.paragraph_number(first).to_string())
        .say("second", article.paragraph_number(second).to_string())
        .say("count", run.len().to_string())
        .label(blocks[first].span, "first");
    if run.len() > 1 {
        draft = draft.wording("run");
    }
    let gone = article.block_with_gap(second).join(article.block_with_gap(last));
    let whole_run = (0..=last - second).all(|at| article.text(blocks[first + at].span) == article.text(blocks[second + at].span));
    if run.len() == 1 || whole_run {
        draft = draft.fix(Safety::Suggested, vec![Edit::delete(gone)]);
    }
    sink.report(draft);
}

/// A line such as `8:35 p.m.` opens an entry of a live file: entries may repeat each other.
fn is_time_stamp(text: &str) -> bool {
    let text = text.trim_end_matches([':', '.']);
    text.len() <= 12 && text.starts_with(|digit: char| digit.is_ascii_digit()) && text.ends_with('m')
}

/// Whether any number stands twice among `prints`, by a part of each: the paragraphs of most stories differ at once.
fn may_repeat(mut prints: impl Iterator<Item = u64>) -> bool {
    let mut seen = [0_u64; 64];
    prints.any(|print| {
        let (kind, bit) = (print as usize & 63, 1 << (print >> 6 & 63));
        let is_seen = seen[kind] & bit != 0;
        seen[kind] |= bit;
        is_seen
    })
}

/// Tells nearly all paragraphs apart without reading them whole.
fn first_look(article: &Article, block: usize) -> u64 {
    let words = &article.words[article.words_of(block)];
    let spread = |print: u64, number: u32| (print ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let ends = words.iter().take(3).chain(words.last());
    ends.fold(words.len() as u64, |print, word| spread(print, word.id.0))
}

/// The words of a paragraph; case, white space and the glyphs of marks say nothing.
fn all_words(article: &Article, block: usize) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    for word in &article.words[article.words_of(block)] {
        for letter in article.text(word.span).chars() {
            hasher.write_u32(if letter == '’' { '\'' } else { letter.to_ascii_lowercase() } as u32);
        }
        hasher.write_u32(0);
    }
    hasher.finish()
}
