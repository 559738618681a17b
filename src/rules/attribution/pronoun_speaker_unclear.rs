//! `he said` when nobody has been named for paragraphs, or when the last paragraph that names anybody has two people speaking. He, she
//! and they are treated alike: nobody's gender is inferred.

use crate::article::{Article, Class, Mention, NameKind};
use crate::document::Role;
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// How many paragraphs back a reader remembers a name.
const MEMORY: usize = 3;
/// Words of speech that go on with the speaker before.
const GOES_ON: [&str; 8] = ["added", "adds", "continued", "continues", "concluded", "repeated", "went on", "goes on"];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut last = None;
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && quotation.class == Class::Direct) {
        let Some(speaker) = quotation.speaker else { continue };
        let called = article.text(speaker.span);
        let pronoun = ["he", "she"].iter().any(|pronoun| called.eq_ignore_ascii_case(pronoun));
        if !pronoun {
            continue;
        }
        let block = article.document.block_at(speaker.span.start).unwrap_or(0);
        if article.blocks()[block].role != Role::Paragraph || last.replace(block) == Some(block) {
            continue;
        }
        let draft = Draft::at(speaker.span).say("pronoun", called);
        if speaker.name.is_none() && !names_somebody(article, block) {
            sink.report(draft);
            continue;
        }
        let goes_on = quotation.cue.is_some_and(|cue| GOES_ON.iter().any(|verb| verb.eq_ignore_ascii_case(article.text(cue))));
        if let Some((one, other)) = rivals(article, block, speaker.span).filter(|_| !goes_on) {
            let (first, second) = (article.text(one.span), article.text(other.span));
            let draft = draft.wording("two").say("one", first).say("other", second);
            sink.report(draft.label_saying(one.span, "may-be", Vec::new()).label(other.span, "may-be"));
        }
    }
}

/// Whether this paragraph or one of the three before it holds a word that may be a name, or a role that a pronoun may stand for.
fn names_somebody(article: &Article, block: usize) -> bool {
    body_before(article, block + 1).take(1 + MEMORY).any(|at| {
        article.words_of(at).any(|word| {
            let (start, class) = (article.words[word].span.start, article.lexicon.class(article.words[word].id));
            let named = article.words[word].is_capitalised() && !article.starts_sentence(word) && matches!(class, 0 | b'T');
            let role = class == b'T' && !article.words[word].is_capitalised();
            (named || role) && !article.is_quoted(start)
        })
    })
}

/// The paragraphs of the body before `block`, nearest first.
fn body_before(article: &Article, block: usize) -> impl Iterator<Item = usize> {
    (0..block).rev().filter(|&at| article.blocks()[at].role.is_body_text())
}

/// Two people who both speak in the last paragraph that names anybody, where the pronoun's own names nobody before it.
fn rivals<'a>(article: &'a Article, block: usize, pronoun: Span) -> Option<(&'a Mention, &'a Mention)> {
    if people_in(article, block).any(|mention| mention.span.start < pronoun.start) || refers_by_role(article, block, pronoun) {
        return None;
    }
    let named = body_before(article, block).take(MEMORY).find(|&at| people_in(article, at).next().is_some())?;
    let mut speakers = people_in(article, named).filter(|mention| speaks(article, mention));
    let last = speakers.by_ref().last()?;
    let other = people_in(article, named).filter(|mention| speaks(article, mention)).find(|other| other.name != last.name)?;
    Some((other, last))
}

/// The people whom the narrator names in a paragraph, in order.
fn people_in<'a>(article: &'a Article, block: usize) -> impl Iterator<Item = &'a Mention> + use<'a> {
    let span = article.blocks()[block].span;
    let mentions = &article.names().mentions;
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let is_person = |mention: &&Mention| !mention.quoted && article.names().cast[mention.name as usize].kind == NameKind::Person;
    mentions[from..].iter().take_while(move |mention| mention.span.end <= span.end).filter(is_person)
}

/// Whether the paragraph has a role before the pronoun that it may stand for: `The mayor shook her head. “No,” she said.`
fn refers_by_role(article: &Article, block: usize, pronoun: Span) -> bool {
    let words = article.words_of(block).map(|at| &article.words[at]).take_while(|word| word.span.start < pronoun.start);
    words.into_iter().any(|word| article.lexicon.class(word.id) == b'T' && !article.is_quoted(word.span.start))
}

/// Whether a name is the subject of a word of speech: `Marsh said`; `…,” said Ida Marsh.` In `he said Marsh left` it is not.
fn speaks(article: &Article, mention: &Mention) -> bool {
    let first = mention.title.map_or(mention.words.start, |title| title.first) as usize;
    let (last, copy) = (mention.words.end as usize - 1, article.copy());
    let is_cue = |at: usize| {
        let word = &article.words[at];
        article.lexicon.is(word.id, Tag::Cue) && !article.is_quoted(word.span.start) && word.block == article.words[first].block
    };
    let is_free = article.words[last].possessive == 0;
    let after = last + 1 < article.words.len() && is_cue(last + 1) && copy[article.words[last].span.to()..].starts_with(' ');
    let before = first.checked_sub(1).filter(|&cue| is_cue(cue)).is_some_and(|cue| {
        let ends_clause = copy[article.words[last].span.to()..].starts_with([',', '.', ';']);
        ends_clause && copy[..article.words[cue].span.from()].trim_end().ends_with([',', '”', '"', '\'', '’'])
    });
    is_free && (before || (after && !first.checked_sub(1).is_some_and(is_cue)))
}
