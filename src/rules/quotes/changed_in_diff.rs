//! Words between quotation marks that are other than in the committed version of the story.
//!
//! What may happen to a quotation passes: it goes, it comes, it is split, joined or cut at its ends, a cut is marked with an ellipsis and
//! an insertion with brackets, its marks and spaces change. What is left is held against the nearest quotation that has gone.

use similar::TextDiff;

use crate::article::Article;
use crate::finding::{Edit, Safety, Severity};
use crate::lint::{Context, Draft, Sink};
use crate::text::{FILLER, Span};

use super::spoken::{Said, Speech};

/// More quotations than these are another story.
const MOST: usize = 200;
/// Words of a quotation that are compared.
const MOST_WORDS: usize = 80;
/// Words of the old quotation that are shown on either side of the change.
const AROUND: usize = 5;
/// Quotations of so few words are told by what stands around them.
const SHORT: usize = 4;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(before) = context.before else { return };
    let (old, new) = (Speech::read(before), Speech::read(article));
    let come: Vec<&Said> = new.said.iter().filter(|said| !old.has(said)).take(MOST).collect();
    if come.is_empty() {
        return;
    }
    // The words of one that has gone may still stand in a longer one.
    let gone: Vec<&Said> = old.said.iter().filter(|said| !new.has_whole(said)).take(MOST).collect();
    for (here, there) in pairs(&come, &gone) {
        sink.report_all(draft((article, come[here]), (before, gone[there])));
    }
}

/// Which of the quotations that have come is which of those that have gone, best likeness first, each once.
fn pairs(come: &[&Said], gone: &[&Said]) -> Vec<(usize, usize)> {
    let mut likely: Vec<(f32, usize, usize)> = Vec::new();
    for (here, one) in come.iter().enumerate() {
        for (there, other) in gone.iter().enumerate() {
            likely.extend(likeness(one, other).map(|score| (score, here, there)));
        }
    }
    likely.sort_by(|one, other| {
        let place = |&(_, here, there): &(f32, usize, usize)| (here.abs_diff(there), here, there);
        other.0.total_cmp(&one.0).then_with(|| place(one).cmp(&place(other)))
    });
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, here, there) in likely {
        if pairs.iter().all(|&(one, other)| one != here && other != there) {
            pairs.push((here, there));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// How much two quotations have in common, if they are one: by their words, by their speaker, by what stands around.
fn likeness(one: &Said, other: &Said) -> Option<f32> {
    let (one_keys, other_keys) = (one.keys(MOST_WORDS), other.keys(MOST_WORDS));
    let in_common = one_keys.iter().filter(|key| other_keys.contains(key)).count();
    let is_framed = one.frame.is_some() && one.frame == other.frame;
    let is_short = one_keys.len().max(other_keys.len()) <= SHORT;
    if in_common == 0 && !is_short {
        return None;
    }
    let words = TextDiff::from_slices(&one_keys, &other_keys).ratio();
    let letters = if is_short { TextDiff::from_chars(one_keys.join(" "), other_keys.join(" ")).ratio() } else { 0.0 };
    let is_said_by_one = one.speaker.is_some() && one.speaker == other.speaker;
    let needed = match (is_framed, is_said_by_one) {
        (true, _) if is_short => 0.0,
        (true, _) => 0.25,
        (false, true) => 0.4,
        (false, false) => 0.5,
    };
    let is_one = words >= needed && (is_framed || !is_short) || letters >= 0.8;
    let bonus = 0.2 * f32::from(u8::from(is_framed)) + 0.1 * f32::from(u8::from(is_said_by_one));
    is_one.then(|| words.max(letters) + bonus)
}

fn draft((article, here): (&Article, &Said), (before, there): (&Article, &Said)) -> Option<Draft> {
    let same = |one: &usize, other: &usize| here.words[*one].key == there.words[*other].key;
    let (mine, theirs): (Vec<usize>, Vec<usize>) = ((0..here.words.len()).collect(), (0..there.words.len()).collect());
    let head = mine.iter().zip(&theirs).take_while(|(one, other)| same(one, other)).count();
    let rest = mine.len().min(theirs.len()) - head;
    let tail = mine.iter().rev().zip(theirs.iter().rev()).take(rest).take_while(|(one, other)| same(one, other)).count();
    let (mine, theirs) = (head..mine.len() - tail, head..theirs.len() - tail);
    let span_of = |article: &Article, said: &Said, range: std::ops::Range<usize>| {
        let words = said.words.get(range).filter(|words| !words.is_empty())?;
        Some(article.words[words[0].index].span.join(article.words[words[words.len() - 1].index].span))
    };
    let (now, then) = (span_of(article, here, mine.clone()), span_of(before, there, theirs.clone()));
    let around = theirs.start.saturating_sub(AROUND)..(theirs.end + AROUND).min(there.words.len());
    let shown = before.text(span_of(before, there, around)?);
    let neighbours = mine.start.saturating_sub(1)..(mine.end + 1).min(here.words.len());
    let place = now.or_else(|| span_of(article, here, neighbours))?;
    let text = |article: &Article, span: Option<Span>| span.map_or_else(String::new, |span| article.text(span).to_owned());
    let (new_words, old_words) = (text(article, now), text(before, then));
    let wording = match (now, then) {
        _ if is_slip_mended(article, here, &mine, (before, there, &theirs)) => Some("mended"),
        (Some(_), None) => Some("more"),
        (None, _) => Some("fewer"),
        _ if shown == old_words => Some("whole"),
        _ => None,
    };
    let draft = Draft::at(place).say("mine", new_words).say("theirs", old_words.clone()).say("there", shown);
    let draft = draft.label(article.quotations[here.quotation].span, "committed");
    let draft = match wording {
        Some("mended") => draft.wording("mended").severity(Severity::Info),
        Some(name) => draft.wording(name),
        None => draft,
    };
    let is_plain = !old_words.contains([FILLER, '\n', '\r']);
    Some(match now {
        Some(span) if is_plain && !old_words.is_empty() => draft.fix(Safety::Display, vec![Edit::replace(span, old_words)]),
        None if is_plain && mine.start < here.words.len() => {
            let at = article.words[here.words[mine.start].index].span.start;
            draft.fix(Safety::Display, vec![Edit::insert(at, format!("{old_words} "))])
        }
        _ => draft,
    })
}

/// Whether all that changed is a slip of the keyboard: a word typed twice, letters that make no word.
fn is_slip_mended(
    article: &Article,
    here: &Said,
    mine: &std::ops::Range<usize>,
    (before, there, theirs): (&Article, &Said, &std::ops::Range<usize>),
) -> bool {
    let old = |at: usize| &before.words[there.words[at].index];
    match (mine.len(), theirs.len()) {
        (0, 1) => {
            let word = &there.words[theirs.start].key;
            let beside = [theirs.start.checked_sub(1), Some(theirs.end)];
            beside.into_iter().flatten().filter_map(|at| there.words.get(at)).any(|other| other.key == *word)
        }
        (1, 1) => {
            let is_word = |article: &Article, word: &crate::article::Word| article.lexicon.is_word(word.id);
            let new = &article.words[here.words[mine.start].index];
            let (one, other) = (&here.words[mine.start].key, &there.words[theirs.start].key);
            is_word(article, new) && !is_word(before, old(theirs.start)) && strsim::osa_distance(one, other) <= 2
        }
        _ => false,
    }
}
