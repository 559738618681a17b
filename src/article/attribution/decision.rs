//! Which clause attributes a quotation: the nearest one that the sentence binds to it, else that of the sentence before.

use std::ops::Range;

use crate::article::Article;
use crate::article::quotations::{Attributed, Certainty, Class};
use crate::parse::attribution::{self, Clause, Form};

use super::{Found, Paragraph};

/// What attributes a quotation, as indices into the letters of a paragraph.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub attributed: Attributed,
    pub certainty: Certainty,
    pub speaker: Option<Range<usize>>,
    pub cue: Option<Range<usize>>,
}

/// A quoted question that goes on with its speaker ends no sentence: “Why now?” Marsh asked.
pub(super) fn join_questions(letters: &mut [u8], clauses: &[Clause]) {
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'?', &letters[from..]).map(|question| from + question) {
        let goes_on = clauses.iter().any(|clause| {
            let follows = clause.letters.start == at + 1 && clause.speaker.is_some() && clause.form != Form::Label;
            let next = letters.get(clause.letters.end).copied().unwrap_or(b'.');
            let ends = match next {
                b',' => letters.get(clause.letters.end + 1) != Some(&b'q'),
                next => matches!(next, b'.' | b't' | b'o' | b's' | b'a' | b'g' | b'%'),
            };
            // A pronoun with a capital starts a sentence: “Really?” She smiled.
            follows && ends && letters[at + 1] != b'p'
        });
        letters[at] = if goes_on { b',' } else { b'.' };
        from = at + 1;
    }
}

/// No sentence is longer, in letters; hostile copy would make every quotation look at all of a paragraph.
pub(super) const LONGEST: usize = 1500;

/// How many clauses on either side of a quotation may be its own.
const NEIGHBOURS: usize = 16;

/// How many sentences back a paragraph is searched for a speaker.
const SENTENCES: usize = 12;

/// The clauses of `range`, at most so many on either side of letter `near`.
fn clauses_in<'a>(
    paragraph: &Paragraph<'a>,
    range: Range<usize>,
    near: usize,
) -> impl DoubleEndedIterator<Item = &'a Clause> + Clone + use<'a> {
    let at = paragraph.clauses.partition_point(|clause| clause.letters.start < near);
    let window = at.saturating_sub(NEIGHBOURS)..paragraph.clauses.len().min(at + NEIGHBOURS);
    paragraph.clauses[window].iter().filter(move |clause| range.start <= clause.letters.start && clause.letters.end <= range.end)
}

/// What attributes the quotation at `letter`; `last` is what attributes the one before it in the paragraph.
pub(super) fn choose(paragraph: &Paragraph, letter: usize, last: Option<&Choice>) -> Option<Choice> {
    let letters = paragraph.line.letters;
    let (nearest, furthest) = (letter.saturating_sub(LONGEST), letters.len().min(letter + LONGEST));
    let start = letters[nearest..letter].iter().rposition(|&class| class == b'.').map_or(nearest, |at| nearest + at + 1);
    let end = letters[letter..furthest].iter().position(|&class| class == b'.').map_or(furthest, |at| letter + at);
    same_sentence(paragraph, letter, start..end)
        .or_else(|| colon(paragraph, letter, start))
        .or_else(|| previous_sentence(paragraph, start, last))
        .or_else(|| next_sentence(paragraph, end))
}

fn same_sentence(paragraph: &Paragraph, letter: usize, sentence: Range<usize>) -> Option<Choice> {
    let (cost, best) = clauses_in(paragraph, sentence.clone(), letter)
        .filter_map(|clause| Some((cost(paragraph, clause, letter, sentence.start)?, clause)))
        .min_by_key(|(cost, _)| *cost)?;
    let certainty = if cost < 30 { Certainty::High } else { Certainty::Medium };
    let attributed = if best.form == Form::Label { Attributed::Colon } else { Attributed::SameSentence };
    Some(Choice { attributed, certainty, speaker: speaker_of(paragraph, best, sentence.start), cue: best.cue.clone() })
}

