//! The newsroom's own names: what a desk has settled, which beats every list of the binary.

use rustc_hash::FxHashMap;

use super::Overlay;
use super::record::{CaseRule, PhraseKind, PhraseRecord};
use crate::text::{Span, tokens};

/// Shortest and longest words that are looked up by what is nearly them.
const COMPARED: std::ops::RangeInclusive<usize> = 4..=24;

/// A name that the newsroom has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseName {
    /// As the house writes it.
    pub name: String,
    /// What it does not write.
    pub aliases: Vec<String>,
    /// What the person or body is: `Russian defence minister`.
    pub role: String,
    /// One sentence for an editor.
    pub note: String,
    /// The address of the house rule.
    pub guide: String,
}

/// The list, ready to be looked up.
#[derive(Clone, Default)]
pub struct House {
    names: Vec<HouseName>,
    /// Each written form, right or wrong, by payload: its name, and the alias, if it is one.
    forms: Vec<(u32, Option<u32>)>,
    /// Words of the names, by their letters and by their letters without one.
    near: FxHashMap<u32, Vec<(u32, u32)>>,
}

impl House {
    /// Adds a name, its forms as phrases of `overlay`.
    pub(super) fn add(&mut self, name: HouseName) -> Vec<(String, u32)> {
        let index = self.names.len() as u32;
        let mut phrases = Vec::new();
        let aliases = (0..).zip(&name.aliases).map(|(at, alias)| (alias, Some(at)));
        for (form, alias) in std::iter::once((&name.name, None)).chain(aliases) {
            phrases.push((form.clone(), self.forms.len() as u32));
            self.forms.push((index, alias));
        }
        for (at, word) in (0..).zip(words(&name.name)) {
            for key in keys(word) {
                self.near.entry(key).or_default().push((index, at));
            }
        }
        self.names.push(name);
        phrases
    }

    /// Whether there is no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name at `index`.
    pub fn name(&self, index: u32) -> &HouseName {
        &self.names[index as usize]
    }

    /// The name whose form a phrase is, and whether the house writes it so.
    pub fn form(&self, payload: u32) -> (u32, bool) {
        let (name, alias) = self.forms[payload as usize];
        (name, alias.is_none())
    }

    /// A form as listed.
    pub fn text(&self, payload: u32) -> &str {
        let (name, alias) = self.forms[payload as usize];
        let name = self.name(name);
        alias.map_or(&name.name, |alias| &name.aliases[alias as usize])
    }

    /// The words of names that a word is, or that it is one slip away from: name and place of the word in it.
    pub fn near(&self, word: &str) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = keys(word).filter_map(|key| self.near.get(&key)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

impl Overlay {
    /// Adds a name of the newsroom's list. Its words are right from then on.
    pub fn add_name(&mut self, name: HouseName) {
        for word in words(&name.name) {
            self.accept(word);
        }
        let mut house = std::mem::take(&mut self.house);
        for (form, payload) in house.add(name) {
            let kind = (PhraseKind::House, CaseRule::Exact, payload);
            if let Some(record) = PhraseRecord::new(&form, kind, |word| self.add(word), |_| 0) {
                self.add_phrase(record);
            }
        }
        self.house = house;
    }
}

/// The words of a name.
pub fn words(name: &str) -> impl Iterator<Item = &str> {
    tokens(name, Span::new(0, name.len())).map(|token| token.span.of(name))
}

/// What a word and every word one slip away from it share: its letters, and its letters without each but the first.
fn keys(word: &str) -> impl Iterator<Item = u32> {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let fits = COMPARED.contains(&letters.len());
    let without = (1..=letters.len()).rev().filter(move |_| fits);
    without.map(move |skipped| {
        let rest = letters.iter().enumerate().filter(|&(at, _)| at != skipped).map(|(_, letter)| letter);
        rest.fold(0x811c_9dc5_u32, |hash, &letter| (hash ^ letter as u32).wrapping_mul(0x0100_0193))
    })
}
