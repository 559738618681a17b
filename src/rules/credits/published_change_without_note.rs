//! A name, a figure, a date, a title or a quotation of a published story is another than in the committed version, and no note says
//! so. Paragraphs are paired by their words, then read side by side.

use rustc_hash::FxHashSet;
use similar::{DiffTag, TextDiff};

use crate::article::{Article, Word};
use crate::document::{Block, Role};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span, TokenKind};

/// More paragraphs than these are another story.
const MOST: usize = 200;
/// Words of a paragraph that are compared.
const MOST_WORDS: usize = 400;
/// Places that a finding points at besides its own.
const MOST_LABELS: usize = 6;

/// A paragraph with its words in lower case.
struct Paragraph {
    first: usize,
    keys: Vec<String>,
}

impl Paragraph {
    fn first_keys(&self) -> Vec<&str> {
        self.keys.iter().take(MOST_WORDS).map(String::as_str).collect()
    }
}

/// What stands in place of what.
struct Change {
    place: Span,
    mine: String,
    theirs: String,
}

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(before) = context.before else { return };
    let was_out = before.document.front.published == Some(true);
    if !was_out || article.document.front.published == Some(false) || has_new_note(article, before) {
        return;
    }
    let (old, new) = (paragraphs(before), paragraphs(article));
    let (gone, come) = (missing_in(&new, &old), missing_in(&old, &new));
    let mut taken = vec![false; gone.len()];
    let mut changes = Vec::new();
    for here in come {
        let likely = (0..gone.len()).filter(|&at| !taken[at]).map(|at| (likeness(here, gone[at]), at)).filter(|(share, _)| *share >= 0.5);
        let Some((_, at)) = likely.max_by(|one, other| one.0.total_cmp(&other.0).then(other.1.cmp(&one.1))) else { continue };
        taken[at] = true;
        changes.extend(changed_facts((article, here), (before, gone[at])));
    }
    report(&changes, sink);
}

fn report(changes: &[Change], sink: &mut Sink) {
    let [first, others @ ..] = changes else { return };
    let draft = Draft::at(first.place).say("mine", first.mine.clone()).say("theirs", first.theirs.clone());
    let draft = match (first.mine.is_empty(), first.theirs.is_empty()) {
        (true, _) => draft.wording("gone"),
        (_, true) => draft.wording("come"),
        _ => draft,
    };
    let label = |draft: Draft, change: &Change| {
        let name = match (change.mine.is_empty(), change.theirs.is_empty()) {
            (true, _) => "gone-here",
            (_, true) => "come-here",
            _ => "here",
        };
        draft.label_saying(change.place, name, vec![("mine", change.mine.clone()), ("theirs", change.theirs.clone())])
    };
    sink.report(others.iter().take(MOST_LABELS).fold(draft, label));
}

/// Whether the story has a correction or an update note that it had not.
fn has_new_note(article: &Article, before: &Article) -> bool {
    let notes = |article: &Article| -> Vec<String> {
        article.blocks_with(|role| role == Role::Correction).map(|(_, block)| article.text(block.span).to_owned()).collect()
    };
    let old = notes(before);
    notes(article).iter().any(|note| !old.contains(note))
}

fn paragraphs(article: &Article) -> Vec<Paragraph> {
    let counts = |role: Role| role.is_body_text() || matches!(role, Role::Headline | Role::Standfirst | Role::Subhead | Role::Caption);
    let read = |(at, _): (usize, &Block)| {
        let words = article.words_of(at);
        let keys = words.clone().map(|word| article.text(article.words[word].span).to_lowercase().replace('\'', "’"));
        Paragraph { first: words.start, keys: keys.collect() }
    };
    article.blocks_with(counts).map(read).filter(|paragraph| !paragraph.keys.is_empty()).collect()
}

/// The paragraphs of `these` that `others` have not word for word.
fn missing_in<'a>(others: &[Paragraph], these: &'a [Paragraph]) -> Vec<&'a Paragraph> {
    let known: FxHashSet<&[String]> = others.iter().map(|paragraph| &paragraph.keys[..]).collect();
    these.iter().filter(|paragraph| !known.contains(&paragraph.keys[..])).take(MOST).collect()
}

