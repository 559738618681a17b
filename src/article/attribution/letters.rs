//! A paragraph as the grammar of attributions reads it: one letter for each word, quotation and mark.

use std::ops::Range;

use crate::article::{Article, Sentence, Word};
use crate::document::Role;
use crate::lexicon::{PhraseHit, PhraseKind};
use crate::text::{Span, TokenKind};

/// The letters of a paragraph and where each stands in the copy.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    /// The classes, as `grammar/attribution.pest` explains them.
    pub letters: &'a [u8],
    /// What each letter stands for.
    pub spans: &'a [Span],
    /// The letters that are quotations, with the index of each in the story's list.
    pub quotations: &'a [(usize, usize)],
    /// The letters of quotations that end in no mark of their own: “quiet” talks.
    pub embedded: &'a [usize],
}

impl Line<'_> {
    /// The copy of a range of letters.
    pub fn span(&self, letters: &Range<usize>) -> Span {
        self.spans[letters.start].join(self.spans[letters.end - 1])
    }

    pub fn letter(&self, at: usize) -> u8 {
        self.letters.get(at).copied().unwrap_or(b'.')
    }
}

/// The lines of all paragraphs that were read, one after another: a story needs few allocations for them.
pub(super) struct Lines {
    letters: Vec<u8>,
    spans: Vec<Span>,
    quotations: Vec<(usize, usize)>,
    embedded: Vec<usize>,
}

/// Where one line stands among all.
#[derive(Clone)]
pub(super) struct Extent {
    letters: Range<usize>,
    quotations: Range<usize>,
    embedded: Range<usize>,
}

impl Lines {
    /// With room for so many words and so many quotations.
    pub fn with_room(words: usize, quotations: usize) -> Self {
        Self {
            letters: Vec::with_capacity(words),
            spans: Vec::with_capacity(words),
            quotations: Vec::with_capacity(quotations),
            embedded: Vec::new(),
        }
    }

    pub fn line(&self, extent: &Extent) -> Line<'_> {
        Line {
            letters: &self.letters[extent.letters.clone()],
            spans: &self.spans[extent.letters.clone()],
            quotations: &self.quotations[extent.quotations.clone()],
            embedded: &self.embedded[extent.embedded.clone()],
        }
    }

    pub fn letters_mut(&mut self, extent: &Extent) -> &mut [u8] {
        &mut self.letters[extent.letters.clone()]
    }

    /// Reads block `block`; `quotations` are those of the first level that stand in it, `cues` the story's phrases of speech.
    pub fn read(&mut self, article: &Article, block: usize, quotations: Range<usize>, cues: &[PhraseHit]) -> Extent {
        let (letters, first_quotation, first_embedded) = (self.letters.len(), self.quotations.len(), self.embedded.len());
        let words = article.words_of(block).len();
        // Half of the words of a paragraph with quotations are the narrator's; without any, marks stand between its words.
        let most = if quotations.is_empty() { words + words / 4 + 2 } else { words };
        self.letters.reserve(most);
        self.spans.reserve(most);
        let cues = &cues[cues.partition_point(|hit| (hit.first as usize) < article.words_of(block).start)..];
        let (at, sentences) = (article.blocks()[block].span.start, article.sentences_of(block));
        Writer { article, lines: &mut *self, start: letters, at, sentences, cues }.write(block, quotations);
        Extent {
            letters: letters..self.letters.len(),
            quotations: first_quotation..self.quotations.len(),
            embedded: first_embedded..self.embedded.len(),
        }
    }
}

/// Writes one line behind the others.
struct Writer<'a> {
    article: &'a Article<'a>,
    lines: &'a mut Lines,
    /// Where the line begins.
    start: usize,
    /// How far the copy is written.
    at: u32,
    /// The sentences of the block that end past that.
    sentences: &'a [Sentence],
    /// The phrases of speech from there on.
    cues: &'a [PhraseHit],
}

