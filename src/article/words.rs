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
    /// Words of which the lexicon knows that something may be wrong with them.
    pub marked: Vec<u32>,
    /// Words from which a phrase may be found.
    pub anchors: Vec<u32>,
    /// What starts with a digit.
    pub numbers: Vec<u32>,
    /// Words that no list holds.
    pub unknown: Vec<u32>,
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
        marked: Vec::with_capacity(copy.len() / 24),
        anchors: Vec::with_capacity(copy.len() / 24),
        numbers: Vec::new(),
        unknown: Vec::new(),
        capitals: Vec::with_capacity(copy.len() / 24),
    };
    let mut buffer = String::new();
    for (block_index, block) in document.blocks.iter().enumerate() {
        let (first_word, first_sentence) = (read.words.len() as u32, read.sentences.len() as u32);
        if block.role.is_copy() {
            for token in tokens(copy, block.span) {
                let (id, possessive) =
                    if token.kind == TokenKind::Word { look_up(copy, &token, lexicon, &mut buffer) } else { (WordId::UNKNOWN, 0) };
                let index = read.words.len() as u32;
                let marks = lexicon.marks(id);
                let (tags, has_phrases) = lexicon.tags_and_phrases(id);
                let (span, kind, case) = (token.span, token.kind, token.case);
                read.words.push(Word { span, id, kind, case, possessive, marks, tags, block: block_index as u32, starts_sentence: false });
                if token.kind == TokenKind::Number {
                    read.numbers.push(index);
                }
                if case != Case::Lower {
                    read.capitals.push(index);
                }
                if !id.is_known() {
                    if token.kind == TokenKind::Word {
                        read.unknown.push(index);
                    }
                    continue;
                }
                if tags != 0 {
                    read.tagged.push(index);
                }
                if marks & (mark::CONFUSABLE | mark::MISSPELLING | mark::PAIRED) != 0 || mark::varies(marks) {
                    read.marked.push(index);
                }
                if has_phrases {
                    read.anchors.push(index);
                }
            }
            push_sentences(copy, block_index, block.span, first_word, &mut read);
        }
        read.words_of_block.push(first_word..read.words.len() as u32);
        read.sentences_of_block.push(first_sentence..read.sentences.len() as u32);
    }
    read
}

/// The number of a word, and the length of the possessive ending that had to go to find it.
fn look_up(copy: &str, token: &Token, lexicon: &Lexicon, buffer: &mut String) -> (WordId, u8) {
    let word = token.span.of(copy);
    if token.is_plain {
        return (lexicon.find_folded(word), 0);
    }
    let found = lexicon.find_with(word, buffer);
    if found.is_known() {
        return (found, 0);
    }
    for ending in ["’s", "'s", "’S", "'S"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return (lexicon.find_with(stem, buffer), ending.len() as u8);
        }
    }
    (found, 0)
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
