//! What is said in a story, word by word, to be held against what is said in another version of it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::{Article, Class, Quotation};
use crate::document::Role;
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
    /// Where it stands.
    pub span: Span,
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
        let marked = article.quotations().iter().filter(|quotation| counts(quotation)).map(|quotation| said(article, quotation));
        let mut said: Vec<Said> = marked.chain(block_quotes(article)).filter(|said| !said.words.is_empty()).collect();
        said.sort_by_key(|said| said.span);
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

/// The paragraphs that are set as quotations and have no marks of their own.
fn block_quotes(article: &Article) -> impl Iterator<Item = Said> {
    let is_bare = |span: Span| {
        let from = article.quotations().partition_point(|quotation| quotation.span.start < span.start);
        article.quotations().get(from).is_none_or(|quotation| quotation.span.start >= span.end)
    };
    let quoted = article.blocks_with(|role| role == Role::BlockQuote).map(|(_, block)| block.span);
    let said = |span: Span| Said { span, words: words_of(article, span), speaker: None, frame: None };
    quoted.filter(move |span| is_bare(*span)).map(said)
}

fn said(article: &Article, quotation: &Quotation) -> Said {
    let speaker = quotation.speaker.map(|speaker| speaker.called(article).to_owned());
    Said { span: quotation.span, words: words_of(article, quotation.span), speaker, frame: frame(article, quotation) }
}

fn words_of(article: &Article, said: Span) -> Vec<SaidWord> {
    let brackets = &article.marks.brackets;
    let first = brackets.partition_point(|bracket| bracket.span.start < said.start);
    let mut glosses = brackets[first..].iter().filter(|bracket| bracket.square || article.is_gloss(bracket.span)).peekable();
    let mut words: Vec<SaidWord> = Vec::new();
    let (mut end, mut after_gloss) = (said.start, false);
    for at in article.words_in(said) {
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
    words
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
