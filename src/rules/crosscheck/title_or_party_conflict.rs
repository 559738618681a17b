//! One person of two parties: `Republican Sen. Falk`, later `Falk (D-Vt.)`. Offices that exclude each other are
//! `names/title-conflict`'s.

use crate::article::{Article, Mention};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// The parties of one country each, by the words before a name.
const PARTIES: [(&str, Party); 10] = [
    ("Democrat", Party::Democrat),
    ("Democratic", Party::Democrat),
    ("Republican", Party::Republican),
    ("GOP", Party::Republican),
    ("Labour", Party::Labour),
    ("Tory", Party::Conservative),
    ("Conservative", Party::Conservative),
    ("SNP", Party::ScottishNational),
    ("DUP", Party::DemocraticUnionist),
    ("Ukip", Party::Independence),
];

/// Words of a sentence that tells of a party somebody was in, or is said to be in.
const MOVED: [&str; 16] = [
    "former",
    "formerly",
    "then",
    "once",
    "ex",
    "turned",
    "switched",
    "left",
    "joined",
    "defected",
    "became",
    "registered",
    "lifelong",
    "was",
    "defector",
    "used",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Party {
    Democrat,
    Republican,
    Labour,
    Conservative,
    ScottishNational,
    DemocraticUnionist,
    Independence,
}

impl Party {
    fn is_american(self) -> bool {
        matches!(self, Party::Democrat | Party::Republican)
    }
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (_, person) in article.names().people().filter(|(_, person)| person.sure && person.mentions.len() > 1) {
        let told = article.names().mentions_of(person).filter(|mention| !mention.quoted);
        let mut told = told.filter_map(|mention| Some((mention, party_of(article, mention)?)));
        let Some((_, (first, party))) = told.next() else { continue };
        let other = told.find(|(_, (_, other))| *other != party && other.is_american() == party.is_american());
        if let Some((mention, (second, _))) = other {
            let draft = Draft::at(second).say("name", article.text(mention.span)).say("mine", article.text(second));
            let draft = draft.say("theirs", article.text(first)).say("place", article.place_name(first.start));
            sink.report(draft.label(first, "first-here"));
        }
    }
}

/// The party that stands right before a name and its title, or in the tag right after it.
fn party_of(article: &Article, mention: &Mention) -> Option<(Span, Party)> {
    let told = tag_after(article, mention).or_else(|| word_before(article, mention));
    told.filter(|_| !tells_of_move(article, mention))
}

/// `(D-Vt.)`, `, R-Ohio,`
fn tag_after(article: &Article, mention: &Mention) -> Option<(Span, Party)> {
    let after = &article.copy()[mention.span.to()..];
    let rest = after.strip_prefix(" (").or_else(|| after.strip_prefix(", "))?;
    let party = match rest.as_bytes() {
        [b'D', b'-', next, ..] if next.is_ascii_uppercase() => Party::Democrat,
        [b'R', b'-', next, ..] if next.is_ascii_uppercase() => Party::Republican,
        _ => return None,
    };
    let start = mention.span.to() + after.len() - rest.len();
    let len = rest.find([')', ',', ' ', ';']).unwrap_or(1);
    Some((Span::new(start, start + len), party))
}

fn word_before(article: &Article, mention: &Mention) -> Option<(Span, Party)> {
    let first = mention.title.map_or(mention.words.start, |title| title.first) as usize;
    let before = first.checked_sub(1)?;
    let (word, next) = (&article.words[before], &article.words[first]);
    if !word.is_capitalised() {
        return None;
    }
    let written = article.text(word.span);
    let party = PARTIES.iter().find(|(name, _)| *name == written).map(|(_, party)| *party)?;
    let is_joined = word.block == next.block && &article.copy()[word.span.to()..next.span.from()] == " ";
    // Liberal Democrat, Christian Democrat: a party of its own.
    let is_compound = before.checked_sub(1).is_some_and(|earlier| {
        let earlier = &article.words[earlier];
        earlier.block == word.block && earlier.is_capitalised() && &article.copy()[earlier.span.to()..word.span.from()] == " "
    });
    let is_adjective = party == Party::Conservative && article.starts_sentence(before);
    (is_joined && !is_adjective && !is_compound).then_some((word.span, party))
}

fn tells_of_move(article: &Article, mention: &Mention) -> bool {
    let Some(sentence) = article.sentence_at(mention.span.start) else { return true };
    let mut words = sentence.words.clone();
    words.any(|at| {
        let written = article.text(article.words[at as usize].span);
        MOVED.iter().any(|word| written.eq_ignore_ascii_case(word))
    })
}
