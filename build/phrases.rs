//! The phrases of all lists as numbers, to be read in place by `lexicon::phrases`.

use crate::record::PhraseRecord;

/// Where the phrases of each word begin, and the phrases; `by_anchor` has those that are found from each word, by its number.
pub fn table(by_anchor: &[Vec<PhraseRecord>]) -> (Vec<u32>, Vec<u32>) {
    let (mut starts, mut numbers) = (Vec::new(), Vec::new());
    for records in by_anchor {
        starts.push(numbers.len() as u32);
        if !records.is_empty() {
            numbers.extend(encode_group(records, numbers.len()));
        }
    }
    starts.push(numbers.len() as u32);
    (starts, numbers)
}

/// The phrases of one anchor as numbers, to lie at `start` of the table: how many have no word beside the anchor, one before it, one
/// after it (ten bits each); those words' numbers; where each phrase lies; the phrases.
fn encode_group(records: &[PhraseRecord], start: usize) -> Vec<u32> {
    let side = |record: &PhraseRecord| record.beside().map_or(0, |(before, _)| if before { 1 } else { 2 });
    let mut sorted: Vec<&PhraseRecord> = records.iter().collect();
    sorted.sort_by_key(|record| side(record));
    let count = |which: usize| sorted.iter().filter(|record| side(record) == which).count() as u32;
    let counts = [count(0), count(1), count(2)];
    assert!(counts.iter().all(|count| *count < 1 << 10), "a word has room for a thousand phrases");
    let mut numbers = vec![counts[0] | counts[1] << 10 | counts[2] << 20];
    numbers.extend(sorted.iter().filter_map(|record| record.beside()).map(|(_, word)| word.0));
    let mut at = start + numbers.len() + sorted.len();
    for record in &sorted {
        numbers.push(at as u32);
        at += record.encode().len();
    }
    numbers.extend(sorted.iter().flat_map(|record| record.encode()));
    numbers
}
