//! The narrator says that a named person did wrong, and nobody else says so.

use crate::article::{Article, Mention, NameKind, Sentence, Word};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// Words that may stand between a person and what the person did.
const BETWEEN: [&str; 18] = [
    "has",
    "had",
    "have",
    "also",
    "then",
    "later",
    "again",
    "once",
    "secretly",
    "repeatedly",
    "knowingly",
    "deliberately",
    "openly",
    "personally",
    "brutally",
    "simply",
    "twice",
    "himself",
];
/// What a person is called by, after `is a`.
const NOUNS: [&str; 14] = [
    "liar",
    "thief",
    "crook",
    "murderer",
    "rapist",
    "killer",
    "fraudster",
    "swindler",
    "embezzler",
    "blackmailer",
    "extortionist",
    "forger",
    "smuggler",
    "paedophile",
];
/// Words with which somebody else's doings may begin.
const CLAUSES: [&str; 23] = [
    "as", "while", "when", "who", "whom", "that", "which", "after", "before", "because", "where", "if", "for", "with", "of", "from",
    "since", "until", "how", "been", "being", "was", "were",
];
/// Words between which and the noun nothing softens it: not `is no thief`.
const ARTICLES: [&str; 3] = ["a", "the", "an"];

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for verb in article.tagged(Tag::Wrongdoing) {
        let word = &article.words[verb];
        let Some(sentence) = article.sentence_at(word.span.start).filter(|_| !article.is_quoted(word.span.start)) else { continue };
        let object = &article.copy()[word.span.to()..sentence.span.to()];
        let found = subject(article, sentence, verb).filter(|_| takes_object(object)).or_else(|| agent(article, verb));
        if let Some(span) = found.filter(|_| !excused(article, context, sentence, verb)) {
            sink.report(Draft::at(span).say("found", article.text(span)));
        }
    }
    for mention in &article.names().mentions {
        let Some((noun, span)) = called(article, mention).filter(|_| is_narrated_person(article, mention)) else { continue };
        let Some(sentence) = article.sentence_at(span.start) else { continue };
        if !excused(article, context, sentence, noun) {
            sink.report(Draft::at(span).say("found", article.text(span)));
        }
    }
}

/// From the person who did what the verb at `verb` tells to that verb; none where nobody with a name is its subject.
fn subject(article: &Article, sentence: &Sentence, verb: usize) -> Option<Span> {
    let word = &article.words[verb];
    let last = (sentence.words.start as usize..verb).rev().find(|&at| !BETWEEN.contains(&article.lexicon.word(article.words[at].id)))?;
    let between = &article.copy()[article.words[last].span.to()..word.span.from()];
    if !between.contains([',', ';', ':', '“', '"', '(', '—']) {
        if let Some(person) = person_ending_at(article, last) {
            return Some(person.join(word.span));
        }
        if is_surname(article, last) {
            return Some(article.words[first_of_name(article, last)].span.join(word.span));
        }
        return match article.lexicon.word(article.words[last].id) {
            // Holmqvist took the keys and stole the money.
            "and" => only_person(article, sentence, verb).map(|_| word.span),
            // Holmqvist, who stole the money, …
            "who" => person_before_who(article, last).map(|person| person.join(word.span)),
            _ => None,
        };
    }
    // Arne Holmqvist, the treasurer, stole the money.
    (between.trim() == ",").then(|| person_before_apposition(article, sentence, last)).flatten().map(|person| person.join(word.span))
}

/// The person by whom something was done: `were bribed by Arne Holmqvist`.
fn agent(article: &Article, verb: usize) -> Option<Span> {
    let by = article.words.get(verb + 1).filter(|by| article.lexicon.word(by.id) == "by" && by.block == article.words[verb].block)?;
    let mention = mention_from(article, verb + 2).filter(|mention| is_narrated_person(article, mention))?;
    let gap = &article.copy()[by.span.to()..mention.title.map_or(mention.span, |title| title.span).from()];
    (gap == " ").then(|| article.words[verb].span.join(mention.span))
}

/// `Arne Holmqvist is a thief`: the noun and all of it.
fn called(article: &Article, mention: &Mention) -> Option<(usize, Span)> {
    let verb = mention.words.end as usize;
    // The lexicon need not be asked about other words.
    let is_verb = |verb: &Word| ["is", "was"].iter().any(|is| is.eq_ignore_ascii_case(article.text(verb.span)));
    article.words.get(verb).filter(|word| word.span.len() <= 3 && is_verb(word))?;
    let word = |at: usize| article.words.get(at).map_or("", |word| article.lexicon.word(word.id));
    if !ARTICLES.contains(&word(verb + 1)) {
        return None;
    }
    let noun = (verb + 2..verb + 4).find(|&at| NOUNS.contains(&word(at)))?;
    let is_suspected = noun > verb + 2 && !matches!(word(verb + 2), "serial" | "common" | "habitual" | "proven" | "known");
    let span = mention.span.join(article.words[noun].span);
    let is_one_clause = !article.text(span).contains([',', '.', ';', ':', '“']) && article.words[noun].block == article.words[verb].block;
    (is_one_clause && !is_suspected).then_some((noun, span))
}

