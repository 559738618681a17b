//! Who said it: each quotation with its cue and its speaker, as far as the copy around it tells.
//!
//! A paragraph becomes a string of word classes (`letters`), the grammar finds the clauses in it that say who speaks
//! (`parse::attribution`), `decision` gives each quotation one of them, and `speaker` finds the name behind a pronoun. Paragraphs
//! without quotations are read only when one near them needs a name.

mod decision;
mod exempt;
mod letters;
mod speaker;

use std::cell::OnceCell;
use std::ops::Range;

use crate::lexicon::PhraseHit;
use crate::parse::attribution::{self, Clause};

use super::Article;
use super::quotations::{Attributed, Certainty, Class, Quotation, Speaker};
use crate::text::Span;
use letters::{Extent, Line, Lines};

pub use exempt::{Exemption, exemption};

/// How far back a pronoun looks for a name, in paragraphs.
const MEMORY: usize = 6;

/// How many sentences of a paragraph.
const SENTENCES: usize = 12;

/// What was found for one quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub quotation: usize,
    pub attributed: Attributed,
    pub certainty: Certainty,
    pub speaker: Option<Speaker>,
    pub cue: Option<Span>,
}

impl Found {
    /// Says of its quotation who said it.
    pub fn tell(self, quotation: &mut Quotation) {
        quotation.attributed = Some(self.attributed);
        quotation.certainty = self.certainty;
        quotation.speaker = self.speaker;
        quotation.cue = self.cue;
    }
}

/// A clause of the copy that says who speaks, as rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The words that name the speaker.
    pub speaker: Option<Span>,
    /// The word or phrase that says so.
    pub cue: Span,
    /// The block it stands in.
    pub block: u32,
}

/// A paragraph with its clauses.
#[derive(Clone, Copy)]
struct Paragraph<'a> {
    line: Line<'a>,
    clauses: &'a [Clause],
}

/// Where a paragraph that was read stands among all.
struct Place {
    line: Extent,
    clauses: Range<usize>,
    /// The last speaker it names, once somebody asked.
    named: OnceCell<Option<Span>>,
}

struct Reader<'a> {
    article: &'a Article<'a>,
    cues: Vec<PhraseHit>,
    /// The quotations of each block that has some, in order.
    ranges: Vec<(usize, Range<usize>)>,
    lines: Lines,
    clauses: Vec<Clause>,
    /// Of each block that was read.
    places: Vec<Option<Place>>,
}

