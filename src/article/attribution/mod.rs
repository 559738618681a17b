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
use super::quotations::{Attributed, Certainty, Class, Cue, Speaker};
use letters::Line;

pub use exempt::{Exemption, exemption};

/// How far back a pronoun looks for a name, in paragraphs.
const MEMORY: usize = 6;

/// How many sentences of a paragraph.
const SENTENCES: usize = 12;

/// What was found for one quotation.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub quotation: usize,
    pub attributed: Attributed,
    pub certainty: Certainty,
    pub speaker: Option<Speaker>,
    pub cue: Option<Cue>,
}

/// A clause of the copy that says who speaks, as rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The words that name the speaker.
    pub speaker: Option<crate::text::Span>,
    /// The word or phrase that says so.
    pub cue: crate::text::Span,
    /// The block it stands in.
    pub block: u32,
}

/// A paragraph with its clauses.
struct Paragraph {
    line: Line,
    clauses: Vec<Clause>,
    /// The last speaker it names, once somebody asked.
    named: OnceCell<Option<String>>,
}

struct Reader<'a> {
    article: &'a Article<'a>,
    cues: Vec<PhraseHit>,
    /// The quotations of each block that has some, in order.
    ranges: Vec<(usize, Range<usize>)>,
    paragraphs: Vec<Option<Box<Paragraph>>>,
}

/// Attributes the quotations of a story.
pub(super) fn find(article: &Article) -> Vec<Found> {
    if article.scanned.is_empty() {
        return Vec::new();
    }
    let mut reader = Reader::new(article);
    let mut found = Vec::new();
    for (block, range) in reader.ranges.clone() {
        reader.attribute(block, range, &mut found);
    }
    decision::run_on(article, found)
}

impl<'a> Reader<'a> {
    fn new(article: &'a Article<'a>) -> Self {
        let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
        for (index, quotation) in article.scanned.iter().enumerate() {
            match ranges.last_mut() {
                Some((block, range)) if *block == quotation.block as usize => range.end = index + 1,
                _ => ranges.push((quotation.block as usize, index..index + 1)),
            }
        }
        let paragraphs = (0..article.blocks().len()).map(|_| None).collect();
        Self { article, cues: letters::cue_phrases(article), ranges, paragraphs }
    }

    /// Reads a paragraph, once.
    fn paragraph(&mut self, block: usize) -> &Paragraph {
        let article = self.article;
        let (ranges, cues) = (&self.ranges, &self.cues);
        self.paragraphs[block].get_or_insert_with(|| {
            let at = ranges.binary_search_by_key(&block, |(block, _)| *block);
            let line = Line::read(article, block, at.map_or(0..0, |at| ranges[at].1.clone()), cues);
            let is_candidate =
                line.letters.iter().any(|letter| matches!(letter, b'c' | b'h' | b'g' | b'>' | b'r' | b'f' | b'W' | b':' | b'-'));
            let clauses = if is_candidate { attribution::clauses(&line.letters) } else { Vec::new() };
            let mut paragraph = Box::new(Paragraph { line, clauses, named: OnceCell::new() });
            decision::join_questions(&mut paragraph);
            paragraph
        })
    }

    /// The paragraph of the body before `block`.
    fn before(&self, block: usize) -> Option<usize> {
        let blocks = self.article.blocks();
        if !blocks[block].role.is_body_text() {
            return None;
        }
        (0..block).rev().take(3).find(|&at| blocks[at].role.is_body_text())
    }

