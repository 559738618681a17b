//! Two words typed as one (`theirfamilies`), or one typed as two (`candi- date`).

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::unknown;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for at in unknown::words(article) {
        let span = article.words[at].stem_span();
        let found = article.text(span);
        if let Some(cut) = unknown::joined(article.lexicon, found) {
            let right = format!("{} {}", &found[..cut], &found[cut..]);
            sink.report(Draft::at(span).say("wrong", found).say("right", right.clone()).replace(Safety::Suggested, right));
        }
    }
    split_at_hyphens(article, sink);
}

/// What was hyphenated at the end of a line and ran on: `candi- date`.
fn split_at_hyphens(article: &Article, sink: &mut Sink) {
    for hyphen in memchr::memmem::find_iter(article.copy().as_bytes(), b"- ") {
        let Some(before) = article.words_in(Span::new(hyphen.saturating_sub(24), hyphen)).last() else { continue };
        let (first, Some(second)) = (&article.words[before], article.words.get(before + 1)) else { continue };
        let parted_by_hyphen = first.span.to() == hyphen && second.span.from() == hyphen + 2 && first.block == second.block;
        if !parted_by_hyphen || second.is_capitalised() || !first.is_word() || !second.is_word() {
            continue;
        }
        let whole = format!("{}{}", article.text(first.span), article.text(second.span));
        let is_word = |word| article.lexicon.marks(word) & mark::WORD != 0;
        // `pre- and post-war`: there the parts are words.
        if is_word(article.lexicon.find(&whole)) && !(is_word(first.id) && is_word(second.id)) {
            let gap = Span { start: first.span.end, end: second.span.start };
            let span = first.span.join(second.span);
            let draft = Draft::at(span).wording("split").say("wrong", article.text(span)).say("right", whole);
            sink.report(draft.fix(Safety::Suggested, vec![Edit::delete(gap)]));
        }
    }
}
