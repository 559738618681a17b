//! A paragraph as the grammar of attributions reads it: one letter for each word, quotation and mark.

use crate::article::Article;
use crate::document::Role;
use crate::lexicon::{PhraseHit, PhraseKind};
use crate::text::{Span, TokenKind};

/// The letters of a paragraph and where each stands in the copy.
#[derive(Default)]
pub(super) struct Line {
    /// The classes, as `grammar/attribution.pest` explains them.
    pub letters: Vec<u8>,
    /// What each letter stands for.
    pub spans: Vec<Span>,
    /// The letters that are quotations, with the index of each in the story's list.
    pub quotations: Vec<(usize, usize)>,
    /// The letters of quotations that end in no mark of their own: “quiet” talks.
    pub embedded: Vec<usize>,
}

impl Line {
    /// The copy of a range of letters.
    pub fn span(&self, letters: &std::ops::Range<usize>) -> Span {
        self.spans[letters.start].join(self.spans[letters.end - 1])
    }

    pub fn letter(&self, at: usize) -> u8 {
        self.letters.get(at).copied().unwrap_or(b'.')
    }

    fn push(&mut self, letter: u8, span: Span) {
        self.letters.push(letter);
        self.spans.push(span);
    }

    /// Reads block `block`; `quotations` are those of the first level that stand in it, `cues` the story's phrases of speech.
    pub fn read(article: &Article, block: usize, quotations: std::ops::Range<usize>, cues: &[PhraseHit]) -> Self {
        let mut line = Self::default();
        let words = article.words_of(block);
        // Half of the words of a paragraph with quotations are the narrator's; without any, marks stand between its words.
        let most = if quotations.is_empty() { words.len() + words.len() / 4 + 2 } else { words.len() };
        line.letters.reserve(most);
        line.spans.reserve(most);
        let mut cues = &cues[cues.partition_point(|hit| (hit.first as usize) < words.start)..];
        let mut sentences = article.sentences_of(block);
        let mut at = article.blocks()[block].span.start;
        let mut word = words.start;
        // `Caption:` is the desk's label, nobody's name.
        if article.blocks()[block].role == Role::Caption
            && let Some(label) = article.words.get(words.start)
            && article.copy()[label.span.to()..].starts_with(':')
        {
            word += 1;
            at = label.span.end + 1;
        }
        let mut quotations = quotations.filter(|&quotation| article.scanned[quotation].level == 1).peekable();
        loop {
            let quoted = quotations.peek().map(|&quotation| article.scanned[quotation].outer);
            let next_word = (word < words.end).then(|| article.words[word].span);
            let (span, takes_quotation) = match (quoted, next_word) {
                (Some(quoted), Some(next)) if next.start < quoted.start => (next, false),
                (Some(quoted), _) => (quoted, true),
                (None, Some(next)) => (next, false),
                (None, None) => break,
            };
            let is_space = at + 1 == span.start && article.copy().as_bytes()[at as usize] == b' ';
            if at < span.start && !is_space {
                line.push_gap(article, Span { start: at, end: span.start });
            }
            let ends = sentences.first().is_some_and(|ended| ended.span.end <= span.start);
            // “We go.” — Ida Marsh: the dash belongs to the quotation.
            if ends && !line.letters.ends_with(b"q-") {
                line.push_end(article, at);
            }
            while sentences.first().is_some_and(|ended| ended.span.end <= span.start || (takes_quotation && ended.span.end < span.end)) {
                sentences = &sentences[1..];
            }
            at = span.end;
            if takes_quotation && let Some(quotation) = quotations.next() {
                line.push_quotation(article, quotation);
                word += article.words[word..words.end].partition_point(|inside| inside.span.start < span.end);
                continue;
            }
            while cues.first().is_some_and(|hit| (hit.first as usize) < word) {
                cues = &cues[1..];
            }
            if let Some(hit) = cues.first().filter(|hit| hit.first as usize == word) {
                let last = article.words[hit.end as usize - 1].span;
                line.push((hit.payload & 0xFF) as u8, span.join(last));
                at = last.end;
                word = hit.end as usize;
            } else {
                let before = line.letters.last().copied().unwrap_or(b'.');
                line.push(letter(article, word, before), span);
                word += 1;
            }
        }
        line.push_gap(article, Span { start: at, end: article.blocks()[block].span.end.max(at) });
        line
    }

