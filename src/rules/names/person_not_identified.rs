//! A surname that nobody introduced: no first name anywhere in the story.

use crate::article::{Article, Name, NameKind, Shape};
use crate::lexicon::{Tag, mark};
use crate::lint::{Context, Draft, Sink};

use crate::text::Case;

use super::{is_household, is_running_copy, stands_alone};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = &article.names;
    let mut in_cast = vec![false; names.forms.len()];
    for name in &names.cast {
        for form in [name.surname, name.given].into_iter().flatten() {
            in_cast[form as usize] = true;
        }
        if name.kind == NameKind::Person && name.given.is_none() {
            titled(article, name, sink);
        }
    }
    for (form, _) in (0..).zip(&names.forms).filter(|(_, form)| form.count >= 2 && form.inside > 0 && !form.listed) {
        if !in_cast[form as usize] {
            bare(article, form, sink);
        }
    }
}

/// `Dr. Tolvan` all through a story.
fn titled(article: &Article, person: &Name, sink: &mut Sink) {
    let (names, Some(surname)) = (&article.names, person.surname) else { return };
    let mentions: Vec<_> = names.mentions_of(person).collect();
    let Some(first) = mentions.iter().find(|mention| mention.is_in_narration()) else { return };
    let word = article.words[first.words.start as usize].id;
    let is_forename = article.lexicon.is(word, Tag::Forename) || article.lexicon.is(word, Tag::WeakForename);
    let has_one_name = mentions
        .iter()
        .filter_map(|mention| mention.title)
        .any(|title| matches!(title.title.kind, "royal" | "religious") || title.title.key == "justice");
    let times = mentions.iter().filter(|mention| mention.shape == Shape::Surname && mention.role.is_body_text()).count();
    let alone = names.places_of(surname).iter().all(|&at| stands_alone_after_title(article, at as usize));
    let is_clear = alone && !is_forename && !has_one_name && !names.forms[surname as usize].listed;
    if times >= 2 && is_clear && is_running_copy(article, first) && first.shape == Shape::Surname && !is_household(article, person, first) {
        sink.report(Draft::at(first.span).say("name", article.text(first.span)));
    }
}

/// Nothing capitalised beside it but a title: `Dr. Tolvan`, not `Cape Tolvan Island`, not `Ghazala Tolvan`.
fn stands_alone_after_title(article: &Article, word: usize) -> bool {
    let is_titled = word.checked_sub(1).is_some_and(|before| article.lexicon.is(article.words[before].id, Tag::TitleEnd));
    if !is_titled && !stands_alone(article, word) {
        return false;
    }
    article.words.get(word + 1).is_none_or(|next| {
        let gap = &article.copy()[article.words[word].span.to()..next.span.from()];
        !(next.is_capitalised() && matches!(gap, " " | "-"))
    })
}

/// `Tolvan said` with he or she near it, and no Tolvan with a first name.
fn bare(article: &Article, form: u32, sink: &mut Sink) {
    let places = article.names.places_of(form);
    let word = article.words[places[0] as usize].id;
    let marks = article.lexicon.marks(word);
    let tagged = [Tag::Forename, Tag::OrganisationNoun, Tag::Weekday, Tag::Month, Tag::TitleEnd, Tag::FunctionWord];
    let written = article.names.written(article, form);
    if tagged.iter().any(|&tag| article.lexicon.is(word, tag)) || written.len() < 4 || article.lexicon.is_household(written) {
        return;
    }
    if marks & mark::WORD != 0
        || written.ends_with("ans")
        || article.words[places[0] as usize].case == Case::Mixed && !written.starts_with("Mc")
    {
        return;
    }
    let narrated = |at: u32| {
        let role = article.blocks()[article.words[at as usize].block as usize].role;
        role.is_body_text() && !article.is_quoted(article.words[at as usize].span.start)
    };
    let Some(&first) = places.iter().find(|&&at| narrated(at)) else { return };
    let speaks = places.iter().filter(|&&at| narrated(at) && is_speaker(article, at as usize)).count();
    let has_gender = places.iter().take(12).any(|&at| narrated(at) && has_pronoun_after(article, at as usize));
    let alone = || places.iter().all(|&at| stands_alone(article, at as usize));
    if speaks >= 1 && has_gender && alone() {
        let span = crate::article::stem(article, first as usize);
        sink.report(Draft::at(span).say("name", written));
    }
}

/// `Tolvan said`, `said Tolvan`; not `told Tolvan`.
fn is_speaker(article: &Article, word: usize) -> bool {
    let said = |at: usize| {
        matches!(article.lexicon.word(article.words[at].id), "said" | "says" | "added" | "adds" | "explained" | "asked" | "argued")
    };
    let next = word + 1 < article.words.len() && article.words[word + 1].block == article.words[word].block;
    (next && article.lexicon.is(article.words[word + 1].id, Tag::Cue)) || word.checked_sub(1).is_some_and(said)
}

/// Whether he or she stands in the same sentence after a word, with no other name between them.
fn has_pronoun_after(article: &Article, word: usize) -> bool {
    let Some(sentence) = article.sentence_at(article.words[word].span.start) else { return false };
    (word + 1..sentence.words.end as usize)
        .take_while(|&at| !article.words[at].is_capitalised())
        .any(|at| matches!(article.lexicon.word(article.words[at].id), "he" | "she" | "his" | "her" | "him" | "himself" | "herself"))
}
