//! The words and sentences of a story, each looked up once.

use std::ops::Range;

use crate::document::Document;
use crate::lexicon::{Lexicon, Tag, WordId, mark};
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
    /// The closed lists that hold it: bits of [`Tag`].
    pub tags: u32,
    /// The block it stands in.
    pub block: u32,
    /// Whether it stands first in its sentence or in a quotation, so that its capital says nothing.
    pub starts_sentence: bool,
}

impl Word {
    /// Whether a closed list holds it.
    pub fn is(&self, tag: Tag) -> bool {
        self.tags & tag.bit() != 0
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

pub(super) struct Read {
    pub words: Vec<Word>,
    pub sentences: Vec<Sentence>,
    pub words_of_block: Vec<Range<u32>>,
    pub sentences_of_block: Vec<Range<u32>>,
    /// Words of a closed list.
    pub tagged: Vec<u32>,
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
        words_of_block: Vec::with_capacity(document.blocks.len()),
        sentences_of_block: Vec::with_capacity(document.blocks.len()),
        tagged: Vec::with_capacity(copy.len() / 12),
        marked: Vec::new(),
        confused: Vec::with_capacity(copy.len() / 24),
        anchors: Vec::with_capacity(copy.len() / 24),
        numbers: Vec::new(),
        unknown: Vec::new(),
        repeated: Vec::new(),
        possessives: Vec::new(),
        capitals: Vec::with_capacity(copy.len() / 24),
    };
    let mut unread = Unread::default();
    for (block_index, block) in document.blocks.iter().enumerate() {
        let (first_word, first_sentence) = (read.words.len() as u32, read.sentences.len() as u32);
        if block.role.is_copy() {
            push_words(copy, block_index, block.span, &mut read, &mut unread);
            look_up(copy, lexicon, &mut read.words[first_word as usize..], &mut unread);
            list(lexicon, first_word, &mut read);
            push_sentences(copy, block_index, block.span, first_word, &mut read);
        }
        read.words_of_block.push(first_word..read.words.len() as u32);
        read.sentences_of_block.push(first_sentence..read.sentences.len() as u32);
    }
    read
}

/// What is still to be done with the words of a block. Kept from block to block for its room.
#[derive(Default)]
struct Unread {
    /// The hash of each word that needs no closer look, 0 for any other.
    hashes: Vec<u64>,
    /// The words that do, as indices.
    odd: Vec<u32>,
    /// The words that are not frequent.
    rare: Vec<(usize, u64)>,
}

/// The words of a block, not yet looked up.
fn push_words(copy: &str, block: usize, span: Span, read: &mut Read, unread: &mut Unread) {
    unread.hashes.clear();
    unread.odd.clear();
    for Token { span, kind, case, hash } in tokens(copy, span) {
        if hash.is_none() && kind == TokenKind::Word {
            unread.odd.push(unread.hashes.len() as u32);
        }
        unread.hashes.push(hash.unwrap_or(0));
        read.words.push(Word {
            span,
            id: WordId::UNKNOWN,
            kind,
            case,
            possessive: 0,
            marks: 0,
            tags: 0,
            block: block as u32,
            starts_sentence: false,
        });
    }
}

/// Gives words their numbers. A pass of its own that does little else: the processor waits for the memory of many words at a time.
fn look_up(copy: &str, lexicon: &Lexicon, words: &mut [Word], unread: &mut Unread) {
    lexicon.find_all(&unread.hashes, &mut unread.rare, |at, id| words[at].id = id);
    let mut buffer = String::new();
    let mut read = |word: &mut Word| (word.id, word.possessive) = look_up_written(word.span.of(copy), lexicon, &mut buffer);
    for at in &unread.odd {
        read(&mut words[*at as usize]);
    }
    if lexicon.has_overlay() {
        words.iter_mut().filter(|word| word.kind == TokenKind::Word && !word.id.is_known()).for_each(read);
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

/// Notes what is known of the words from `first` on, and lists those that rules start from.
fn list(lexicon: &Lexicon, first: u32, read: &mut Read) {
    let Read { words, tagged, marked, confused, anchors, numbers, unknown, capitals, repeated, possessives, .. } = read;
    let words = &mut words[first as usize..];
    let mut before = WordId::UNKNOWN;
    for at in 0..words.len() {
        let index = first + at as u32;
        let after = words.get(at + 1).map_or(WordId::UNKNOWN, |word| word.id);
        let word = &mut words[at];
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
            let bits = lexicon.bits(id);
            (word.marks, word.tags) = (lexicon.marks(id), bits.tags());
            if word.tags != 0 {
                tagged.push(index);
            }
            if word.marks & mark::CONFUSABLE != 0 {
                confused.push(index);
            }
            if word.marks & (mark::MISSPELLING | mark::PAIRED) != 0 || mark::varies(word.marks) {
                marked.push(index);
            }
            if bits.may_anchor(before, after) || lexicon.has_own_phrases(id) {
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

fn push_sentences(copy: &str, block: usize, span: Span, first_word: u32, read: &mut Read) {
    let mut start = span.start;
    let mut word = first_word;
    let end = read.words.len() as u32;
    for boundary in sentence_ends(copy, span) {
        let sentence = Span { start, end: boundary.end.max(start) };
        let words = word..word + read.words[word as usize..end as usize].partition_point(|word| word.span.start < sentence.end) as u32;
        word = words.end;
        start = boundary.next;
        if !words.is_empty() {
            read.words[words.start as usize].starts_sentence = true;
            read.sentences.push(Sentence { span: sentence, words, block: block as u32 });
        }
    }
}
