//! What was meant by a word that the lexicon does not know: its near neighbours, the likeliest first.
//!
//! One pass over the letter sets (26 bits a word) of the words of about its length leaves the few hundred that can be two edits
//! away; those are measured letter by letter, then weighed by how hands slip. It takes some 30 µs: for words that would be reported.

use std::ops::Range;

use super::table::WordId;
use super::{Lexicon, generated};

/// A word that may have been meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The word.
    pub word: WordId,
    /// How many slips lie between, each weighed by how easily it happens: a swap costs 0.7, a foreign first letter 1.5.
    pub slips: f32,
    /// Higher is likelier.
    pub score: f32,
}

/// Most edits between a slip and what was meant.
const FARTHEST: usize = 2;
/// Longer words are not in the table; as `build/near.rs` has it.
const LONGEST: usize = 24;
/// Ranks are told apart by so much in the table; as `build/near.rs` has it.
const STEP: usize = 16;
/// How many ends of ranges the table has for each length.
const STEPS: usize = 256 / STEP;
/// Where the letter sets begin in the table, after the ends of the ranges; the numbers of the words follow them.
const NUMBERS: usize = (LONGEST + 1) * STEPS;
/// Frequency that one slip outweighs: about as much as a word a hundred times as common.
const SLIP: f32 = 90.0;
/// What sounding alike is worth.
const SOUND: f32 = 30.0;

/// How frequent a word must be to be meant: the rarer ones need not be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The least rank of a word that is one edit away.
    pub near: u8,
    /// The least rank of a word that is two edits away, if any of them may be meant.
    pub far: Option<u8>,
}

/// The words near `wrong`, which is in lower-case ASCII letters, likeliest first. Words below `reach` may be among them.
pub(super) fn suggest(lexicon: &Lexicon, wrong: &str, reach: Reach) -> Vec<Suggestion> {
    let letters = letter_set(wrong);
    let sound = sound(wrong);
    let (shortest, longest) = (wrong.len().saturating_sub(FARTHEST), (wrong.len() + FARTHEST).min(LONGEST));
    let mut near = Vec::new();
    for length in shortest..=longest {
        for index in alike(letters, wrong.len(), length, reach) {
            let id = WordId(generated::NEAR.get(NUMBERS + end_of(LONGEST, 0) as usize + index as usize));
            let word = generated::WORDS.word(id);
            if !is_near(wrong.as_bytes(), word.as_bytes()) {
                continue;
            }
            let slips = slips(wrong.as_bytes(), word.as_bytes());
            let sounds_alike = if self::sound(word) == sound { SOUND } else { 0.0 };
            near.push(Suggestion { word: id, slips, score: f32::from(lexicon.rank(id)) - SLIP * slips + sounds_alike });
        }
    }
    near.sort_by(|a, b| b.score.total_cmp(&a.score));
    near
}

/// Where the words of one length end whose rank is `step` or more steps.
fn end_of(length: usize, step: usize) -> u32 {
    generated::NEAR.get(length * STEPS + step)
}

/// The words of one length that the edits within `reach` may make of a word with these letters, by their sets of letters. An edit
/// takes out one letter at most and puts in one at most; where an edit only adds a letter, none goes.
fn alike(letters: u32, from: usize, to: usize, reach: Reach) -> Vec<u32> {
    let start = to.checked_sub(1).map_or(0, |shorter| end_of(shorter, 0));
    let far = reach.far.map_or(start, |least| end_of(to, usize::from(least) / STEP));
    let near = far..end_of(to, usize::from(reach.near) / STEP).max(far);
    let mut found = Vec::new();
    match (from.saturating_sub(to), to.saturating_sub(from)) {
        (0, 0) => {
            within::<2, 2>(letters, start..far, &mut found);
            within::<1, 1>(letters, near, &mut found);
        }
        (0, 1) => {
            within::<1, 2>(letters, start..far, &mut found);
            within::<0, 1>(letters, near, &mut found);
        }
        (1, _) => {
            within::<2, 1>(letters, start..far, &mut found);
            within::<1, 0>(letters, near, &mut found);
        }
        (0, _) => within::<0, 2>(letters, start..far, &mut found),
        _ => within::<2, 0>(letters, start..far, &mut found),
    }
    found
}

