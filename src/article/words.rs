//! The words and sentences of a story, each looked up once.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Lexicon, Rare, Tag, WordBits, WordId, mark};
use crate::text::{Case, Span, Token, TokenKind, sentence_ends, tokens};

/// One word, number or address of the story.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Its number in the lexicon; that of `Russia` for `Russia’s`.
    pub id: WordId,
    /// Word, number or link.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Length in bytes of a possessive ending that was left out to find it: 0, 2 or 4.
    pub possessive: u8,
    /// What kind of entry of the lexicon it is: bits of [`mark`]. Rules that pass over all words ask here.
    pub marks: u8,
    /// What rules start from, the closed lists that hold it among them.
    pub bits: WordBits,
    /// The block it stands in.
    pub block: u32,
}

// A story's words are passed over again and again.
const _: () = assert!(size_of::<Word>() == 24, "a word is kept small");

impl Word {
    /// Whether a closed list holds it.
    pub fn is(&self, tag: Tag) -> bool {
        self.bits.0 & tag.bit() != 0
    }

    /// The closed lists that hold it: bits of [`Tag`].
    pub fn tags(&self) -> u32 {
        self.bits.tags()
    }

    /// Where it stands, a possessive ending left out.
    pub fn stem_span(&self) -> Span {
        Span { start: self.span.start, end: self.span.end - u32::from(self.possessive) }
    }

    /// Whether it is a word rather than a number or a link.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether it starts with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.case != Case::Lower
    }
}

/// One sentence of a block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first to its last byte, closing marks included.
    pub span: Span,
    /// Its words, as indices.
    pub words: Range<u32>,
    /// The block it stands in.
    pub block: u32,
}

/// What the words of a story are, taken together: a rule that needs a word of some kind asks here whether there is one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// The closed lists that hold any of them: bits of [`Tag`].
    pub tags: u32,
    /// What kinds of entry of the lexicon they are: bits of [`mark`].
    pub marks: u8,
}

pub(super) struct Read {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    pub starts: Starts,
    pub words_of_block: Vec<Range<u32>>,
    pub sentences_of_block: Vec<Range<u32>>,
    /// Words of a closed list of which rules start from the words.
    pub tagged: Vec<u32>,
    /// What all words together are.
    pub held: Held,
    /// Words of which the lexicon knows that they are misspelled, or spelled otherwise elsewhere.
    pub marked: Vec<u32>,
    /// Words that are mistaken for others.
    pub confused: Vec<u32>,
    /// Words from which a phrase may be found.
    pub anchors: Vec<u32>,
    /// What starts with a digit.
    pub numbers: Vec<u32>,
    /// Words that no list holds.
    pub unknown: Vec<u32>,
    /// Words that repeat the one before them, or are as unknown.
    pub repeated: Vec<u32>,
    /// Words with a possessive ending.
    pub possessives: Vec<u32>,
    /// Words with a capital.
    pub capitals: Vec<u32>,
}

pub(super) fn read(document: &Document, lexicon: &Lexicon) -> Read {
    let copy: &str = &document.copy;
    let mut read = Read {
        words: Vec::with_capacity(copy.len() / 6),
        sentences: Vec::with_capacity(copy.len() / 120),
        starts: Starts::default(),
        words_of_block: Vec::with_capacity(document.blocks.len()),
        sentences_of_block: Vec::with_capacity(document.blocks.len()),
        tagged: Vec::with_capacity(copy.len() / 48),
        held: Held::default(),
        marked: Vec::new(),
        confused: Vec::with_capacity(copy.len() / 24),
        anchors: Vec::with_capacity(copy.len() / 24),
        numbers: Vec::new(),
        unknown: Vec::new(),
        repeated: Vec::new(),
        possessives: Vec::new(),
        capitals: Vec::with_capacity(copy.len() / 24),
    };
    let mut unread = Unread { hashes: Vec::with_capacity(copy.len() / 6), odd: Vec::with_capacity(copy.len() / 96) };
    for (at, block) in document.blocks.iter().enumerate() {
        let first = read.words.len() as u32;
        if block.role.is_copy() {
            push_words(copy, at, block.span, &mut read.words, &mut unread);
        }
        read.words_of_block.push(first..read.words.len() as u32);
    }
    look_up(copy, lexicon, &mut read.words, &unread);
    read.starts = Starts::of(read.words.len());
    for (at, block) in document.blocks.iter().enumerate() {
        let first = read.sentences.len() as u32;
        if block.role.is_copy() {
            let words = read.words_of_block[at].clone();
            list(lexicon, words.clone(), &mut read);
            push_sentences(copy, at, block.span, words, &mut read);
        }
        read.sentences_of_block.push(first..read.sentences.len() as u32);
    }
    read.held.tags = WordBits(read.held.tags).tags();
    read
}

