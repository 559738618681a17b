//! `Flint, Mich.` and `Flint, MI`, where the house spells states out.

use std::sync::LazyLock;

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::{PhraseKind, PlaceKind};
use crate::lint::{Context, Draft, Sink};
use crate::parse::shapes::dateline_len;
use crate::text::Span;

/// Words back in which the number of a house stands.
const ADDRESS: usize = 6;

/// The states: name, abbreviation, letters of the post.
const ROWS: &str = include_str!("../../../rules/data/names/us-states.tsv");

/// Every short form of a state and its name. Read once, by the first story whose house asks.
static STATES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = ROWS.lines().filter(|line| !line.starts_with('#'));
    let forms = rows.flat_map(|line| {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default();
        columns.filter(move |form| *form != name).map(move |form| (form, name))
    });
    forms.filter(|(form, _)| form.len() > 1).collect()
});

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let copy = article.copy();
    for comma in memchr::memmem::find_iter(copy.as_bytes(), ", ") {
        let rest = &copy[comma + 2..];
        if !rest.starts_with(|letter: char| letter.is_ascii_uppercase()) {
            continue;
        }
        let Some((form, name)) = STATES.iter().find(|(form, _)| rest.strip_prefix(form).is_some_and(|rest| !goes_on(rest))) else {
            continue;
        };
        let span = Span::new(comma + 2, comma + 2 + form.len());
        if is_after_city(article, span, form.ends_with('.')) && !is_address(article, span) && !is_of_dateline(article, span) {
            let draft = Draft::at(span).say("found", *form).say("right", *name);
            sink.report(draft.fix(Safety::Safe, vec![Edit::replace(without_full_stop(article, span), *name)]));
        }
    }
}

fn goes_on(rest: &str) -> bool {
    rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '-' | '/' | '&'))
}

/// Whether the word before the comma is a town: any name before `Mich.`; only a known one before `MD`, which may be a degree.
fn is_after_city(article: &Article, state: Span, is_plain: bool) -> bool {
    let Some(last) = article.words_in(Span { start: 0, end: state.start }).next_back() else { return false };
    let word = &article.words[last];
    if word.span.end + 2 != state.start || !word.is_capitalised() {
        return false;
    }
    let known_city = || {
        let before = article.phrases().partition_point(|phrase| phrase.first as usize <= last);
        article.phrases()[..before].iter().rev().take(12).any(|phrase| {
            let ends_here = phrase.kind == PhraseKind::Place && phrase.end as usize == last + 1;
            ends_here && {
                let city = article.lexicon.place(phrase.payload);
                city.kind == PlaceKind::City && city.country == "United States"
            }
        })
    };
    is_plain || known_city()
}

/// Whether it stands in an address: the number of a house before it, or the code of the post after it.
fn is_address(article: &Article, state: Span) -> bool {
    let code = article.copy()[state.to()..].trim_start_matches(' ');
    let first = article.words.partition_point(|word| word.span.start < state.start);
    let block = article.words.get(first).map(|word| word.block);
    let has_number = article.words[first.saturating_sub(ADDRESS)..first].iter().any(|word| !word.is_word() && Some(word.block) == block);
    code.as_bytes().first().is_some_and(u8::is_ascii_digit) || has_number
}

/// Whether a paragraph opens with a place of writing, and this is its state: `PEMBERTON, N.H. —`.
fn is_of_dateline(article: &Article, state: Span) -> bool {
    let after = article.blocks().partition_point(|block| block.span.from() <= state.from());
    let block = after.checked_sub(1).map(|index| article.blocks()[index].span);
    block.is_some_and(|block| dateline_len(article.text(block)).is_some_and(|len| state.to() <= block.from() + len))
}

/// The point of `Mich.` at the end of a sentence closes that sentence.
fn without_full_stop(article: &Article, span: Span) -> Span {
    let ends_sentence = article.sentence_at(span.start).is_some_and(|sentence| {
        let rest = &article.copy()[span.to()..sentence.span.to().max(span.to())];
        !rest.contains(|letter: char| letter.is_alphanumeric() || letter == '.')
    });
    let has_point = article.text(span).ends_with('.');
    Span { start: span.start, end: span.end - u32::from(ends_sentence && has_point) }
}