    fn attribute(&mut self, block: usize, range: Range<usize>, found: &mut Vec<Found>) {
        let article = self.article;
        self.paragraph(block);
        let paragraph = self.paragraphs[block].take().expect("it was just read");
        let mut last: Option<decision::Choice> = None;
        let is_bare = paragraph.line.letters.iter().all(|letter| matches!(letter, b'q' | b'.' | b'?' | b'-' | b','));
        for &(letter, quotation) in &paragraph.line.quotations {
            debug_assert!(range.contains(&quotation));
            if article.scanned[quotation].span.is_empty() {
                continue;
            }
            let choice = decision::choose(&paragraph, letter, last.as_ref());
            if let Some(choice) = choice {
                let again = last.as_ref().is_some_and(|last| last.speaker == choice.speaker && last.cue == choice.cue);
                let made = match found.last().filter(|_| again) {
                    Some(before) => Found { quotation, attributed: choice.attributed, certainty: choice.certainty, ..before.clone() },
                    None => self.made(block, &paragraph, quotation, &choice),
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
        self.paragraphs[block] = Some(paragraph);
    }

    /// A choice with its words.
    fn made(&mut self, block: usize, paragraph: &Paragraph, quotation: usize, choice: &decision::Choice) -> Found {
        let article = self.article;
        let speaker = choice.speaker.as_ref().map(|letters| {
            let span = paragraph.line.span(letters);
            let name = self.name(block, paragraph, letters, MEMORY);
            Speaker { span, text: article.text(span).to_owned(), name }
        });
        let cue = choice.cue.as_ref().map(|letters| {
            let span = paragraph.line.span(letters);
            Cue { span, text: article.text(span).to_owned() }
        });
        Found { quotation, attributed: choice.attributed, certainty: choice.certainty, speaker, cue }
    }

    /// A quotation that stands alone after a paragraph that leads into it.
    fn set_up(&mut self, block: usize, quotation: usize) -> Option<Found> {
        let before = self.before(block)?;
        self.paragraph(before);
        let set_up = self.paragraphs[before].take().expect("it was just read");
        let choice = decision::set_up(self.article, &set_up);
        let made = choice.map(|choice| self.made(before, &set_up, quotation, &choice));
        self.paragraphs[before] = Some(set_up);
        made
    }

    /// The name behind the words for a speaker.
    fn name(&mut self, block: usize, paragraph: &Paragraph, letters: &Range<usize>, memory: usize) -> Option<String> {
        match speaker::kind(self.article, &paragraph.line, letters) {
            speaker::Kind::Named(name) => Some(name).filter(|name| *name != self.article.text(paragraph.line.span(letters))),
            speaker::Kind::Other => None,
            speaker::Kind::Who => {
                let from = letters.start.saturating_sub(8);
                let before = &paragraph.line.letters[from..letters.start];
                let end = from + before.iter().rposition(|&class| class == b'n')? + 1;
                let start = from + paragraph.line.letters[from..end].iter().rposition(|&class| class != b'n').map_or(0, |at| at + 1);
                speaker::name(self.article, &paragraph.line, &(start..end))
            }
            speaker::Kind::Refers => {
                let own = last_named(self.article, paragraph, letters.start);
                own.or_else(|| self.named_before(block, memory))
            }
        }
    }

    /// The last speaker who was named before `block`.
    fn named_before(&mut self, block: usize, memory: usize) -> Option<String> {
        let mut at = block;
        for _ in 0..memory {
            at = self.before(at)?;
            let article = self.article;
            let paragraph = self.paragraph(at);
            let name = paragraph.named.get_or_init(|| last_named(article, paragraph, usize::MAX));
            if name.is_some() {
                return name.clone();
            }
        }
        None
    }
}

/// The last speaker who is named in a paragraph before letter `before`; else the last subject that is a name.
fn last_named(article: &Article, paragraph: &Paragraph, before: usize) -> Option<String> {
    let at = paragraph.clauses.partition_point(|clause| clause.letters.start < before);
    let clauses = paragraph.clauses[..at].iter().rev().take(4 * SENTENCES).filter(|clause| clause.letters.end <= before);
    let named = |letters: &Range<usize>| match speaker::kind(article, &paragraph.line, letters) {
        speaker::Kind::Named(name) => Some(name),
        _ => None,
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
            if let Some(name) = subject.as_ref().and_then(named) {
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

/// All clauses of the body that say who speaks, in order: for rules about sources.
pub(super) fn sayings(article: &Article) -> Vec<Saying> {
    let mut reader = Reader::new(article);
    let mut sayings = Vec::new();
    for block in 0..article.blocks().len() {
        if !article.blocks()[block].role.is_body_text() {
            continue;
        }
        let paragraph = reader.paragraph(block);
        for clause in &paragraph.clauses {
            if let Some(cue) = &clause.cue {
                let speaker = clause.speaker.as_ref().map(|letters| paragraph.line.span(letters));
                sayings.push(Saying { speaker, cue: paragraph.line.span(cue), block: block as u32 });
            }
        }
    }
    sayings
}