/// The words that stand first in their sentence or in a quotation: a bit for each word.
#[derive(Default)]
pub(super) struct Starts(Vec<u64>);

impl Starts {
    fn of(words: usize) -> Self {
        Self(vec![0; words.div_ceil(64)])
    }

    /// Adds a word.
    pub fn add(&mut self, word: usize) {
        self.0[word / 64] |= 1 << (word % 64);
    }

    /// Whether a word is one.
    pub fn has(&self, word: usize) -> bool {
        self.0[word / 64] >> (word % 64) & 1 != 0
    }
}

/// What is still to be done with the words of a story.
struct Unread {
    /// The hash of each word that needs no closer look, 0 for any other.
    hashes: Vec<u64>,
    /// The words that do, as indices.
    odd: Vec<u32>,
}

/// The words of a block, not yet looked up.
fn push_words(copy: &str, block: usize, span: Span, words: &mut Vec<Word>, unread: &mut Unread) {
    for Token { span, kind, case, hash } in tokens(copy, span) {
        if hash == 0 && kind == TokenKind::Word {
            unread.odd.push(unread.hashes.len() as u32);
        }
        unread.hashes.push(hash);
        words.push(Word { span, id: WordId::UNKNOWN, kind, case, possessive: 0, marks: 0, bits: WordBits::default(), block: block as u32 });
    }
}

/// Gives words their numbers, and notes what is known of them. Passes of their own that do little else: the processor waits for the
/// memory of many words at a time.
fn look_up(copy: &str, lexicon: &Lexicon, words: &mut [Word], unread: &Unread) {
    lexicon.find_all(&unread.hashes, &mut Rare::default(), |at, id| words[at].id = id);
    let mut buffer = String::new();
    let mut read = |word: &mut Word| (word.id, word.possessive) = look_up_written(word.span.of(copy), lexicon, &mut buffer);
    for at in &unread.odd {
        read(&mut words[*at as usize]);
    }
    if lexicon.has_overlay() {
        words.iter_mut().filter(|word| word.kind == TokenKind::Word && !word.id.is_known()).for_each(read);
    }
    for word in words {
        (word.marks, word.bits) = (lexicon.marks(word.id), lexicon.bits(word.id));
    }
}

/// The number of a word as written, and the length of the possessive ending that had to go to find it.
fn look_up_written(word: &str, lexicon: &Lexicon, buffer: &mut String) -> (WordId, u8) {
    let found = lexicon.find_with(word, buffer);
    if found.is_known() || !word.ends_with(['s', 'S']) {
        return (found, 0);
    }
    for ending in ["’s", "'s", "’S", "'S"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return (lexicon.find_with(stem, buffer), ending.len() as u8);
        }
    }
    (found, 0)
}

/// Lists the words of a block that rules start from.
fn list(lexicon: &Lexicon, block: Range<u32>, read: &mut Read) {
    let Read { words, tagged, held, marked, confused, anchors, numbers, unknown, capitals, repeated, possessives, .. } = read;
    let words = &words[block.start as usize..block.end as usize];
    let mut before = WordId::UNKNOWN;
    for (at, word) in words.iter().enumerate() {
        let index = block.start + at as u32;
        if word.case != Case::Lower {
            capitals.push(index);
        }
        let id = word.id;
        if id == before && at > 0 {
            repeated.push(index);
        }
        if word.possessive > 0 {
            possessives.push(index);
        }
        if id.is_known() {
            held.tags |= word.bits.0;
            held.marks |= word.marks;
            if word.bits.0 & Tag::KEPT != 0 {
                tagged.push(index);
            }
            if word.marks & mark::CONFUSABLE != 0 {
                confused.push(index);
            }
            if word.marks & (mark::MISSPELLING | mark::PAIRED) != 0 || mark::varies(word.marks) {
                marked.push(index);
            }
            let after = || words.get(at + 1).map_or(WordId::UNKNOWN, |word| word.id);
            if word.bits.may_anchor(before, after) || lexicon.has_own_phrases(id) {
                anchors.push(index);
            }
        } else if word.kind == TokenKind::Word {
            unknown.push(index);
        } else if word.kind == TokenKind::Number {
            numbers.push(index);
        }
        before = id;
    }
}

fn push_sentences(copy: &str, block: usize, span: Span, Range { start: mut word, end }: Range<u32>, read: &mut Read) {
    let mut start = span.start;
    for boundary in sentence_ends(copy, span) {
        let sentence = Span { start, end: boundary.end.max(start) };
        let words = word..word + read.words[word as usize..end as usize].partition_point(|word| word.span.start < sentence.end) as u32;
        word = words.end;
        start = boundary.next;
        if !words.is_empty() {
            read.starts.add(words.start as usize);
            read.sentences.push(Sentence { span: sentence, words, block: block as u32 });
        }
    }
}
