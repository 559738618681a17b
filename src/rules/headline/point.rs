//! A headline that ends with a full stop.

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::word_count;
use crate::text::{Span, ends_in_abbreviation};

/// A first line of more words is more likely the first paragraph of a story that came without its headline.
const MOST_WORDS: usize = 16;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (index, block) in article.blocks_with(|role| matches!(role, Role::Headline | Role::TeaserHeadline)) {
        let text = article.text(block.span);
        // A point before a closing mark is the quotation's; an ellipsis is meant; of two sentences each keeps its point.
        let ends_in_point = text.ends_with('.') && !text.ends_with("..") && !ends_in_abbreviation(text);
        if !ends_in_point {
            continue;
        }
        let is_one_sentence = article.sentences_of(index).len() == 1 && word_count(text) <= MOST_WORDS;
        let heads_something = article.blocks()[index + 1..].iter().any(|next| next.role.is_body_text() || next.role == Role::TeaserText);
        if is_one_sentence && heads_something {
            let point = Span { start: block.span.end - 1, end: block.span.end };
            let last = article.words_of(index).next_back().map_or(point, |word| article.words[word].span);
            let draft = Draft::at(last.join(point)).say("found", article.text(last.join(point)));
            sink.report(draft.fix(Safety::Safe, vec![Edit::delete(point)]));
        }
    }
}
