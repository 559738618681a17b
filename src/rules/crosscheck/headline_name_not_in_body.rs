//! Somebody whom a sentence-case headline or standfirst names and the body never does.

use crate::article::{Article, NameKind, stem};
use crate::document::Role;
use crate::lexicon::{PhraseKind, mark};
use crate::lint::{Context, Draft, Sink};

/// A shorter body is an extract.
const SHORTEST_BODY: usize = 60;
/// A longer heading is none.
const LONGEST: usize = 60;
/// Phrases that may hold a word.
const NEAR: usize = 12;
/// Letters by which `Holmqvists` and `Holmqvist’s` are known again.
const STEM: usize = 4;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let shown = article.blocks_with(|role| matches!(role, Role::Headline | Role::Standfirst)).take(4);
    let runs: Vec<(usize, usize)> = shown.flat_map(|(block, _)| names_of(article, block)).collect();
    if runs.is_empty() {
        return;
    }
    let body: usize = article.blocks_with(Role::is_body_text).map(|(block, _)| article.words_of(block).len()).sum();
    if body < SHORTEST_BODY {
        return;
    }
    for (first, last) in runs {
        if !(first..=last).any(|at| is_named_in_body(article, at)) {
            let span = article.words[first].span.join(stem(article, last));
            let draft = Draft::at(span).say("name", article.text(span)).say("where", article.place_name(span.start));
            sink.report(match nearest(article, last) {
                Some((other, written)) => draft.wording("near").say("other", written).label(other, "near-here"),
                None => draft,
            });
        }
    }
}

/// The runs of capitalised words of a heading that name somebody: words that no dictionary knows, or surely a person’s name. A
/// heading that capitalises its verbs tells no names.
fn names_of(article: &Article, block: usize) -> Vec<(usize, usize)> {
    let words = article.words_of(block);
    let capitals = words.clone().skip(1).filter(|&at| article.words[at].is_capitalised()).count();
    if words.len() < 4 || words.len() > LONGEST || capitals * 2 > words.len() {
        return Vec::new();
    }
    let indices: Vec<usize> = words.filter(|&at| is_name(article, at)).collect();
    let joined = |one: &usize, next: &usize| {
        let gap = &article.copy()[article.words[*one].span.to()..article.words[*next].span.from()];
        *next == one + 1 && matches!(gap, " " | "-")
    };
    indices.chunk_by(joined).map(|run| (run[0], run[run.len() - 1])).collect()
}

fn is_name(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    // Phrases and mentions stand in order of their first word, and none is long.
    let before = article.phrases().partition_point(|hit| hit.first as usize <= at);
    let is_listed = article.phrases()[..before]
        .iter()
        .rev()
        .take(NEAR)
        .any(|hit| matches!(hit.kind, PhraseKind::Place | PhraseKind::Alias) && (hit.first as usize..hit.end as usize).contains(&at));
    let is_of_person = || {
        let mentions = &article.names().mentions;
        let before = mentions.partition_point(|mention| mention.words.start as usize <= at);
        mentions[..before].last().is_some_and(|mention| {
            let name = &article.names().cast[mention.name as usize];
            mention.words.end as usize > at && name.sure && name.kind == NameKind::Person
        })
    };
    let is_unknown = article.lexicon.marks(word.id) & (mark::WORD | mark::PROPER) == 0;
    let is_capitalised = word.case == crate::text::Case::Capitalised && word.span.len() > STEM;
    // `Delegate Update: …` is a label; a plural at the start is no name: `Millenials aren’t buying it`.
    let is_label = article.copy()[word.span.to()..].starts_with(':');
    let opens_plural = article.starts_sentence(at) && article.text(word.span).ends_with('s');
    let is_name = (is_unknown && !opens_plural) || (!is_label && is_of_person());
    is_capitalised && !is_listed && !article.is_quoted(word.span.start) && is_name
}

/// Whether the body has the name, be it in another form.
fn is_named_in_body(article: &Article, at: usize) -> bool {
    let in_body = |word: u32| article.blocks()[article.words[word as usize].block as usize].role.is_body_text();
    let as_written = article.names().form_at(at as u32).map(|form| article.names().places_of(form));
    if as_written.is_some_and(|places| places.iter().any(|&word| in_body(word))) {
        return true;
    }
    let start = |at: usize| article.text(stem(article, at)).chars().take(STEM).flat_map(char::to_lowercase);
    let alike = (0..).zip(&article.names().forms).filter(|(_, form)| start(form.first as usize).eq(start(at)));
    alike.map(|(form, _)| form).any(|form| article.names().places_of(form).iter().any(|&word| in_body(word)))
}

/// The name of the body that differs from the word `at` by a slip or two.
fn nearest(article: &Article, at: usize) -> Option<(crate::text::Span, String)> {
    let written = article.text(stem(article, at)).to_lowercase();
    let forms = article.names().forms.iter().map(|form| stem(article, form.first as usize));
    let near = forms.filter(|span| article.role_at(span.start).is_some_and(Role::is_body_text));
    let mut near = near.filter(|span| strsim::osa_distance(&article.text(*span).to_lowercase(), &written) <= 2);
    near.next().map(|span| (span, article.text(span).to_owned()))
}