/// How loosely a clause is bound to the quotation at `letter`; none when it cannot be its own.
fn cost(paragraph: &Paragraph, clause: &Clause, letter: usize, sentence_start: usize) -> Option<usize> {
    let letters = paragraph.line.letters;
    // Marsh: “Go.” A label opens its sentence; the words before another colon are none.
    if clause.form == Form::Label && clause.letters.start.checked_sub(1).is_some_and(|before| letters[before] != b'.') {
        return None;
    }
    if clause.letters.start > letter {
        let between = &letters[letter + 1..clause.letters.start];
        let tight = between.iter().all(|class| matches!(class, b',' | b'-' | b'a' | b'x' | b'?'));
        // The “quiet” talks said little: the quotation is a part of the clause, not what the clause says.
        if between.is_empty() && clause.form == Form::SpeakerFirst && paragraph.line.embedded.binary_search(&letter).is_ok() {
            return Some(45);
        }
        // “Go,” said Marsh and “stay,” said Lowe: another speaker's words stand between.
        let others = quotations_in(between);
        let apart = between.iter().any(|class| matches!(class, b'&' | b'b' | b';' | b':'));
        return match clause.form {
            Form::Participle | Form::CueAlone | Form::Label => None,
            Form::Inverted | Form::Epigraph | Form::Smiling if !tight && others == 0 && !apart && clause.form != Form::Inverted => None,
            _ if tight => Some(0),
            _ if others > 0 => Some(40 + between.len() + 10 * others),
            _ if apart => Some(60 + between.len()),
            _ => Some(25 + between.len()),
        };
    }
    if clause.letters.end > letter {
        return None;
    }
    let between = &letters[clause.letters.end..letter];
    let others = quotations_in(between);
    let tight = between.iter().all(|class| matches!(class, b',' | b':' | b's' | b'a' | b'd' | b'-'));
    let leads = between.last() == Some(&b':') && others == 0;
    let weak = match clause.form {
        Form::Participle | Form::CueAlone if !tight && !leads && speaker_of(paragraph, clause, sentence_start).is_none() => return None,
        Form::Participle | Form::CueAlone => 1,
        Form::Label if !tight => return None,
        // “Go,” said Marsh; the next quotation of the sentence is hers too, unless another clause is nearer.
        Form::Smiling | Form::Epigraph => 10,
        _ => 0,
    };
    Some(
        weak + if tight {
            1
        } else if leads {
            4
        } else {
            10 + between.len().min(60) + 5 * others
        },
    )
}

fn quotations_in(letters: &[u8]) -> usize {
    memchr::memchr_iter(b'q', letters).count()
}

/// The speaker of a clause, or of its sentence where the clause has none of its own.
fn speaker_of(paragraph: &Paragraph, clause: &Clause, sentence_start: usize) -> Option<Range<usize>> {
    if clause.speaker.is_some() {
        return clause.speaker.clone();
    }
    let mut earlier = clauses_in(paragraph, sentence_start..clause.letters.start, clause.letters.start).rev();
    earlier.find_map(|other| other.speaker.clone()).or_else(|| subject(paragraph, sentence_start..clause.letters.start))
}

fn subject(paragraph: &Paragraph, sentence: Range<usize>) -> Option<Range<usize>> {
    let found = attribution::subject(&paragraph.line.letters[sentence.clone()])?;
    Some(found.start + sentence.start..found.end + sentence.start)
}

/// A colon leads into it without a cue: Marsh was blunt: “We lost.”
fn colon(paragraph: &Paragraph, letter: usize, start: usize) -> Option<Choice> {
    let at = letter.checked_sub(1).filter(|&at| at >= start && paragraph.line.letter(at) == b':')?;
    Some(Choice { attributed: Attributed::Colon, certainty: Certainty::Medium, speaker: subject(paragraph, start..at), cue: None })
}

fn previous_sentence(paragraph: &Paragraph, start: usize, last: Option<&Choice>) -> Option<Choice> {
    let letters = paragraph.line.letters;
    let mut end = start.checked_sub(1)?;
    let mut near = true;
    for _ in 0..SENTENCES {
        let nearest = end.saturating_sub(LONGEST);
        let from = letters[nearest..end].iter().rposition(|&class| class == b'.').map_or(nearest, |at| nearest + at + 1);
        let holds_quotation = letters[from..end].contains(&b'q');
        let certainty = if near { Certainty::High } else { Certainty::Medium };
        if holds_quotation && let Some(last) = last {
            return Some(Choice { attributed: Attributed::PreviousSentence, certainty, ..last.clone() });
        }
        if let Some(choice) = main_clause(paragraph, from..end) {
            return Some(Choice { attributed: Attributed::PreviousSentence, certainty, ..choice });
        }
        near = false;
        end = from.checked_sub(1)?;
    }
    None
}

