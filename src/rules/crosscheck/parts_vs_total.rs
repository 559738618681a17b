//! `12 dead, five men and six women`; `£4 million, £2m of it in cash and £3 million in shares`: parts that do not make the total.

use crate::article::{Article, Quantity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::{Hedge, QuantityKind};

/// The kinds of people that a total falls into.
const KINDS: [&str; 34] = [
    "man",
    "men",
    "woman",
    "women",
    "boy",
    "boys",
    "girl",
    "girls",
    "child",
    "children",
    "adult",
    "adults",
    "teenager",
    "teenagers",
    "male",
    "males",
    "female",
    "females",
    "soldier",
    "soldiers",
    "civilian",
    "civilians",
    "officer",
    "officers",
    "pupil",
    "pupils",
    "teacher",
    "teachers",
    "democrats",
    "republicans",
    "passengers",
    "crew",
    "students",
    "infants",
];
/// Words that say that the parts are not all.
const OPEN: [&str; 9] = ["including", "include", "included", "among", "such", "least", "other", "others", "another"];
/// Most words from one part to the next, and most bytes that so many words take.
const NEAR: usize = 8;
const NEAR_BYTES: usize = 160;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (at, total) in article.quantities().iter().enumerate() {
        let run = &article.quantities()[at + 1..(at + 6).min(article.quantities().len())];
        let is_near = run.first().is_some_and(|part| part.span().from() < total.span().to() + NEAR_BYTES);
        if run.len() >= 2 && is_near && total.value() >= 2.0 && total.parts.high.is_none() && total.hedge.is_none() {
            let parts = people(article, total, run).or_else(|| sums(article, total, run));
            sink.report_all(parts.and_then(|parts| draft(article, total, parts)));
        }
    }
}

/// The parts of a total of people: each a number and a kind of person, right after it.
fn people<'a>(article: &Article, total: &Quantity, run: &'a [Quantity]) -> Option<&'a [Quantity]> {
    let kind_after = |quantity: &Quantity| {
        let next = article.words.get(quantity.end as usize).map(|word| article.text(word.span).to_lowercase());
        next.is_some_and(|word| KINDS.contains(&word.as_str())) && quantity.kind() == QuantityKind::Count
    };
    let gap = article.copy().get(total.span().to()..run[0].span().from())?;
    let opens = gap.trim_end().ends_with([',', ':', '(', '—', '–', '-']) || gap.ends_with(": ");
    // `two men, three women and four children`: the first is a part as well.
    if total.kind() != QuantityKind::Count || !opens || kind_after(total) || is_aside(article, total) {
        return None;
    }
    let short = gap.split_whitespace().count() <= 6 && !gap.contains(['.', ';', '”', '“', '"']);
    let end = list_end(article, run)?;
    let all_kinds = run[..end].iter().all(kind_after);
    (short && all_kinds).then_some(&run[..end])
}

/// `13 people were hurt, three of them seriously`: a share of a greater number before it in the sentence, not a total.
fn is_aside(article: &Article, total: &Quantity) -> bool {
    let after = &article.copy()[total.span().to()..];
    let shares = [" of them", " of whom", " of these", " of those"].iter().any(|words| after.starts_with(words));
    let Some(sentence) = article.sentence_at(total.span().start).filter(|_| shares) else { return false };
    let quantities = article.quantities();
    let before = quantities.partition_point(|quantity| quantity.first < total.first);
    let in_sentence = quantities[..before].iter().rev().take_while(|quantity| quantity.first >= sentence.words.start);
    in_sentence.take(8).any(|whole| whole.kind() == QuantityKind::Count && whole.value() > total.value())
}

