//! The capitalised words of a story, counted.

use rustc_hash::FxHashMap;

use crate::article::{Article, Word};
use crate::lexicon::PhraseKind;
use crate::text::Case;

/// A capitalised word as it is written, a possessive ending left out.
#[derive(Clone, Debug)]
pub struct Form {
    /// The first word written so, as an index.
    pub first: u32,
    /// How often it stands in the story.
    pub count: u32,
    /// How often inside a sentence, where the capital says that it is a name.
    pub inside: u32,
    /// Whether a list of places or bodies holds it, at one place of the story or more.
    pub listed: bool,
    /// Where its words start in the list of occurrences.
    pub(super) from: u32,
}

/// One capitalised word of the story.
#[derive(Clone, Copy, Debug)]
pub struct Capital {
    /// The word, as an index.
    pub word: u32,
    /// Its form, as an index.
    pub form: u32,
}

/// The count, and what the lists of phrases say of each word.
pub(super) struct Census {
    pub forms: Vec<Form>,
    pub capitals: Vec<Capital>,
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
}

pub(super) fn count(article: &Article) -> Census {
    let mut census = Census { forms: Vec::new(), capitals: Vec::new(), occurrences: Vec::new(), flags: vec![0; article.words.len()] };
    for hit in article.phrases() {
        let bit = match hit.kind {
            PhraseKind::Place => flag::PLACE,
            PhraseKind::Alias => flag::LISTED,
            PhraseKind::Term | PhraseKind::Miswritten | PhraseKind::Cue | PhraseKind::House => continue,
        };
        for at in hit.first..hit.end {
            census.flags[at as usize] |= bit;
        }
    }
    let mut known: FxHashMap<&str, u32> = FxHashMap::with_capacity_and_hasher(article.words.len() / 12, rustc_hash::FxBuildHasher);
    for (block, of) in article.blocks_with(super::is_read) {
        let range = article.words_of(block);
        let capitals = article.words[range.clone()].iter().filter(|word| word.is_capitalised()).count();
        // A sentence of the body may name many people; a heading that capitalises its verbs names few.
        let enough = if of.role.is_body_text() { 9 } else { 6 };
        let is_title_case = range.len() >= 4 && capitals * 10 >= range.len() * enough;
        for at in range {
            let word = &article.words[at];
            if word.case == Case::Lower || !is_name_word(article, word) {
                continue;
            }
            if is_title_case {
                census.flags[at] |= flag::TITLE_CASE;
            }
            let inside = u32::from(!is_title_case && !article.starts_sentence(at));
            let next = census.forms.len() as u32;
            let form = *known.entry(article.text(super::stem(article, at))).or_insert(next);
            if form == next {
                census.forms.push(Form { first: at as u32, count: 0, inside: 0, listed: false, from: 0 });
            }
            let counted = &mut census.forms[form as usize];
            counted.count += 1;
            counted.inside += inside;
            counted.listed |= census.flags[at] & (flag::PLACE | flag::LISTED) != 0;
            census.capitals.push(Capital { word: at as u32, form });
        }
    }
    census.group();
    census
}

impl Census {
    /// Puts the words of one form together.
    fn group(&mut self) {
        let mut from = 0;
        for form in &mut self.forms {
            form.from = from;
            from += form.count;
        }
        let mut next: Vec<u32> = self.forms.iter().map(|form| form.from).collect();
        self.occurrences = vec![0; self.capitals.len()];
        for capital in &self.capitals {
            let place = &mut next[capital.form as usize];
            self.occurrences[*place as usize] = capital.word;
            *place += 1;
        }
    }
}

/// Whether a word may be part of a name: a capital and small letters, a lone initial, or initials with points.
pub(super) fn is_name_word(article: &Article, word: &Word) -> bool {
    match word.case {
        Case::Capitalised => word.is_word() && !is_contraction_of_i(article, word),
        Case::Mixed => word.is_word() && article.text(word.span).starts_with(char::is_uppercase),
        Case::Upper => word.is_word() && word.span.len() <= 6 && article.text(word.span).contains('.') && !is_country(article, word),
        Case::Lower => false,
    }
}

/// `I’m`, `I'd`
fn is_contraction_of_i(article: &Article, word: &Word) -> bool {
    let letters = &article.copy().as_bytes()[word.span.from()..word.span.to()];
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
