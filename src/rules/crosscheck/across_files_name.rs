//! Two stories that belong together spell one name in two ways.

use crate::article::{Article, Companion, Person};
use crate::lexicon::{Tag, mark};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Shorter names are all one slip apart.
const SHORTEST: usize = 4;
/// A story with more names is a list.
const MOST: usize = 300;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let here = Companion::of(article);
    let mut reported: Vec<Span> = Vec::new();
    for other in context.others.iter().filter(|other| here.is_later_than(other)) {
        for (mine, theirs, span) in people(article, &here, other).into_iter().chain(names(article, &here, other)) {
            if !reported.iter().any(|known| known.touches(span)) {
                reported.push(span);
                let draft = Draft::at(span).say("mine", mine).say("theirs", theirs).say("file", other.path.clone());
                sink.report(draft.label(span, "other-file"));
            }
        }
    }
}

/// People of whose two names one is the same in both stories and the other one slip apart.
fn people(article: &Article, here: &Companion, other: &Companion) -> Vec<(String, String, Span)> {
    let plain = |name: &str| name.replace('’', "'");
    let knows = |story: &Companion, full: &str| story.people.iter().any(|person| plain(&person.full) == plain(full));
    let mut found = Vec::new();
    for mine in here.people.iter().take(MOST).filter(|mine| !knows(other, &mine.full)) {
        let theirs = other.people.iter().take(MOST).filter(|theirs| !knows(here, &theirs.full));
        let twin = theirs.into_iter().find(|theirs| is_one_misspelled(article, mine, theirs));
        found.extend(twin.map(|theirs| (mine.full.clone(), theirs.full.clone(), mine.span)));
    }
    found
}

fn is_one_misspelled(article: &Article, mine: &Person, theirs: &Person) -> bool {
    // Joan and John Marsh are two people.
    let two_forenames = is_forename(article, &mine.given)
        && is_forename(article, &theirs.given)
        && !article.lexicon.are_one_forename(&mine.given.to_lowercase(), &theirs.given.to_lowercase());
    (mine.given == theirs.given && is_slip(article, &mine.surname, &theirs.surname))
        || (mine.surname == theirs.surname && !two_forenames && is_slip(article, &mine.given, &theirs.given))
}

fn is_forename(article: &Article, name: &str) -> bool {
    let forename = Tag::Forename.bit() | Tag::WeakForename.bit();
    article.lexicon.tags(article.lexicon.find(&name.to_lowercase())) & forename != 0
}

/// Names that no dictionary knows, one slip apart, each in one of the stories only.
fn names(article: &Article, here: &Companion, other: &Companion) -> Vec<(String, String, Span)> {
    let knows = |story: &Companion, wanted: &str| story.names.iter().any(|(name, _)| name == wanted);
    let is_whole = |name: &str| name.chars().count() > SHORTEST;
    let mut found = Vec::new();
    for (mine, span) in here.names.iter().take(MOST).filter(|(mine, _)| is_whole(mine) && !knows(other, mine)) {
        let theirs = other.names.iter().take(MOST).filter(|(theirs, _)| is_whole(theirs) && !knows(here, theirs));
        // Two names that are both known are two names; a forename says too little alone.
        let twin = theirs.into_iter().find(|(theirs, _)| {
            let in_dictionary = [mine, theirs].iter().filter(|name| is_known(article, name)).count();
            in_dictionary < 2 && !is_forename(article, mine) && !is_forename(article, theirs) && is_slip(article, mine, theirs)
        });
        found.extend(twin.map(|(theirs, _)| (mine.clone(), theirs.clone(), *span)));
    }
    found
}

fn is_known(article: &Article, name: &str) -> bool {
    article.lexicon.marks(article.lexicon.find(&name.to_lowercase())) & mark::PROPER != 0
}

/// One slip after the first letter; a plural is none.
fn is_slip(article: &Article, one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|name| name.to_lowercase().replace('’', "'"));
    let (shorter, longer) = if one.len() < other.len() { (&one, &other) } else { (&other, &one) };
    let is_plural = longer.strip_suffix('s').is_some_and(|stem| stem == shorter);
    one != other
        && shorter.chars().count() >= SHORTEST
        && one.chars().next() == other.chars().next()
        && !is_plural
        && !article.lexicon.never_one(&one, &other)
        && strsim::osa_distance(&one, &other) <= 1
}