/// The parts of a sum of money or an amount: the first `of it`, the last after `and`.
fn sums<'a>(article: &Article, total: &Quantity, run: &'a [Quantity]) -> Option<&'a [Quantity]> {
    if !matches!(total.kind(), QuantityKind::Money | QuantityKind::Measure) {
        return None;
    }
    let end = list_end(article, run)?;
    let after = article.copy().get(run[0].span().to()..)?.trim_start();
    let of_it = ["of it", "of that", "of this", "of which", "of the total"].iter().any(|words| after.starts_with(words));
    let sign = |quantity: &Quantity| article.text(quantity.parts.unit).to_owned();
    let alike = run[..end].iter().all(|part| part.kind() == total.kind() && sign(part) == sign(total));
    let gap = article.copy().get(total.span().to()..run[0].span().from())?;
    let near = gap.contains([',', ':', '—', '–', '(']) && gap.split_whitespace().count() <= NEAR && !gap.contains(['.', ';']);
    (of_it && alike && near).then_some(&run[..end])
}

/// How many quantities of the run make a list that ends in `and`, all in one sentence.
fn list_end(article: &Article, run: &[Quantity]) -> Option<usize> {
    for (at, pair) in run.windows(2).enumerate() {
        let gap = article.copy().get(pair[0].span().to()..pair[1].span().from())?;
        if gap.len() > NEAR_BYTES || gap.contains(['.', ';', '“', '”', '"', '(']) || gap.split_whitespace().count() > NEAR {
            return None;
        }
        if gap.trim_end().ends_with(" and") {
            return Some(at + 2);
        }
        if !gap.trim_end().ends_with(',') {
            return None;
        }
    }
    None
}

fn draft(article: &Article, total: &Quantity, parts: &[Quantity]) -> Option<Draft> {
    let last = parts.last()?;
    let before = total.first.saturating_sub(3) as usize;
    let is_open =
        article.words[before..last.end as usize].iter().any(|word| OPEN.contains(&article.text(word.span).to_lowercase().as_str()));
    let after = article.copy().get(last.span().to()..)?;
    let goes_on = article.sentence_at(last.span().start).is_some_and(|sentence| {
        let rest = &article.copy()[last.span().to()..sentence.span.to().max(last.span().to())];
        rest.contains(" and ") && rest.split(" and ").nth(1).is_some_and(|tail| tail.starts_with(|next: char| next.is_ascii_digit()))
    });
    let sum: f64 = parts.iter().map(Quantity::value).sum();
    let slack: f64 = if total.parts.magnitude { total.parts.step / 2.0 } else { 0.0 };
    let hedged = parts.iter().any(|part| part.hedge.is_some_and(|hedge| hedge != Hedge::About) || part.parts.high.is_some());
    if is_open || goes_on || hedged || after.starts_with(" others") || (sum - total.value()).abs() <= slack + 1e-9 * sum {
        return None;
    }
    // Parts that fall short by far are examples; parts that are more than the total never are.
    if total.kind() == QuantityKind::Count && sum < 0.6 * total.value() {
        return None;
    }
    let mut draft = Draft::at(total.span()).say("total", article.text(total.span())).say("sum", written(article, total, sum));
    for part in parts {
        draft = draft.label_saying(part.span(), "part", vec![("part", article.text(part.span()).to_owned())]);
    }
    Some(draft)
}

/// The sum in the manner of the total: `£5 million`.
fn written(article: &Article, total: &Quantity, sum: f64) -> String {
    let unit = article.text(total.parts.unit).trim();
    let (value, magnitude) = match sum {
        _ if !total.parts.magnitude => (sum, ""),
        1e9.. => (sum / 1e9, " billion"),
        1e6.. => (sum / 1e6, " million"),
        _ => (sum, ""),
    };
    let value = format!("{}", (value * 100.0).round() / 100.0);
    match total.kind() {
        QuantityKind::Money if unit.chars().all(|mark| !mark.is_alphabetic() || mark.is_uppercase()) => format!("{unit}{value}{magnitude}"),
        QuantityKind::Money | QuantityKind::Measure => format!("{value}{magnitude} {unit}"),
        _ => format!("{value}{magnitude}"),
    }
}
