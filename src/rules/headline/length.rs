//! A headline longer than its place on the page.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::text::FILLER;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some((_, headline)) = article.headline() else { return };
    let most = match context.options.number("most") {
        0 => context.style.headline_most.map_or(USUAL_MOST, |most| most as usize),
        most => most,
    };
    // Combining accents take no room of their own.
    let takes_room = |next: &char| *next != FILLER && !matches!(next, '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE0F}');
    let length = article.text(headline.span).chars().filter(takes_room).count();
    if length > most {
        let over = (length - most).to_string();
        sink.report(Draft::at(headline.span).say("length", length.to_string()).say("most", most.to_string()).say("over", over));
    }
}

/// Where neither the newsroom nor its style sets a limit: search engines and phones cut at about this length.
const USUAL_MOST: usize = 70;
