//! A story that is held back until a moment that has not come.

use crate::article::Article;
use crate::config::Moment;
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(now) = context.now else { return };
    let front = &article.document.front;
    if front.published == Some(false) {
        return;
    }
    if let Some((span, written)) = &front.embargo {
        match written.parse::<Moment>() {
            Ok(until) if until > now => sink.report(draft(*span, until, now)),
            Ok(_) => {}
            Err(_) => sink.report(Draft::at(*span).wording("unreadable").say("written", written.clone())),
        }
    }
    for (block, found) in article.blocks_with(|role| role == Role::Advisory) {
        let text = article.text(found.span).to_lowercase();
        let mut dates = article.dates.iter().filter(|date| date.block as usize == block);
        let until = dates.find_map(|date| Some((date.span(), Moment::start_of(date.full()?))));
        if let Some((span, until)) = until.filter(|(_, until)| text.contains("embargo") && *until > now) {
            sink.report(draft(span, until, now));
        }
    }
}

fn draft(span: Span, until: Moment, now: Moment) -> Draft {
    Draft::at(span).say("until", until.to_string()).say("now", now.to_string())
}
