//! `three people: Ida Marsh and Tom Arlen`: the number before a list of names is not that of its names.

use crate::article::{Article, Quantity};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;
use crate::text::Span;

/// A longer list is none of names.
const MOST: usize = 12;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let is_count = |quantity: &&Quantity| quantity.kind() == QuantityKind::Count && (2.0..=10.0).contains(&quantity.value());
    for count in article.quantities().iter().filter(is_count).filter(|quantity| quantity.hedge.is_none() && quantity.parts.high.is_none()) {
        sink.report_all(draft(article, count));
    }
}

fn draft(article: &Article, count: &Quantity) -> Option<Draft> {
    let sentence = article.sentence_at(count.span().start)?.span;
    let rest = article.copy().get(count.span().to()..sentence.to())?;
    let colon = memchr::memchr_iter(b':', rest.as_bytes()).find(|&at| rest.as_bytes().get(at + 1) == Some(&b' '))?;
    let lead = &rest[..colon];
    let noun = article.counted(count)?;
    let short = lead.split_whitespace().count() <= 3 && !lead.contains([',', ';', '(', '“', '"', '”']);
    let list = rest[colon + 2..].trim_end_matches(['.', '!', '?', ' ', '”', '"']);
    let words_before_list = ["including", "among"].iter().any(|word| list.contains(word));
    if !short || words_before_list || list.contains(['“', '"', ';', '(', '—', '–', ':', '.']) {
        return None;
    }
    let names: Vec<&str> =
        list.split(", ").flat_map(|part| part.split(" and ")).map(|name| name.strip_prefix("and ").unwrap_or(name)).collect();
    let all_names = names.iter().all(|name| is_name(name));
    if !all_names || names.len() < 2 || names.len() > MOST || (names.len() as f64 - count.value()).abs() < 0.5 {
        return None;
    }
    let start = count.span().to() + colon + 2;
    let span = Span::new(start, start + list.len());
    let draft = Draft::at(count.span()).say("count", article.text(count.span())).say("names", names.len().to_string()).say("noun", noun);
    Some(draft.label(span, "list-here"))
}

/// One to four words that all start with a capital.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let particle = |word: &str| matches!(word, "of" | "the" | "de" | "van" | "von" | "al" | "bin");
    words.len() <= 4
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || particle(word))
        && words.first().is_some_and(|word| word.starts_with(char::is_uppercase))
}
