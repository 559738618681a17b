//! `said that the mayor hopes that`: one clause hung on another by the same word.

use crate::article::{Article, Word};
use crate::finding::{Edit, Safety};
use crate::lexicon::{Tag, WordId};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Farther apart the ear has forgotten the first.
const MOST_APART: usize = 6;

/// How far before the first “that” its verb may stand: “said during a visit to London on Friday that”.
const MOST_BEFORE: usize = 10;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let that = article.lexicon.find("that");
    let mut verbs: Option<Vec<WordId>> = None;
    let find_verbs = || context.options.words("verbs").iter().map(|verb| article.lexicon.find(verb)).collect();
    for first in after_cues(article).filter(|&at| article.words[at].id == that) {
        let after = article.words[first + 1..].iter().take(MOST_APART);
        let Some(apart) = after.map(|word| word.id).position(|id| id == that).map(|between| between + 1) else { continue };
        let second = first + apart;
        if apart >= 2 && is_one_chain(article, first, second, verbs.get_or_insert_with(find_verbs)) {
            let word = article.words[second].span;
            let span = article.words[first].span.join(word);
            let gap = Span { start: article.words[second - 1].span.end, end: word.end };
            let draft = Draft::at(span).say("found", article.text(span));
            sink.report(draft.fix(Safety::Suggested, vec![Edit::delete(gap)]));
        }
    }
}

/// The words that a verb of speech may lead to, as indices, in order.
fn after_cues(article: &Article) -> impl Iterator<Item = usize> {
    let mut done = 0;
    article.cues().iter().flat_map(move |&cue| {
        let from = done.max(cue as usize + 1);
        done = (cue as usize + 1 + MOST_BEFORE).min(article.words.len());
        from..done
    })
}

/// Whether a verb of speech leads to the first “that” and another to the second, with no mark and no “and” between.
fn is_one_chain(article: &Article, first: usize, second: usize, verbs: &[WordId]) -> bool {
    let words = &article.words;
    let span = words[first].span.join(words[second].span);
    let Some(sentence) = article.sentence_at(span.start) else { return false };
    let start = sentence.words.start as usize;
    let between = &words[first + 1..second];
    let joins = |word: &Word| ["and", "but", "or", "while"].contains(&article.lexicon.word(word.id));
    let marks = [",", ";", ":", "“", "”", "\"", "''", "(", ")", "—", "–"];
    let text = article.text(span);
    if !sentence.span.contains(span) || marks.iter().any(|mark| text.contains(mark)) || between.iter().any(joins) {
        return false;
    }
    let (verb, before) = (&words[second - 1], &words[second - 2]);
    let is_noun = before.possessive > 0 || DETERMINERS.contains(&article.lexicon.word(before.id));
    let takes_clause = verb.is(Tag::Cue) || verbs.contains(&verb.id);
    let led = words[start.max(first.saturating_sub(MOST_BEFORE))..first].iter().any(|word| word.is(Tag::Cue));
    led && takes_clause && verb.is_word() && !is_noun
}

/// After one of these a form such as “hope” or “claim” is a noun.
const DETERMINERS: [&str; 16] =
    ["the", "a", "an", "no", "any", "some", "this", "every", "his", "her", "its", "their", "our", "my", "your", "whose"];
