//! The names of a story gathered: each person, body and place once, with every mention.

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::lexicon::{PhraseKind, PlaceKind, Tag, mark};
use crate::text::{Case, Span};

use super::forms::{Census, NONE, flag};
use super::given::are_one_person;
use super::runs::{Found, Read, Run, is_particle};
use super::slips::slips;
use super::{Mention, Name, NameKind, Names, Shape};

pub(super) fn gather(article: &Article, census: Census, read: &Read) -> Names {
    let forms = census.forms.len();
    let mut gatherer = Gatherer {
        article,
        flags: census.flags,
        names: Names {
            forms: census.forms,
            form_of: census.form_of,
            occurrences: census.occurrences,
            cast: Vec::with_capacity(forms / 2),
            mentions: Vec::with_capacity(read.found.len() + forms / 2),
            by_name: Vec::new(),
            has_namesakes: false,
        },
        bearers: vec![NOBODY; forms],
        next_same_surname: Vec::with_capacity(forms / 2),
        by_text: FxHashMap::default(),
    };
    gatherer.full_names(&read.found);
    gatherer.titled_surnames(&read.found);
    gatherer.bare(&read.runs);
    gatherer.places();
    gatherer.finish()
}

struct Gatherer<'a> {
    article: &'a Article<'a>,
    flags: Vec<u8>,
    names: Names,
    /// By form: who and what is called so.
    bearers: Vec<Bearers>,
    /// By name of the cast.
    next_same_surname: Vec<u32>,
    /// The bodies and places of several words.
    by_text: FxHashMap<&'a str, u32>,
}

/// Who and what a capitalised word names.
#[derive(Clone, Copy)]
struct Bearers {
    /// The last person with this surname; the others follow through `next_same_surname`.
    surname: u32,
    /// The first person with this forename.
    given: u32,
    /// The body or place of this one word.
    other: u32,
}

const NOBODY: Bearers = Bearers { surname: NONE, given: NONE, other: NONE };

