//! `U.S.` and `US` in one story, or against the house.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::article::{Article, Word, without_points};
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// So much commoner must one form be for the other to be changed without asking.
const SURE: usize = 3;

/// Most places that a finding points at.
const MOST_LABELS: usize = 12;

#[derive(Default)]
struct Forms {
    pointed: Vec<u32>,
    bare: Vec<u32>,
}

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if context.style.acronym_points.is_none() && !has_both_forms(article) {
        return;
    }
    let leave = context.options.words("leave");
    let mut acronyms: BTreeMap<Cow<str>, Forms> = BTreeMap::new();
    for &at in article.acronyms() {
        let word = &article.words[at as usize];
        let written = article.text(word.stem_span());
        let letters = without_points(written);
        let is_pointed = letters.len() < written.len();
        // Points are rare: only an acronym that has them somewhere, or that a house points, can differ.
        if leave.contains(&letters) || !counts(article, context, at as usize, word, &letters) {
            continue;
        }
        let forms = acronyms.entry(letters).or_default();
        if is_pointed { &mut forms.pointed } else { &mut forms.bare }.push(at);
    }
    for (letters, forms) in acronyms {
        match context.style.acronym_points.and_then(|points| house(points, context, &letters)) {
            Some(true) => forms.bare.iter().for_each(|&at| sink.report(against_house(article, at, Want::Points))),
            Some(false) => forms.pointed.iter().for_each(|&at| sink.report(against_house(article, at, Want::None))),
            None if !forms.pointed.is_empty() && !forms.bare.is_empty() => report_mixture(article, &forms, sink),
            None => {}
        }
    }
}

/// Whether any acronym stands both with points and without: in most stories none does.
fn has_both_forms(article: &Article) -> bool {
    let written = || article.acronyms().iter().map(|&at| article.text(article.words[at as usize].stem_span()));
    let mut pointed: Vec<&str> = written().filter(|written| written.contains('.')).collect();
    pointed.dedup();
    let mut letters: Vec<Cow<str>> = pointed.into_iter().map(without_points).collect();
    letters.sort_unstable();
    !letters.is_empty() && written().any(|written| letters.binary_search_by(|letters| letters.as_ref().cmp(written)).is_ok())
}

/// Whether a house that points, or does not, wants points in these letters; none where it says nothing. Houses that point do so in two
/// letters only.
pub(in crate::rules) fn house(points: bool, context: &Context, letters: &str) -> Option<bool> {
    let two = matches!(letters, "US" | "UN" | "UK");
    let without = context.style.acronyms_without_points.iter().any(|known| known == letters);
    if two { Some(points && !without) } else { (!points && matches!(letters, "EU" | "FBI" | "CIA" | "NATO")).then_some(false) }
}

/// Whether an acronym stands in the narrator's running copy, as itself: no headline, no quotation.
fn counts(article: &Article, context: &Context, at: usize, word: &Word, letters: &str) -> bool {
    let Some(role) = article.role_at(word.span.start) else { return false };
    let is_copy = role.is_body_text() || matches!(role, Role::Caption | Role::TeaserText | Role::Standfirst | Role::Correction);
    if !is_copy || article.is_quoted(word.span.start) || !letters.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    is_itself(article, context, at)
}

/// Whether an acronym stands for itself: in no name, no sum of money, no line in capitals.
pub(in crate::rules) fn is_itself(article: &Article, context: &Context, at: usize) -> bool {
    let word = &article.words[at];
    let next = article.words.get(at + 1).filter(|next| next.block == word.block);
    let gap = next.map(|next| article.text(Span { start: word.span.end, end: next.span.start }));
    let of_name = next.zip(gap).is_some_and(|(next, gap)| {
        let names = context.options.words("names");
        gap == " " && next.case == Case::Capitalised && names.iter().any(|name| *name == article.text(next.stem_span()))
    });
    let shouted = |index: Option<usize>| {
        index.and_then(|index| article.words.get(index)).is_some_and(|other| {
            let written = article.text(other.stem_span());
            other.block == word.block && other.case == Case::Upper && !written.contains('.') && article.lexicon.is_word(other.id)
        })
    };
    let is_symbol = article.copy()[word.span.to()..].starts_with(['$', '£', '/', '&', '_'])
        || article.copy()[..word.span.from()].ends_with(['/', '&', '_', '@', '#', '.']);
    !of_name && !is_symbol && !shouted(at.checked_sub(1)) && !shouted(Some(at + 1))
}

/// What is wanted of an acronym.
#[derive(Clone, Copy)]
pub(in crate::rules) enum Want {
    Points,
    None,
}

/// One finding, at the first word of the rarer form; it changes them all.
fn report_mixture(article: &Article, forms: &Forms, sink: &mut Sink) {
    let first_is_pointed = forms.pointed[0] < forms.bare[0];
    let (pointed, bare) = (forms.pointed.len(), forms.bare.len());
    let points = pointed > bare || (pointed == bare && first_is_pointed);
    let (rare, common, want) = if points { (&forms.bare, &forms.pointed, Want::Points) } else { (&forms.pointed, &forms.bare, Want::None) };
    let safety = if common.len() >= SURE * rare.len() { Safety::Safe } else { Safety::Suggested };
    let usual = article.words[common[0] as usize].stem_span();
    let edits = rare.iter().map(|&at| edit(article, at, want)).collect();
    let mut draft = draft(article, rare[0], want).say("usual", article.text(usual)).label(usual, "usual-here").fix(safety, edits);
    for &at in rare.iter().skip(1).take(MOST_LABELS) {
        draft = draft.label(article.words[at as usize].stem_span(), "also");
    }
    sink.report(draft);
}

/// A finding on the acronym `at`, with the page’s text `house`.
pub(in crate::rules) fn against_house(article: &Article, at: u32, want: Want) -> Draft {
    draft(article, at, want).wording("house").fix(Safety::Safe, vec![edit(article, at, want)])
}

fn edit(article: &Article, at: u32, want: Want) -> Edit {
    let word = &article.words[at as usize];
    let span = word.stem_span();
    let written = article.text(span);
    // A headline that ends with `U.S.` has no full stop to keep.
    let is_headline = matches!(article.role_at(span.start), Some(Role::Headline | Role::TeaserHeadline));
    let ends_sentence = article.sentence_at(span.start).filter(|_| !is_headline).is_some_and(|sentence| {
        sentence.words.end == at + 1
            && !article.text(Span { start: word.span.end, end: sentence.span.end.max(word.span.end) }).contains('.')
    });
    let right: String = match want {
        // The full stop that stands there already serves as the last point.
        Want::Points if article.copy()[span.to()..].starts_with('.') => written.chars().map(String::from).collect::<Vec<_>>().join("."),
        Want::Points => written.chars().flat_map(|letter| [letter, '.']).collect(),
        Want::None if ends_sentence && word.possessive == 0 => format!("{}.", without_points(written)),
        Want::None => without_points(written).into_owned(),
    };
    Edit::replace(span, right)
}

fn draft(article: &Article, at: u32, want: Want) -> Draft {
    let span = article.words[at as usize].stem_span();
    let written = article.text(span);
    let right: String = match want {
        Want::Points => written.chars().flat_map(|letter| [letter, '.']).collect(),
        Want::None => without_points(written).into_owned(),
    };
    Draft::at(span).say("found", written).say("right", right)
}
