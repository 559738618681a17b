//! What was meant by a word that the lexicon does not know: its near neighbours, the likeliest first.
//!
//! One pass over the letter sets (26 bits a word) of the words of about its length leaves the few hundred that can be two edits
//! away; those are measured letter by letter, then weighed by how hands slip. It takes some 30 µs: for words that would be reported.

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
/// Longer words are not in the table; as `build/vocabulary.rs` has it.
const LONGEST: usize = 24;
/// Frequency that one slip outweighs: about as much as a word a hundred times as common.
const SLIP: f32 = 90.0;
/// What sounding alike is worth.
const SOUND: f32 = 30.0;

/// The words near `wrong`, which is in lower-case ASCII letters, likeliest first.
pub(super) fn suggest(lexicon: &Lexicon, wrong: &str) -> Vec<Suggestion> {
    let letters = letter_set(wrong);
    let sound = sound(wrong);
    let table = generated::NEAR;
    let (shortest, longest) = (wrong.len().saturating_sub(FARTHEST), (wrong.len() + FARTHEST).min(LONGEST));
    if shortest > longest {
        return Vec::new();
    }
    let pairs = LONGEST + 2;
    let bytes = |pair: u32| (pairs + pair as usize * 2) * 4;
    let words = &table.0[bytes(table.get(shortest))..bytes(table.get(longest + 1))];
    let number = |bytes: &[u8]| u32::from_le_bytes(bytes.try_into().expect("four bytes"));
    let mut near = Vec::new();
    for pair in words.chunks_exact(8) {
        // Each edit puts in or takes out at most one letter; a change does both.
        if (letters ^ number(&pair[..4])).count_ones() > 2 * FARTHEST as u32 {
            continue;
        }
        let id = WordId(number(&pair[4..]));
        if !is_near(wrong.as_bytes(), generated::WORDS.bytes(id)) {
            continue;
        }
        let word = generated::WORDS.word(id);
        let slips = slips(wrong.as_bytes(), word.as_bytes());
        let sounds_alike = if self::sound(word) == sound { SOUND } else { 0.0 };
        near.push(Suggestion { word: id, slips, score: f32::from(lexicon.rank(id)) - SLIP * slips + sounds_alike });
    }
    near.sort_by(|a, b| b.score.total_cmp(&a.score));
    near
}

/// Whether two words are at most [`FARTHEST`] edits apart, a swap of neighbours one edit: optimal string alignment, given up
/// where no row can come back below that.
fn is_near(one: &[u8], other: &[u8]) -> bool {
    // What two words share at either end takes no edit.
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[head..], &other[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    if one.len().abs_diff(other.len()) > FARTHEST || one.len().max(other.len()) > LONGEST + FARTHEST {
        return false;
    }
    let mut rows = [[0_u8; LONGEST + FARTHEST + 1]; 3];
    let far = FARTHEST as u8 + 1;
    for (j, cell) in (0..=far).zip(&mut rows[0]) {
        *cell = j;
    }
    let mut lowest_before = 0;
    for i in 1..=one.len() {
        let (before, last, now) = ((i + 1) % 3, (i + 2) % 3, i % 3);
        let (from, to) = (i.saturating_sub(FARTHEST).max(1), (i + FARTHEST).min(other.len()));
        // Beside the band lies what is too far.
        rows[now][from - 1] = if from == 1 { far.min(i as u8) } else { far };
        let mut lowest = rows[now][from - 1];
        for j in from..=to {
            let same = one[i - 1] == other[j - 1];
            let above = if j < i + FARTHEST { rows[last][j] + 1 } else { far };
            let mut best = (rows[last][j - 1] + u8::from(!same)).min(rows[now][j - 1] + 1).min(above);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                best = best.min(rows[before][j - 2] + 1);
            }
            rows[now][j] = best.min(far);
            lowest = lowest.min(best);
        }
        // A swap reaches back two rows: one that is just too far may still come back by it.
        if lowest >= far && lowest_before >= far {
            return false;
        }
        lowest_before = lowest;
    }
    usize::from(rows[one.len() % 3][other.len()]) <= FARTHEST
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
        suggest(&lexicon, wrong).first().map_or("", |best| generated::WORDS.word(best.word))
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
