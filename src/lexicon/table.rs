//! A read-only table from words to numbers, made once by `build.rs` and read in place.
//!
//! Open addressing with linear probing. It lies in the binary as plain bytes: nothing is built at start-up. What a look-up
//! costs is waiting for memory, so it touches little: the words of ordinary copy lie in slots of their own, few enough to stay
//! close to the processor, and a slot tells its word by the hash alone.

/// A word of the lexicon; 0 is a word it does not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub u32);

impl WordId {
    /// The word that the lexicon does not know.
    pub const UNKNOWN: WordId = WordId(0);

    /// Whether the lexicon knows it.
    #[inline]
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
}

/// A word made comparable: lower case, straight apostrophe. `buffer` holds it when it had to be changed.
pub fn fold<'a>(word: &'a str, buffer: &'a mut String) -> &'a str {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'\'' | b'.' | b'0'..=b'9')) {
        return word;
    }
    buffer.clear();
    for letter in word.chars() {
        match letter {
            '’' => buffer.push('\''),
            letter if letter.is_ascii() => buffer.push(letter.to_ascii_lowercase()),
            other => buffer.extend(other.to_lowercase()),
        }
    }
    buffer
}

/// A title made comparable: lower case, no points, hyphens as spaces: `Lt. Col.` is `lt col`.
pub fn fold_title(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    fold_title_into(title, &mut folded);
    folded
}

/// The same at the end of a buffer of the caller's. Whether every letter is as far from the start as it was.
pub fn fold_title_into(title: &str, folded: &mut String) -> bool {
    let from = folded.len();
    // Most titles are letters and spaces.
    if title.bytes().all(|byte| byte.is_ascii() && !matches!(byte, b'.' | b'-')) {
        folded.push_str(title);
        folded[from..].make_ascii_lowercase();
        return true;
    }
    if title.is_ascii() {
        let bytes = title.bytes().filter(|byte| *byte != b'.');
        folded.extend(bytes.map(|byte| if byte == b'-' { ' ' } else { byte.to_ascii_lowercase() as char }));
        return folded.len() - from == title.len();
    }
    for letter in title.chars().filter(|letter| *letter != '.') {
        match letter {
            '’' => folded.push('\''),
            '-' | '\u{A0}' => folded.push(' '),
            other => folded.extend(other.to_lowercase()),
        }
    }
    false
}

/// Bits of a slot that hold the number of a word. The others hold bits of its hash: with the place of the slot they tell its word
/// from others so surely that its letters are not compared. One unknown word in 10^12 would be taken for a known one.
const NUMBER_BITS: u32 = 20;

/// What a slot holds: a word's number, and above it bits of its hash.
pub fn slot_of(word: WordId, hash: u64) -> u64 {
    assert!(word.0 < 1 << NUMBER_BITS, "the table has room for a million words");
    // The low bits of the hash choose the slot: the high ones tell its words apart.
    u64::from(word.0) | hash >> NUMBER_BITS << NUMBER_BITS
}

