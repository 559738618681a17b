//! The phrases of all lists, found in one pass from the rarest word of each.

use crate::document::Document;
use crate::lexicon::{CaseRule, Gap, Lexicon, ListedCase, PhraseHit, PhraseKind, PhraseView, WordId};
use crate::text::{Case, FILLER};

use super::Word;

pub(super) fn find(document: &Document, lexicon: &Lexicon, words: &[Word], anchors: &[u32]) -> Vec<PhraseHit> {
    let mut hits = Vec::with_capacity(anchors.len() / 2);
    for &anchor in anchors {
        let anchor = anchor as usize;
        let beside = [anchor.wrapping_sub(1), anchor + 1].map(|index| words.get(index).map_or(WordId::UNKNOWN, |word| word.id));
        lexicon.each_phrase(words[anchor].id, beside, |phrase| hits.extend(matches(document, lexicon, words, anchor, phrase)));
    }
    // Longest first where several start at one word: whoever wants the longest takes the first.
    hits.sort_unstable_by_key(|hit| (hit.first, u32::MAX - hit.end, hit.kind as u8, hit.payload));
    hits
}

fn matches(document: &Document, lexicon: &Lexicon, words: &[Word], anchor: usize, phrase: &PhraseView) -> Option<PhraseHit> {
    let (len, place) = (phrase.len(), phrase.anchor());
    let first = anchor.checked_sub(place)?;
    let end = first + len;
    let found = words.get(first..end)?;
    if !(0..len).all(|at| found[at].id == phrase.word(at)) {
        return None;
    }
    let gaps_fit = found.windows(2).enumerate().all(|(at, pair)| {
        let gap = &document.copy[pair[0].span.to()..pair[1].span.from()];
        match phrase.gap(at) {
            Gap::Space => gap == " " || !gap.is_empty() && gap.chars().all(|between| between.is_whitespace() || between == FILLER),
            Gap::Hyphen => matches!(gap, "-" | "\u{2011}"),
        }
    });
    let inner_possessive = found[..found.len() - 1].iter().any(|word| word.possessive > 0);
    if !gaps_fit || inner_possessive || found[0].block != found[found.len() - 1].block {
        return None;
    }
    let hit = PhraseHit { kind: phrase.kind(), payload: phrase.payload(), first: first as u32, end: end as u32 };
    let fits = phrase.case() == CaseRule::Any
        || matches!(hit.kind, PhraseKind::Term | PhraseKind::Cue)
        || match is_capitalised_as_listed(phrase, found) {
            Some(is_so) => is_so,
            None => is_written_as_listed(document, lexicon, found, &hit),
        };
    fits.then_some(hit)
}

/// The same as [`is_written_as_listed`] for words whose letters are known to be the same; None where those must be compared.
fn is_capitalised_as_listed(phrase: &PhraseView, found: &[Word]) -> Option<bool> {
    let mut is_so = true;
    for (at, word) in found.iter().enumerate() {
        is_so &= match phrase.listed_case(at) {
            ListedCase::Lower => word.case == Case::Lower || at == 0 && word.case == Case::Capitalised,
            ListedCase::Capitalised => word.case == Case::Capitalised,
            ListedCase::Other => return None,
        };
    }
    Some(is_so)
}

/// Whether a name's capitals are those of its list, but for the capital that a sentence or a headline gives its first word.
fn is_written_as_listed(document: &Document, lexicon: &Lexicon, found: &[Word], hit: &PhraseHit) -> bool {
    let listed = match hit.kind {
        PhraseKind::Alias => lexicon.alias_text(hit.payload),
        PhraseKind::Place => lexicon.place(hit.payload).text,
        PhraseKind::Miswritten => lexicon.miswritten(hit.payload).0,
        PhraseKind::House => lexicon.house().map_or("", |house| house.text(hit.payload)),
        PhraseKind::Term | PhraseKind::Cue => return true,
    };
    let mut listed_words = listed.split([' ', '-']);
    found.iter().enumerate().all(|(at, word)| {
        let written = word.stem_span().of(&document.copy);
        let Some(listed) = listed_words.next() else { return false };
        let starts = at == 0 && word.case == Case::Capitalised && listed.starts_with(char::is_lowercase);
        is_same(written, listed) || (starts && is_same_but_for_case(written, listed))
    })
}

/// Whether a word is written as it is listed, be its apostrophe curly or straight.
fn is_same(written: &str, listed: &str) -> bool {
    // A curly apostrophe is longer.
    written == listed || (written.len() > listed.len() && written.contains('’') && written.replace('’', "'") == listed)
}

fn is_same_but_for_case(written: &str, listed: &str) -> bool {
    if written.is_ascii() && listed.is_ascii() {
        return written.eq_ignore_ascii_case(listed);
    }
    written.to_lowercase() == listed.to_lowercase()
}
