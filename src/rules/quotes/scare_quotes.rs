//! A term in quotation marks that nobody says and nothing explains.

use crate::article::{Article, Class, exemption};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && quotation.class == Class::Term) {
        let role = article.blocks()[quotation.block as usize].role;
        let words = article.words_in(quotation.span);
        // A nickname stands between two names; a capitalised term is a title or a name.
        let named = words.clone().any(|word| article.words[word].is_capitalised() || !article.words[word].is_word());
        if role == Role::Paragraph
            && quotation.attributed.is_none()
            && !words.is_empty()
            && !named
            && exemption(article, quotation).is_none()
        {
            sink.report(Draft::at(quotation.outer).say("term", article.text(quotation.span)));
        }
    }
}
