//! One name in two spellings: `Viguerie` seventeen times, `Vigurie` once.

use crate::article::{Article, Shape, are_one_person, stem};
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lexicon::{Tag, mark};
use crate::lint::{Context, Draft, Sink};

use crate::text::Span;

use super::{is_beside_cue, near, stands_alone};

/// More than these are another fault: a list of names that are meant to be alike.
const MOST_REPORTED: usize = 100;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    report(article, Field::Any, sink);
}

/// Where the odd form stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Field {
    /// In captions and nowhere else.
    Caption,
    /// Elsewhere too.
    Any,
}

/// Reports the slips whose odd form stands in the field that is asked for.
pub(in crate::rules) fn report(article: &Article, field: Field, sink: &mut Sink) {
    let pairs = near::pairs(article, |form| may_be_name(article, form));
    if pairs.is_empty() {
        return;
    }
    let uses = Uses::of(article);
    let pairs = pairs.into_iter().map(|(one, other)| {
        let (main, odd) = if weight(article, one) >= weight(article, other) { (one, other) } else { (other, one) };
        Pair { article, uses: &uses, main, odd }
    });
    let slips = pairs.filter(|pair| pair.field() == field && pair.is_slip());
    sink.report_all(slips.take(MOST_REPORTED).map(|pair| pair.draft()));
}

/// A dictionary word whose capital only the start of a sentence gave it is no name.
fn may_be_name(article: &Article, form: u32) -> bool {
    let counted = &article.names().forms[form as usize];
    article.words[counted.first as usize].marks & mark::WORD == 0 || counted.inside > 0 || is_beside_cue(article, counted.first as usize)
}

/// Which forms are surnames and forenames of whom, and where each form stands.
struct Uses {
    /// Surname, forename, mention: of full names.
    by_surname: Vec<(u32, u32)>,
    /// Forename, surname: of full names.
    by_given: Vec<(u32, u32)>,
    /// For each form: whether it is the surname, the forename of somebody surely a person.
    is_surname: Vec<bool>,
    is_given: Vec<bool>,
}

impl Uses {
    fn of(article: &Article) -> Self {
        let names = article.names();
        let mut uses = Self {
            by_surname: Vec::with_capacity(names.mentions.len() / 2),
            by_given: Vec::with_capacity(names.mentions.len() / 2),
            is_surname: vec![false; names.forms.len()],
            is_given: vec![false; names.forms.len()],
        };
        for (_, person) in names.people() {
            let Some(surname) = person.surname else { continue };
            uses.is_surname[surname as usize] |= person.sure;
            for mention in names.mentions_of(person).filter(|mention| mention.shape == Shape::Full) {
                let Some(given) = names.form_at(mention.words.start) else { continue };
                uses.is_given[given as usize] = true;
                uses.by_surname.push((surname, given));
                uses.by_given.push((given, surname));
            }
        }
        uses.by_surname.sort_unstable();
        uses.by_surname.dedup();
        uses.by_given.sort_unstable();
        uses.by_given.dedup();
        uses
    }

    fn paired(list: &[(u32, u32)], form: u32) -> &[(u32, u32)] {
        let from = list.partition_point(|&(key, _)| key < form);
        let to = from + list[from..].partition_point(|&(key, _)| key == form);
        &list[from..to.min(from + 16)]
    }
}

/// How much speaks for a form being the right one: how often it stands, then what the dictionary knows, then who came first.
fn weight(article: &Article, form: u32) -> (u32, bool, u32) {
    let counted = &article.names().forms[form as usize];
    let known = article.words[counted.first as usize].marks & mark::PROPER != 0;
    (counted.count, known, u32::MAX - counted.first)
}

/// Two forms one slip apart; `odd` is the one less trusted.
struct Pair<'a> {
    article: &'a Article<'a>,
    uses: &'a Uses,
    main: u32,
    odd: u32,
}

