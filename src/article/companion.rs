//! What of a story other stories of a run are held against: its headline, people, names, figures, and the teasers that lead to others.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::Role;
use crate::lexicon::mark;
use crate::parse::quantities::QuantityKind;
use crate::text::Span;

use super::{Article, Fate, Quantity, Shape};

/// Figures are taken from the headline, the standfirst and so many paragraphs: what a story leads with.
const LEAD: usize = 3;
/// A tag on more stories than these is a section of the paper.
const MOST_TAGGED: usize = 12;
/// A word in more headlines than these tells none from the others.
const MOST_HEADLINES: usize = 200;
/// The share of its words that a teaser and the headline it repeats have in common.
const ALIKE: f64 = 0.6;
/// Shorter headlines are alike by chance.
const FEWEST: usize = 4;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// People who died, were hurt and so on.
    Fate(Fate),
    /// Things, by their noun in the singular.
    Noun(String),
}

/// A figure with what it counts.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it counts.
    pub counted: Counted,
    /// Its value.
    pub value: f64,
    /// Whether a word rounds it.
    pub is_hedged: bool,
    /// Where it stands.
    pub span: Span,
    /// As written, with what it counts.
    pub text: String,
}

/// A full name of a person.
#[derive(Clone, Debug)]
pub struct Person {
    /// The forename.
    pub given: String,
    /// The surname.
    pub surname: String,
    /// Both, as written.
    pub full: String,
    /// Where they stand first.
    pub span: Span,
}

/// Words in large type.
#[derive(Clone, Debug)]
pub struct Heading {
    /// As written.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    words: Vec<String>,
}

/// A story of the run, as the others see it.
#[derive(Clone, Debug)]
pub struct Companion {
    /// Its file.
    pub path: String,
    /// Its day, if it says one.
    pub day: Option<(i16, i8, i8)>,
    /// Its headline.
    pub headline: Option<Heading>,
    /// The headlines of its teasers.
    pub teasers: Vec<Heading>,
    /// The people it names in full.
    pub people: Vec<Person>,
    /// Capitalised words that no dictionary knows, each where it stands first.
    pub names: Vec<(String, Span)>,
    /// The figures that it leads with.
    pub figures: Vec<Figure>,
    topics: Vec<Topic>,
}

/// What a story says it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Topic {
    Slug(String),
    Tag(String),
}

impl Companion {
    /// What `article` is to other stories.
    pub fn of(article: &Article) -> Self {
        let front = &article.document.front;
        let slug = front.slug.iter().map(|slug| Topic::Slug(slug.to_lowercase()));
        Self {
            path: article.document.source.path().to_owned(),
            day: front.date.map(|(_, day)| day),
            headline: article.headline().and_then(|(block, _)| Heading::of(article, block)),
            teasers: headings(article, Role::TeaserHeadline),
            people: people(article),
            names: unknown_names(article),
            figures: figures(article),
            topics: slug.chain(front.tags.iter().map(|tag| Topic::Tag(tag.to_lowercase()))).collect(),
        }
    }

    /// Whether the story was written after `other`: by its day, else by its file's place.
    pub fn is_later_than(&self, other: &Companion) -> bool {
        (self.day, &self.path) > (other.day, &other.path)
    }
}

impl Heading {
    fn of(article: &Article, block: usize) -> Option<Self> {
        let span = article.blocks()[block].span;
        let words = article.words_of(block).map(|at| letters(article.text(article.words[at].span)));
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| Self { text: article.text(span).to_owned(), span, words })
    }

    /// Whether both have the same words.
    pub fn says_the_same(&self, other: &Heading) -> bool {
        self.words == other.words
    }

    /// Whether one repeats the other, perhaps with some words changed.
    pub fn repeats(&self, other: &Heading) -> bool {
        if self.words.len().min(other.words.len()) < FEWEST {
            return self.says_the_same(other);
        }
        let there: FxHashSet<&String> = other.words.iter().collect();
        let common = self.words.iter().filter(|word| there.contains(word)).count();
        2.0 * common as f64 / (self.words.len() + other.words.len()) as f64 >= ALIKE
    }
}

