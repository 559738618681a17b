//! One office in two forms: `Secretary of Defense`, then `Defense Secretary`.

use crate::article::{Article, TitleUse};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    // The first use of each office, and whether another form of it has been reported.
    let mut seen: Vec<(TitleUse, bool)> = Vec::new();
    for mention in article.names().mentions.iter().filter(|mention| mention.is_in_narration()) {
        let Some(title) = mention.title.filter(|title| title.title.kind == "political" && !title.title.office.is_empty()) else { continue };
        let Some((first, reported)) = seen.iter_mut().find(|(first, _)| first.title.meaning() == title.title.meaning()) else {
            seen.push((title, false));
            continue;
        };
        let (one, other) = (article.text(first.span), article.text(title.span));
        // An abbreviation beside the word is the house's business, and every house does it.
        let is_short = |written: &str| written.ends_with('.') || written.len() <= 5;
        if first.title.key != title.title.key && !*reported && !is_short(one) && !is_short(other) {
            *reported = true;
            sink.report(Draft::at(title.span).say("title", other).say("other", one).label(first.span, "other"));
        }
    }
}
