//! The capitalised words of a story, counted.

use rustc_hash::FxHashMap;

use crate::article::{Article, Word};
use crate::lexicon::PhraseKind;
use crate::text::{Case, Span};

/// A capitalised word as it is written, a possessive ending left out.
#[derive(Clone, Debug)]
pub struct Form {
    /// The first word written so, as an index.
    pub first: u32,
    /// Where that word stands, a possessive ending left out.
    pub span: Span,
    /// How often it stands in the story.
    pub count: u32,
    /// How often inside a sentence, where the capital says that it is a name.
    pub inside: u32,
    /// Whether a list of places or bodies holds it, at one place of the story or more.
    pub listed: bool,
    /// How many people have it as their surname, 255 at most.
    pub people: u8,
    /// Whether it is the forename of somebody whose surname is known.
    pub is_given: bool,
    /// Where its words start in the list of occurrences.
    pub(super) from: u32,
}

/// The form of a word that has none.
pub(super) const NONE: u32 = u32::MAX;

/// The count, and what the lists of phrases say of each word.
pub(super) struct Census {
    pub forms: Vec<Form>,
    /// For each word of the story its form.
    pub form_of: Vec<u32>,
    /// The capitalised words, those of one form together, in order.
    pub occurrences: Vec<u32>,
    /// For each word of the story, bits of [`flag`].
    pub flags: Vec<u8>,
}

/// What is known of a word of the story.
pub(super) mod flag {
    /// Part of a place's name, a demonym included.
    pub const PLACE: u8 = 1;
    /// Part of a listed name of a body.
    pub const LISTED: u8 = 2;
    /// Stands in a heading that capitalises every word.
    pub const TITLE_CASE: u8 = 4;
    /// May be part of a name, and is counted.
    pub const NAME: u8 = 8;
    /// Belongs to a mention.
    pub const TAKEN: u8 = 16;
}

pub(super) fn count(article: &Article) -> Census {
    let capitals = article.capitals.len();
    let mut census = Census {
        forms: Vec::with_capacity(capitals / 2),
        form_of: vec![NONE; article.words.len()],
        occurrences: Vec::new(),
        flags: flags_of_phrases(article),
    };
    let mut known = Known::for_words(capitals);
    let mut rest = &article.capitals[..];
    for (block, of) in article.blocks_with(super::is_read) {
        let words = article.words_of(block);
        let before = |word: usize| move |&&at: &&u32| (at as usize) < word;
        rest = &rest[rest.iter().take_while(before(words.start)).count()..];
        let (capitals, after) = rest.split_at(rest.iter().take_while(before(words.end)).count());
        rest = after;
        // A sentence of the body may name many people; a heading that capitalises its verbs names few.
        let enough = if of.role.is_body_text() { 9 } else { 6 };
        let is_title_case = words.len() >= 4 && capitals.len() * 10 >= words.len() * enough;
        for &at in capitals {
            let word = &article.words[at as usize];
            if !is_name_word(article, word) {
                continue;
            }
            let flags = &mut census.flags[at as usize];
            *flags |= flag::NAME | if is_title_case { flag::TITLE_CASE } else { 0 };
            let is_listed = *flags & (flag::PLACE | flag::LISTED) != 0;
            let span = super::stem_of(article, word);
            let form = known.form(article, word, span);
            if form as usize == census.forms.len() {
                census.forms.push(Form { first: at, span, count: 0, inside: 0, listed: false, people: 0, is_given: false, from: 0 });
            }
            let counted = &mut census.forms[form as usize];
            counted.count += 1;
            counted.inside += u32::from(!is_title_case && !article.starts_sentence(at as usize));
            counted.listed |= is_listed;
            census.form_of[at as usize] = form;
        }
    }
    census.group(&article.capitals);
    census
}

