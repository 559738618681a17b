//! `the the`, also across a soft wrap.

use crate::article::{Article, Word};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, FILLER, Span};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for &second in &article.repeated {
        let at = second as usize - 1;
        let (first, second) = (&article.words[at], &article.words[at + 1]);
        if first.id != second.id || first.span.len() != second.span.len() || !first.is_word() || !second.is_word() {
            continue;
        }
        let gap = Span { start: first.span.end, end: second.span.start };
        let written = article.text(first.span);
        let same = written.eq_ignore_ascii_case(article.text(second.span)) && first.block == second.block;
        let beside = (article.copy()[..first.span.from()].ends_with(['<', '/', '-']), article.copy()[second.span.to()..].starts_with('-'));
        if !same || beside.0 || beside.1 || !is_white(article.text(gap)) || is_meant(article, context, at) {
            continue;
        }
        let word = article.text(second.span);
        let draft = Draft::at(first.span.join(second.span)).say("word", word);
        sink.report(draft.fix(Safety::Safe, vec![Edit::delete(Span { start: first.span.end, end: second.span.end })]));
    }
}

fn is_white(gap: &str) -> bool {
    gap.chars().all(|between| between.is_whitespace() || between == FILLER)
}

/// Names (`Pago Pago`, `Duran Duran`), listed pairs, and words said three times on purpose.
fn is_meant(article: &Article, context: &Context, at: usize) -> bool {
    let (first, second) = (&article.words[at], &article.words[at + 1]);
    let lower = article.text(second.span).to_lowercase();
    // “The The” starts a sentence; “Wonderful Wonderful” is a title or a shout.
    let is_little = article.lexicon.rank(second.id) >= 190;
    let is_name = second.case != Case::Lower && !(article.starts_sentence(at) && second.case == Case::Capitalised && is_little);
    let third = |index: Option<usize>| {
        index
            .and_then(|index| article.words.get(index))
            .is_some_and(|word| word.id == first.id && word.span.len() == first.span.len() && word.block == first.block)
    };
    let allowed = context.options.words("allow").iter().any(|pair| pair.split(' ').next() == Some(lower.as_str()));
    is_name || allowed || third(at.checked_sub(1)) || third(Some(at + 2)) || is_end_of_clause(article, at, &lower)
}

/// “What it was was a mess”: the first ends a clause that the second is the verb of.
fn is_end_of_clause(article: &Article, at: usize, word: &str) -> bool {
    const FAR: usize = 4;
    let Some(sentence) = article.sentence_at(article.words[at].span.start).filter(|_| matches!(word, "is" | "was" | "are" | "were")) else {
        return false;
    };
    // “What was was” is a slip: the clause has a subject.
    let clause = (sentence.words.start as usize).max(at.saturating_sub(FAR))..at.saturating_sub(1);
    let opens = |word: &Word| ["what", "where", "how", "all"].iter().any(|opener| article.text(word.span).eq_ignore_ascii_case(opener));
    article.words.get(clause).is_some_and(|words| words.iter().any(opens))
}