/// Attributes the quotations of a story.
pub(super) fn find(article: &Article) -> Vec<Found> {
    if article.scanned.is_empty() {
        return Vec::new();
    }
    let mut reader = Reader::new(article);
    let mut found = Vec::with_capacity(article.scanned.len());
    for at in 0..reader.ranges.len() {
        let (block, range) = reader.ranges[at].clone();
        reader.attribute(block, &range, &mut found);
    }
    decision::run_on(article, found)
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article<'a>) -> Self {
        let mut ranges: Vec<(usize, Range<usize>)> = Vec::with_capacity(article.scanned.len().min(article.blocks().len()));
        for (index, quotation) in article.scanned.iter().enumerate() {
            match ranges.last_mut() {
                Some((block, range)) if *block == quotation.block as usize => range.end = index + 1,
                _ => ranges.push((quotation.block as usize, index..index + 1)),
            }
        }
        let places = (0..article.blocks().len()).map(|_| None).collect();
        let words = ranges.iter().map(|(block, _)| article.words_of(*block).len()).sum();
        let lines = Lines::with_room(words, article.scanned.len());
        let clauses = Vec::with_capacity(2 * article.scanned.len());
        Self { article, cues: letters::cue_phrases(article), ranges, lines, clauses, places }
    }

    /// The paragraph at `block`, which is read once.
    fn paragraph(&mut self, block: usize) -> Paragraph<'_> {
        if self.places[block].is_none() {
            self.places[block] = Some(self.read(block));
        }
        self.at(block).0
    }

    fn read(&mut self, block: usize) -> Place {
        let at = self.ranges.binary_search_by_key(&block, |(block, _)| *block);
        let quotations = at.map_or(0..0, |at| self.ranges[at].1.clone());
        let line = self.lines.read(self.article, block, quotations, &self.cues);
        let letters = self.lines.letters_mut(&line);
        let first = self.clauses.len();
        attribution::clauses(letters, &mut self.clauses);
        decision::join_questions(letters, &self.clauses[first..]);
        Place { line, clauses: first..self.clauses.len(), named: OnceCell::new() }
    }

    /// A paragraph that was read before.
    fn at(&self, block: usize) -> (Paragraph<'_>, &Place) {
        let place = self.places[block].as_ref().expect("it was read");
        (Paragraph { line: self.lines.line(&place.line), clauses: &self.clauses[place.clauses.clone()] }, place)
    }

    /// The paragraph of the body before `block`.
    fn before(&self, block: usize) -> Option<usize> {
        let blocks = self.article.blocks();
        if !blocks[block].role.is_body_text() {
            return None;
        }
        (0..block).rev().take(3).find(|&at| blocks[at].role.is_body_text())
    }

    fn attribute(&mut self, block: usize, range: &Range<usize>, found: &mut Vec<Found>) {
        let article = self.article;
        let Line { letters, quotations, .. } = self.paragraph(block).line;
        let is_bare = letters.iter().all(|letter| matches!(letter, b'q' | b'.' | b'?' | b'-' | b','));
        let mut last: Option<decision::Choice> = None;
        for nth in 0..quotations.len() {
            let paragraph = self.at(block).0;
            let (letter, quotation) = paragraph.line.quotations[nth];
            debug_assert!(range.contains(&quotation));
            if article.scanned[quotation].span.is_empty() {
                continue;
            }
            let choice = decision::choose(&paragraph, letter, last.as_ref());
            if let Some(choice) = choice {
                let again = last.as_ref().is_some_and(|last| last.speaker == choice.speaker && last.cue == choice.cue);
                let made = match found.last().filter(|_| again) {
                    Some(before) => Found { quotation, attributed: choice.attributed, certainty: choice.certainty, ..*before },
                    None => self.made(block, quotation, &choice),
                };
                found.push(made);
                last = Some(choice);
            } else if is_bare
                && article.scanned[quotation].class == Class::Direct
                && let Some(set_up) = self.set_up(block, quotation)
            {
                found.push(set_up);
            }
        }
    }

    /// A choice with its words.
    fn made(&mut self, block: usize, quotation: usize, choice: &decision::Choice) -> Found {
        let line = self.at(block).0.line;
        let cue = choice.cue.as_ref().map(|letters| line.span(letters));
        let span = choice.speaker.as_ref().map(|letters| line.span(letters));
        let speaker = span.zip(choice.speaker.as_ref()).map(|(span, letters)| Speaker { span, name: self.name(block, letters, MEMORY) });
        Found { quotation, attributed: choice.attributed, certainty: choice.certainty, speaker, cue }
    }

    /// A quotation that stands alone after a paragraph that leads into it.
    fn set_up(&mut self, block: usize, quotation: usize) -> Option<Found> {
        let before = self.before(block)?;
        let article = self.article;
        let choice = decision::set_up(article, &self.paragraph(before))?;
        Some(self.made(before, quotation, &choice))
    }

    /// The name behind the words for a speaker in `block`.
    fn name(&mut self, block: usize, letters: &Range<usize>, memory: usize) -> Option<Span> {
        let article = self.article;
        let paragraph = self.at(block).0;
        let line = &paragraph.line;
        match speaker::kind(article, line, letters) {
            speaker::Kind::Named(name) => Some(name).filter(|name| *name != line.span(letters)),
            speaker::Kind::Other => speaker::name_after(article, line, letters),
            speaker::Kind::Who => {
                let from = letters.start.saturating_sub(8);
                let before = &line.letters[from..letters.start];
                let end = from + before.iter().rposition(|&class| class == b'n')? + 1;
                let start = from + line.letters[from..end].iter().rposition(|&class| class != b'n').map_or(0, |at| at + 1);
                speaker::name(article, line, &(start..end))
            }
            speaker::Kind::Refers => {
                let after = speaker::name_after(article, line, letters);
                let own = after.or_else(|| last_named(article, &paragraph, letters.start));
                own.or_else(|| self.named_before(block, memory))
            }
        }
    }

    /// The last speaker who was named before `block`.
    fn named_before(&mut self, block: usize, memory: usize) -> Option<Span> {
        let mut at = block;
        for _ in 0..memory {
            at = self.before(at)?;
            let article = self.article;
            self.paragraph(at);
            let (paragraph, place) = self.at(at);
            let name = *place.named.get_or_init(|| last_named(article, &paragraph, usize::MAX));
            if name.is_some() {
                return name;
            }
        }
        None
    }
}

