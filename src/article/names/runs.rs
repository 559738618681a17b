//! Runs of capitalised words, and the names in each: `Russian Defense Minister Sergei Shoigu`.

use crate::article::Article;
use crate::lexicon::{Tag, mark};
use crate::text::{Case, FILLER, Span};

use super::forms::{Census, flag, is_name_word};
use super::titles::{self, TitleUse};
use super::{NameKind, is_read};

/// A name as one run of words gives it.
pub(super) struct Found {
    pub kind: NameKind,
    /// Its words, without title and suffix.
    pub first: u32,
    pub end: u32,
    pub title: Option<TitleUse>,
    /// Whether a forename, a title or a list says what it is.
    pub sure: bool,
}

/// A run of capitalised words.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub first: u32,
    pub end: u32,
}

pub(super) struct Read {
    /// Names of two words or with a title, in order.
    pub found: Vec<Found>,
    /// All runs, in order.
    pub runs: Vec<Run>,
}

pub(super) fn read(article: &Article, census: &Census) -> Read {
    let mut read = Read { found: Vec::new(), runs: Vec::new() };
    let mut capitals = census.capitals.iter().peekable();
    for (block, _) in article.blocks_with(is_read) {
        let end = article.words_of(block).end;
        let mut after = 0;
        while let Some(capital) = capitals.next_if(|capital| (capital.word as usize) < end) {
            let at = capital.word as usize;
            if at < after {
                continue;
            }
            after = run_end(article, at, end);
            read.runs.push(Run { first: at as u32, end: after as u32 });
            Reader { article, census }.names_of(at, after, &mut read.found);
        }
    }
    read
}

/// One past the last word of the run that starts with word `at`.
fn run_end(article: &Article, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end < limit {
        let (last, next) = (&article.words[end - 1], &article.words[end]);
        if super::stem(article, end - 1) != last.span {
            break;
        }
        let gap = article.text(Span { start: last.span.end, end: next.span.start });
        let is_short = last.span.len() <= 4;
        let joins = is_white(gap)
            || matches!(gap, "-" | "\u{2011}")
            || (gap == ". " && is_short && (last.span.len() == 1 || last.is(Tag::TitleEnd)));
        if !joins {
            break;
        }
        if is_name_word(article, next) {
            end += 1;
        } else if let Some(after) = after_particles(article, end, limit) {
            end = after + 1;
        } else {
            break;
        }
    }
    end
}

/// The capitalised word after particles (`bin`, `van der`, `al-`) that start at word `at`.
fn after_particles(article: &Article, at: usize, limit: usize) -> Option<usize> {
    let mut next = at;
    while next < limit && next < at + 3 && is_particle(article, next) {
        next += 1;
        let gap = article.text(Span { start: article.words[next - 1].span.end, end: article.words.get(next)?.span.start });
        if !is_white(gap) && gap != "-" {
            return None;
        }
    }
    (next > at && next < limit && is_name_word(article, &article.words[next])).then_some(next)
}

/// A particle in small letters that is no English word.
pub(super) fn is_particle(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    word.case == Case::Lower
        && word.is(Tag::Particle)
        && !word.is(Tag::FunctionWord)
        && !matches!(article.text(word.span), "do" | "ten" | "am" | "um" | "san" | "des")
}

fn is_white(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(|between| between.is_whitespace() || between == FILLER)
}

struct Reader<'a> {
    article: &'a Article<'a>,
    census: &'a Census,
}

