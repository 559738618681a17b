//! `in London where they met`: a name needs no clause to tell which one it is, so a comma parts them.

use crate::article::{Article, Word};
use crate::finding::{Edit, Safety};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let r#where = article.lexicon.find("where");
    // A name stands before it.
    for index in article.capitals.iter().map(|&name| name as usize + 1) {
        if article.words.get(index).is_none_or(|word| word.id != r#where) || !is_between_spaces(article, article.words[index].span) {
            continue;
        }
        let Some(place) = place_before(article, index) else { continue };
        let found = place.join(article.words[index].span);
        let right = format!("{}, where", article.text(place));
        let draft = Draft::at(found).say("place", article.text(place)).say("right", right);
        sink.report(draft.fix(Safety::Suggested, vec![Edit::insert(place.end, ",")]));
    }
}

fn is_between_spaces(article: &Article, word: Span) -> bool {
    let (before, after) = (&article.copy()[..word.from()], &article.copy()[word.to()..]);
    before.ends_with(' ') && after.starts_with(' ') && article.text(word) == "where"
}

/// The name that stands right before the word at `index`, after a preposition of place.
fn place_before(article: &Article, index: usize) -> Option<Span> {
    let block = article.words.get(index)?.block;
    let before: Vec<&Word> = article.words[..index].iter().rev().take_while(|word| word.block == block).take(6).collect();
    let named = before.windows(2).take_while(|pair| is_name(pair[0]) && is_next_to(article, pair[1], pair[0])).count();
    let (last, first) = (before.first()?, before.get(named.checked_sub(1)?)?);
    let preposition = article.text(before.get(named)?.span);
    let at_once = is_next_to(article, last, &article.words[index]);
    let is_place = matches!(preposition, "in" | "at" | "near" | "outside" | "to" | "from");
    (at_once && is_place).then(|| first.span.join(last.span))
}

fn is_name(word: &Word) -> bool {
    let is_date = word.is(Tag::Weekday) || word.is(Tag::Month);
    word.is_word() && word.case != Case::Lower && !is_date && word.possessive == 0
}

fn is_next_to(article: &Article, word: &Word, next: &Word) -> bool {
    article.text(Span { start: word.span.end, end: next.span.start }) == " "
}
