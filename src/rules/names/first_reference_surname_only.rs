//! A surname before the full name: `Tolvan said` in the first paragraph, `Marta Tolvan` in the fourth.

use crate::article::{Article, Shape};
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};

use super::{is_household, is_running_copy, stands_alone};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = article.names();
    // Of two people with one surname nobody can say whom a bare one means; a forename of somebody else may be meant too.
    let is_unclear = |surname: u32| {
        let form = &names.forms[surname as usize];
        form.people > 1 || form.is_given || form.listed
    };
    for (_, person) in names.people().filter(|(_, person)| person.sure && person.given.is_some()) {
        let Some(surname) = person.surname else { continue };
        let in_order = || names.mentions_of(person).filter(|mention| mention.role.is_body_text());
        let Some(first) = in_order().find(|mention| mention.is_in_narration()) else { continue };
        let introduced = in_order().take_while(|mention| mention.span < first.span).any(|mention| mention.shape == Shape::Full);
        let Some(full) = in_order().find(|mention| mention.shape == Shape::Full && mention.span > first.span) else { continue };
        if first.shape != Shape::Surname
            || introduced
            || is_unclear(surname)
            || is_household(article, person, first)
            || is_household(article, person, full)
        {
            continue;
        }
        if !is_running_copy(article, first) || (first.title.is_none() && !stands_alone(article, first.words.start as usize)) {
            continue;
        }
        let draft = Draft::at(first.span).say("surname", article.text(first.span)).say("full", article.text(full.span));
        sink.report(draft.label(full.span, "full").replace(Safety::Suggested, article.text(full.span)));
    }
}
