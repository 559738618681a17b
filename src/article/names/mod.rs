//! Who and what a story names: its capitalised words counted, its people, bodies and places found and gathered into a cast.
//!
//! One pass over the capitalised words and one over their runs. Nothing here judges: the rules of `names` do.

mod cast;
mod forms;
mod given;
mod runs;
mod slips;
mod titles;

pub use forms::Form;
pub use given::are_one_person;
pub use slips::slips;
pub use titles::TitleUse;

use std::ops::Range;

use crate::document::Role;
use crate::text::Span;

use super::{Article, Word};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// `Sergei Shoigu`
    Person,
    /// `Foreign Ministry`
    Organisation,
    /// `Philadelphia`
    Place,
}

/// How much of a name a mention gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `John Kerry`
    Full,
    /// `Kerry`, `Mr. Kerry`
    Surname,
    /// `John`
    Forename,
}

/// One place where a story names somebody or something.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The index of the name in the cast.
    pub name: u32,
    /// How much of the name stands here.
    pub shape: Shape,
    /// The name, without title, suffix and possessive ending.
    pub span: Span,
    /// Its words, as indices.
    pub words: Range<u32>,
    /// The title before it.
    pub title: Option<TitleUse>,
    /// Whether it stands inside quotation marks.
    pub quoted: bool,
    /// What the block that holds it is.
    pub role: Role,
}

impl Mention {
    /// Whether the narrator says it in the running text, where a reader meets names in order.
    pub fn is_in_narration(&self) -> bool {
        !self.quoted && self.role.is_body_text()
    }
}

/// A person, a body or a place of the story, with every mention.
#[derive(Clone, Debug)]
pub struct Name {
    /// What it names.
    pub kind: NameKind,
    /// The fullest form, as the story writes it first.
    pub fullest: Span,
    /// The forename's form, for a person whose forename is given.
    pub given: Option<u32>,
    /// The surname's form, for a person.
    pub surname: Option<u32>,
    /// Its mentions, in order: a part of the list of mentions by name.
    pub mentions: Range<u32>,
    /// How sure it is that this is a name of its kind: a forename, a title or a list says so.
    pub sure: bool,
}

/// What a story names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The distinct capitalised words.
    pub forms: Vec<Form>,
    /// For each word of the story its form, if it is capitalised and no other story's teaser holds it.
    form_of: Vec<u32>,
    occurrences: Vec<u32>,
    /// People, bodies and places, in order of their first mention.
    pub cast: Vec<Name>,
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
    /// The mentions of each name in turn, as indices.
    by_name: Vec<u32>,
    /// Whether two people have one surname, as in few stories.
    pub has_namesakes: bool,
}

impl Names {
    /// The people of the cast, with their indices.
    pub fn people(&self) -> impl Iterator<Item = (u32, &Name)> {
        (0..).zip(&self.cast).filter(|(_, name)| name.kind == NameKind::Person)
    }

    /// The words of a form, as indices, in order.
    pub fn places_of(&self, form: u32) -> &[u32] {
        let form = &self.forms[form as usize];
        &self.occurrences[form.from as usize..(form.from + form.count) as usize]
    }

    /// The form of a capitalised word.
    pub fn form_at(&self, word: u32) -> Option<u32> {
        self.form_of.get(word as usize).copied().filter(|&form| form != forms::NONE)
    }

    /// A form as it is written.
    pub fn written<'a>(&self, article: &'a Article, form: u32) -> &'a str {
        article.text(self.forms[form as usize].span)
    }

    /// The mentions of a name, in order.
    pub fn mentions_of<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = &'a Mention> + 'a {
        self.by_name[name.mentions.start as usize..name.mentions.end as usize].iter().map(|&index| &self.mentions[index as usize])
    }
}

pub(super) fn read(article: &Article) -> Names {
    let census = forms::count(article);
    let found = runs::read(article, &census);
    cast::gather(article, census, &found)
}

/// Whether the names of a block are the story's own: no teaser of another story, no byline, no credit.
fn is_read(role: Role) -> bool {
    role.is_body_text() || matches!(role, Role::Headline | Role::Standfirst | Role::Subhead | Role::Caption | Role::Correction)
}

/// Where a word stands without its possessive ending, also where the dictionary knows the possessive as a word.
pub fn stem(article: &Article, at: usize) -> Span {
    stem_of(article, &article.words[at])
}

#[inline]
fn stem_of(article: &Article, word: &Word) -> Span {
    let span = word.stem_span();
    match article.copy().as_bytes()[span.from()..span.to()] {
        // An ASCII letter before the s is no apostrophe.
        [.., before, b's'] if !before.is_ascii_alphabetic() => without_ending(article, span),
        _ => span,
    }
}

fn without_ending(article: &Article, span: Span) -> Span {
    let written = article.text(span);
    let stem = ["’s", "'s"].iter().find_map(|ending| written.strip_suffix(ending)).unwrap_or(written);
    Span { start: span.start, end: span.start + stem.len() as u32 }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::text::Source;

    use super::*;

    /// The cast of a body text: kind, fullest form, number of mentions.
    fn cast(copy: &str) -> Vec<(NameKind, String, usize)> {
        let text = format!("Heading of the piece\n\n{copy}\n");
        let source = Source::from_text("a.txt", &text);
        let document = crate::input::read(&source);
        let lexicon = Lexicon::built_in();
        let article = Article::read(&document, &lexicon);
        article.names().cast.iter().map(|name| (name.kind, article.text(name.fullest).to_owned(), name.mentions.len())).collect()
    }

    fn people(copy: &str) -> Vec<(String, usize)> {
        cast(copy).into_iter().filter(|(kind, ..)| *kind == NameKind::Person).map(|(_, name, mentions)| (name, mentions)).collect()
    }

    #[test]
    fn a_title_a_forename_and_a_later_surname_are_one_person() {
        let found = people("Defence Minister Sergei Tolvanin spoke. Mr Tolvanin left. “I met Tolvanin,” said Karin Oduya.");
        assert_eq!(found, [("Sergei Tolvanin".to_owned(), 3), ("Karin Oduya".to_owned(), 1)]);
    }

    #[test]
    fn particles_hyphens_initials_and_suffixes_belong_to_a_name() {
        let found = people("Jean-Marc Tolvan, Karel van der Brug, J.K. Marrow, Thomas P. Oduya Jr. and Salim bin Tarrak met.");
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Jean-Marc Tolvan", "Karel van der Brug", "J.K. Marrow", "Thomas P. Oduya", "Salim bin Tarrak"]);
    }

    #[test]
    fn two_people_with_one_surname_are_told_apart() {
        let found = people("Mary Tolvan met Peter Oduya. Tolvan spoke. Later Karen Tolvan came, and Tolvan left.");
        assert_eq!(found, [("Mary Tolvan".to_owned(), 2), ("Peter Oduya".to_owned(), 1), ("Karen Tolvan".to_owned(), 2)]);
    }

    #[test]
    fn bodies_and_streets_named_after_people_are_no_people() {
        assert_eq!(people("The Mary Tolvan Foundation and General Motors moved to King Street in Virginia on Tuesday."), []);
    }

    #[test]
    fn a_foreign_name_needs_an_age_a_verb_of_speech_or_a_later_surname() {
        assert_eq!(people("Ubolrak Tenzanga, 45, left. The Ubolrak Zanzonga was empty."), [("Ubolrak Tenzanga".to_owned(), 1)]);
    }
}
