//! Names that are nearly the same: every pair of distinct forms one slip apart, found without comparing each with each.
//!
//! A slip after the first letter (a letter more, less, other, or two swapped) changes the length by one at most and the set of
//! letters by two. So forms with one first letter are put in order of length, and only those are measured whose sets are that
//! near. First letters that were swapped with the second are looked for in a second order.

use std::borrow::Cow;

use crate::article::Article;

/// Shortest name that is compared: shorter ones are all one slip apart.
const SHORTEST: usize = 4;

/// Longest name: what is longer is no name, and would cost its length squared.
const LONGEST: usize = 24;

/// Most forms that one form is compared with; a story has a handful of names with one first letter.
const CROWD: usize = 48;

/// A form as it is compared.
struct Candidate<'a> {
    form: u32,
    /// In small letters.
    lower: Cow<'a, str>,
    /// The two letters it begins with, as they are told apart: in order, or the smaller one first.
    opening: [char; 2],
    length: usize,
    /// One bit for each letter; letters outside a to z share bits.
    letters: u32,
    is_ascii: bool,
}

/// The pairs of forms one slip apart that `may_be_name` lets in, each once, the smaller index first.
pub(super) fn pairs(article: &Article, may_be_name: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let mut candidates: Vec<Candidate<'_>> = (0..article.names().forms.len() as u32)
        .filter_map(|form| Candidate::new(article, form))
        .filter(|one| may_be_name(one.form))
        .collect();
    let mut pairs = Vec::new();
    // The first letter stays: slips there are rare, and Harry, Barry and Larry are three people.
    candidates.sort_unstable_by_key(|one| (one.opening[0], one.length, one.form));
    compare(&candidates, |one, other| one.opening[0] == other.opening[0] && other.length <= one.length + 1, &mut pairs);
    for one in &mut candidates {
        one.opening.sort_unstable();
    }
    candidates.sort_unstable_by_key(|one| (one.opening, one.length, one.form));
    compare(&candidates, |one, other| one.opening == other.opening && other.length == one.length, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Adds the pairs that are one slip apart, of those that stand side by side as long as `is_near` holds.
fn compare(candidates: &[Candidate<'_>], is_near: impl Fn(&Candidate<'_>, &Candidate<'_>) -> bool, pairs: &mut Vec<(u32, u32)>) {
    for (at, one) in candidates.iter().enumerate() {
        for other in candidates[at + 1..].iter().take(CROWD).take_while(|other| is_near(one, other)) {
            if one.may_be(other) && strsim::osa_distance(&one.lower, &other.lower) <= 1 {
                pairs.push((one.form.min(other.form), one.form.max(other.form)));
            }
        }
    }
}

impl<'a> Candidate<'a> {
    fn new(article: &'a Article, form: u32) -> Option<Self> {
        let written = article.names().written(article, form);
        let length = if written.is_ascii() { written.len() } else { written.chars().count() };
        if !(SHORTEST - 1..=LONGEST).contains(&length) {
            return None;
        }
        let known = article.lexicon.word(article.words[article.names().forms[form as usize].first as usize].id);
        // What the lexicon knows it holds in small letters; a possessive may be an entry of its own.
        let lower =
            if known.len() == written.len() && written.is_ascii() { Cow::Borrowed(known) } else { Cow::Owned(written.to_lowercase()) };
        let letters = lower.bytes().fold(0, |set, byte| set | 1_u32 << (byte % 32));
        let mut first = lower.chars();
        let opening = [first.next()?, first.next()?];
        Some(Self { form, is_ascii: lower.is_ascii(), lower, opening, length, letters })
    }

    /// Whether no more letters differ than one slip can change: two at most, and more bytes of a letter outside ASCII.
    fn may_be(&self, other: &Self) -> bool {
        let differ = self.letters ^ other.letters;
        let less_one = differ & differ.wrapping_sub(1);
        less_one & less_one.wrapping_sub(1) == 0 || !self.is_ascii || !other.is_ascii
    }
}