/// Those whose sets lack at most `LOST` of `letters` and have at most `NEW` more. Sixteen at a time: mostly none of them is one.
fn within<const LOST: u32, const NEW: u32>(letters: u32, range: Range<u32>, found: &mut Vec<u32>) {
    const AT_ONCE: usize = 16;
    let sets = &generated::NEAR.0[(NUMBERS + range.start as usize) * 4..(NUMBERS + range.end as usize) * 4];
    let too_far = |set: [u8; 4]| {
        let set = u32::from_le_bytes(set);
        beyond::<LOST>(letters & !set) | beyond::<NEW>(set & !letters)
    };
    let mut first = range.start;
    let (groups, rest) = sets.as_chunks::<4>().0.as_chunks::<AT_ONCE>();
    let is_near = |(_, set): &(u32, &[u8; 4])| too_far(**set) == 0;
    for group in groups {
        // No early end: all are asked at once.
        if group.iter().fold(false, |any, set| any | (too_far(*set) == 0)) {
            found.extend((first..).zip(group).filter(is_near).map(|(at, _)| at));
        }
        first += AT_ONCE as u32;
    }
    found.extend((first..).zip(rest).filter(is_near).map(|(at, _)| at));
}

/// Whether two words are at most [`FARTHEST`] edits apart, a swap of neighbours one edit: optimal string alignment.
///
/// What both begin or end with takes no edit. Where that leaves more than two letters, the first edit must be where they part at
/// the front and the second where they part at the back; all between is the same.
fn is_near(one: &[u8], other: &[u8]) -> bool {
    /// How many letters of each word an edit takes: a change, a letter too many, one too few, a swap.
    const EDITS: [(usize, usize); 4] = [(1, 1), (1, 0), (0, 1), (2, 2)];
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    if one.len().max(other.len()) <= FARTHEST {
        return true;
    }
    let is_swap = |a: &[u8], b: &[u8]| a.len() != 2 || (a[0] == b[1] && a[1] == b[0]);
    EDITS.iter().any(|&(front, other_front)| {
        EDITS.iter().any(|&(back, other_back)| {
            let inner = front..one.len().wrapping_sub(back);
            let other_inner = other_front..other.len().wrapping_sub(other_back);
            one.get(inner).zip(other.get(other_inner)).is_some_and(|(inner, other_inner)| inner == other_inner)
                && is_swap(&one[..front], &other[..other_front])
                && is_swap(&one[one.len() - back..], &other[other.len() - other_back..])
        })
    })
}

/// The bits that are set beyond the lowest `MOST`: taking some away costs less than counting on processors that cannot.
#[inline]
fn beyond<const MOST: u32>(bits: u32) -> u32 {
    (0..MOST).fold(bits, |bits, _| bits & bits.wrapping_sub(1))
}

/// The letters of a word as bits.
fn letter_set(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |set, byte| set | 1 << (byte - b'a'))
}

/// How hands and ears slip: optimal string alignment with weights.
fn slips(wrong: &[u8], right: &[u8]) -> f32 {
    let width = right.len() + 1;
    let mut table = vec![0.0_f32; (wrong.len() + 1) * width];
    for i in 0..=wrong.len() {
        for j in 0..=right.len() {
            if i == 0 && j == 0 {
                continue;
            }
            let mut best = f32::MAX;
            if i > 0 {
                // A letter too many: cheap when it doubles its neighbour.
                let doubles = i > 1 && wrong[i - 1] == wrong[i - 2] || wrong.get(i) == Some(&wrong[i - 1]);
                let is_mute = i == wrong.len() && wrong[i - 1] == b'e';
                best = best.min(
                    table[(i - 1) * width + j]
                        + if doubles {
                            0.6
                        } else if is_mute {
                            0.8
                        } else {
                            1.0 + edge(i, wrong.len()).min(0.3)
                        },
                );
            }
            if j > 0 {
                // A letter too few: cheap when it is one of a pair.
                let is_clipped = j == right.len() && right.ends_with(b"ing");
                let of_pair = j > 1 && right[j - 1] == right[j - 2] || right.get(j) == Some(&right[j - 1]);
                best = best.min(table[i * width + j - 1] + if of_pair || is_clipped { 0.6 } else { 0.8 + if j == 1 { 0.6 } else { 0.0 } });
            }
            if i > 0 && j > 0 {
                let cost = if wrong[i - 1] == right[j - 1] { 0.0 } else { swap_cost(wrong[i - 1], right[j - 1]) + edge(j, right.len()) };
                best = best.min(table[(i - 1) * width + j - 1] + cost);
            }
            if i > 1 && j > 1 && wrong[i - 1] == right[j - 2] && wrong[i - 2] == right[j - 1] {
                best = best.min(table[(i - 2) * width + j - 2] + 0.7 + edge(i - 1, wrong.len()) / 2.0);
            }
            table[i * width + j] = best;
        }
    }
    table[table.len() - 1]
}

