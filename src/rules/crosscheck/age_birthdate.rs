//! `Ida Marsh, 54, was born on March 3, 1950`: the age does not fit the birth date.

use crate::article::{Article, Date, Quantity, days_between};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(base) = article.story_date(context.date.map(|date| date.0)) else { return };
    for birth in article.dates().iter().filter(|date| is_birth(article, date)) {
        let (Some(day), Some(sentence)) = (birth.full(), article.sentence_at(birth.span().start)) else { continue };
        let mut ages = article.quantities_in(sentence.span).iter().filter(|quantity| is_age(article, quantity));
        let (Some(age), None) = (ages.next(), ages.next()) else { continue };
        let had_birthday = (base.day.month(), base.day.day()) >= (day.month(), day.day());
        let right = f64::from(base.day.year() - day.year()) - if had_birthday { 0.0 } else { 1.0 };
        // A day or two about the birthday, the story was written on another day than it is dated.
        let near = base.day.year() > day.year() && days_between(day, base.day) % 365 < 20;
        let slack = if near { 1.0 } else { 0.0 };
        if (age.value() - right).abs() > slack && right > 0.0 && !tells_of_then(article, sentence.span) {
            let draft = Draft::at(age.span()).say("age", format!("{}", age.value())).say("birth", article.text(birth.span()));
            sink.report(draft.say("right", format!("{right}")).label(birth.span(), "birth-here"));
        }
    }
}

/// Whether `born` stands right before a whole date.
fn is_birth(article: &Article, date: &Date) -> bool {
    let from = article.blocks()[date.block as usize].span.from();
    let before = article.copy()[from..date.span().from()].trim_end();
    before.ends_with("born") || before.ends_with("born on")
}

/// An age between commas after a name, or one that says so.
fn is_age(article: &Article, quantity: &Quantity) -> bool {
    let copy = article.copy();
    let between_commas = || {
        copy[..quantity.span().from()].ends_with(", ")
            && copy[quantity.span().to()..].starts_with(',')
            && article.text(quantity.span()).bytes().all(|byte| byte.is_ascii_digit())
    };
    match quantity.kind() {
        QuantityKind::Age => true,
        QuantityKind::Count => quantity.value() < 115.0 && between_commas(),
        _ => false,
    }
}

/// Whether the sentence tells of an age that was: somebody died, was then so old.
fn tells_of_then(article: &Article, sentence: crate::text::Span) -> bool {
    let text = article.text(sentence);
    ["died", "dead", "then", " when ", "killed", "at the age", "at age", "late "].iter().any(|word| text.contains(word))
}
