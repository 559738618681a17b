//! All words of the lists and pages, numbered, with what is known of each; written as tables that are read in place.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::parts::Parts;
use crate::record::{CaseRule, PhraseKind, PhraseRecord};
use crate::table::{WordId, fold, slot_of};
use crate::tag::{Tag, WordBits};
use crate::text::word_hash;

/// The bits of `lexicon::mark`.
const WORD: u8 = 1;
const PROPER: u8 = 2;
const VARIETIES: [(&str, u8); 3] = [("us", 4), ("gb", 8), ("ox", 16)];
const MISSPELLING: u8 = 32;
const CONFUSABLE: u8 = 64;
const PAIRED: u8 = 128;

#[derive(Default)]
struct Entry {
    marks: u8,
    rank: u8,
    tags: u32,
    class: u8,
    cue: u8,
    parts: u16,
    corrections: String,
}

/// Words under construction.
#[derive(Default)]
pub struct Vocabulary {
    entries: HashMap<String, Entry>,
    phrases: Vec<(String, PhraseKind, CaseRule, u32)>,
    variants: Vec<[String; 3]>,
    pairs: Vec<(String, String)>,
    ids: HashMap<String, u32>,
}

impl Vocabulary {
    /// Reads the word lists of `data`.
    pub fn read(data: &Path) -> Result<Self, String> {
        let mut vocabulary = Vocabulary::default();
        vocabulary.read_words(&data.join("lexicon/words.tsv"))?;
        vocabulary.read_proper(&data.join("lexicon/proper.tsv"))?;
        vocabulary.read_misspellings(&data.join("lexicon/misspellings.tsv"))?;
        vocabulary.read_parts(&data.join("lexicon/pos.tsv"))?;
        vocabulary.read_variants(&data.join("lexicon/variants.tsv"))?;
        vocabulary.read_pairs(&data.join("lexicon/same-in-file.tsv"))?;
        // The cues are the sure forms of `cues.tsv`.
        for (tag, name) in Tag::LISTED.into_iter().filter(|(tag, _)| *tag != Tag::Cue) {
            let text = crate::read_text(&data.join("tags").join(format!("{name}.txt")))?;
            for (_, row) in crate::rows(&text) {
                vocabulary.entry(row[0]).tags |= tag.bit();
            }
        }
        Ok(vocabulary)
    }

    /// Gives a word its class in the grammar of attributions; the first class given stays.
    pub fn set_class(&mut self, word: &str, class: u8, cue: u8) {
        let entry = self.entry(word);
        if cue != 0 && matches!(class, b'c' | b'g') {
            entry.tags |= Tag::Cue.bit();
        }
        if entry.class == 0 || entry.class == b'T' {
            entry.class = class;
            entry.cue = cue;
        }
    }

    fn entry(&mut self, word: &str) -> &mut Entry {
        let mut buffer = String::new();
        self.entries.entry(fold(word, &mut buffer).to_owned()).or_default()
    }