fn is_narrated_person(article: &Article, mention: &Mention) -> bool {
    mention.is_in_narration() && article.names().cast[mention.name as usize].kind == NameKind::Person
}

/// The mention whose title or name starts at a word.
fn mention_from<'a>(article: &'a Article, at: usize) -> Option<&'a Mention> {
    let mentions = &article.names().mentions;
    let from = mentions.partition_point(|mention| (mention.words.start as usize) < at);
    mentions[from..].first().filter(|mention| mention.title.map_or(mention.words.start, |title| title.first) as usize == at)
}

/// A person of the cast whose name ends with a word.
fn person_ending_at(article: &Article, last: usize) -> Option<Span> {
    let mentions = &article.names().mentions;
    let at = mentions.partition_point(|mention| mention.words.start as usize <= last).checked_sub(1)?;
    let mention = &mentions[at];
    let is_free = article.words[last].possessive == 0;
    (mention.words.end as usize == last + 1 && is_free && is_narrated_person(article, mention)).then_some(mention.span)
}

/// `Holmqvist, who`
fn person_before_who(article: &Article, who: usize) -> Option<Span> {
    let named = who.checked_sub(1)?;
    let between = &article.copy()[article.words[named].span.to()..article.words[who].span.from()];
    person_ending_at(article, named).filter(|_| matches!(between, ", " | " "))
}

/// The person who does all that the sentence tells up to `verb`: no other is named, and no clause begins on the way.
fn only_person<'a>(article: &'a Article, sentence: &Sentence, verb: usize) -> Option<&'a Mention> {
    let mentions = &article.names().mentions;
    let from = mentions.partition_point(|mention| mention.words.start < sentence.words.start);
    let mut people = mentions[from..].iter().take_while(|mention| (mention.words.end as usize) < verb);
    let (first, next) = (people.next()?, people.next());
    let clause = &article.copy()[first.span.to()..article.words[verb].span.from()];
    let begins_clause = |at: u32| CLAUSES.contains(&article.lexicon.word(article.words[at as usize].id));
    let is_one_clause = !clause.contains([',', ';', ':', '“']) && !(first.words.end..verb as u32).any(begins_clause);
    let is_free = article.words[first.words.end as usize - 1].possessive == 0;
    (is_free && next.is_none() && is_one_clause && is_narrated_person(article, first)).then_some(first)
}

/// The person whom the words between two commas explain; the second comma stands after the word `last`.
fn person_before_apposition(article: &Article, sentence: &Sentence, last: usize) -> Option<Span> {
    let (start, end) = (sentence.span.from(), article.words[last].span.to());
    let comma = article.copy()[start..end].rfind(',')? + start;
    let named = article.words[..=last].partition_point(|word| word.span.to() <= comma).checked_sub(1)?;
    let is_short = last - named <= 12;
    person_ending_at(article, named).filter(|person| is_short && person.to() == comma)
}

/// A surname after a first name or inside a sentence; not a pronoun, which may stand for somebody whose guilt is established.
fn is_surname(article: &Article, index: usize) -> bool {
    let word = &article.words[index];
    let before = index.checked_sub(1).map(|before| &article.words[before]).filter(|before| before.block == word.block);
    let named = is_name(word) && article.lexicon.class(word.id) == 0 && !article.lexicon.is_word(word.id);
    named && before.is_none_or(|before| article.starts_sentence(index) || (is_name(before) && article.lexicon.class(before.id) == 0))
}

fn first_of_name(article: &Article, last: usize) -> usize {
    let goes_on = |&at: &usize| {
        at == last || is_name(&article.words[at]) && matches!(article.lexicon.class(article.words[at].id), 0 | b'T') && joined(article, at)
    };
    (0..=last).rev().take(6).take_while(goes_on).last().unwrap_or(last)
}

fn is_name(word: &Word) -> bool {
    word.case == Case::Capitalised && word.possessive == 0
}

/// Whether a word and the next stand side by side in one paragraph.
fn joined(article: &Article, at: usize) -> bool {
    let (word, next) = (&article.words[at], &article.words[at + 1]);
    word.block == next.block && article.copy()[word.span.to()..next.span.from()].trim().is_empty()
}

/// Something must have been stolen, somebody killed: `Smith lied.` counts, `Smith stole past` does not.
fn takes_object(after: &str) -> bool {
    let next = after.trim_start().split([' ', ',']).next().unwrap_or_default();
    !matches!(next, "past" | "into" | "away" | "second" | "third" | "home" | "base" | "in" | "on" | "down" | "up" | "off")
}

/// A cue, a court, a charge or a hedge in the sentence or the one before: somebody answers for it.
fn excused(article: &Article, context: &Context, sentence: &Sentence, verb: usize) -> bool {
    let words = article.sentences_of(sentence.block as usize).iter().filter(|other| other.span.start <= sentence.span.start).rev().take(2);
    let excuses = context.options.words("unless");
    words.flat_map(|sentence| sentence.words.clone()).any(|index| {
        let word = &article.words[index as usize];
        let lower = article.lexicon.word(word.id);
        index as usize != verb && (word.is(Tag::Cue) || excuses.iter().any(|excuse| excuse == lower))
    })
}
