//! Names that are nearly the same: every pair of distinct forms one slip apart, found without comparing each with each.
//!
//! Two words one slip apart (a letter more, less, other, or two swapped) are the same once the right letter of each is left
//! out. So each form is filed under itself and under itself without each of its letters; forms that meet there are compared.

use crate::article::Article;

/// Shortest name that is compared: shorter ones are all one slip apart.
const SHORTEST: usize = 4;

/// Longest name: what is longer is no name, and would cost its length squared.
const LONGEST: usize = 24;

/// Most forms that are compared under one key; ordinary copy has two or three.
const CROWD: usize = 24;

/// The pairs of forms one slip apart that `may_be_name` lets in, each once, the smaller index first.
pub(super) fn pairs(article: &Article, may_be_name: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let names = &article.names;
    let mut keys: Vec<(u32, u32)> = Vec::with_capacity(names.forms.len() * 8);
    let mut letters: Vec<u8> = Vec::new();
    for form in 0..names.forms.len() as u32 {
        let written = names.written(article, form);
        let length = written.chars().count();
        if !(SHORTEST - 1..=LONGEST).contains(&length) || !may_be_name(form) {
            continue;
        }
        letters.clear();
        letters.extend(written.bytes().map(|byte| byte.to_ascii_lowercase()));
        keys.push((hash(letters.iter().copied()), form));
        let lower = std::str::from_utf8(&letters).unwrap_or_default();
        // The first letter stays: slips there are rare, and Harry, Barry and Larry are three people.
        for (at, letter) in lower.char_indices() {
            let rest = letters[..at].iter().chain(&letters[at + letter.len_utf8()..]).copied();
            keys.push((hash(rest), form));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() > 1) {
        for (at, &(_, one)) in group.iter().take(CROWD).enumerate() {
            for &(_, other) in &group[at + 1..group.len().min(CROWD)] {
                if is_one_slip(names.written(article, one), names.written(article, other)) {
                    pairs.push((one.min(other), one.max(other)));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether two names differ by one slip after the first letter, or by their first two letters swapped.
fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let swapped = || one.chars().take(2).eq(other.chars().take(2).collect::<Vec<_>>().into_iter().rev());
    let starts_alike = one.chars().next() == other.chars().next();
    (starts_alike || swapped()) && strsim::osa_distance(&one, &other) <= 1
}

fn hash(letters: impl Iterator<Item = u8>) -> u32 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for letter in letters {
        state = (state ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    }
    (state.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}