    fn read_words(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let [word, varieties, rank] = row[..] else { return Err(format!("{}:{line}: needs word, variety, rank", path.display())) };
            let rank = rank.parse().map_err(|_| format!("{}:{line}: rank is a number from 0 to 255", path.display()))?;
            let entry = self.entry(word);
            entry.marks |= WORD;
            entry.rank = entry.rank.max(rank);
            for (name, bit) in VARIETIES {
                if varieties == "-" || varieties.split(',').any(|variety| variety == name) {
                    entry.marks |= bit;
                }
            }
        }
        Ok(())
    }

    fn read_proper(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let [word, rank] = row[..] else { return Err(format!("{}:{line}: needs word, rank", path.display())) };
            let rank = rank.parse().map_err(|_| format!("{}:{line}: rank is a number from 0 to 255", path.display()))?;
            let entry = self.entry(word);
            entry.marks |= PROPER;
            entry.rank = entry.rank.max(rank);
        }
        Ok(())
    }

    fn read_variants(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let [us, gb, ox, ref note @ ..] = row[..] else { return Err(format!("{}:{line}: needs three spellings", path.display())) };
            // A note says that only one sense varies: no table knows which is meant.
            if note.is_empty() {
                for word in [us, gb, ox] {
                    self.entry(word);
                }
                self.variants.push([us.to_owned(), gb.to_owned(), ox.to_owned()]);
            }
        }
        Ok(())
    }

    fn read_pairs(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let [one, other, ..] = row[..] else { return Err(format!("{}:{line}: needs two spellings", path.display())) };
            if !one.contains(['-', ' ']) && !other.contains(['-', ' ']) {
                self.entry(one).marks |= PAIRED;
                self.entry(other).marks |= PAIRED;
                self.pairs.push((one.to_owned(), other.to_owned()));
            }
        }
        self.pairs.sort();
        Ok(())
    }

    fn read_parts(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let parts = row.get(1).and_then(|letters| Parts::read(letters));
            let parts = parts.ok_or_else(|| format!("{}:{line}: needs word, parts of speech", path.display()))?;
            self.entry(row[0]).parts = parts.0;
        }
        Ok(())
    }

    fn read_misspellings(&mut self, path: &Path) -> Result<(), String> {
        for (line, row) in crate::rows(&crate::read_text(path)?) {
            let [wrong, right, ..] = row[..] else { return Err(format!("{}:{line}: needs wrong, right", path.display())) };
            let entry = self.entry(wrong);
            if entry.marks & WORD != 0 {
                return Err(format!("{}:{line}: “{wrong}” is a word of words.tsv, it cannot be a misspelling", path.display()));
            }
            entry.marks |= MISSPELLING;
            right.clone_into(&mut entry.corrections);
        }
        Ok(())
    }

    /// Puts a word on a closed list.
    pub fn add_tag(&mut self, word: &str, tag: Tag) {
        self.entry(word).tags |= tag.bit();
    }

    /// Adds a word that rules ask about and that no list need hold.
    pub fn add_word(&mut self, word: &str) {
        self.entry(word);
    }

    /// Adds a word that is mistaken for another.
    pub fn add_confusable(&mut self, word: &str) {
        self.entry(word).marks |= CONFUSABLE;
    }

    /// The number of a word, once the tables are written.
    pub fn id(&self, word: &str) -> u32 {
        let mut buffer = String::new();
        self.ids[fold(word, &mut buffer)]
    }

    /// Adds a phrase to be found in stories.
    pub fn add_phrase(&mut self, text: &str, kind: PhraseKind, case: CaseRule, payload: u32) -> Result<(), String> {
        let mut words = Vec::new();
        PhraseRecord::new(
            text,
            (kind, case, payload),
            |word| {
                words.push(word.to_owned());
                WordId(1)
            },
            |_| 0,
        )
        .ok_or_else(|| format!("“{text}” is no phrase: it needs 1 to 32 words"))?;
        for word in words {
            self.entry(&word);
        }
        self.phrases.push((text.to_owned(), kind, case, payload));
        Ok(())
    }

    fn rank(&self, word: &str) -> u8 {
        let mut buffer = String::new();
        self.entries.get(fold(word, &mut buffer)).map_or(0, |entry| entry.rank)
    }

    /// Writes the tables to `out`; gives the Rust source that includes them.
    pub fn write(&mut self, out: &Path) -> Result<String, String> {
        // The words that rules ask about come first, so that what is known of them alone fits short tables; then the most
        // frequent, so that the words of ordinary copy lie close together.
        let mut anchors = std::collections::HashSet::new();
        for (text, kind, case, payload) in &self.phrases {
            let mut words = Vec::new();
            let record = PhraseRecord::new(
                text,
                (*kind, *case, *payload),
                |word| {
                    words.push(word.to_owned());
                    WordId(1)
                },
                |word| self.rank(word),
            );
            let mut buffer = String::new();
            anchors.insert(fold(&words[record.expect("checked when it was added").anchor], &mut buffer).to_owned());
        }
        let is_special = |word: &str, entry: &Entry| {
            entry.tags != 0 || entry.class != 0 || entry.marks & (MISSPELLING | CONFUSABLE) != 0 || anchors.contains(word)
        };
        let mut order: Vec<(&String, &Entry)> = self.entries.iter().collect();
        order.sort_by_key(|(word, entry)| (!is_special(word, entry), u8::MAX - entry.rank, *word));
        let special = order.iter().take_while(|(word, entry)| is_special(word, entry)).count();
        let ids: HashMap<&str, WordId> = order.iter().enumerate().map(|(at, (word, _))| (word.as_str(), WordId(at as u32 + 1))).collect();

        let text: String = order.iter().map(|(word, _)| word.as_str()).collect();
        // Number 0 is the unknown word: it has an empty stretch of its own.
        let mut starts = vec![0, 0];
        starts.extend(order.iter().scan(0, |end, (word, _)| {
            *end += word.len() as u32;
            Some(*end)
        }));
        let marks: Vec<u8> = std::iter::once(0).chain(order.iter().map(|(_, entry)| entry.marks)).collect();
        let parts: Vec<u8> = [0, 0].into_iter().chain(order.iter().flat_map(|(_, entry)| entry.parts.to_le_bytes())).collect();
        let near = crate::near::table(order.iter().map(|(word, entry)| (word.as_str(), entry.rank, entry.marks & WORD != 0)));
        let ranks: Vec<u8> = std::iter::once(0).chain(order.iter().map(|(_, entry)| entry.rank)).collect();
        let by_anchor = self.phrases_by_anchor(special, &ids);
        let tags = tags(&order[..special], &by_anchor);
        let classes: Vec<u8> = std::iter::once(0).chain(order[..special].iter().map(|(_, entry)| entry.class)).collect();
        let cues: Vec<u8> = std::iter::once(0).chain(order[..special].iter().map(|(_, entry)| entry.cue)).collect();
        let corrections: String = order[..special].iter().map(|(_, entry)| entry.corrections.as_str()).collect();
        let mut correction_starts = vec![0, 0];
        correction_starts.extend(order[..special].iter().scan(0, |end, (_, entry)| {
            *end += entry.corrections.len() as u32;
            Some(*end)
        }));
        let (phrase_starts, phrases) = crate::phrases::table(&by_anchor);

        let save = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).map_err(|error| format!("{name}: {error}"));
        let (frequent, all) = slots(&order, &ids);
        save("frequent_slots.bin", &frequent)?;
        save("word_slots.bin", &all)?;
        save("word_starts.bin", &to_bytes(&starts))?;
        save("word_text.txt", text.as_bytes())?;
        save("word_marks.bin", &marks)?;
        save("word_ranks.bin", &ranks)?;
        save("word_parts.bin", &parts)?;
        save("near_words.bin", &to_bytes(&near))?;
        save("word_tags.bin", &to_bytes(&tags))?;
        save("word_classes.bin", &classes)?;
        save("word_cues.bin", &cues)?;
        save("correction_starts.bin", &to_bytes(&correction_starts))?;
        save("corrections.txt", corrections.as_bytes())?;
        save("phrase_starts.bin", &to_bytes(&phrase_starts))?;
        save("phrases.bin", &to_bytes(&phrases))?;
        let number = |word: &str| {
            let mut buffer = String::new();
            ids[fold(word, &mut buffer)].0
        };
        let mut variants: Vec<[u32; 4]> = Vec::new();
        for row in &self.variants {
            let [us, gb, ox] = row.each_ref().map(|word| number(word));
            for form in [us, gb, ox] {
                variants.push([form, us, gb, ox]);
            }
        }
        variants.sort_unstable();
        variants.dedup_by_key(|row| row[0]);
        save("variants.bin", &to_bytes(variants.as_flattened()))?;
        let mut both_ways: Vec<(&str, &str)> =
            self.pairs.iter().flat_map(|(one, other)| [(&**one, &**other), (&**other, &**one)]).collect();
        both_ways.sort_unstable();
        both_ways.dedup();
        let pairs = format!("pub(super) static PAIRS: &[(&str, &str)] = &{both_ways:?};\n");
        self.ids = ids.into_iter().map(|(word, id)| (word.to_owned(), id.0)).collect();
        Ok(rust() + &pairs)
    }

    fn phrases_by_anchor(&self, special: usize, ids: &HashMap<&str, WordId>) -> Vec<Vec<PhraseRecord>> {
        let mut by_anchor: Vec<Vec<PhraseRecord>> = vec![Vec::new(); special + 1];
        for (text, kind, case, payload) in &self.phrases {
            let id = |word: &str| {
                let mut buffer = String::new();
                ids[fold(word, &mut buffer)]
            };
            let record = PhraseRecord::new(text, (*kind, *case, *payload), id, |word| self.rank(word)).expect("checked when it was added");
            by_anchor[record.words[record.anchor].0 as usize].push(record);
        }
        by_anchor
    }
}

