//! A hash of a word in small letters, eight letters at a time: most words are one round.
//!
//! Every round can be undone, so that no two words of up to eight bytes have one hash. Words hold no NUL: what is short of eight
//! bytes is filled up with them.

/// The hash of `word`, which is folded as the lexicon folds words.
pub fn word_hash(word: &str) -> u64 {
    finish(word.as_bytes().chunks(8).fold(0, |state, chunk| round(state, eight(chunk))))
}

/// How many of the letters of a word, and their hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    pub count: usize,
    pub hash: u64,
}

/// The letters from a to z that `bytes` begin with, the first of them small or capital; the hash is that of small letters.
#[inline]
pub(super) fn leading_letters(bytes: &[u8]) -> Letters {
    let mut eight_letters = eight(bytes) | SMALL_BIT;
    let (mut state, mut count) = (0, 0);
    loop {
        let letters = leading_small(eight_letters);
        count += letters;
        if letters < 8 {
            // What ends where the eight do is done: it has no round of nothing.
            let rest = eight_letters & !(u64::MAX << (8 * letters));
            return Letters { count, hash: finish(if letters == 0 && count > 0 { state } else { round(state, rest) }) };
        }
        state = round(state, eight_letters);
        eight_letters = eight(&bytes[count..]);
    }
}

/// What makes a capital first letter a small one.
const SMALL_BIT: u64 = 0x20;
const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x80 * ONES;

/// How many of eight bytes, the lowest first, are small letters before the first that is not.
fn leading_small(eight: u64) -> usize {
    let low_bits = eight & !HIGH_BITS;
    // 0x61 is a, 0x7B comes after z.
    let from_a = low_bits + (0x80 - 0x61) * ONES;
    let beyond_z = low_bits + (0x80 - 0x7B) * ONES;
    let others = (!from_a | beyond_z | eight) & HIGH_BITS;
    others.trailing_zeros() as usize / 8
}

/// The first eight bytes as a number, the first byte lowest.
fn eight(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    let mut filled = [0; 8];
    filled[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(filled)
}

const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

fn round(state: u64, eight: u64) -> u64 {
    let mixed = (state.rotate_left(5) ^ eight).wrapping_mul(SPREAD);
    mixed ^ mixed >> 32
}

/// The high half of a product depends on all of its bits.
fn finish(state: u64) -> u64 {
    let mixed = state.wrapping_mul(SPREAD);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_the_hash_of_their_word() {
        for (copy, word) in [
            ("the end", "the"),
            ("The end", "the"),
            ("a", "a"),
            ("I ", "i"),
            ("thousand", "thousand"),
            ("thousand ", "thousand"),
            ("Thousands of", "thousands"),
            ("internationalisation.", "internationalisation"),
            ("sixteenletterses-", "sixteenletterses"),
            ("naïve", "na"),
        ] {
            assert_eq!(leading_letters(copy.as_bytes()), Letters { count: word.len(), hash: word_hash(word) }, "{copy}");
        }
    }

    #[test]
    fn letters_end_before_whatever_is_none() {
        for (copy, count) in [("don’t", 3), ("NATO", 1), ("a.m.", 1), ("x2", 1), ("thousand’s", 8), ("eight{ht", 5), ("eight`", 5)] {
            assert_eq!(leading_letters(copy.as_bytes()).count, count, "{copy}");
        }
    }
}