    fn push_quotation(&mut self, article: &Article, quotation: usize) {
        let scanned = &article.scanned[quotation];
        self.quotations.push((self.spans.len(), quotation));
        if !article.text(scanned.span).ends_with([',', '.', '?', '!', '…', '—', '-', '’', '\'', '”', '"', ')', ']']) {
            self.embedded.push(self.spans.len());
        }
        self.push(b'q', scanned.outer);
    }

    /// The marks between two words.
    fn push_gap(&mut self, article: &Article, gap: Span) {
        for (offset, mark) in article.text(gap).char_indices() {
            let letter = match mark {
                ',' => b',',
                ';' => b';',
                ':' => b':',
                '(' | '[' => b'(',
                ')' | ']' => b')',
                '—' | '–' | '―' => b'-',
                // A hyphen inside a word is none of the sentence's marks.
                '-' if article.text(gap).contains(' ') => b'-',
                _ => continue,
            };
            // Two hyphens are one dash.
            if letter != b'-' || self.letters.last() != Some(&b'-') {
                let start = gap.start + offset as u32;
                self.push(letter, Span { start, end: start + mark.len_utf8() as u32 });
            }
        }
    }

    /// The end of a sentence; after a quoted question it may be none: “Why now?” Marsh asked.
    fn push_end(&mut self, article: &Article, at: u32) {
        let after_quotation = self.letters.ends_with(b"q");
        let asks = after_quotation
            && self
                .spans
                .last()
                .is_some_and(|span| article.text(*span).trim_end_matches(['”', '"', '’', '\'']).ends_with(['?', '!', '…', '—', '-']));
        self.push(if asks { b'?' } else { b'.' }, Span { start: at, end: at });
    }
}

/// The class of a word, where it stands.
fn letter(article: &Article, index: usize, before: u8) -> u8 {
    let word = &article.words[index];
    match word.kind {
        TokenKind::Number => return b'0',
        TokenKind::Link => return b'n',
        TokenKind::Word => {}
    }
    let class = article.lexicon.class(word.id);
    let starts = matches!(before, b'.' | b'?');
    let capital = word.is_capitalised();
    let (written, after) = article.copy().as_bytes()[word.span.from()..].split_at(word.span.len());
    let plural_possessive = matches!(written, [.., b's']) && (after.starts_with("’".as_bytes()) || after.starts_with(b"'"));
    if word.possessive > 0 || plural_possessive {
        // It’s and who’s are no possessives.
        return if matches!(class, b'p' | b'w' | b's') { class } else { b'm' };
    }
    match class {
        b'T' => {
            if capital {
                b'n'
            } else {
                b'j'
            }
        }
        b'c' | b'h' | b'g' | b'f' | b'x' | b'v' | b'a' | b'W' | b'j' if capital && !starts => b'n',
        // Al From, Jill In den Bosch: a preposition with a capital is part of a name.
        b'o' if capital && before == b'n' => b'n',
        // May, April, June and August are names too.
        b't' if before == b'n' && matches!(written, b"May" | b"April" | b"June" | b"August") => b'n',
        0 if capital && starts && written.len() > 6 && matches!(written, [.., b'i', b'n', b'g']) && article.lexicon.is_word(word.id) => {
            b'%'
        }
        0 if capital && starts && written.len() > 6 && matches!(written, [.., b'l', b'y']) && article.lexicon.is_word(word.id) => b'a',
        0 if capital => b'n',
        0 if matches!(written, [.., b'l', b'y']) => b'a',
        0 if matches!(written, [_, _, _, .., b'e', b'd']) => b'v',
        0 if matches!(written, [_, _, .., b'i', b'n', b'g']) => b'%',
        0 => b'j',
        class => class,
    }
}

/// The story's phrases of speech, the longest at each place.
pub(super) fn cue_phrases(article: &Article) -> Vec<PhraseHit> {
    let mut hits: Vec<PhraseHit> = article.phrases_of(PhraseKind::Cue).copied().collect();
    hits.dedup_by_key(|hit| hit.first);
    hits
}