fn next_sentence(paragraph: &Paragraph, end: usize) -> Option<Choice> {
    let letters = paragraph.line.letters;
    let from = end + 1;
    let furthest = letters.len().min(from + LONGEST);
    let to = letters.get(from..furthest)?.iter().position(|&class| class == b'.').map_or(furthest, |at| from + at);
    let choice = main_clause(paragraph, from..to)?;
    Some(Choice { attributed: Attributed::NextSentence, certainty: Certainty::Medium, ..choice })
}

/// The clause that a sentence turns on: its first with a speaker.
fn main_clause(paragraph: &Paragraph, sentence: Range<usize>) -> Option<Choice> {
    let mut inside = clauses_in(paragraph, sentence.clone(), sentence.start);
    let clause = inside.clone().find(|clause| clause.speaker.is_some()).or_else(|| inside.next())?;
    Some(Choice {
        attributed: Attributed::PreviousSentence,
        certainty: Certainty::Medium,
        speaker: speaker_of(paragraph, clause, sentence.start),
        cue: clause.cue.clone(),
    })
}

/// What a paragraph sets up for a quotation that stands alone after it: a colon at its end, or a last sentence that says who
/// speaks and ends in prose.
pub(super) fn set_up(article: &Article, paragraph: &Paragraph) -> Option<Choice> {
    let letters = paragraph.line.letters;
    let letters = &letters[..letters.iter().rposition(|&class| class != b'.').map_or(0, |last| last + 1)];
    let start = memchr::memrchr(b'.', letters).map_or(0, |at| at + 1);
    if letters.ends_with(b":") {
        let choice = main_clause(paragraph, start..letters.len());
        let (speaker, cue) = match choice {
            Some(choice) => (choice.speaker, choice.cue),
            None => (subject(paragraph, start..letters.len()), None),
        };
        return Some(Choice { attributed: Attributed::Colon, certainty: Certainty::Medium, speaker, cue });
    }
    if letters.ends_with(b"q") && !ends_in_quoted_part(article, paragraph, &letters[start..]) {
        return None;
    }
    let choice = main_clause(paragraph, start..letters.len())?;
    Some(Choice { attributed: Attributed::SetUp, certainty: Certainty::Low, ..choice })
}

/// Whether the quotation at the end of `sentence` is a part of what the narrator says: Marsh said the wall was “safe for all boats.”
fn ends_in_quoted_part(article: &Article, paragraph: &Paragraph, sentence: &[u8]) -> bool {
    let before = sentence.iter().rev().nth(1);
    let leads_on = before.is_some_and(|&class| class.is_ascii_lowercase() && !matches!(class, b'c' | b'g' | b'h' | b'q'));
    let last = paragraph.line.quotations.last().map(|&(_, quotation)| article.scanned[quotation].class);
    leads_on && last.is_some_and(|class| class != Class::Direct)
}

/// A running quotation has one speaker: its paragraphs inherit from the first that says who, a first one from the next.
pub(super) fn run_on(article: &Article, found: Vec<Found>) -> Vec<Found> {
    // Few stories have any.
    if !article.scanned.iter().any(|quotation| quotation.continued || quotation.continues) {
        return found;
    }
    let mut slots: Vec<Option<Found>> = vec![None; article.scanned.len()];
    for found in found {
        let index = found.quotation;
        slots[index] = Some(found);
    }
    let mut chain: Vec<usize> = Vec::new();
    for (index, quotation) in article.scanned.iter().enumerate().filter(|(_, quotation)| quotation.level == 1) {
        if !quotation.continued {
            chain.clear();
        }
        if quotation.continued || quotation.continues {
            chain.push(index);
        }
        if quotation.continued && !quotation.continues {
            inherit(&chain, &mut slots);
        }
    }
    slots.into_iter().flatten().collect()
}

fn inherit(chain: &[usize], slots: &mut [Option<Found>]) {
    let is_own = |found: &Found| found.attributed != Attributed::SetUp;
    let own = chain.iter().find_map(|&index| slots[index].filter(is_own));
    let Some(mut giver) = own.or_else(|| chain.iter().find_map(|&index| slots[index])) else { return };
    for &index in chain {
        if let Some(found) = slots[index].filter(is_own) {
            giver = found;
        } else {
            let attributed = if giver.attributed == Attributed::SetUp { Attributed::SetUp } else { Attributed::Running };
            slots[index] = Some(Found { quotation: index, attributed, ..giver });
        }
    }
}
