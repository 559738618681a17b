//! An acronym that the story never spells out.
//!
//! Only those that readers need spelled out: the long list of known ones, names in capitals, call signs, grades and the like are not
//! this rule's business, and one finding an acronym is enough.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Article, Word, without_points};
use crate::finding::Safety;
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// Longest acronym whose letters are looked for in the story's own names.
const MOST_LETTERS: usize = 6;

struct Use {
    first: usize,
    count: usize,
}

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut uses: FxHashMap<Cow<str>, Use> = FxHashMap::default();
    let mut order: Vec<Cow<str>> = Vec::new();
    let settled = article.house_names();
    for &at in article.acronyms() {
        let at = at as usize;
        let word = &article.words[at];
        if !article.is_narration(word.span.start) || word.case != Case::Upper && word.possessive == 0 {
            continue;
        }
        // A desk that has an acronym on its list knows that readers know it.
        if settled.get(settled.partition_point(|one| one.end <= word.span.start)).is_some_and(|one| one.overlaps(word.span)) {
            continue;
        }
        let letters = without_points(article.text(word.stem_span()));
        if let Some(known) = uses.get_mut(&letters) {
            known.count += 1;
        } else if needs_expansion(article, context, &letters) && stands_alone(article, at, word, &letters) {
            order.push(letters.clone());
            uses.insert(letters, Use { first: at, count: 1 });
        }
    }
    if uses.is_empty() {
        return;
    }
    let defined: FxHashSet<&str> = article.definitions().iter().map(|definition| definition.acronym.as_str()).collect();
    for letters in &order {
        let found = &uses[letters];
        // An unlisted one that stands there once is a firm's name or a joke as often as an acronym.
        let worth = found.count > 1 || article.lexicon.acronym(letters).is_some();
        if worth && !defined.contains(letters.as_ref()) && !is_initials_of_name(article, letters) && !has_expansion(article, letters) {
            sink.report(draft(article, letters, found));
        }
    }
}

fn needs_expansion(article: &Article, context: &Context, letters: &str) -> bool {
    let is_in = |name: &'static str| context.options.words(name).iter().any(|known| known == letters);
    if is_in("spell-out") {
        return true;
    }
    !is_in("known") && !article.lexicon.acronym(letters).is_some_and(|known| known.known)
}

/// Whether the letters are an acronym at all, used by itself: a word or a name in capitals, a numeral, a code or a call sign is none.
fn stands_alone(article: &Article, at: usize, word: &Word, letters: &str) -> bool {
    let is_listed = article.lexicon.acronym(letters).is_some();
    let only_letters = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_numeral = letters.bytes().all(|byte| b"IVXLC".contains(&byte));
    let is_call_sign = letters.len() == 4 && letters.starts_with(['W', 'K']);
    let id = article.lexicon.find(letters);
    let is_word = article.lexicon.is_word(id) || article.lexicon.marks(id) & mark::PROPER != 0;
    let is_code = is_numeral || is_call_sign || is_word || letters.len() > 5;
    if !only_letters || (is_code && !is_listed) {
        return false;
    }
    let (before, after) = (&article.copy()[..word.span.from()], &article.copy()[word.span.to()..]);
    let joined = before.ends_with(['-', '/', '&', '(', '[', '+', '.', '#', ':', '$'])
        || after.starts_with(['-', '/', '&', ')', ']', '+', '$', '_', '#']);
    let beside = |index: Option<usize>| index.and_then(|index| article.words.get(index)).filter(|other| other.block == word.block);
    let (previous, next) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
    let is_shouted = |other: Option<&Word>| {
        other.is_some_and(|other| {
            other.case == Case::Upper && article.lexicon.acronym(&without_points(article.text(other.stem_span()))).is_none()
        })
    };
    let touches = |one: &Word, other: &Word| article.text(Span { start: one.span.end, end: other.span.start }) == " ";
    // An unlisted one beside a capital is most often a part of a name: `Sirius XM`, `CREDO Action`.
    let part_of_name = previous.is_some_and(|other| other.is_capitalised() && touches(other, word) && !article.starts_sentence(at - 1))
        || next.is_some_and(|other| other.is_capitalised() && touches(word, other))
        || next.is_some_and(|other| !other.is_word());
    // `the firm BVQT`, `its sister network, HLN`: the story says what it is.
    let is_told = before.trim_end_matches([' ', ',']).rsplit(|letter: char| !letter.is_alphabetic()).next().is_some_and(is_kind);
    let is_other = joined || is_shouted(previous) || is_shouted(next) || before.ends_with(", or ");
    let is_name = is_told || part_of_name || letters.len() == 2;
    !is_other && (is_listed || !is_name)
}