fn flags_of_phrases(article: &Article) -> Vec<u8> {
    let mut flags = vec![0; article.words.len()];
    for hit in article.phrases() {
        let bit = match hit.kind {
            PhraseKind::Place => flag::PLACE,
            PhraseKind::Alias => flag::LISTED,
            PhraseKind::Term | PhraseKind::Miswritten | PhraseKind::Cue | PhraseKind::House => continue,
        };
        for at in hit.first..hit.end {
            flags[at as usize] |= bit;
        }
    }
    flags
}

/// The forms found so far.
struct Known<'a> {
    /// Words that the lexicon knows, with one capital at the start: each stands, as its form and one more, in the first free place
    /// from where its key puts it. At least half of the places stay free.
    places: Vec<u32>,
    /// For each form the key of its words: number and length say how they are written.
    keys: Vec<u64>,
    /// All other words.
    by_text: FxHashMap<&'a str, u32>,
}

/// An odd number that puts words with near numbers far from each other.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl<'a> Known<'a> {
    /// With places for so many words.
    fn for_words(words: usize) -> Self {
        let places = vec![0; (2 * words).next_power_of_two()];
        Self { places, keys: Vec::with_capacity(words / 2), by_text: FxHashMap::default() }
    }

    /// The form of a word whose stem is `span`; the next if there is none yet.
    fn form(&mut self, article: &'a Article, word: &Word, span: Span) -> u32 {
        // A possessive that is an entry of its own has the form of the word without the ending.
        let id = if span == word.stem_span() { word.id } else { article.lexicon.find(article.text(span)) };
        if id.is_known() && word.case == Case::Capitalised {
            return self.form_of(u64::from(id.0) << 32 | span.len() as u64);
        }
        let next = self.keys.len() as u32;
        let form = *self.by_text.entry(article.text(span)).or_insert(next);
        if form == next {
            self.keys.push(0);
        }
        form
    }

    fn form_of(&mut self, key: u64) -> u32 {
        let last = self.places.len() - 1;
        let mut at = (key.wrapping_mul(SPREAD) >> 32) as usize & last;
        while let Some(form) = self.places[at].checked_sub(1) {
            if self.keys[form as usize] == key {
                return form;
            }
            at = (at + 1) & last;
        }
        let next = self.keys.len() as u32;
        self.keys.push(key);
        self.places[at] = next + 1;
        next
    }
}

impl Census {
    /// Puts the words of one form together.
    fn group(&mut self, capitals: &[u32]) {
        let mut from = 0;
        for form in &mut self.forms {
            form.from = from;
            from += form.count;
        }
        self.occurrences = vec![0; from as usize];
        for &word in capitals {
            if let Some(form) = self.forms.get_mut(self.form_of[word as usize] as usize) {
                self.occurrences[form.from as usize] = word;
                form.from += 1;
            }
        }
        for form in &mut self.forms {
            form.from -= form.count;
        }
    }
}

/// Whether a word may be part of a name: a capital and small letters, a lone initial, or initials with points.
pub(super) fn is_name_word(article: &Article, word: &Word) -> bool {
    match word.case {
        Case::Capitalised => !is_contraction_of_i(article, word),
        Case::Mixed => article.text(word.span).starts_with(char::is_uppercase),
        Case::Upper => word.span.len() <= 6 && article.text(word.span).contains('.') && !is_country(article, word),
        Case::Lower => false,
    }
}

/// `I’m`, `I'd`
fn is_contraction_of_i(article: &Article, word: &Word) -> bool {
    let letters = &article.copy().as_bytes()[word.span.from()..];
    letters[0] == b'I' && (letters[1..].starts_with(b"'") || letters[1..].starts_with("’".as_bytes()))
}

fn is_country(article: &Article, word: &Word) -> bool {
    matches!(
        article.text(word.stem_span()),
        "U.S."
            | "U.K."
            | "U.N."
            | "E.U."
            | "D.C."
            | "U.S"
            | "G.O.P."
            | "N.J."
            | "N.Y."
            | "N.H."
            | "N.C."
            | "S.C."
            | "N.D."
            | "S.D."
            | "N.M."
            | "R.I."
            | "L.A."
            | "P.M."
            | "A.M."
    )
}
