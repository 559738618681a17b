//! Runs of capitalised words, and the names in each: `Russian Defense Minister Sergei Shoigu`.

use crate::article::Article;
use crate::lexicon::{Tag, mark};
use crate::text::{Case, FILLER, Span};

use super::forms::{Census, flag};
use super::titles::{TitleUse, Titles};
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
    /// Whether a hyphen joins words of it.
    pub has_hyphen: bool,
}

pub(super) struct Read {
    /// Names of two words or with a title, in order.
    pub found: Vec<Found>,
    /// All runs, in order.
    pub runs: Vec<Run>,
}

pub(super) fn read(article: &Article, census: &Census) -> Read {
    let capitals = article.capitals.len();
    let mut read = Read { found: Vec::with_capacity(capitals / 4), runs: Vec::with_capacity(capitals) };
    let mut reader = Reader { article, flags: &census.flags, titles: Titles::default() };
    let mut capitals = article.capitals.iter().map(|&at| at as usize).peekable();
    for (block, _) in article.blocks_with(is_read) {
        let end = article.words_of(block).end;
        let mut after = 0;
        while let Some(at) = capitals.next_if(|&at| at < end) {
            if at < after || reader.flags(at) & flag::NAME == 0 {
                continue;
            }
            let run = reader.run_at(at, end);
            after = run.end as usize;
            read.runs.push(run);
            // A word alone names somebody after a title only.
            if after > at + 1 || reader.follows_title(at) {
                reader.names_of(at, after, &mut read.found);
            }
        }
    }
    read
}

/// Whether a gap between two words may lie inside a name: white space alone.
fn is_white(gap: &str) -> bool {
    gap == " " || (!gap.is_empty() && gap.chars().all(|between| between.is_whitespace() || between == FILLER))
}

/// A particle in small letters that is no English word.
pub(super) fn is_particle(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    word.case == Case::Lower
        && word.is(Tag::Particle)
        && !word.is(Tag::FunctionWord)
        && !matches!(article.text(word.span), "do" | "ten" | "am" | "um" | "san" | "des")
}

struct Reader<'a> {
    article: &'a Article<'a>,
    /// For each word of the story, bits of [`flag`].
    flags: &'a [u8],
    titles: Titles,
}

impl Reader<'_> {
    fn is(&self, at: usize, tag: Tag) -> bool {
        self.article.words[at].is(tag)
    }

    fn marks(&self, at: usize) -> u8 {
        self.article.words[at].marks
    }

    fn flags(&self, at: usize) -> u8 {
        self.flags[at]
    }

    /// What stands between a word and the next.
    fn gap_after(&self, at: usize) -> &str {
        self.article.text(Span { start: self.article.words[at].span.end, end: self.article.words[at + 1].span.start })
    }

    /// The run that starts with word `at` of a block whose words end before `limit`.
    fn run_at(&self, at: usize, limit: usize) -> Run {
        let (mut end, mut has_hyphen) = (at + 1, false);
        while end < limit {
            let is_name = self.flags(end) & flag::NAME != 0;
            // Most runs end before a small word.
            if !is_name && !self.is(end, Tag::Particle) {
                break;
            }
            let last = &self.article.words[end - 1];
            if super::stem_of(self.article, last) != last.span {
                break;
            }
            let gap = self.gap_after(end - 1);
            let is_short = last.span.len() <= 4;
            let is_hyphen = matches!(gap, "-" | "\u{2011}");
            let joins = is_white(gap) || is_hyphen || (gap == ". " && is_short && (last.span.len() == 1 || last.is(Tag::TitleEnd)));
            if !joins {
                break;
            }
            has_hyphen |= is_hyphen;
            if is_name {
                end += 1;
            } else if let Some(after) = self.after_particles(end, limit) {
                has_hyphen |= (end..after).any(|particle| self.gap_after(particle) == "-");
                end = after + 1;
            } else {
                break;
            }
        }
        Run { first: at as u32, end: end as u32, has_hyphen }
    }

    /// The capitalised word after particles (`bin`, `van der`, `al-`) that start at word `at`.
    fn after_particles(&self, at: usize, limit: usize) -> Option<usize> {
        let mut next = at;
        while next < limit && next < at + 3 && is_particle(self.article, next) {
            next += 1;
            if next == self.article.words.len() {
                return None;
            }
            let gap = self.gap_after(next - 1);
            if !is_white(gap) && gap != "-" {
                return None;
            }
        }
        (next > at && next < limit && self.flags(next) & flag::NAME != 0).then_some(next)
    }

    /// The names in the run of words `first..end`.
    fn names_of(&mut self, first: usize, end: usize, found: &mut Vec<Found>) {
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

    /// Whether a title may end right before word `at`.
    fn follows_title(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, Tag::TitleEnd))
    }

    /// The title before word `at`, inside its run or in small letters right before it.
    fn title_before(&mut self, at: usize, run: usize) -> Option<TitleUse> {
        let before = at.checked_sub(1)?;
        let (last, word) = (&self.article.words[before], &self.article.words[at]);
        if !last.is(Tag::TitleEnd) || last.block != word.block {
            return None;
        }
        let gap = self.gap_after(before);
        let has_point = gap == ". ";
        if before < run && !is_white(gap) && !(has_point && last.span.len() <= 5) {
            return None;
        }
        // The point must be an abbreviation's, not the end of a sentence: `as secretary of state. Falk left`.
        let points = has_point || gap.starts_with(". ");
        self.titles
            .ending_at(self.article, before)
            .filter(|title| !points || title.title.text.ends_with('.') || title.title.text.len() <= 4)
    }

    /// The person whose name starts with word `at`.
    fn name_at(&self, at: usize, run_end: usize, title: Option<TitleUse>) -> Option<Found> {
        if self.is(at, Tag::Weekday)
            || (self.is(at, Tag::Month) && title.is_none())
            || self.article.words[at].span.len() < 2 && title.is_none()
        {
            return self.initials_at(at, run_end);
        }
        // A word alone is somebody's name after a title only.
        if title.is_none() && at + 1 == run_end {
            return None;
        }
        let is_dean = || matches!(self.article.lexicon.word(self.article.words[at].id), "dean" | "earl") && title.is_none();
        if self.is(at, Tag::TitleEnd) && !self.is(at, Tag::Forename) && at + 1 < run_end && !is_dean() {
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
            (Some(_), _) => self.flags(at) & flag::PLACE == 0 || self.is_forename(at),
            (None, 1) => false,
            (None, _) => self.is_forename(at),
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
        if at + 1 >= run_end || !self.is_initial(at) {
            return None;
        }
        let end = self.name_end(at, run_end);
        let last = end - 1;
        let pointed = self.article.copy()[self.article.words[at].span.from()..self.article.words[at + 1].span.from()].contains('.');
        let fits = pointed && last > at && !self.is_initial(last);
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
        const LISTS: u32 = Tag::FunctionWord.bit() | Tag::Pronoun.bit() | Tag::Weekday.bit();
        let word = &self.article.words[at];
        word.tags() & LISTS != 0 || self.article.lexicon.is_no_surname(word.id)
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
                || self.is_suffix(end)
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

    /// `Jr.` and `Sr.` after a name.
    fn is_suffix(&self, at: usize) -> bool {
        let span = self.article.words[at].stem_span();
        span.len() <= 3 && matches!(self.article.text(span), "Jr" | "Sr" | "Jr." | "Sr.")
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
