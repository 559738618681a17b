//! Numbers, money and units as they are written.

pub(super) mod age_style;
pub(super) mod currency_order;
pub(super) mod currency_twice;
pub(super) mod leading_zero;
pub(super) mod range_words;
pub(super) mod up_to_or_more;

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Draft, Sink};
use crate::parse::quantities::QuantityKind;

/// `from 5-10` and `between 5-10` for quantities of the kinds that `wanted` takes.
pub(super) fn ranges(article: &Article, wanted: impl Fn(QuantityKind) -> bool, sink: &mut Sink) {
    for range in article.quantities().iter().filter(|quantity| wanted(quantity.kind()) && quantity.parts.high.is_some()) {
        let text = article.text(range.span());
        let Some(dash) = text.find(['-', '–', '—']) else { continue };
        let Some(word) = (range.first as usize).checked_sub(1).map(|at| &article.words[at]).filter(|word| word.block == range.block) else {
            continue;
        };
        let before = article.text(word.span);
        let gap = &article.copy()[word.span.to()..range.span().from()];
        let partner = match before.to_lowercase().as_str() {
            "from" => "to",
            "between" => "and",
            _ => continue,
        };
        // A vote goes from 5-4; a range of the kind 1939-45 goes up.
        let high = range.parts.high.unwrap_or(0.0);
        let short_year = range.kind() == QuantityKind::Year && high < 100.0;
        if gap != " " || (high <= range.value() && !short_year) || range.hedge.is_some() {
            continue;
        }
        let (low, rest) = text.split_at(dash);
        let rest = rest.trim_start_matches(['-', '–', '—', ' ']);
        let rest = if short_year { format!("{}{rest}", &low[..2]) } else { rest.to_owned() };
        let span = word.span.join(range.span());
        let right = format!("{before} {} {partner} {rest}", low.trim_end());
        let draft = Draft::at(span).say("found", article.text(span)).say("word", before.to_lowercase()).say("partner", partner);
        sink.report(draft.say("right", right.as_str()).replace(Safety::Suggested, right));
    }
}