impl Gatherer<'_> {
    fn full_names(&mut self, found: &[Found]) {
        for name in found {
            let last = name.end as usize - 1;
            match name.kind {
                NameKind::Organisation | NameKind::Place => self.other(name.kind, name.first, name.end),
                NameKind::Person if name.end - name.first >= 2 && (name.sure || self.recurs_alone(name)) => {
                    let index = self.person(name, self.names.form_of[last]);
                    self.mention(index, Shape::Full, name);
                }
                NameKind::Person => {}
            }
        }
    }

    /// Whether the last word of an unsure name stands elsewhere without the first.
    fn recurs_alone(&self, name: &Found) -> bool {
        let count = |word: u32| self.names.form_of[word as usize];
        let (first, last) = (count(name.first), count(name.end - 1));
        first != NONE && last != NONE && self.names.forms[last as usize].count > self.names.forms[first as usize].count
    }

    /// The person of a full name: one with this surname whose forename may be the same, or a new one.
    fn person(&mut self, found: &Found, surname: u32) -> u32 {
        let given = self.names.form_of[found.first as usize];
        let written = |form: u32| self.names.written(self.article, form);
        let mut candidate = self.bearers[surname as usize].surname;
        let mut tried = 0;
        while candidate != NONE && tried < 8 {
            let same = self.names.cast[candidate as usize].given.is_some_and(|known| {
                known == given || (given != NONE && are_one_person(self.article.lexicon, written(known), written(given)))
            });
            if same {
                return candidate;
            }
            candidate = self.next_same_surname[candidate as usize];
            tried += 1;
        }
        self.add(NameKind::Person, self.span(found.first, found.end), Some(given).filter(|&given| given != NONE), Some(surname), found.sure)
    }

    fn add(&mut self, kind: NameKind, fullest: Span, given: Option<u32>, surname: Option<u32>, sure: bool) -> u32 {
        let index = self.names.cast.len() as u32;
        self.names.cast.push(Name { kind, fullest, given, surname, mentions: 0..0, sure });
        let mut next = NONE;
        if let Some(surname) = surname {
            next = std::mem::replace(&mut self.bearers[surname as usize].surname, index);
            self.names.has_namesakes |= next != NONE;
            let form = &mut self.names.forms[surname as usize];
            form.people = form.people.saturating_add(1);
            if let Some(given) = given {
                let first = &mut self.bearers[given as usize].given;
                *first = (*first).min(index);
                self.names.forms[given as usize].is_given = true;
            }
        }
        self.next_same_surname.push(next);
        index
    }

    fn span(&self, first: u32, end: u32) -> Span {
        Span { start: self.article.words[first as usize].span.start, end: super::stem(self.article, end as usize - 1).end }
    }

    fn mention(&mut self, name: u32, shape: Shape, found: &Found) {
        let span = self.span(found.first, found.end);
        let block = self.article.words[found.first as usize].block as usize;
        for flags in &mut self.flags[found.first as usize..found.end as usize] {
            *flags |= flag::TAKEN;
        }
        self.names.mentions.push(Mention {
            name,
            shape,
            span,
            words: found.first..found.end,
            title: found.title,
            quoted: false,
            role: self.article.blocks()[block].role,
        });
    }

    fn is_taken(&self, word: usize) -> bool {
        self.flags[word] & flag::TAKEN != 0
    }

    /// `Mr. Kerry`, `President Falk`: the person with that surname, or one whose forename the story never gives.
    fn titled_surnames(&mut self, found: &[Found]) {
        for name in found.iter().filter(|name| name.kind == NameKind::Person && name.sure && name.end - name.first == 1) {
            let form = self.names.form_of[name.first as usize];
            if form == NONE || self.is_taken(name.first as usize) {
                continue;
            }
            if self.bearers[form as usize].surname == NONE && self.bearers[form as usize].given != NONE {
                self.mention(self.bearers[form as usize].given, Shape::Forename, name);
                continue;
            }
            let person = match self.bearers[form as usize].surname {
                NONE => self.add(NameKind::Person, self.span(name.first, name.end), None, Some(form), true),
                known => known,
            };
            self.mention(person, Shape::Surname, name);
        }
    }

    /// Surnames and forenames of the cast that stand alone.
    fn bare(&mut self, runs: &[Run]) {
        // Of two people with one surname a bare one means whoever was named last.
        let of_namesakes = if self.names.has_namesakes { &self.names.mentions[..] } else { &[] };
        let mut named: Vec<(u32, u32)> = of_namesakes.iter().map(|mention| (mention.words.start, mention.name)).collect();
        named.sort_unstable();
        let mut named = named.into_iter().peekable();
        for run in runs {
            while let Some((_, person)) = named.next_if(|&(word, _)| word < run.end) {
                if let Some(surname) = self.names.cast[person as usize].surname {
                    self.bearers[surname as usize].surname = person;
                }
            }
            let (mut first, end) = (run.first as usize, run.end as usize);
            let in_heading = self.flags[first] & flag::TITLE_CASE != 0;
            if in_heading || run.has_hyphen {
                for at in first..end {
                    self.bare_word(at);
                }
                continue;
            }
            if !self.may_be_known(end - 1) {
                continue;
            }
            // What stands before a bare surname says nothing of it: `Democrat Falk`, `But Falk`.
            while end - first > 1 && (self.is_taken(first) || self.says_nothing(first) || is_particle(self.article, first)) {
                first += 1;
            }
            if end - first == 1 && first > run.first as usize && self.mistyped_full(first) {
                continue;
            }
            if end - first == 1 && !self.is_attributive(first) {
                self.bare_word(first);
            }
        }
    }

    /// Whether somebody of the cast has this word as a surname or a forename.
    fn may_be_known(&self, word: usize) -> bool {
        let form = self.names.form_of[word];
        form != NONE && (self.bearers[form as usize].surname != NONE || self.bearers[form as usize].given != NONE)
    }

    /// `Kier Falk` where the story knows a Keir Falk: a full name, though its first word may be a word of the dictionary.
    fn mistyped_full(&mut self, surname: usize) -> bool {
        let (form, before) = (self.names.form_of[surname], surname - 1);
        let other = &self.article.words[before];
        let is_date = other.is(Tag::Month) || other.is(Tag::Weekday);
        if form == NONE || is_date || self.is_taken(surname) || self.is_taken(before) || self.names.form_of[before] == NONE {
            return false;
        }
        let person = self.bearers[form as usize].surname;
        let Some(given) = self.names.cast.get(person as usize).and_then(|name| name.given) else { return false };
        let written = |form: u32| self.names.written(self.article, form);
        let (known, other) = (written(given), written(self.names.form_of[before]));
        let is_slip = other.len() >= 3 && slips(known, other) == Some(1);
        if is_slip {
            let found = Found { kind: NameKind::Person, first: before as u32, end: surname as u32 + 1, title: None, sure: true };
            self.mention(person, Shape::Full, &found);
        }
        is_slip
    }

    /// A party, a nationality, a title, the first word of a sentence.
    fn says_nothing(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        let is_word = word.marks & mark::WORD != 0;
        self.flags[at] & flag::PLACE != 0 || word.is(Tag::TitleEnd) || (is_word && !self.is_forename(at))
    }

    fn is_forename(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        word.is(Tag::Forename) || word.is(Tag::WeakForename)
    }

    /// `the Falk campaign`, `a Falk aide`: a thing called after somebody.
    fn is_attributive(&self, at: usize) -> bool {
        let word = &self.article.words[at];
        at > 0 && self.article.words[at - 1].block == word.block && {
            let gap = &self.article.copy()[self.article.words[at - 1].span.to()..word.span.from()];
            gap == " " && matches!(self.article.lexicon.word(self.article.words[at - 1].id), "the" | "a" | "an")
        }
    }

    fn bare_word(&mut self, at: usize) {
        let form = self.names.form_of[at];
        if form == NONE || self.is_taken(at) || self.article.words[at].case == Case::Upper {
            return;
        }
        let (person, shape) = match (self.bearers[form as usize].surname, self.bearers[form as usize].given) {
            (NONE, NONE) => return,
            (NONE, person) => (person, Shape::Forename),
            (person, _) => (person, Shape::Surname),
        };
        let found = Found { kind: NameKind::Person, first: at as u32, end: at as u32 + 1, title: None, sure: true };
        self.mention(person, shape, &found);
    }

    /// A body or a place: one for each way of writing it.
    fn other(&mut self, kind: NameKind, first: u32, end: u32) {
        let (span, next) = (self.span(first, end), self.names.cast.len() as u32);
        let form = if end - first == 1 { self.names.form_of[first as usize] } else { NONE };
        let known = match self.bearers.get_mut(form as usize) {
            Some(bearers) => &mut bearers.other,
            None => self.by_text.entry(self.article.text(span)).or_insert(NONE),
        };
        if *known == NONE {
            *known = next;
        }
        let index = *known;
        if index == next {
            self.add(kind, span, None, None, true);
        }
        self.mention(index, Shape::Full, &Found { kind, first, end, title: None, sure: true });
    }

    fn places(&mut self) {
        let article = self.article;
        for hit in article.phrases_of(PhraseKind::Place) {
            let role = article.blocks()[article.words[hit.first as usize].block as usize].role;
            if !super::is_read(role) || (hit.first..hit.end).any(|word| self.is_taken(word as usize)) {
                continue;
            }
            if matches!(article.lexicon.place(hit.payload).kind, PlaceKind::Country | PlaceKind::City | PlaceKind::State) {
                self.other(NameKind::Place, hit.first, hit.end);
            }
        }
    }

    /// Puts mentions and cast in order of place.
    fn finish(self) -> Names {
        let mut names = self.names;
        names.put_in_order(self.article.words.len());
        let mut order = vec![NONE; names.cast.len()];
        // In order of the first mention: each name, and how many mentions it has.
        let mut cast: Vec<Name> = Vec::with_capacity(names.cast.len());
        let mut counts: Vec<u32> = Vec::with_capacity(names.cast.len());
        let mut quoted = self.article.quoted().iter().peekable();
        for mention in &mut names.mentions {
            let start = mention.span.start;
            while quoted.next_if(|quoted| quoted.end <= start).is_some() {}
            mention.quoted = quoted.peek().is_some_and(|quoted| quoted.start <= start);
            let place = &mut order[mention.name as usize];
            if *place == NONE {
                *place = counts.len() as u32;
                counts.push(0);
                cast.push(names.cast[mention.name as usize].clone());
            }
            mention.name = *place;
            counts[*place as usize] += 1;
        }
        names.cast = cast;
        names.list_mentions(&counts);
        names
    }
}

