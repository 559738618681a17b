//! A name on the newsroom's own list that the story writes otherwise.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::article::{Article, stem};
use crate::finding::Safety;
use crate::lexicon::{HouseName, Tag, mark, words_of_name};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::stands_alone;

/// Most places of one word, and most names with one word, that are compared: beyond these a list is no list of names.
const MOST: usize = 64;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.lexicon.house().is_none() {
        return;
    }
    let mut found: BTreeMap<Span, Draft> = BTreeMap::new();
    aliases(article, &mut found);
    slips(article, &mut found);
    sink.report_all(found.into_values());
}

/// What the list says not to write.
fn aliases(article: &Article, found: &mut BTreeMap<Span, Draft>) {
    let Some(house) = article.lexicon.house() else { return };
    for hit in article.house_phrases() {
        let (name, is_right) = house.form(hit.payload);
        if !is_right {
            let name = house.name(name);
            let right = fitting(&name.name, house.text(hit.payload));
            let span = article.span_of(hit);
            found.insert(span, draft(article, span, hit.first as usize, right, name));
        }
    }
}

/// The part of a name that an alias stands for: the surname alone for a wrong surname.
fn fitting<'n>(name: &'n str, alias: &str) -> &'n str {
    let (of_name, of_alias): (Vec<&str>, Vec<&str>) = (words_of_name(name).collect(), words_of_name(alias).collect());
    let (Some(last), Some(wrong)) = (of_name.last(), of_alias.last()) else { return name };
    let is_surname = of_alias.len() == 1 && of_name.len() > 1 && is_slip(last, wrong, 2);
    if is_surname { last } else { name }
}

/// Full names and surnames one slip away from a name of the list.
fn slips(article: &Article, found: &mut BTreeMap<Span, Draft>) {
    let (Some(house), names) = (article.lexicon.house(), article.names()) else { return };
    let settled = article.house_names();
    let is_settled = |span: Span| {
        let at = settled.partition_point(|one| one.end <= span.start);
        settled.get(at).is_some_and(|one| one.overlaps(span))
    };
    let story = Story::of(article);
    for form in 0..names.forms.len() as u32 {
        for (name, at) in house.near(names.written(article, form)).into_iter().take(MOST) {
            let name = house.name(name);
            let words: Vec<&str> = words_of_name(&name.name).collect();
            for &place in names.places_of(form).iter().take(MOST) {
                let place = place as usize;
                let slip = if words.len() == 1 { single(article, place, words[0]) } else { in_full(article, place, at as usize, &words) };
                let surname = || story.surname(article, place, at as usize, &words);
                let Some((span, right)) = slip.map(|span| (span, name.name.as_str())).or_else(|| Some((surname()?, *words.last()?))) else {
                    continue;
                };
                if !is_settled(span) {
                    found.entry(span).or_insert_with(|| draft(article, span, article.words_in(span).start, right, name));
                }
            }
        }
    }
}

/// `Sergey Tolvan` for Sergei Tolvan: one word of the name is a slip, or its first another spelling of the forename.
fn in_full(article: &Article, place: usize, at: usize, words: &[&str]) -> Option<Span> {
    let first = place.checked_sub(at)?;
    let last = first + words.len() - 1;
    if last >= article.words.len() || article.words[first].block != article.words[last].block {
        return None;
    }
    let is_run = (first..last).all(|one| {
        let gap = &article.copy()[article.words[one].span.to()..article.words[one + 1].span.from()];
        matches!(gap, " " | "-" | "\u{A0}" | "\n") && article.words[one].possessive == 0
    });
    if !is_run {
        return None;
    }
    let mut slips = 0;
    for (at, right) in words.iter().enumerate() {
        let written = article.text(stem(article, first + at));
        if written == *right {
            continue;
        }
        let known = |word: &str| {
            let id = article.lexicon.find(word);
            article.lexicon.is(id, Tag::Forename) || article.lexicon.is(id, Tag::WeakForename)
        };
        let (one, other) = (written.to_lowercase(), right.to_lowercase());
        let is_one_forename = at == 0 && article.lexicon.are_one_forename(&one, &other);
        // Two forenames that exist are two people: Mario and Maria.
        let are_two = at == 0 && known(written) && known(right);
        if !is_one_forename && (are_two || !is_slip(right, written, 1) || article.lexicon.never_one(&one, &other)) {
            return None;
        }
        slips += usize::from(!is_one_forename);
    }
    let span = article.words[first].span.join(stem(article, last));
    (slips <= 1 && article.text(span) != words.join(" ")).then_some(span)
}

/// A name of one word, mistyped: only a word that no dictionary holds.
fn single(article: &Article, place: usize, right: &str) -> Option<Span> {
    let span = stem(article, place);
    let written = article.text(span);
    let unknown = article.words[place].marks & (mark::WORD | mark::PROPER) == 0;
    (unknown && right.chars().count() >= 6 && stands_alone(article, place) && is_slip(right, written, 1)).then_some(span)
}

/// What the story itself says of its names.
struct Story<'a> {
    /// Every capitalised word.
    written: FxHashSet<&'a str>,
    /// By form: whether it is the surname of somebody whose forename is given.
    is_surname: Vec<bool>,
}

impl<'a> Story<'a> {
    fn of(article: &'a Article) -> Self {
        let names = article.names();
        let mut is_surname = vec![false; names.forms.len()];
        for (_, person) in names.people().filter(|(_, person)| person.given.is_some()) {
            if let Some(surname) = person.surname {
                is_surname[surname as usize] = true;
            }
        }
        Self { written: (0..names.forms.len() as u32).map(|form| names.written(article, form)).collect(), is_surname }
    }

    /// A surname alone, mistyped, in a story that gives it rightly elsewhere.
    fn surname(&self, article: &Article, place: usize, at: usize, words: &[&str]) -> Option<Span> {
        let right = *words.last()?;
        let span = stem(article, place);
        let form = article.names().form_at(place as u32)?;
        let is_last = at + 1 == words.len() && words.len() > 1 && right.chars().count() >= 5;
        let unknown = article.words[place].marks & (mark::WORD | mark::PROPER) == 0;
        let is_another = self.is_surname[form as usize];
        let may_be = is_last && unknown && !is_another && self.written.contains(right) && stands_alone(article, place);
        (may_be && is_slip(right, article.text(span), 1)).then_some(span)
    }
}

/// Whether two words differ by at most so many slips after the first letter, and not by an ending that makes another word of one.
fn is_slip(right: &str, written: &str, most: usize) -> bool {
    let (one, other) = (right.to_lowercase(), written.to_lowercase());
    let plural = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|ending| matches!(ending, "s" | "a" | "n"));
    one != other
        && one.chars().next() == other.chars().next()
        && one.chars().count().min(other.chars().count()) >= 4
        && !plural(&one, &other)
        && !plural(&other, &one)
        && strsim::osa_distance(&one, &other) <= most
}

fn draft(article: &Article, span: Span, first: usize, right: &str, name: &HouseName) -> Draft {
    let starts = article.starts_sentence(first) && right.starts_with(char::is_lowercase);
    let right: String =
        if starts { right.chars().take(1).flat_map(char::to_uppercase).chain(right.chars().skip(1)).collect() } else { right.to_owned() };
    let note = [name.note.as_str(), name.guide.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let note = if note.is_empty() { note } else { format!(" {note}") };
    Draft::at(span).say("found", article.text(span)).say("right", right.clone()).say("note", note).replace(Safety::Safe, right)
}
