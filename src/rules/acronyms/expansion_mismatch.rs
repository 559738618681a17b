//! `ISIL (Islamic State of Iraq and Syria)`: the initials do not give the letters.

use crate::article::{Article, Definition};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for definition in article.definitions() {
        if !is_mismatch(article, definition) {
            continue;
        }
        let known = article.lexicon.acronym(&definition.acronym);
        let right = known.and_then(|known| known.expansions.first());
        let mut draft = Draft::at(definition.whole)
            .say("acronym", definition.acronym.as_str())
            .say("expansion", article.text(definition.expansion))
            .say("initials", initials(article, definition.expansion, Small::Left))
            .say("right", right.copied().unwrap_or_default());
        if right.is_some() {
            draft = draft.wording("known");
        }
        if let Some(other) = same_expansion(article, definition) {
            draft = draft.label_saying(other.whole, "elsewhere", vec![("other", other.acronym.clone())]);
        }
        if let Some(right) = right {
            draft = draft.fix(Safety::Suggested, vec![Edit::replace(definition.expansion, *right)]);
        }
        sink.report(draft);
    }
}

fn is_mismatch(article: &Article, definition: &Definition) -> bool {
    let letters = definition.acronym.chars().count();
    if letters < 3 || definition.fits(article) || article.text(definition.whole).contains(['/', ':']) {
        return false;
    }
    if let Some(known) = article.lexicon.acronym(&definition.acronym) {
        let right = known.expansions.iter().any(|expansion| super::is_listed(article, definition, expansion));
        if right || (known.irregular && known.expansions.is_empty()) {
            return false;
        }
        // Two words in three of a listed expansion: it is the one that was meant.
        return nearly(article, definition, &definition.acronym, letters)
            || known.expansions.iter().any(|expansion| shares_most(article, definition, expansion));
    }
    nearly(article, definition, &definition.acronym, letters)
}

/// All letters but one fit, in order: the writer meant these words. A nickname, a ticker or a party in brackets fits worse.
fn nearly(article: &Article, definition: &Definition, acronym: &str, letters: usize) -> bool {
    let fit = [Small::Kept, Small::Left]
        .map(|small| common(&initials(article, definition.expansion, small), acronym))
        .into_iter()
        .max()
        .unwrap_or_default();
    let own = initials(article, definition.expansion, Small::Left).len();
    // `Office of Mobile Security Deployment (MSD)`: the letters leave a word out at one end.
    let is_part = [Small::Kept, Small::Left].iter().any(|&small| initials(article, definition.expansion, small).contains(acronym));
    !is_part && fit + 1 >= letters && own >= letters && own <= letters + 1
}

fn shares_most(article: &Article, definition: &Definition, listed: &str) -> bool {
    let own: Vec<String> =
        article.words_in(definition.expansion).map(|index| article.text(article.words[index].stem_span()).to_lowercase()).collect();
    let words: Vec<String> = listed.split([' ', '-']).map(str::to_lowercase).filter(|word| !super::is_small(word)).collect();
    let shared = words.iter().filter(|word| own.contains(word)).count();
    shared >= 2 && shared * 3 >= words.len() * 2
}

/// Whether the initials of small words count.
#[derive(Clone, Copy)]
enum Small {
    Kept,
    Left,
}

fn initials(article: &Article, expansion: Span, small: Small) -> String {
    let words = article.words_in(expansion).map(|index| article.text(article.words[index].span));
    let counted = words.filter(|word| matches!(small, Small::Kept) || !super::is_small(&word.to_lowercase()));
    counted.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

/// How many letters the two have in common, in order.
fn common(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row = vec![0; other.len() + 1];
    for letter in one.chars() {
        let mut diagonal = 0;
        for (at, &wanted) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if letter == wanted { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[other.len()]
}

/// Where the story gives the same words to other letters.
fn same_expansion<'a>(article: &'a Article, definition: &Definition) -> Option<&'a Definition> {
    let key = super::key(article, definition);
    // Stories define a handful of acronyms; a file made to hurt is cut off here.
    article.definitions().iter().take(64).find(|other| other.acronym != definition.acronym && super::key(article, other) == key)
}
