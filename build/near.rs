//! The table from which `lexicon::suggest` finds what was meant by an unknown word.

/// Words rarer than this, and longer ones, are never suggested; as `lexicon::suggest` has it.
const LEAST_RANK: u8 = 25;
const LONGEST: usize = 24;
/// Ranks of words that are suggested are told apart by so much; as `lexicon::suggest` has it.
const STEP: u8 = 16;

/// The words that may be suggested, by length and in each length by falling rank: for each length where the words end whose rank is
/// so many steps or more, then the letter sets of all, then their numbers. `words` are all words in order, each with its rank and
/// whether the dictionary holds it.
pub fn table<'a>(words: impl Iterator<Item = (&'a str, u8, bool)>) -> Vec<u32> {
    let is_suggested =
        |word: &str, rank: u8| rank >= LEAST_RANK && word.len() <= LONGEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut rows: Vec<(usize, u8, u32, u32)> = Vec::new();
    for (number, (word, rank, is_word)) in (1..).zip(words) {
        if is_word && is_suggested(word, rank) {
            let letters = word.bytes().fold(0, |set, byte| set | 1 << (byte - b'a'));
            rows.push((word.len(), u8::MAX - rank, number, letters));
        }
    }
    rows.sort_unstable();
    let mut table = Vec::new();
    for length in 0..=LONGEST {
        for step in 0..=u8::MAX / STEP {
            table.push(rows.partition_point(|row| (row.0, row.1) <= (length, u8::MAX - step * STEP)) as u32);
        }
    }
    table.extend(rows.iter().map(|row| row.3));
    table.extend(rows.iter().map(|row| row.2));
    table
}