/// Slots lying in the binary: a power of two of eight bytes each, as [`slot_of`] writes them, 0 where one is empty.
#[derive(Clone, Copy)]
pub struct Slots(pub &'static [u8]);

impl Slots {
    /// The number that is held for a hash; that of the unknown word if there is none.
    pub fn find(self, hash: u64) -> WordId {
        self.find_from(self.first(hash), hash)
    }

    /// What the slot holds that is to be tried first for a hash.
    fn first(self, hash: u64) -> u64 {
        slot_at(self.0, hash as usize & self.mask())
    }

    /// The number for a hash when what is held in the slot to be tried first is known.
    fn find_from(self, first: u64, hash: u64) -> WordId {
        let mut held = first;
        let mut slot = hash as usize & self.mask();
        while held != 0 && !is_slot_of(held, hash) {
            slot = (slot + 1) & self.mask();
            held = slot_at(self.0, slot);
        }
        number_in(held)
    }

    fn mask(self) -> usize {
        self.0.len() / 8 - 1
    }
}

/// The same in pairs: a word is in one of the two slots of its pair or not held at all, so that to find it takes no branch.
#[derive(Clone, Copy)]
pub struct Pairs(pub &'static [u8]);

impl Pairs {
    /// The number that is held for a hash; that of the unknown word if there is none.
    #[inline]
    pub fn find(self, hash: u64) -> WordId {
        let pair = hash as usize & (self.0.len() / 16 - 1);
        let (one, other) = (slot_at(self.0, pair * 2), slot_at(self.0, pair * 2 + 1));
        let second = if is_slot_of(other, hash) { other } else { 0 };
        number_in(if is_slot_of(one, hash) { one } else { second })
    }
}

#[inline]
fn slot_at(slots: &[u8], slot: usize) -> u64 {
    u64::from_le_bytes(slots[slot * 8..slot * 8 + 8].try_into().expect("eight bytes"))
}

#[inline]
fn is_slot_of(held: u64, hash: u64) -> bool {
    (held ^ hash) >> NUMBER_BITS == 0
}

#[inline]
fn number_in(held: u64) -> WordId {
    WordId((held & ((1 << NUMBER_BITS) - 1)) as u32)
}

/// What a look-up of many words needs room for. Kept by the caller.
#[derive(Default)]
pub struct Rare {
    /// The words that are not frequent, by their place.
    words: Vec<u32>,
    /// What the slot of each holds that is to be tried first.
    held: Vec<u64>,
}

/// Little-endian numbers lying in the binary.
#[derive(Clone, Copy)]
pub struct Numbers(pub &'static [u8]);

impl Numbers {
    /// The number at `index`.
    pub fn get(self, index: usize) -> u32 {
        let at = index * 4;
        u32::from_le_bytes(self.0[at..at + 4].try_into().expect("four bytes"))
    }

    /// All of them, as bytes.
    pub fn all(self) -> &'static [[u8; 4]] {
        self.0.as_chunks().0
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.len() / 4
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// The words: slots map hashes to numbers, `starts` and `text` hold the folded words by number.
#[derive(Clone, Copy)]
pub struct Table {
    /// The most frequent words, which are four in five of a story's.
    pub frequent: Pairs,
    /// All words.
    pub slots: Slots,
    /// Where each word starts in `text`; one more entry than words, and an entry for the unknown word.
    pub starts: Numbers,
    /// All folded words, one after another.
    pub text: &'static str,
}

impl Table {
    /// The number of the word whose folded letters have this hash.
    pub fn find(&self, hash: u64) -> WordId {
        let found = self.frequent.find(hash);
        if found.is_known() { found } else { self.slots.find(hash) }
    }

    /// The numbers of words by the hashes of their folded letters, 0 standing for none. `found` is told each by its place in
    /// `hashes`. The processor waits for the memory of many words at a time: nothing hangs on what is read until all is on its way.
    pub fn find_all(&self, hashes: &[u64], rare: &mut Rare, mut found: impl FnMut(usize, WordId)) {
        rare.words.resize(hashes.len() + 1, 0);
        let mut count = 0;
        for (at, &hash) in hashes.iter().enumerate() {
            let word = self.frequent.find(hash);
            found(at, word);
            rare.words[count] = at as u32;
            count += usize::from(!word.is_known()) & usize::from(hash != 0);
        }
        rare.words.truncate(count);
        rare.held.clear();
        rare.held.extend(rare.words.iter().map(|&at| self.slots.first(hashes[at as usize])));
        for (&at, &held) in rare.words.iter().zip(&rare.held) {
            found(at as usize, self.slots.find_from(held, hashes[at as usize]));
        }
    }

    /// The folded word with this number.
    pub fn word(&self, word: WordId) -> &'static str {
        let index = word.0 as usize;
        &self.text[self.starts.get(index) as usize..self.starts.get(index + 1) as usize]
    }

    /// How many words there are, the unknown one not counted.
    pub fn len(&self) -> usize {
        self.starts.len() - 2
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
