//! The full name of somebody whom the story calls by surname by then.

use crate::article::{Article, Mention, Shape};
use crate::document::Role;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = article.names();
    let heads = || article.blocks_with(|role| role == Role::Subhead).map(|(_, block)| block.span.start);
    for (_, person) in names.people().filter(|(_, person)| person.sure) {
        let mut told = names.mentions_of(person).filter(|mention| mention.is_in_narration());
        let Some(first) = told.by_ref().find(|mention| mention.shape == Shape::Full) else { continue };
        // Whoever is called by surname once has been introduced for good.
        let mut known = false;
        let Some(again) = told.find(|mention: &&Mention| {
            known |= mention.shape == Shape::Surname;
            known && mention.shape == Shape::Full
        }) else {
            continue;
        };
        let is_shared = |surname| names.forms[surname as usize].people > 1;
        let parts = |head: u32| first.span.start < head && head < again.span.start;
        if person.surname.is_none_or(is_shared) || heads().any(parts) {
            continue;
        }
        let surname = person.surname.map_or("", |surname| names.written(article, surname)).to_owned();
        let span = again.title.filter(|title| title.title.formal).map_or(again.span, |title| title.span.join(again.span));
        let draft = Draft::at(span).say("full", article.text(span)).say("surname", surname.clone()).label(first.span, "first");
        sink.report(draft.replace(Safety::Suggested, surname));
    }
}