/// What rules start from, for each word of a list, the unknown word first.
fn tags(special: &[(&String, &Entry)], by_anchor: &[Vec<PhraseRecord>]) -> Vec<u32> {
    let mut confused = 0;
    let mut all = vec![0];
    for ((_, entry), phrases) in special.iter().zip(&by_anchor[1..]) {
        let mut bits = phrases.iter().fold(WordBits(entry.tags), |bits, phrase| bits.with_phrase(phrase.beside()));
        if entry.marks & CONFUSABLE != 0 {
            confused += 1;
            bits = bits.with_confused(confused);
        }
        all.push(bits.0);
    }
    all
}

/// How many pairs of slots there are for frequent words: nearly all of the first 8192 find room, and the others are the next.
const FREQUENT: usize = 8192;

/// The slots of the most frequent words and those of all.
fn slots(order: &[(&String, &Entry)], ids: &HashMap<&str, WordId>) -> (Vec<u8>, Vec<u8>) {
    let mut words: Vec<(&str, u8)> = order.iter().map(|(word, entry)| (word.as_str(), entry.rank)).collect();
    // Frequent words come first and so sit in the slot that is tried first.
    words.sort_by_key(|(word, rank)| (u8::MAX - rank, ids[word].0));
    let words: Vec<(&str, WordId)> = words.into_iter().map(|(word, _)| (word, ids[word])).collect();
    let room = |count: usize| (count * 4 / 3).next_power_of_two();
    (fill_pairs(&words, FREQUENT), fill_slots(&words, room(words.len())))
}