/// A noun that tells what the name after it names.
fn is_kind(noun: &str) -> bool {
    matches!(
        noun,
        "firm"
            | "network"
            | "company"
            | "group"
            | "brand"
            | "band"
            | "channel"
            | "station"
            | "site"
            | "website"
            | "club"
            | "chain"
            | "bank"
            | "agency"
            | "maker"
            | "magazine"
            | "carrier"
            | "operator"
            | "union"
            | "party"
            | "app"
            | "startup"
            | "rapper"
            | "outlet"
            | "lender"
    )
}

/// Whether the letters are the initials of a run of capitalised words, small words counted or left out: a name that the story gives in
/// full.
fn is_initials_of_name(article: &Article, letters: &str) -> bool {
    let first = letters.as_bytes().first().copied();
    article.capitals.iter().any(|&start| {
        let word = &article.words[start as usize];
        let may_be = article
            .copy()
            .as_bytes()
            .get(word.span.from())
            .is_some_and(|letter| !letter.is_ascii() || Some(letter.to_ascii_uppercase()) == first);
        may_be && word.case != Case::Upper && run_gives(article, start as usize, letters)
    })
}

fn run_gives(article: &Article, start: usize, letters: &str) -> bool {
    let (mut capitals, mut all) = (String::new(), String::new());
    for word in article.words[start..].iter().take(MOST_LETTERS * 2) {
        let Some(first) = article.text(word.span).chars().next() else { break };
        let small = matches!(article.text(word.span), "of" | "the" | "for" | "and" | "in" | "on" | "to" | "de");
        if word.block != article.words[start].block || !(word.is_capitalised() || small) || all.len() >= MOST_LETTERS {
            break;
        }
        all.extend(first.to_uppercase());
        if !small {
            capitals.extend(first.to_uppercase());
            if capitals.len() >= 2 && (capitals == letters || all == letters) {
                return true;
            }
        }
    }
    false
}

/// Whether a listed expansion stands in the story, without brackets: readers can tell.
fn has_expansion(article: &Article, letters: &str) -> bool {
    let expansions = article.lexicon.acronym(letters).map_or(&[][..], |known| known.expansions);
    expansions.iter().any(|expansion| memchr::memmem::find(article.copy().as_bytes(), expansion.as_bytes()).is_some())
}

fn draft(article: &Article, letters: &str, found: &Use) -> Draft {
    let word = &article.words[found.first];
    let span = word.stem_span();
    let draft = Draft::at(span).say("acronym", article.text(span));
    let Some(expansion) = article.lexicon.acronym(letters).and_then(|known| known.expansions.first()) else {
        return draft.wording("unlisted");
    };
    let mut spelled: String = (*expansion).to_owned();
    if article.starts_sentence(found.first) {
        spelled = spelled.chars().take(1).flat_map(char::to_uppercase).chain(spelled.chars().skip(1)).collect();
    }
    let draft = draft.say("expansion", *expansion);
    let before = found.first.checked_sub(1).map(|at| article.text(article.words[at].span));
    if matches!(before, Some("a" | "an" | "A" | "An")) {
        // The article would have to change too.
        return if found.count == 1 { draft.wording("once") } else { draft };
    }
    if found.count == 1 {
        draft.wording("once").replace(Safety::Suggested, spelled)
    } else {
        draft.replace(Safety::Suggested, format!("{spelled} ({})", article.text(span)))
    }
}
