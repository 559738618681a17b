//! What is said in a story, word by word, to be held against what is said in another version of it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Article, Class, Quotation};
use crate::text::{Span, is_apostrophe};

/// Places of one pair of words that are tried; ordinary copy has a few.
const MOST_PLACES: usize = 64;
/// A word that stands alone between two gaps is sought this far on.
const MOST_APART: usize = 1000;
/// Words around a quotation by which it is known again.
const FRAME: usize = 3;

/// One word of a speaker.
pub(super) struct SaidWord {
    /// Its letters, lower case: speech has no capitals.
    pub key: String,
    /// Its index in the story.
    pub index: usize,
    /// Whether something was left out or put in before it, and the copy says so.
    pub after_gap: bool,
}

/// A quotation with its words; what an editor put in brackets is left out.
pub(super) struct Said {
    /// Its index in the story.
    pub quotation: usize,
    /// Its words.
    pub words: Vec<SaidWord>,
    /// Who says it.
    pub speaker: Option<String>,
    /// The narrator's words around it; none where there are none.
    pub frame: Option<String>,
}

impl Said {
    /// The letters of its first words.
    pub fn keys(&self, most: usize) -> Vec<&str> {
        self.words.iter().take(most).map(|word| word.key.as_str()).collect()
    }

    fn letters(&self) -> String {
        self.words.iter().map(|word| word.key.as_str()).collect()
    }
}

/// All that is said in a story.
pub(super) struct Speech {
    /// Its quotations, in order; titles of works are nobody's speech.
    pub said: Vec<Said>,
    stream: Vec<String>,
    words: FxHashSet<String>,
    places: FxHashMap<(String, String), Vec<usize>>,
    letters: FxHashSet<String>,
}

impl Speech {
    /// Reads the quotations of a story.
    pub fn read(article: &Article) -> Self {
        let counts = |quotation: &Quotation| quotation.level == 1 && quotation.class != Class::Title && !quotation.span.is_empty();
        let quotations = article.quotations.iter().enumerate().filter(|(_, quotation)| counts(quotation));
        let said: Vec<Said> =
            quotations.map(|(at, quotation)| said(article, at, quotation)).filter(|said| !said.words.is_empty()).collect();
        let stream: Vec<String> = said.iter().flat_map(|said| &said.words).map(|word| word.key.clone()).collect();
        let mut places: FxHashMap<(String, String), Vec<usize>> = FxHashMap::default();
        for (at, pair) in stream.windows(2).enumerate() {
            let there = places.entry((pair[0].clone(), pair[1].clone())).or_default();
            if there.len() < MOST_PLACES {
                there.push(at);
            }
        }
        let letters = said.iter().map(Said::letters).collect();
        Self { words: stream.iter().cloned().collect(), said, stream, places, letters }
    }

    /// Whether a quotation of just these letters stands here too.
    pub fn has_whole(&self, said: &Said) -> bool {
        self.letters.contains(&said.letters())
    }

    /// Whether these words are said here too, as they stand, be it in longer or in several quotations. Where the copy says that
    /// something was left out, the words may stand apart.
    pub fn has(&self, said: &Said) -> bool {
        if self.has_whole(said) {
            return true;
        }
        if let [only] = &said.words[..] {
            return self.words.contains(&only.key);
        }
        let mut from = 0;
        said.words.chunk_by(|_, next| !next.after_gap).all(|part| match self.find(part, from) {
            Some(at) => {
                from = at + part.len();
                true
            }
            None => false,
        })
    }

    fn find(&self, part: &[SaidWord], from: usize) -> Option<usize> {
        let fits = |at: usize| self.stream.get(at..at + part.len()).is_some_and(|there| there.iter().zip(part).all(|(a, b)| *a == b.key));
        if let [only] = part {
            return (from..self.stream.len()).take(MOST_APART).find(|&at| self.stream[at] == only.key);
        }
        let places = self.places.get(&(part[0].key.clone(), part[1].key.clone()))?;
        places.iter().copied().filter(|&at| at >= from).find(|&at| fits(at))
    }
}

fn said(article: &Article, index: usize, quotation: &Quotation) -> Said {
    let brackets = &article.marks.brackets;
    let first = brackets.partition_point(|bracket| bracket.span.start < quotation.span.start);
    let mut glosses = brackets[first..].iter().filter(|bracket| bracket.square || article.is_gloss(bracket.span)).peekable();
    let mut words: Vec<SaidWord> = Vec::new();
    let (mut end, mut after_gloss) = (quotation.span.start, false);
    for at in article.words_in(quotation.span) {
        let span = article.words[at].span;
        while glosses.next_if(|gloss| gloss.span.end <= span.start).is_some() {
            after_gloss = true;
        }
        if glosses.peek().is_some_and(|gloss| gloss.span.holds(span.start)) {
            continue;
        }
        let key = key(article.text(span));
        if key.is_empty() {
            continue;
        }
        let after_gap = after_gloss || tells_of_gap(article, Span { start: end, end: span.start });
        words.push(SaidWord { key, index: at, after_gap });
        (end, after_gloss) = (span.end, false);
    }
    let speaker = quotation.speaker.as_ref().map(|speaker| speaker.name.clone().unwrap_or_else(|| speaker.text.clone()));
    Said { quotation: index, words, speaker, frame: frame(article, quotation) }
}

fn tells_of_gap(article: &Article, span: Span) -> bool {
    let between = article.text(span);
    between.contains('…') || between.contains("..") || between.contains(". .")
}

/// The letters of a word, lower case, with one form of apostrophe.
fn key(word: &str) -> String {
    let letters = word.chars().filter(|&letter| letter.is_alphanumeric() || is_apostrophe(letter));
    let key: String = letters.flat_map(char::to_lowercase).map(|letter| if is_apostrophe(letter) { '’' } else { letter }).collect();
    key.trim_matches('’').to_owned()
}

/// The narrator's words right before and after a quotation, in its paragraph.
fn frame(article: &Article, quotation: &Quotation) -> Option<String> {
    let all = article.words_of(quotation.block as usize);
    let inside = article.words_in(quotation.span);
    let is_narrator = |&at: &usize| !article.is_quoted(article.words[at].span.start);
    let text = |at: usize| article.text(article.words[at].span).to_lowercase();
    let before: Vec<String> = (all.start..inside.start).rev().take(FRAME).take_while(is_narrator).map(text).collect();
    let after: Vec<String> = (inside.end..all.end).take(FRAME).take_while(is_narrator).map(text).collect();
    (before.len() + after.len() > 1).then(|| format!("{} | {}", before.join(" "), after.join(" ")))
}
