//! `Mr Falk` in a house that writes `Falk`.

use crate::article::{Article, Shape};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::style::Honorifics;
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if context.style.honorifics != Some(Honorifics::None) {
        return;
    }
    let names = article.names();
    let mut of_surname = vec![0_u32; names.forms.len()];
    for surname in names.people().filter_map(|(_, person)| person.surname) {
        of_surname[surname as usize] += 1;
    }
    for mention in &names.mentions {
        let Some(title) = mention.title.filter(|title| matches!(title.title.key, "mr" | "mrs" | "ms" | "miss" | "mx")) else { continue };
        let shared = names.cast[mention.name as usize].surname.is_some_and(|surname| of_surname[surname as usize] > 1);
        // `Mr. and Mrs. Falk` are two people.
        let before = &article.copy()[..title.span.from()];
        if shared || before.ends_with("and ") || before.ends_with("& ") {
            continue;
        }
        let whole = title.span.join(mention.span);
        let gap = Span { start: title.span.start, end: mention.span.start };
        let safety = if mention.shape == Shape::Surname { Safety::Safe } else { Safety::Suggested };
        let draft = Draft::at(whole).say("found", article.text(whole)).say("name", article.text(mention.span));
        sink.report(draft.fix(safety, vec![Edit::delete(gap)]));
    }
}
