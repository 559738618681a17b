//! `Russia’s Defense Minister Sergei Shoigu`: a possessive before a title with capitals.

use crate::article::{Article, Word};
use crate::finding::{Edit, Safety};
use crate::lexicon::{PhraseHit, PhraseKind, PlaceKind};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Most words of a title before the name.
const MOST_TITLE: usize = 9;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut last = 0;
    for hit in article.phrases_of(PhraseKind::Place) {
        if hit.first < last || !is_possessive(article, hit) {
            continue;
        }
        let kind = article.lexicon.place(hit.payload).kind;
        if !matches!(kind, PlaceKind::Country | PlaceKind::State | PlaceKind::City) {
            continue;
        }
        if let Some((title, name)) = title_and_name(article, context, hit.end as usize) {
            last = hit.end;
            sink.report(draft(article, hit, title, name));
        }
    }
}

fn is_possessive(article: &Article, hit: &PhraseHit) -> bool {
    let last = &article.words[hit.end as usize - 1];
    let is_plural_owner = || article.text(last.span).ends_with('s') && article.copy()[last.span.to()..].starts_with(['’', '\'']);
    last.possessive > 0 || is_plural_owner()
}

/// The title with capitals that starts at the word `start`, and the name after it.
fn title_and_name(article: &Article, context: &Context, start: usize) -> Option<(Span, Span)> {
    let heads = context.options.words("heads");
    let follows = |at: usize| {
        let (before, word) = (article.words.get(at.checked_sub(1)?)?, article.words.get(at)?);
        let gap = article.text(Span { start: before.span.end, end: word.span.start });
        let joined = before.block == word.block && gap.chars().all(|between| matches!(between, ' ' | '\u{A0}' | '-' | '’' | '\''));
        joined.then_some(word)
    };
    let mut head = None;
    let mut at = start;
    while at < start + MOST_TITLE {
        let Some(word) = follows(at) else { break };
        let written = article.text(word.span);
        if heads.iter().any(|known| known == written) {
            head = Some(at);
        } else if !(is_part_of_title(article, word, head.is_some()) && (word.is_capitalised() || at > start)) {
            break;
        }
        at += 1;
    }
    head?;
    // Small words at its end belong to no title: `Secretary of State of`.
    while at > start && !article.words[at - 1].is_capitalised() {
        at -= 1;
    }
    let title = article.words[start].span.join(article.words[at - 1].span);
    let first = follows(at).filter(|word| is_name_word(article, word))?;
    let mut end = at + 1;
    while follows(end).is_some_and(|word| is_name_word(article, word)) && article.words[end - 1].possessive == 0 {
        end += 1;
    }
    Some((title, first.span.join(article.words[end - 1].stem_span())))
}

/// Before the head any capitalised word (`Foreign`, `Deputy Prime`); after it only `of`, `for`, `and` and what they lead to.
fn is_part_of_title(article: &Article, word: &Word, after_head: bool) -> bool {
    const PORTFOLIOS: [&str; 22] = [
        "State",
        "Defense",
        "Defence",
        "Foreign",
        "Affairs",
        "Interior",
        "Finance",
        "Justice",
        "Health",
        "Education",
        "Energy",
        "Trade",
        "Labor",
        "Labour",
        "Agriculture",
        "Commerce",
        "Transport",
        "Homeland",
        "Security",
        "Treasury",
        "Home",
        "Culture",
    ];
    let written = article.text(word.span);
    let small = matches!(written, "of" | "for" | "and" | "the");
    if after_head { small || PORTFOLIOS.contains(&written) } else { small || (word.is_capitalised() && word.possessive == 0) }
}

fn is_name_word(article: &Article, word: &Word) -> bool {
    let written = article.text(word.stem_span());
    let particle = matches!(written, "al" | "bin" | "von" | "van" | "de" | "el" | "der" | "da" | "di" | "ben" | "ibn");
    particle || (word.is_word() && word.is_capitalised())
}

fn draft(article: &Article, hit: &PhraseHit, title: Span, name: Span) -> Draft {
    let place = article.lexicon.place(hit.payload);
    let span = article.span_of(hit);
    let whole = span.join(title);
    let adjective = match place.kind {
        PlaceKind::Country => place.note.split('|').next().unwrap_or_default(),
        _ => place.text,
    };
    let lower = article.text(title).to_lowercase();
    let mut draft = Draft::at(whole)
        .say("found", article.text(whole))
        .say("adjective", format!("{adjective} {}", article.text(title)))
        .say("lower", format!("{}’s {lower}, {},", article.text(span), article.text(name)))
        .say("name", article.text(name));
    if !adjective.is_empty() {
        draft = draft.replace(Safety::Suggested, format!("{adjective} {}", article.text(title)));
    }
    let after = &article.copy()[name.to()..];
    let mut edits = vec![Edit::replace(title, lower), Edit::insert(title.end, ",")];
    if !after.starts_with([',', '.', ';', ':', '?', '!', ')', '’', '\'']) {
        edits.push(Edit::insert(name.end, ","));
    }
    draft.fix(Safety::Suggested, edits)
}
