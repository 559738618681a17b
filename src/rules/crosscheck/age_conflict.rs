//! One person with two ages.

use crate::article::{Article, Quantity};
use crate::finding::Severity;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;
use crate::text::Span;

/// Words that tell of another time: the age then.
const THEN: [&str; 14] = ["then", "when", "was", "at", "since", "turned", "turns", "until", "late", "died", "were", "had", "ago", "before"];

/// An age with the name it belongs to.
struct Known {
    name: Span,
    age: Span,
    years: f64,
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut known: Vec<Known> = Vec::new();
    for quantity in article.quantities() {
        let in_story = !article.blocks()[quantity.block as usize].role.is_related();
        let Some(name) = in_story.then(|| named(article, quantity)).flatten() else { continue };
        let here = Known { name, age: quantity.span(), years: quantity.value() };
        let same = known.iter().find(|before| article.text(before.name) == article.text(name));
        if let Some(before) = same.filter(|before| (before.years - here.years).abs() > 0.5) {
            report(article, before, &here, sink);
        } else if same.is_none() && known.len() < 200 {
            known.push(here);
        }
    }
}

fn report(article: &Article, before: &Known, here: &Known, sink: &mut Sink) {
    let draft = Draft::at(here.age).say("name", article.text(here.name)).say("here", format!("{}", here.years));
    let draft = draft.say("there", format!("{}", before.years)).say("place", article.place_name(before.age.start));
    let draft = draft.label(before.age, "first-here");
    // A birthday may lie between two events.
    let draft = if (before.years - here.years).abs() < 1.5 { draft.severity(Severity::Info) } else { draft };
    sink.report(draft);
}

/// The full name that an age belongs to: `Ida Marsh, 54,` or `54-year-old Ida Marsh`.
fn named(article: &Article, quantity: &Quantity) -> Option<Span> {
    if !(1.0..=115.0).contains(&quantity.value()) || quantity.parts.high.is_some() {
        return None;
    }
    name_beside(article, quantity).filter(|_| !tells_of_then(article, quantity))
}

fn name_beside(article: &Article, quantity: &Quantity) -> Option<Span> {
    let copy = article.copy();
    match quantity.kind() {
        QuantityKind::Count if quantity.hedge.is_none() => {
            let after = copy[quantity.span().to()..].chars().next();
            let last = (quantity.first as usize).checked_sub(1)?;
            let gap = copy.get(article.words[last].span.to()..quantity.span().from())?;
            let is_age = gap == ", " && matches!(after, Some(',' | '.')) && article.words[last].block == quantity.block;
            let digits = article.text(quantity.span()).bytes().all(|byte| byte.is_ascii_digit());
            (is_age && digits).then(|| name_before(article, last)).flatten()
        }
        QuantityKind::Age => {
            let next = quantity.end as usize;
            let word = article.words.get(next).filter(|word| word.block == quantity.block && word.is_capitalised())?;
            (&copy[quantity.span().to()..word.span.from()] == " ").then(|| name_from(article, next)).flatten()
        }
        _ => None,
    }
}

/// The two capitalised words that end at `last`.
fn name_before(article: &Article, last: usize) -> Option<Span> {
    let first = last.checked_sub(1)?;
    let fits = is_name_part(article, first, last) && is_name_part(article, last, last);
    fits.then(|| article.words[first].span.join(article.words[last].span))
}

/// The two capitalised words that start at `first`.
fn name_from(article: &Article, first: usize) -> Option<Span> {
    let last = first + 1;
    let fits = last < article.words.len() && is_name_part(article, last, first);
    fits.then(|| article.words[first].span.join(article.words[last].stem_span()))
}

fn is_name_part(article: &Article, index: usize, anchor: usize) -> bool {
    let word = &article.words[index];
    let (low, high) = (index.min(anchor), index.max(anchor));
    let between = &article.copy()[article.words[low].span.to()..article.words[high].span.from().max(article.words[low].span.to())];
    word.is_word()
        && word.is_capitalised()
        && word.block == article.words[anchor].block
        && !between.contains([',', '.', ';', ':', '(', '“', '—'])
}

fn tells_of_then(article: &Article, quantity: &Quantity) -> bool {
    let before = (quantity.first as usize).saturating_sub(2)..quantity.first as usize;
    let after = quantity.end as usize..(quantity.end as usize + 3).min(article.words.len());
    before.chain(after).any(|index| THEN.contains(&article.text(article.words[index].span).to_lowercase().as_str()))
}