/// First letters are seldom wrong, and what ends in -ly or -s is meant to.
fn edge(at: usize, len: usize) -> f32 {
    match at {
        1 => 0.6,
        _ if at == len => 0.3,
        _ => 0.0,
    }
}

/// One letter for another: a vowel for a vowel and the key beside are the usual ones.
fn swap_cost(wrong: u8, right: u8) -> f32 {
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    let alike = [(b'c', b's'), (b'c', b'k'), (b's', b'z'), (b'i', b'y'), (b'f', b'v'), (b'd', b't'), (b'g', b'j'), (b'm', b'n')];
    if is_vowel(wrong) && is_vowel(right) || alike.contains(&(wrong, right)) || alike.contains(&(right, wrong)) {
        0.75
    } else if are_neighbours(wrong, right) {
        0.85
    } else {
        1.15
    }
}

/// Whether two keys lie side by side.
fn are_neighbours(one: u8, other: u8) -> bool {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let place = |key: u8| ROWS.iter().enumerate().find_map(|(row, keys)| keys.iter().position(|known| *known == key).map(|at| (row, at)));
    match (place(one), place(other)) {
        (Some((row, at)), Some((other_row, other_at))) => row.abs_diff(other_row) <= 1 && at.abs_diff(other_at) <= 1,
        _ => false,
    }
}

/// What a word sounds like, roughly: its consonants, those that are said alike made one, pairs made single.
fn sound(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mut key: u64 = 0;
    let mut last = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        let said = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'h' | b'w' if at > 0 => continue,
            b'p' if next == b'h' => b'f',
            b'c' if matches!(next, b'e' | b'i' | b'y') => b's',
            b'c' | b'q' => b'k',
            b'g' if matches!(next, b'e' | b'i') => b'j',
            b't' if next == b'i' && at > 0 => b's',
            b'z' => b's',
            other => other,
        };
        if said != last {
            key = key.wrapping_mul(31).wrapping_add(u64::from(said));
        }
        last = said;
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(wrong: &str) -> &'static str {
        let lexicon = Lexicon::built_in();
        suggest(&lexicon, wrong, Reach { near: 0, far: Some(0) }).first().map_or("", |best| generated::WORDS.word(best.word))
    }

    #[test]
    fn the_likeliest_word_comes_first() {
        for (wrong, right) in [
            ("wornderful", "wonderful"),
            ("negotations", "negotiations"),
            ("pwople", "people"),
            ("fifferent", "different"),
            ("purchace", "purchase"),
            ("ocnversation", "conversation"),
            ("hamburguers", "hamburgers"),
        ] {
            assert_eq!(first(wrong), right, "{wrong}");
        }
    }

    #[test]
    fn near_words_are_those_that_strsim_finds_near() {
        let words = ["", "a", "ab", "ba", "abc", "cab", "peopel", "people", "poeple", "pople", "eopple", "steeple", "ca", "abdc", "peeplo"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            assert_eq!(is_near(one.as_bytes(), other.as_bytes()), strsim::osa_distance(one, other) <= FARTHEST, "{one} {other}");
        }
    }

    #[test]
    fn a_swap_costs_less_than_a_change() {
        assert!(slips(b"peopel", b"people") < slips(b"peopla", b"people") + 0.01);
        assert!(slips(b"xeople", b"people") > slips(b"peoxle", b"people"));
    }
}