/// The share of their words that two paragraphs have in common, wherever they stand.
fn likeness(one: &Paragraph, other: &Paragraph) -> f64 {
    let sorted = |paragraph: &Paragraph| {
        let mut keys: Vec<String> = paragraph.keys.iter().take(MOST_WORDS).cloned().collect();
        keys.sort_unstable();
        keys
    };
    let (one, other) = (sorted(one), sorted(other));
    let (mut at, mut common) = (0, 0);
    for key in &one {
        while other.get(at).is_some_and(|there| there < key) {
            at += 1;
        }
        if other.get(at) == Some(key) {
            (at, common) = (at + 1, common + 1);
        }
    }
    2.0 * f64::from(common) / (one.len() + other.len()) as f64
}

/// The facts of the old paragraph that are others in the new one, or gone.
fn changed_facts((article, here): (&Article, &Paragraph), (before, there): (&Article, &Paragraph)) -> Vec<Change> {
    let (old, new) = (there.first_keys(), here.first_keys());
    let diff = TextDiff::from_slices(&old, &new);
    let mut changes = Vec::new();
    for change in diff.ops() {
        let (then, now) = (change.old_range(), change.new_range());
        let is_small = |article: &Article, paragraph: &Paragraph, at: usize| article.words[paragraph.first + at].case == Case::Lower;
        let both_small = then.clone().all(|at| is_small(before, there, at)) && now.clone().all(|at| is_small(article, here, at));
        let is_old_fact = || then.clone().any(|at| is_fact(before, there.first + at));
        let is_new_fact = || now.clone().any(|at| is_fact(article, here.first + at));
        let is_changed = match change.tag() {
            DiffTag::Equal => false,
            DiffTag::Insert => is_inside_quotation(article, here, &now),
            DiffTag::Replace if both_small && is_slip(&old[then.clone()], &new[now.clone()]) => false,
            DiffTag::Delete | DiffTag::Replace => is_old_fact() || is_new_fact(),
        };
        if is_changed {
            let around = now.start.saturating_sub(1)..(now.end + 1).min(here.keys.len());
            let place = if now.is_empty() { around } else { now.clone() };
            let Some(place) = span(article, here, place) else { continue };
            let text = |article: &Article, span: Option<Span>| span.map_or_else(String::new, |span| article.text(span).to_owned());
            let (mine, theirs) = (text(article, span(article, here, now)), text(before, span(before, there, then)));
            changes.push(Change { place, mine, theirs });
        }
    }
    changes
}

fn span(article: &Article, paragraph: &Paragraph, range: std::ops::Range<usize>) -> Option<Span> {
    let words = article.words.get(paragraph.first + range.start..paragraph.first + range.end)?;
    Some(words.first()?.span.join(words.last()?.span))
}

/// One letter of one word: in a small word many desks mend that without a note.
fn is_slip(old: &[&str], new: &[&str]) -> bool {
    matches!((old, new), ([one], [other]) if strsim::osa_distance(one, other) <= 1)
}

/// Whether words have come into the middle of somebody's words.
fn is_inside_quotation(article: &Article, paragraph: &Paragraph, range: &std::ops::Range<usize>) -> bool {
    let around = range.start.saturating_sub(1)..(range.end + 1).min(paragraph.keys.len());
    around.len() == range.len() + 2 && around.clone().all(|at| article.is_quoted(article.words[paragraph.first + at].span.start))
}

/// A figure, a name, a day, a title, a speaker's word.
fn is_fact(article: &Article, index: usize) -> bool {
    let word: &Word = &article.words[index];
    let is_name = word.is_capitalised() && !article.starts_sentence(index);
    let is_title = article.lexicon.class(word.id) == b'T';
    let tags = Tag::NumberWord.bit() | Tag::Weekday.bit() | Tag::Month.bit();
    let in_list = article.lexicon.tags(word.id) & tags != 0 && article.lexicon.word(word.id) != "one";
    word.kind == TokenKind::Number || is_name || is_title || in_list || article.is_quoted(word.span.start)
}
