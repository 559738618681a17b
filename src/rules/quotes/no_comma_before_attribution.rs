//! `“We go” he said`: speech runs into its speaker without a comma.

use crate::article::{Article, Class, Quotation};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::speaker::{Opening, attribution_after};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && !quotation.continues) {
        if !ends_in_word(article.text(quotation.span)) || !opens_sentence(article, quotation) {
            continue;
        }
        let Some(attribution) = attribution_after(article, quotation.outer.end) else { continue };
        let sure = match attribution.opening {
            Opening::Pronoun => !attribution.starts_upper || article.text(attribution.span).starts_with("I "),
            Opening::Verb => true,
            // “Hamilton” star Jo Lee said: a title or a nickname before a name is part of it.
            Opening::Name => quotation.class != Class::Title && article.words_in(quotation.span).len() >= 4,
        };
        if sure {
            let end = quotation.span.end;
            let last = article.words[article.words_in(quotation.span).end - 1].span;
            let draft = Draft::at(last.join(attribution.span)).say("speaker", article.text(attribution.span));
            let draft = draft.say("last", article.text(last)).say("close", article.text(Span { start: end, end: quotation.outer.end }));
            sink.report(draft.fix(Safety::Safe, vec![Edit::insert(end, ",")]));
        }
    }
}

/// Whether it ends in a word; one letter is the initial of a quoted post.
fn ends_in_word(words: &str) -> bool {
    let mut last = words.chars().rev();
    last.next().is_some_and(char::is_alphanumeric) && last.next().is_some_and(char::is_alphanumeric)
}

/// Whether the quotation opens with a capital where a sentence starts, so that it is what somebody said and no part of the
/// narrator's clause.
fn opens_sentence(article: &Article, quotation: &Quotation) -> bool {
    let words = article.words_in(quotation.span);
    let starts_upper = article.words.get(words.start).is_some_and(|word| !words.is_empty() && word.is_capitalised());
    let block = &article.blocks()[quotation.block as usize];
    let before = article.text(Span { start: block.span.start, end: quotation.outer.start }).trim_end();
    block.role.is_body_text() && starts_upper && (before.is_empty() || before.ends_with(['.', '?', '!', '”', '"', '’']))
}
