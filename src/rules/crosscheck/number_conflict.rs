//! One quantity with two values: `12 dead` here, `14 dead` there; and a teaser of the same event with another toll.

use crate::article::{Article, Fate, Quantity, Sentence};
use crate::document::Role;
use crate::lexicon::PhraseKind;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;
use crate::text::Case;

/// Words that tell of another event, another day, or a figure that has changed since.
const OTHERS: [&str; 26] = [
    "earlier",
    "previous",
    "previously",
    "last",
    "ago",
    "another",
    "more",
    "other",
    "others",
    "since",
    "initially",
    "first",
    "originally",
    "later",
    "separate",
    "second",
    "elsewhere",
    "former",
    "total",
    "so",
    "average",
    "each",
    "every",
    "if",
    "would",
    "could",
];

/// Words with which a sentence counts a part, or those of one day of several.
const PARTS: [&str; 23] = [
    "including",
    "among",
    "whom",
    "them",
    "least",
    "both",
    "day",
    "days",
    "week",
    "month",
    "months",
    "year",
    "years",
    "since",
    "toll",
    "rose",
    "risen",
    "attack",
    "attacks",
    "bombing",
    "shooting",
    "suicide",
    "raid",
];
/// The toll of a story stands in its first paragraphs.
const LEAD: usize = 3;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut known: Vec<(&Quantity, Fate)> = Vec::new();
    for quantity in article.quantities() {
        let is_toll = quantity.kind() == QuantityKind::Count && quantity.value() > 1.0 && quantity.parts.high.is_none();
        let Some(fate) = is_toll.then(|| article.fate(quantity)).flatten() else { continue };
        let role = article.blocks()[quantity.block as usize].role;
        if role.is_related() {
            let rival = known.iter().find(|(other, of)| *of == fate && is_same_event(article, other, quantity));
            let agreed = known.iter().any(|(other, of)| *of == fate && is_same_value(other, quantity));
            if let Some((other, _)) = rival.filter(|_| !agreed) {
                report(article, other, quantity, sink);
            }
            continue;
        }
        let is_body = role.is_body_text() && !article.is_quoted(quantity.span().start);
        let agreed = known.iter().any(|(other, of)| *of == fate && is_same_value(other, quantity));
        let rival = known.iter().find(|(other, of)| *of == fate && is_body && !agreed && is_same_toll(article, other, quantity));
        if let Some((other, _)) = rival {
            report(article, other, quantity, sink);
        } else if known.len() < 64 {
            known.push((quantity, fate));
        }
    }
}

fn report(article: &Article, first: &Quantity, second: &Quantity, sink: &mut Sink) {
    let draft = Draft::at(second.span())
        .say("here", article.place_name(second.span().start))
        .say("mine", article.text(article.with_counted(second)));
    let draft = draft.say("there", article.place_name(first.span().start)).say("theirs", article.text(article.with_counted(first)));
    sink.report(draft.label(first.span(), "first-here"));
}

fn is_same_value(one: &Quantity, other: &Quantity) -> bool {
    (one.value() - other.value()).abs() < 0.5 || (one.hedge.is_some() && other.hedge.is_some())
}

/// Whether two paragraphs count the same dead of the same place, and neither says that it counts a part, or those of another time.
fn is_same_toll(article: &Article, lead: &Quantity, later: &Quantity) -> bool {
    let is_exact = lead.hedge.is_none() && later.hedge.is_none() && !is_same_value(lead, later);
    let leads = article.blocks()[lead.block as usize].role.is_body_text() && article.paragraph_number(lead.block as usize) <= LEAD;
    if !is_exact || !leads || lead.block == later.block || article.counted(lead) != article.counted(later) {
        return false;
    }
    let (Some(one), Some(other)) = (sentence(article, lead), sentence(article, later)) else { return false };
    let places = places(article, one);
    let is_part = |sentence: &Sentence| {
        (sentence.words.start..sentence.words.end).any(|at| PARTS.contains(&article.lexicon.word(article.words[at as usize].id)))
            || article.quantities_in(sentence.span).iter().filter(|other| article.fate(other).is_some()).count() > 1
    };
    !places.is_empty()
        && places == self::places(article, other)
        && !is_part(one)
        && !is_part(other)
        && !tells_of_another(article, lead)
        && !tells_of_another(article, later)
}

fn sentence<'a>(article: &'a Article, quantity: &Quantity) -> Option<&'a Sentence> {
    article.sentence_at(quantity.span().start)
}

/// The places that a sentence names, in the order of the alphabet.
fn places<'a>(article: &'a Article, sentence: &Sentence) -> Vec<&'a str> {
    let from = article.phrases().partition_point(|hit| hit.first < sentence.words.start);
    let hits = article.phrases()[from..].iter().take_while(|hit| hit.first < sentence.words.end);
    let mut places: Vec<&str> = hits.filter(|hit| hit.kind == PhraseKind::Place).map(|hit| article.text(article.span_of(hit))).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Whether a teaser tells of the event of this story: its headline names what the story's headline or standfirst names.
fn is_same_event(article: &Article, mine: &Quantity, teaser: &Quantity) -> bool {
    if is_same_value(mine, teaser) || tells_of_another(article, teaser) || tells_of_another(article, mine) {
        return false;
    }
    let large = |role: Role| matches!(role, Role::Headline | Role::Standfirst);
    let shared = article.words_of(teaser.block as usize).any(|index| {
        let word = &article.words[index];
        let length = word.stem_span().len();
        let is_topic = word.is_word() && length >= 4 && article.lexicon.rank(word.id) < 150 && word.case != Case::Upper;
        is_topic && article.blocks_with(large).any(|(block, _)| article.words_of(block).any(|other| same_word(article, index, other)))
    });
    let role = article.blocks()[mine.block as usize].role;
    shared && (large(role) || article.paragraph_number(mine.block as usize) <= 3)
}

fn same_word(article: &Article, one: usize, other: usize) -> bool {
    let (one, other) = (&article.words[one], &article.words[other]);
    if one.id.is_known() { one.id == other.id } else { article.text(one.stem_span()).eq_ignore_ascii_case(article.text(other.stem_span())) }
}

fn tells_of_another(article: &Article, quantity: &Quantity) -> bool {
    let Some(sentence) = article.sentence_at(quantity.span().start) else { return true };
    (sentence.words.start..sentence.words.end).any(|index| {
        let text = article.text(article.words[index as usize].span).to_lowercase();
        OTHERS.contains(&text.as_str())
    })
}
