//! The list rules: what becomes of a phrase that a page names.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::{PhraseHit, PhraseKind};
use crate::style::Style;
use crate::text::Span;

use super::page::{BestFix, Term};
use super::registry::Registry;
use super::rule::Draft;

/// The drafts of the list rules that are switched on, each with its rule's index, in order.
pub(super) fn drafts(article: &Article, registry: &Registry, style: &Style, is_on: impl Fn(usize) -> bool) -> Vec<(usize, Draft)> {
    let mut drafts: Vec<(usize, Draft)> = Vec::new();
    let mut last: Vec<(usize, u32)> = Vec::new();
    for phrase in article.phrases_of(PhraseKind::Term) {
        let hit = registry.hit(phrase.payload);
        let rule = hit.page as usize;
        if !is_on(rule) {
            continue;
        }
        let page = registry.page(rule);
        let term = &page.terms[hit.term as usize];
        // The longest phrase of a rule that starts at a word comes first; a shorter one inside it says nothing new.
        let covered = last.iter().any(|&(other, end)| other == rule && phrase.first < end);
        if covered || is_right_already(article, phrase, hit.replacement) || !applies(article, phrase, term, style) {
            continue;
        }
        last.retain(|&(other, _)| other != rule);
        last.push((rule, phrase.end));
        drafts.push((rule, draft(article, phrase, term, hit.replacement, page.fix)));
    }
    drafts
}

/// Whether the words stand there as the page wants them, capitals too: `Middle East`, which it finds as `middle east`.
fn is_right_already(article: &Article, phrase: &PhraseHit, replacement: Option<&str>) -> bool {
    let found = article.text(article.span_of(phrase));
    replacement.is_some_and(|replacement| !found.is_empty() && in_case_of(found, replacement) == found)
}

fn applies(article: &Article, phrase: &PhraseHit, term: &Term, style: &Style) -> bool {
    let wanted_by_style = term.styles.is_empty() || term.styles.iter().any(|name| *name == style.name);
    wanted_by_style && (term.unless.is_empty() || !is_excused(article, article.span_of(phrase), &term.unless))
}

/// Whether one of the phrases that make a term right stands over it.
fn is_excused(article: &Article, span: Span, unless: &[super::page::Text]) -> bool {
    let Some(sentence) = article.sentence_at(span.start) else { return false };
    let lower = article.text(sentence.span).to_lowercase().replace('’', "'");
    // Lower-casing may shift offsets of rare letters by a byte or two: a term this near is the one that is meant.
    let (from, to) = (span.from() - sentence.span.from(), span.to() - sentence.span.from());
    unless.iter().any(|excuse| lower.match_indices(excuse.as_ref()).any(|(at, found)| at <= to + 2 && from <= at + found.len() + 2))
}

fn draft(article: &Article, phrase: &PhraseHit, term: &Term, replacement: Option<&'static str>, best: BestFix) -> Draft {
    let span = article.span_of(phrase);
    let found = article.text(span);
    let mut draft = Draft::at(span).say("found", found).say("note", term.note.as_ref());
    if let Some(replacement) = replacement {
        let right = in_case_of(found, replacement);
        draft = draft.say("use", right.clone());
        if let Some(safety) = best.most() {
            draft = if right.is_empty() {
                draft.fix(safety, vec![deletion(article, span)])
            } else {
                draft.replace(safety.min(Safety::Safe), right)
            };
        }
    }
    draft
}

/// Takes the words out with one of the spaces around them.
fn deletion(article: &Article, span: Span) -> crate::finding::Edit {
    let after = &article.copy()[span.to()..];
    let comma = usize::from(after.starts_with(','));
    let space = after[comma..].len() - after[comma..].trim_start_matches([' ', '\u{A0}']).len();
    crate::finding::Edit::delete(Span::new(span.from(), span.to() + comma + space))
}

/// `replacement` with the capital or the capitals that `found` has.
pub(crate) fn in_case_of(found: &str, replacement: &str) -> String {
    let all_capitals = found.chars().any(char::is_uppercase) && !found.chars().any(char::is_lowercase) && found.chars().count() > 1;
    let starts_upper = found.chars().next().is_some_and(char::is_uppercase);
    match replacement.chars().next() {
        _ if all_capitals => replacement.to_uppercase(),
        Some(first) if starts_upper && first.is_lowercase() => first.to_uppercase().chain(replacement.chars().skip(1)).collect(),
        _ => replacement.to_owned(),
    }
}