impl Writer<'_> {
    /// The letters so far.
    fn written(&self) -> &[u8] {
        &self.lines.letters[self.start..]
    }

    fn push(&mut self, letter: u8, span: Span) {
        self.lines.letters.push(letter);
        self.lines.spans.push(span);
    }

    fn write(&mut self, block: usize, quotations: Range<usize>) {
        let article = self.article;
        let words = article.words_of(block);
        let of_block = article.blocks()[block].span;
        let mut word = words.start;
        // `Caption:` is the desk's label, nobody's name.
        if article.blocks()[block].role == Role::Caption
            && let Some(label) = article.words.get(words.start)
            && article.copy()[label.span.to()..].starts_with(':')
        {
            word += 1;
            self.at = label.span.end + 1;
        }
        for quotation in quotations.filter(|&quotation| article.scanned[quotation].level == 1) {
            let quoted = article.scanned[quotation].outer;
            let words_before = |at: usize, offset: u32| at + article.words[at..words.end].partition_point(|word| word.span.start < offset);
            word = self.push_words(word, words_before(word, quoted.start));
            self.go_to(quoted.start);
            let inside = self.sentences.iter().take_while(|sentence| sentence.span.end < quoted.end).count();
            self.sentences = &self.sentences[inside..];
            self.at = quoted.end;
            self.push_quotation(quotation);
            word = words_before(word, quoted.end);
        }
        self.push_words(word, words.end);
        self.push_gap(Span { start: self.at, end: of_block.end.max(self.at) });
    }

    /// The marks before `start`, and the end of a sentence if one ends there.
    fn go_to(&mut self, start: u32) {
        let is_space = self.at + 1 == start && self.article.copy().as_bytes()[self.at as usize] == b' ';
        if self.at < start && !is_space {
            self.push_gap(Span { start: self.at, end: start });
        }
        let ended = self.sentences.iter().take_while(|sentence| sentence.span.end <= start).count();
        if ended > 0 {
            self.sentences = &self.sentences[ended..];
            // “We go.” — Ida Marsh: the dash belongs to the quotation.
            if !self.written().ends_with(b"q-") {
                self.push_end(self.at);
            }
        }
    }

    /// The narrator's words from `word` to `end`; gives the first after them, past `end` if a phrase goes on there.
    fn push_words(&mut self, mut word: usize, end: usize) -> usize {
        let article = self.article;
        while word < end {
            let next = &article.words[word];
            self.go_to(next.span.start);
            while self.cues.first().is_some_and(|hit| (hit.first as usize) < word) {
                self.cues = &self.cues[1..];
            }
            if let Some(hit) = self.cues.first().filter(|hit| hit.first as usize == word) {
                let phrase = next.span.join(article.words[hit.end as usize - 1].span);
                self.push((hit.payload & 0xFF) as u8, phrase);
                self.at = phrase.end;
                word = hit.end as usize;
            } else {
                let before = self.written().last().copied().unwrap_or(b'.');
                self.push(letter(article, next, before), next.span);
                self.at = next.span.end;
                word += 1;
            }
        }
        word
    }

    fn push_quotation(&mut self, quotation: usize) {
        let scanned = &self.article.scanned[quotation];
        let letter = self.written().len();
        self.lines.quotations.push((letter, quotation));
        if !self.article.text(scanned.span).ends_with([',', '.', '?', '!', '…', '—', '-', '’', '\'', '”', '"', ')', ']']) {
            self.lines.embedded.push(letter);
        }
        self.push(b'q', scanned.outer);
    }

    /// The marks between two words.
    fn push_gap(&mut self, gap: Span) {
        let text = self.article.text(gap);
        for (offset, mark) in text.char_indices() {
            let letter = match mark {
                ',' => b',',
                ';' => b';',
                ':' => b':',
                '(' | '[' => b'(',
                ')' | ']' => b')',
                '—' | '–' | '―' => b'-',
                // A hyphen inside a word is none of the sentence's marks.
                '-' if text.contains(' ') => b'-',
                _ => continue,
            };
            // Two hyphens are one dash.
            if letter != b'-' || self.written().last() != Some(&b'-') {
                let start = gap.start + offset as u32;
                self.push(letter, Span { start, end: start + mark.len_utf8() as u32 });
            }
        }
    }

    /// The end of a sentence; after a quoted question it may be none: “Why now?” Marsh asked.
    fn push_end(&mut self, at: u32) {
        let asks = self.written().ends_with(b"q")
            && self.lines.spans.last().is_some_and(|span| {
                let quoted = self.article.text(*span).trim_end_matches(['”', '"', '’', '\'']);
                quoted.ends_with(['?', '!', '…', '—', '-'])
            });
        self.push(if asks { b'?' } else { b'.' }, Span { start: at, end: at });
    }
}

/// The class of a word, where it stands.
fn letter(article: &Article, word: &Word, before: u8) -> u8 {
    match word.kind {
        TokenKind::Number => return b'0',
        TokenKind::Link => return b'n',
        TokenKind::Word => {}
    }
    let class = article.lexicon.class(word.id);
    let (bytes, start, end) = (article.copy().as_bytes(), word.span.from(), word.span.to());
    let is_plural_owner = || bytes[end..].starts_with("’".as_bytes()) || bytes[end..].starts_with(b"'");
    if word.possessive > 0 || (bytes[end - 1] == b's' && is_plural_owner()) {
        // It’s and who’s are no possessives.
        return if matches!(class, b'p' | b'w' | b's') { class } else { b'm' };
    }
    match class {
        _ if word.is_capitalised() => letter_of_capital(article, word, &bytes[start..end], before),
        b'T' => b'j',
        0 => match &bytes[start..end] {
            [.., b'l', b'y'] => b'a',
            [_, _, _, .., b'e', b'd'] => b'v',
            [_, _, .., b'i', b'n', b'g'] => b'%',
            _ => b'j',
        },
        class => class,
    }
}

fn letter_of_capital(article: &Article, word: &Word, written: &[u8], before: u8) -> u8 {
    let starts = matches!(before, b'.' | b'?');
    match article.lexicon.class(word.id) {
        b'c' | b'h' | b'g' | b'f' | b'x' | b'v' | b'a' | b'W' | b'j' if !starts => b'n',
        // Al From, Jill In den Bosch: a preposition with a capital is part of a name.
        b'o' if before == b'n' => b'n',
        // May, April, June and August are names too.
        b't' if before == b'n' && matches!(written, b"May" | b"April" | b"June" | b"August") => b'n',
        0 if starts && written.len() > 6 => match written {
            [.., b'i', b'n', b'g'] if article.lexicon.is_word(word.id) => b'%',
            [.., b'l', b'y'] if article.lexicon.is_word(word.id) => b'a',
            _ => b'n',
        },
        0 | b'T' => b'n',
        class => class,
    }
}

/// The story's phrases of speech, the longest at each place.
pub(super) fn cue_phrases(article: &Article) -> Vec<PhraseHit> {
    let mut hits: Vec<PhraseHit> = article.phrases_of(PhraseKind::Cue).copied().collect();
    hits.dedup_by_key(|hit| hit.first);
    hits
}