impl Reader<'_> {
    fn is(&self, at: usize, tag: Tag) -> bool {
        self.article.words[at].is(tag)
    }

    fn marks(&self, at: usize) -> u8 {
        self.article.words[at].marks
    }

    fn flags(&self, at: usize) -> u8 {
        self.census.flags[at]
    }

    /// The names in the run of words `first..end`.
    fn names_of(&self, first: usize, end: usize, found: &mut Vec<Found>) {
        if self.is(end - 1, Tag::OrganisationNoun) && end - first >= 2 && self.marks(end - 1) & mark::WORD != 0 {
            let from = if self.article.starts_sentence(first) && self.is(first, Tag::FunctionWord) { first + 1 } else { first };
            if end - from >= 2 && self.flags(first) & flag::TITLE_CASE == 0 && self.flags(end - 1) & flag::PLACE == 0 {
                found.push(Found { kind: NameKind::Organisation, first: from as u32, end: end as u32, title: None, sure: true });
                return;
            }
        }
        let mut at = first;
        while at < end {
            let title = self.title_before(at, first);
            let Some(name) = self.name_at(at, end, title) else {
                at += 1;
                continue;
            };
            at = name.end as usize;
            found.push(name);
        }
    }

    /// The title before word `at`, inside its run or in small letters right before it.
    fn title_before(&self, at: usize, run: usize) -> Option<TitleUse> {
        let before = at.checked_sub(1)?;
        if self.article.words[before].block != self.article.words[at].block {
            return None;
        }
        if before < run {
            let gap = self.article.text(Span { start: self.article.words[before].span.end, end: self.article.words[at].span.start });
            let abbreviated = gap == ". " && self.article.words[before].span.len() <= 5;
            if !is_white(gap) && !abbreviated {
                return None;
            }
        }
        let points = self.article.copy()[self.article.words[before].span.to()..].starts_with(". ");
        // The point must be an abbreviation's, not the end of a sentence: `as secretary of state. Falk left`.
        titles::ending_at(self.article, before).filter(|title| !points || title.title.text.ends_with('.') || title.title.text.len() <= 4)
    }

    /// The person whose name starts with word `at`.
    fn name_at(&self, at: usize, run_end: usize, title: Option<TitleUse>) -> Option<Found> {
        if self.is(at, Tag::Weekday)
            || (self.is(at, Tag::Month) && title.is_none())
            || self.article.words[at].span.len() < 2 && title.is_none()
        {
            return self.initials_at(at, run_end);
        }
        let is_forename = self.is_forename(at);
        let is_dean = matches!(self.article.lexicon.word(self.article.words[at].id), "dean" | "earl") && title.is_none();
        if self.is(at, Tag::TitleEnd) && !self.is(at, Tag::Forename) && !is_dean && at + 1 < run_end {
            return None;
        }
        let end = self.name_end(at, run_end);
        let words = end - at;
        let last = end - 1;
        let is_body = words >= 2 && self.is(last, Tag::OrganisationNoun) && self.marks(last) & mark::WORD != 0;
        if is_body || self.is_initial(last) || self.is_no_surname(last) {
            return None;
        }
        let sure = match (&title, words) {
            (Some(title), 1) => self.is_titled_surname(at, title),
            (Some(_), _) => self.flags(at) & flag::PLACE == 0 || is_forename,
            (None, 1) => false,
            (None, _) => is_forename,
        };
        if sure {
            return Some(Found { kind: NameKind::Person, first: at as u32, end: end as u32, title, sure });
        }
        let unsure = title.is_none()
            && (2..=3).contains(&words)
            && end == run_end
            && (at..end).all(|word| self.may_be_foreign(word))
            && self.flags(at) & flag::TITLE_CASE == 0;
        unsure.then_some(Found { kind: NameKind::Person, first: at as u32, end: end as u32, title, sure: self.acts_as_person(at, end) })
    }

    /// `J.K. Rowe`, `J. Rowe`.
    fn initials_at(&self, at: usize, run_end: usize) -> Option<Found> {
        let end = self.name_end(at, run_end);
        let last = end.checked_sub(1)?;
        let pointed =
            self.article.copy()[self.article.words[at].span.from()..self.article.words[at + 1..].first()?.span.from()].contains('.');
        let fits = self.is_initial(at) && pointed && last > at && !self.is_initial(last);
        (fits && !matches!(self.article.text(self.article.words[at].span), "A" | "I")).then_some(Found {
            kind: NameKind::Person,
            first: at as u32,
            end: end as u32,
            title: None,
            sure: true,
        })
    }

    fn is_initial(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        word.span.len() == 1 || (word.case == Case::Upper && self.article.text(word.span).contains('.'))
    }

    /// A forename with a name after it. One that is also a word proves nothing at the start of a sentence.
    fn is_forename(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        if word.case == Case::Upper {
            return self.is_initial(at);
        }
        if self.is(at, Tag::Forename) {
            return true;
        }
        if !self.is(at, Tag::WeakForename) {
            return false;
        }
        // `Will Falk go?` at the start of a sentence, `Virginia Republicans`: the surname has to speak for the forename.
        let may_be_verb = self.article.starts_sentence(at) || self.flags(at) & flag::TITLE_CASE != 0;
        let is_word = self.marks(at) & mark::WORD != 0;
        let next_is_word = at + 1 < self.article.words.len() && self.marks(at + 1) & mark::WORD != 0;
        let is_small = matches!(
            self.article.lexicon.word(self.article.words[at].id),
            "will" | "may" | "can" | "do" | "in" | "so" | "an" | "see" | "love" | "say" | "my"
        );
        if may_be_verb && is_word {
            return !is_small && !next_is_word;
        }
        self.flags(at) & flag::PLACE == 0 || !next_is_word
    }

    /// `Florida Republican`, `Jim I`: words that are capitalised and end no name.
    fn is_no_surname(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        self.is(at, Tag::FunctionWord)
            || self.is(at, Tag::Pronoun)
            || self.is(at, Tag::Weekday)
            || matches!(
                self.article.lexicon.word(word.id),
                "republican"
                    | "democratic"
                    | "democrat"
                    | "conservative"
                    | "liberal"
                    | "independent"
                    | "muslim"
                    | "jewish"
                    | "christian"
                    | "catholic"
                    | "protestant"
                    | "first"
                    | "pacific"
                    | "atlantic"
                    | "bible"
                    | "christ"
                    | "god"
                    | "christmas"
                    | "easter"
                    | "day"
                    | "east"
                    | "west"
                    | "north"
                    | "south"
                    | "park"
                    | "lake"
                    | "river"
                    | "i'm"
                    | "that"
                    | "this"
                    | "his"
                    | "her"
            )
    }

    /// One past the last word of the name that starts with word `at`.
    fn name_end(&self, at: usize, run_end: usize) -> usize {
        let mut end = at + 1;
        while end < run_end && end < at + 6 {
            let stops = self.is(end, Tag::Weekday)
                || self.is(end, Tag::Pronoun)
                || (self.is(end, Tag::FunctionWord) && !self.is(end, Tag::Particle))
                || (self.is(end, Tag::Month) && self.article.words[end].span.len() > 3)
                || (self.is(end, Tag::TitleEnd) && end + 1 < run_end && !self.is(end, Tag::Forename) && self.article.words[end].span.len() > 1)
                || matches!(self.article.text(self.article.words[end].stem_span()), "Jr" | "Sr" | "Jr." | "Sr.")
                // In a heading that capitalises everything a verb follows the name.
                || (self.flags(end) & flag::TITLE_CASE != 0 && self.marks(end) & mark::WORD != 0 && self.marks(end) & mark::PROPER == 0);
            if stops {
                break;
            }
            end += 1;
        }
        // A name ends with a capital: a particle that nothing follows belongs to what comes next.
        while end > at + 1 && is_particle(self.article, end - 1) {
            end -= 1;
        }
        end
    }

    /// `President Falk`, `spokesman Falk`; not `General Motors`, `president Tuesday`, `minister France`.
    fn is_titled_surname(&self, at: usize, title: &TitleUse) -> bool {
        let marks = self.marks(at);
        let only_word = marks & mark::WORD != 0 && marks & mark::PROPER == 0;
        let lower_title = self.article.text(title.span).starts_with(char::is_lowercase);
        let known_as_other = self.flags(at) & (flag::PLACE | flag::LISTED) != 0 || self.is(at, Tag::OrganisationNoun);
        let plural = lower_title
            && self.article.text(self.article.words[at].span).ends_with('s')
            && marks & mark::PROPER != 0
            && !self.is(at, Tag::Forename);
        let is_saint = plural || matches!(title.title.key, "st" | "saint");
        let in_heading = self.flags(at) & flag::TITLE_CASE != 0;
        !known_as_other
            && !is_saint
            && !self.is(at, Tag::TitleEnd)
            && !(only_word && (lower_title || in_heading))
            && self.article.words[at].span.len() >= 3
    }

    /// Whether a word may be part of a foreign name: no English word, no place, no body.
    fn may_be_foreign(&self, at: usize) -> bool {
        is_particle(self.article, at)
            || (self.marks(at) & mark::WORD == 0
                && self.flags(at) & (flag::PLACE | flag::LISTED) == 0
                && !self.is(at, Tag::OrganisationNoun)
                && !self.is(at, Tag::TitleEnd)
                && self.article.words[at].span.len() >= 2)
    }

    /// Whether what stands around a name says that it is a person: a verb of speech, an age.
    fn acts_as_person(&self, at: usize, end: usize) -> bool {
        let is_cue = |index: Option<usize>| index.is_some_and(|index| index < self.article.words.len() && self.is(index, Tag::Cue));
        let after = self.article.copy()[self.article.words[end - 1].span.to()..].strip_prefix(", ");
        let age = after
            .is_some_and(|after| after.len() > 3 && after.as_bytes()[..2].iter().all(u8::is_ascii_digit) && after.as_bytes()[2] == b',');
        age || is_cue(at.checked_sub(1)) || is_cue(Some(end))
    }
}