/// For each story, the stories that it belongs with, in order: of one slug or tag, or one a teaser of the other.
pub fn company(stories: &[Companion]) -> Vec<Vec<usize>> {
    let mut company: Vec<Vec<usize>> = vec![Vec::new(); stories.len()];
    let mut join = |one: usize, other: usize| {
        if one != other {
            company[one].push(other);
            company[other].push(one);
        }
    };
    let mut by_topic: FxHashMap<&Topic, Vec<usize>> = FxHashMap::default();
    for (at, story) in stories.iter().enumerate() {
        for topic in &story.topics {
            by_topic.entry(topic).or_default().push(at);
        }
    }
    for (topic, members) in by_topic {
        if matches!(topic, Topic::Tag(_)) && members.len() > MOST_TAGGED {
            continue;
        }
        for (at, &one) in members.iter().enumerate() {
            members[at + 1..].iter().take(MOST_TAGGED).for_each(|&other| join(one, other));
        }
    }
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, story) in stories.iter().enumerate() {
        for word in story.headline.iter().flat_map(|headline| &headline.words) {
            by_word.entry(word).or_default().push(at);
        }
    }
    for (at, story) in stories.iter().enumerate() {
        for teaser in &story.teasers {
            let rare = teaser.words.iter().filter_map(|word| by_word.get(word.as_str())).filter(|there| there.len() <= MOST_HEADLINES);
            let near: FxHashSet<usize> = rare.flatten().copied().collect();
            let led_to = near.into_iter().filter(|&other| stories[other].headline.as_ref().is_some_and(|head| teaser.repeats(head)));
            led_to.for_each(|other| join(at, other));
        }
    }
    for others in &mut company {
        others.sort_unstable();
        others.dedup();
    }
    company
}

fn letters(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn headings(article: &Article, wanted: Role) -> Vec<Heading> {
    article.blocks_with(|role| role == wanted).filter_map(|(block, _)| Heading::of(article, block)).collect()
}

fn people(article: &Article) -> Vec<Person> {
    let names = article.names();
    let full = |name: &super::Name| {
        let mention = names.mentions_of(name).find(|mention| mention.shape == Shape::Full)?;
        let written = |form: u32| names.written(article, form).to_owned();
        let full = article.text(mention.span).to_owned();
        Some(Person { given: written(name.given?), surname: written(name.surname?), full, span: mention.span })
    };
    names.people().filter(|(_, name)| name.sure).filter_map(|(_, name)| full(name)).collect()
}

/// Names that stand inside a sentence and in no dictionary or list.
fn unknown_names(article: &Article) -> Vec<(String, Span)> {
    let names = (0..).zip(&article.names().forms).filter(|(_, form)| {
        let marks = article.lexicon.marks(article.words[form.first as usize].id);
        marks & mark::WORD == 0 && !form.listed && form.inside > 0
    });
    let place = |(at, form): (u32, &super::Form)| (article.names().written(article, at).to_owned(), form.span);
    names.map(place).filter(|(name, _)| !name.contains('.')).collect()
}

fn figures(article: &Article) -> Vec<Figure> {
    let leads = article.blocks_with(Role::is_body_text).take(LEAD).map(|(block, _)| block).last();
    let is_lead = |quantity: &&Quantity| {
        let block = quantity.block as usize;
        let role = article.blocks()[block].role;
        matches!(role, Role::Headline | Role::Standfirst) || (role.is_body_text() && Some(block) <= leads)
    };
    let counts = |quantity: &&Quantity| quantity.kind() == QuantityKind::Count && quantity.value() > 1.0 && quantity.parts.high.is_none();
    article.quantities().iter().filter(is_lead).filter(counts).filter_map(|quantity| figure(article, quantity)).collect()
}

fn figure(article: &Article, quantity: &Quantity) -> Option<Figure> {
    let counted = match article.fate(quantity) {
        Some(fate) => Counted::Fate(fate),
        None => Counted::Noun(article.counted(quantity)?),
    };
    let (span, is_hedged) = (article.with_counted(quantity), quantity.hedge.is_some());
    Some(Figure { counted, value: quantity.value(), is_hedged, span: quantity.span(), text: article.text(span).to_owned() })
}
