//! `Marta Falk, Secretary of State,`: a title that follows the name is small in every house.

use crate::article::{Article, NameKind, Shape};
use crate::finding::Safety;
use crate::lexicon::{Title, fold_title};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Most words of a title.
const MOST_WORDS: usize = 5;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for mention in article
        .names()
        .mentions
        .iter()
        .filter(|mention| mention.shape == Shape::Full && article.names().cast[mention.name as usize].kind == NameKind::Person)
    {
        let Some((span, _)) = title_after(article, mention.words.end as usize) else { continue };
        let written = article.text(span);
        let right = written.to_lowercase();
        let draft = Draft::at(span).say("found", written).say("right", right.clone()).say("name", article.text(mention.span));
        sink.report(draft.replace(Safety::Suggested, right));
    }
}

/// The longest formal title, written with a capital, that starts with word `first` between a comma and the end of the phrase.
fn title_after(article: &Article, first: usize) -> Option<(Span, &'static Title)> {
    let word = article.words.get(first)?;
    let before = first.checked_sub(1).map(|before| article.words[before])?;
    let gap = article.text(Span { start: before.span.end, end: word.span.start });
    if gap != ", " || !word.is_capitalised() || word.block != before.block {
        return None;
    }
    let end = article.words_of(word.block as usize).end.min(first + MOST_WORDS);
    (first..end).rev().find_map(|last| {
        let span = word.span.join(article.words[last].span);
        let after = &article.copy()[span.to()..];
        let ends = after.starts_with([',', '.', ';']) || after.is_empty() || after.starts_with('\n');
        let title = article.lexicon.title(&fold_title(article.text(span))).filter(|title| ends && title.formal)?;
        let is_abbreviation = title.text.contains('.') || article.text(span).len() <= 4;
        (matches!(title.kind, "political" | "corporate" | "military" | "police" | "legal") && !is_abbreviation).then_some((span, title))
    })
}