impl Pair<'_> {
    fn written(&self, form: u32) -> &str {
        self.article.names().written(self.article, form)
    }

    fn count(&self, form: u32) -> u32 {
        self.article.names().forms[form as usize].count
    }

    fn marks(&self, form: u32) -> u8 {
        self.article.words[self.article.names().forms[form as usize].first as usize].marks
    }

    fn is_listed(&self, form: u32) -> bool {
        self.article.names().forms[form as usize].listed
    }

    /// Whether the odd form stands in captions alone, where another rule reports it.
    fn field(&self) -> Field {
        let is_caption = |&word: &u32| {
            let block = self.article.words[word as usize].block as usize;
            self.article.blocks()[block].role == Role::Caption
        };
        if self.article.names().places_of(self.odd).iter().all(is_caption) { Field::Caption } else { Field::Any }
    }

    /// Whether an editor would take the two for one name.
    fn is_slip(&self) -> bool {
        let (main, odd) = (self.written(self.main).to_lowercase(), self.written(self.odd).to_lowercase());
        if self.article.lexicon.never_one(&main, &odd) || self.is_listed(self.odd) || self.is_meant() {
            return false;
        }
        match self.companions(&main, &odd) {
            Companions::Same => true,
            Companions::Different => self.is_mistyped(&main, &odd),
            Companions::None => self.is_rare_slip(&main, &odd),
        }
    }

    /// `[sic]` after the odd form, or points that make an abbreviation of it.
    fn is_meant(&self) -> bool {
        let last = *self.article.names().places_of(self.odd).last().expect("a form stands somewhere") as usize;
        let after = self.article.copy()[self.article.words[last].span.to()..].trim_start_matches([' ', '”', '"', '’']);
        after.starts_with("[sic]") || after.starts_with("(sic)") || self.written(self.odd).contains('.')
    }

    /// What the names beside the two say.
    fn companions(&self, main: &str, odd: &str) -> Companions {
        let lexicon = self.article.lexicon;
        let same_given = |&(_, one): &(u32, u32)| {
            Uses::paired(&self.uses.by_surname, self.main)
                .iter()
                .any(|&(_, other)| one == other || are_one_person(lexicon, self.written(one), self.written(other)))
        };
        let odd_givens = Uses::paired(&self.uses.by_surname, self.odd);
        let main_givens = Uses::paired(&self.uses.by_surname, self.main);
        if odd_givens.iter().any(same_given) {
            // Ivanov and Ivanova, Kaczynski and Kaczynska: a wife, a sister.
            return if is_ending(main, odd) && odd.len() != main.len() { Companions::None } else { Companions::Same };
        }
        if !odd_givens.is_empty() && !main_givens.is_empty() {
            return Companions::Different;
        }
        if self.mistyped_name().is_some() {
            return Companions::Same;
        }
        let odd_surnames = Uses::paired(&self.uses.by_given, self.odd);
        let main_surnames = Uses::paired(&self.uses.by_given, self.main);
        let same_surname = odd_surnames.iter().any(|(_, one)| main_surnames.iter().any(|(_, other)| one == other));
        if same_surname {
            // Two known forenames with one surname may be brothers.
            let both_known = self.is_forename(self.odd) && self.is_forename(self.main);
            let swapped = main.chars().count() == odd.chars().count() && strsim::levenshtein(main, odd) == 2;
            let one_name = swapped || lexicon.are_one_forename(main, odd) || lexicon.are_common_pair(main, odd);
            return if both_known && !one_name { Companions::Different } else { Companions::Same };
        }
        let odd_is_person = !odd_surnames.is_empty() || !odd_givens.is_empty();
        if !odd_surnames.is_empty() && (!main_surnames.is_empty() || self.is_forename(self.odd)) {
            return Companions::Different;
        }
        // One a forename, the other a surname: two names.
        if odd_is_person && odd_surnames.is_empty() != main_surnames.is_empty() && (!main_surnames.is_empty() || !main_givens.is_empty()) {
            return Companions::Different;
        }
        Companions::None
    }

    /// `Kier Mulvany` beside `Keir Mulvaney`: a slip in the forename as well. Gives both full names.
    fn mistyped_name(&self) -> Option<(Span, Span)> {
        let names = self.article.names();
        let place = names.places_of(self.odd)[0];
        let before = place.checked_sub(1)?;
        let other = names.form_at(before)?;
        let (one, two) = (&self.article.words[before as usize], &self.article.words[place as usize]);
        let joined = one.block == two.block && self.article.text(Span { start: one.span.end, end: two.span.start }) == " ";
        let given = Uses::paired(&self.uses.by_surname, self.main).iter().map(|&(_, given)| given).find(|&given| {
            let (known, other) = (self.written(given).to_lowercase(), self.written(other).to_lowercase());
            joined && known.chars().count() >= 3 && known != other && strsim::osa_distance(&known, &other) == 1
        })?;
        let full = names.places_of(self.main).iter().take(16).find_map(|&place| {
            let start = self.article.words[place as usize].span.start;
            let mention = &names.mentions[names.mentions.partition_point(|mention| mention.span.start <= start).checked_sub(1)?];
            let fits = mention.shape == Shape::Full && mention.words.end == place + 1 && names.form_at(mention.words.start) == Some(given);
            fits.then_some(mention)
        })?;
        Some((one.span.join(stem(self.article, place as usize)), full.span))
    }

    fn is_forename(&self, form: u32) -> bool {
        let word = &self.article.words[self.article.names().forms[form as usize].first as usize];
        word.is(Tag::Forename) || word.is(Tag::WeakForename)
    }

    /// Without a companion: the odd form is rare, the other clearly the story's own.
    fn is_rare_slip(&self, main: &str, odd: &str) -> bool {
        let (main_count, odd_count) = (self.count(self.main), self.count(self.odd));
        if self.is_second_mention() && !is_ending(main, odd) {
            return true;
        }
        if main_count < 2 * odd_count || odd_count > 2 || is_ending(main, odd) {
            return false;
        }
        let main_is_person = self.uses.is_surname[self.main as usize] || self.uses.is_given[self.main as usize];
        let shortest = main.chars().count().min(odd.chars().count());
        if main.chars().count() <= 3 || (shortest <= 3 && odd.chars().count() == main.chars().count()) {
            return false;
        }
        let short = shortest <= 4;
        if self.marks(self.odd) & (mark::WORD | mark::PROPER) == 0 {
            return if short { main_is_person && main_count >= 3 } else { main_is_person || main_count >= 3 };
        }
        // A word or a name that exists: only where it stands alone in the place of a person whom the story names often.
        self.uses.is_surname[self.main as usize]
            && main_count >= 3
            && odd_count == 1
            && !self.is_forename(self.odd)
            && self.article.names().places_of(self.odd).iter().all(|&word| self.acts_alone(word as usize))
    }

    /// `Marta Oldfield` is introduced; later `Oldfeild said`, and nobody of that name was.
    fn is_second_mention(&self) -> bool {
        let names = self.article.names();
        let (first, second) = (names.forms[self.main as usize].first, names.forms[self.odd as usize].first);
        self.count(self.odd) == 1
            && first < second
            && self.written(self.main).chars().count() >= 5
            && !Uses::paired(&self.uses.by_surname, self.main).is_empty()
            && self.uses.is_surname[self.main as usize]
            && !self.is_forename(self.odd)
            && stands_alone(self.article, second as usize)
            && is_beside_cue(self.article, second as usize)
    }

    /// Whether a word is no part of a longer name and does what a person does.
    fn acts_alone(&self, word: usize) -> bool {
        stands_alone(self.article, word)
            && (stem(self.article, word) != self.article.words[word].span || is_beside_cue(self.article, word) || self.is_before_verb(word))
    }

    fn is_before_verb(&self, word: usize) -> bool {
        let next = self.article.words.get(word + 1).map_or("", |next| self.article.text(next.span));
        matches!(next, "is" | "was" | "has" | "had" | "will" | "would" | "could" | "did" | "does" | "and")
            || next.ends_with("ed")
            || (next.ends_with('s') && next.len() > 3)
    }

    /// Whether the odd form can hardly be a name of its own: two letters swapped, or one typed twice.
    fn is_mistyped(&self, main: &str, odd: &str) -> bool {
        let swapped = main.chars().count() == odd.chars().count() && strsim::levenshtein(main, odd) == 2;
        let doubled = odd.chars().count() > main.chars().count() && {
            let mut single: Vec<char> = odd.chars().collect();
            single.dedup();
            let mut other: Vec<char> = main.chars().collect();
            other.dedup();
            single == other
        };
        let unknown = self.marks(self.odd) & (mark::WORD | mark::PROPER) == 0;
        unknown && (swapped || doubled) && self.count(self.odd) == 1 && self.count(self.main) >= 4
    }

    /// The full name that a form begins at `place`, where it is a forename.
    fn whole_name(&self, form: u32, place: Span) -> Option<Span> {
        let names = self.article.names();
        let at = names.mentions.binary_search_by_key(&place.start, |mention| mention.span.start).ok()?;
        let mention = &names.mentions[at];
        (mention.shape == Shape::Full && self.uses.is_given[form as usize]).then_some(mention.span)
    }

    fn draft(&self) -> Draft {
        let (main, odd) = (self.written(self.main).to_owned(), self.written(self.odd).to_owned());
        let mut places = self.article.names().places_of(self.odd).iter().map(|&word| stem(self.article, word as usize));
        let first = places.next().expect("a form stands somewhere");
        let edits: Vec<Edit> = std::iter::once(first).chain(places).map(|span| Edit::replace(span, main.clone())).collect();
        let (main_count, odd_count) = (self.count(self.main), self.count(self.odd));
        let seen = self.article.names().places_of(self.main)[0];
        // A forename means little without its surname: the whole name is shown, the forename changed.
        let both = || (self.whole_name(self.odd, first), self.whole_name(self.main, stem(self.article, seen as usize)));
        let mistyped = self.mistyped_name();
        let (whole, other) = mistyped.map_or_else(both, |(whole, other)| (Some(whole), Some(other)));
        let (odd, main) = match (whole, other) {
            (Some(whole), Some(other)) => (self.article.text(whole).to_owned(), self.article.text(other).to_owned()),
            _ => (odd, main),
        };
        let (shown, seen) = match (whole, other) {
            (Some(whole), Some(other)) => (whole, other),
            _ => (first, stem(self.article, seen as usize)),
        };
        let draft = Draft::at(shown).say("odd", odd).say("main", main).say("count", times(main_count)).label(seen, "other");
        if main_count >= 2 * odd_count { draft.fix(Safety::Suggested, edits) } else { draft.wording("tie") }
    }
}

enum Companions {
    /// The same forename, or the same surname: one person.
    Same,
    /// Two people, each with a name of their own.
    Different,
    /// Nothing beside them tells.
    None,
}

/// Whether two words differ in an ending alone: a plural, a demonym, a woman's form of a surname.
fn is_ending(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    if let Some(ending) = long.strip_prefix(short) {
        return short.chars().next_back() != ending.chars().next() || ending == "s";
    }
    let (Some(a), Some(b)) = (long.chars().next_back(), short.chars().next_back()) else { return false };
    let all_but_last = |word: &str| word[..word.len() - word.chars().next_back().map_or(0, char::len_utf8)].to_owned();
    a != b && all_but_last(long) == all_but_last(short) && ("aeioyxsnu".contains(a) && "aeioyxsnu".contains(b))
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}
