//! `from 40 to 50, a rise of 20%`: the change worked out again.

use crate::article::{Article, Quantity, Sentence};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

/// Words that make a percentage the change between two figures.
const CHANGES: [&str; 37] = [
    "rise",
    "rose",
    "rising",
    "risen",
    "increase",
    "increased",
    "increasing",
    "grew",
    "grow",
    "grown",
    "growth",
    "climbed",
    "jump",
    "jumped",
    "surged",
    "surge",
    "soared",
    "gain",
    "gained",
    "up",
    "fall",
    "fell",
    "fallen",
    "falling",
    "drop",
    "dropped",
    "decrease",
    "decreased",
    "decline",
    "declined",
    "cut",
    "down",
    "reduction",
    "reduced",
    "shrank",
    "slump",
    "change",
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut last = None;
    for share in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Percent) {
        let Some(sentence) = article.sentence_at(share.span().start) else { continue };
        if last.replace(sentence.span) != Some(sentence.span) {
            sink.report_all(sentence_draft(article, sentence));
        }
    }
}

fn sentence_draft(article: &Article, sentence: &Sentence) -> Option<Draft> {
    let quantities = article.quantities_in(sentence.span);
    let mut shares = quantities.iter().filter(|quantity| quantity.kind() == QuantityKind::Percent);
    let (share, None) = (shares.next()?, shares.next()) else { return None };
    let (from, to) = from_to(article, quantities)?;
    let says_change = (sentence.words.start..sentence.words.end).any(|index| {
        let text = article.text(article.words[index as usize].span).to_lowercase();
        CHANGES.contains(&text.as_str())
    });
    if !says_change || share.parts.high.is_some() || share.value() > 1000.0 || from.value() <= 0.0 {
        return None;
    }
    let change = |from: f64, to: f64| (to - from).abs() / from * 100.0;
    // A figure with decimals, a magnitude or a rounding word may have been rounded by half of its last place.
    let slack_of = |quantity: &Quantity| {
        let rounded = quantity.parts.magnitude || quantity.hedge.is_some() || quantity.parts.step < 1.0;
        if rounded { quantity.parts.step / 2.0 } else { 0.0 }
    };
    let (a, b) = (slack_of(from), slack_of(to));
    let ends = [
        change(from.value() + a, to.value() - b),
        change(from.value() - a, to.value() + b),
        change(from.value() + a, to.value() + b),
        change(from.value() - a, to.value() - b),
    ];
    let slack = share.parts.step.min(1.0) / 2.0 + if share.hedge.is_some() { 0.1 * share.value() } else { 0.05 };
    let lowest = ends.iter().copied().fold(f64::INFINITY, f64::min) - slack - 0.5;
    let highest = ends.iter().copied().fold(0.0, f64::max) + slack + 0.5;
    if (lowest..=highest).contains(&share.value()) {
        return None;
    }
    let right = change(from.value(), to.value());
    let right = if right < 10.0 { format!("{right:.1}") } else { format!("{right:.0}") };
    let draft = Draft::at(share.span()).say("share", article.text(share.span())).say("right", right);
    let draft = draft.say("from", article.text(from.span())).say("to", article.text(to.span()));
    Some(draft.label(from.span(), "from-here").label(to.span(), "to-here"))
}

/// The two figures of `from 40 to 50`.
fn from_to<'a>(article: &Article, quantities: &'a [Quantity]) -> Option<(&'a Quantity, &'a Quantity)> {
    let word_before = |quantity: &Quantity| {
        let index = (quantity.first as usize).checked_sub(if quantity.hedge.is_some() { 2 } else { 1 })?;
        Some(article.text(article.words[index].span).to_lowercase())
    };
    let plain = |quantity: &&Quantity| matches!(quantity.kind(), QuantityKind::Count | QuantityKind::Money | QuantityKind::Measure);
    let found: Vec<&Quantity> = quantities.iter().filter(plain).collect();
    found.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let fits = word_before(one).as_deref() == Some("from") && word_before(other).as_deref() == Some("to");
        let alike = one.kind() == other.kind() && one.parts.high.is_none() && other.parts.high.is_none();
        (fits && alike && found.len() == 2).then_some((*one, *other))
    })
}