/// Pairs of slots: in each the first two of its words.
fn fill_pairs(words: &[(&str, WordId)], count: usize) -> Vec<u8> {
    let mut pairs = vec![[0_u64; 2]; count];
    for (word, id) in words {
        let hash = word_hash(word);
        if let Some(slot) = pairs[hash as usize & (count - 1)].iter_mut().find(|slot| **slot == 0) {
            *slot = slot_of(*id, hash);
        }
    }
    pairs.as_flattened().iter().flat_map(|slot| slot.to_le_bytes()).collect()
}

/// Open addressing.
pub fn fill_slots(words: &[(&str, WordId)], capacity: usize) -> Vec<u8> {
    let mut slots = vec![0_u64; capacity];
    let mut hashes = std::collections::HashSet::new();
    for (word, id) in words {
        let hash = word_hash(word);
        assert!(hashes.insert(hash), "“{word}” has the hash of another word: the table tells words by their hashes");
        let mut slot = hash as usize & (capacity - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (capacity - 1);
        }
        slots[slot] = slot_of(*id, hash);
    }
    slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
}

fn to_bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn rust() -> String {
    let mut source = String::new();
    let numbers = |name: &str, file: &str| {
        format!("pub(super) static {name}: Numbers = Numbers(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\")));\n")
    };
    source.push_str("pub(super) static WORDS: Table = Table {\n");
    for (field, kind, file) in [("frequent", "Pairs", "frequent_slots.bin"), ("slots", "Slots", "word_slots.bin")] {
        let _ = writeln!(source, "    {field}: {kind}(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),");
    }
    source.push_str("    starts: Numbers(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/word_starts.bin\"))),\n");
    source.push_str("    text: include_str!(concat!(env!(\"OUT_DIR\"), \"/word_text.txt\")),\n};\n");
    for name in ["MARKS", "RANKS", "CLASSES", "CUES", "PARTS"] {
        let file = format!("word_{}.bin", name.to_lowercase());
        let _ = writeln!(source, "pub(super) static {name}: &[u8] = include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"));");
    }
    source.push_str(&numbers("NEAR", "near_words.bin"));
    source.push_str(&numbers("VARIANTS", "variants.bin"));
    source.push_str(&numbers("TAGS", "word_tags.bin"));
    source.push_str(&numbers("CORRECTION_STARTS", "correction_starts.bin"));
    source.push_str(&numbers("PHRASE_STARTS", "phrase_starts.bin"));
    source.push_str(&numbers("PHRASES", "phrases.bin"));
    source.push_str("static CORRECTIONS: &str = include_str!(concat!(env!(\"OUT_DIR\"), \"/corrections.txt\"));\n");
    source.push_str(
        "pub(super) fn correction(word: WordId) -> &'static str { super::names::slice_between(CORRECTION_STARTS, CORRECTIONS, word) }\n",
    );
    source
}
