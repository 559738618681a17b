//! `60% were in Arden, 25% in Vell and 20% in Brack`: the parts of one whole add up to more than the whole.

use crate::article::{Article, Quantity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

/// Words before the shares of one whole: `60% were in ...`
const JOINS: [&str; 12] = ["were", "was", "are", "is", "went", "go", "came", "come", "voted", "live", "lived", "said"];
/// Most words from one share to the next.
const NEAR: usize = 9;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut at = 0;
    while at < article.quantities().len() {
        let run = run_at(article, at);
        if run.len() >= 3 {
            sink.report_all(draft(article, run));
        }
        at += run.len().max(1);
    }
}

/// The shares that follow each other in one sentence from `at` on, no other figure between.
fn run_at<'a>(article: &'a Article, at: usize) -> &'a [Quantity] {
    let is_share = |quantity: &Quantity| quantity.kind() == QuantityKind::Percent && quantity.parts.high.is_none();
    let sentence = |quantity: &Quantity| article.sentence_at(quantity.span().start).map(|sentence| sentence.span);
    let mut end = at;
    while end < article.quantities().len() && is_share(&article.quantities()[end]) {
        let fits = end == at || {
            let (before, here) = (&article.quantities()[end - 1], &article.quantities()[end]);
            (here.first - before.end) as usize <= NEAR && sentence(before) == sentence(here)
        };
        if !fits {
            break;
        }
        end += 1;
    }
    &article.quantities()[at..end]
}

fn draft(article: &Article, run: &[Quantity]) -> Option<Draft> {
    let preposition = |quantity: &Quantity| {
        let words = article.words.get(quantity.end as usize..)?.iter().map(|word| article.text(word.span)).take(2).collect::<Vec<_>>();
        let first = *words.first()?;
        Some(if JOINS.contains(&first) { *words.get(1)? } else { first })
    };
    let (first, rest) = run.split_first()?;
    let shared = preposition(first)?;
    let alike = matches!(shared, "in" | "to" | "for" | "from" | "by" | "on" | "at" | "against");
    if !alike || !rest.iter().all(|quantity| preposition(quantity) == Some(shared)) {
        return None;
    }
    // A list ends in `and`; anything else compares.
    let last = &run[run.len() - 1];
    let before_last = &article.copy()[run[run.len() - 2].span().to()..last.span().from()];
    let whole = article.copy().get(first.span().from()..last.span().to())?;
    let is_list =
        before_last.trim_end().ends_with(" and") && ![" than ", "compared", "while", "versus", ";"].iter().any(|word| whole.contains(word));
    let sum: f64 = run.iter().map(Quantity::value).sum();
    let slack: f64 = run.iter().map(|quantity| quantity.parts.step.min(1.0) / 2.0).sum();
    if !is_list || sum <= 100.0 + slack || sum > 200.0 {
        return None;
    }
    let span = first.span().join(last.span());
    let shown = format!("{}", (sum * 10.0).round() / 10.0);
    let mut draft = Draft::at(span).say("sum", shown);
    for quantity in run {
        draft = draft.label_saying(quantity.span(), "share", vec![("part", article.text(quantity.span()).to_owned())]);
    }
    Some(draft)
}
