//! A first sentence that says too much before a reader knows what the story is about.

use crate::article::Article;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

use super::sentence_too_long::{may_have_more, own_words};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let most = context.options.number("most");
    let Some((lede, _)) = article.blocks_with(|role| role == Role::Paragraph).next() else { return };
    let Some(sentence) = article.sentences_of(lede).first() else { return };
    if !may_have_more(article, sentence, most) {
        return;
    }
    let count = own_words(article, sentence);
    if count > most {
        sink.report(Draft::at(sentence.span).say("count", count.to_string()).say("most", most.to_string()));
    }
}