/// The last speaker who is named in a paragraph before letter `before`; else the last subject that is a name.
fn last_named(article: &Article, paragraph: &Paragraph, before: usize) -> Option<Span> {
    let at = paragraph.clauses.partition_point(|clause| clause.letters.start < before);
    let clauses = paragraph.clauses[..at].iter().rev().take(4 * SENTENCES).filter(|clause| clause.letters.end <= before);
    let named = |letters: &Range<usize>| match speaker::kind(article, &paragraph.line, letters) {
        speaker::Kind::Named(name) => Some(name),
        speaker::Kind::Who => None,
        speaker::Kind::Refers | speaker::Kind::Other => speaker::name_after(article, &paragraph.line, letters),
    };
    clauses.filter_map(|clause| clause.speaker.as_ref()).find_map(named).or_else(|| {
        let letters = &paragraph.line.letters[..before.min(paragraph.line.letters.len())];
        let mut end = letters.len();
        for _ in 0..SENTENCES {
            let nearest = end.saturating_sub(decision::LONGEST);
            let start = letters[nearest..end].iter().rposition(|&class| class == b'.').map_or(nearest, |at| nearest + at + 1);
            let sentence = Some(&letters[start..end]).filter(|sentence| sentence.contains(&b'n'));
            let subject = sentence.and_then(attribution::subject).map(|range| range.start + start..range.end + start);
            let subject = subject.filter(|range| range.len() > 1 || !is_word(article, paragraph, range.start));
            // Plans for a school: the capital of the first word says nothing.
            let is_name = |name: &Span| article.words_in(*name).len() > 1 || !opens_sentence_as_word(article, *name);
            if let Some(name) = subject.as_ref().and_then(named).filter(is_name) {
                return Some(name);
            }
            end = start.checked_sub(1)?;
        }
        None
    })
}

/// Whether a capital says nothing: Rather, Preceded.
fn is_word(article: &Article, paragraph: &Paragraph, letter: usize) -> bool {
    article.words_in(paragraph.line.spans[letter]).any(|word| article.lexicon.is_word(article.words[word].id))
}

fn opens_sentence_as_word(article: &Article, name: Span) -> bool {
    article.words_in(name).any(|word| article.starts_sentence(word) && article.lexicon.is_word(article.words[word].id))
}

/// All clauses of the body that say who speaks, in order: for rules about sources.
pub(super) fn sayings(article: &Article) -> Vec<Saying> {
    let mut reader = Reader::new(article);
    let mut sayings = Vec::new();
    for block in 0..article.blocks().len() {
        if !article.blocks()[block].role.is_body_text() {
            continue;
        }
        let paragraph = reader.paragraph(block);
        for clause in paragraph.clauses {
            if let Some(cue) = &clause.cue {
                let speaker = clause.speaker.as_ref().map(|letters| paragraph.line.span(letters));
                sayings.push(Saying { speaker, cue: paragraph.line.span(cue), block: block as u32 });
            }
        }
    }
    sayings
}