impl Names {
    /// Puts the mentions in order of place. No two start with one word, so that counting those before each does it.
    fn put_in_order(&mut self, words: usize) {
        // For 64 words at a time: which of them a mention starts with, and how many mentions start before.
        let mut starts = vec![(0_u64, 0_u32); words / 64 + 1];
        for start in self.mentions.iter().map(|mention| mention.words.start) {
            starts[start as usize / 64].0 |= 1 << (start % 64);
        }
        let mut before = 0;
        for (start, count) in &mut starts {
            *count = before;
            before += start.count_ones();
        }
        let mut order = vec![0; self.mentions.len()];
        for (at, start) in (0_u32..).zip(self.mentions.iter().map(|mention| mention.words.start)) {
            let (beside, before) = starts[start as usize / 64];
            let earlier = beside & ((1 << (start % 64)) - 1);
            order[(before + earlier.count_ones()) as usize] = at;
        }
        let mentions = std::mem::take(&mut self.mentions);
        self.mentions = order.into_iter().map(|at| mentions[at as usize].clone()).collect();
    }

    /// Lists the mentions by name, where each name has so many.
    fn list_mentions(&mut self, counts: &[u32]) {
        let mut end = 0;
        for (name, count) in self.cast.iter_mut().zip(counts) {
            name.mentions = end..end;
            end += count;
        }
        self.by_name = vec![0; self.mentions.len()];
        for (index, mention) in (0..).zip(&self.mentions) {
            let place = &mut self.cast[mention.name as usize].mentions.end;
            self.by_name[*place as usize] = index;
            *place += 1;
        }
    }
}
