//! Two spellings in one story: `color` and `colour`, `adviser` and `advisor`.

use crate::article::{Article, Word};
use crate::finding::{Safety, Severity};
use crate::lexicon::mark;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

use super::variant_house::variant_of;
use super::written;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    // What the story holds of either; most stories hold nothing that could be mixed.
    let told = |word: &Word| if mark::varies(word.marks) { word.marks } else { word.marks & mark::PAIRED };
    let marks = article.marked().fold(0, |marks, (_, word)| marks | told(word));
    if context.style.language.is_none() && marks & mark::US != 0 && marks & mark::GB != 0 {
        mixed_varieties(article, sink);
    }
    if marks & mark::PAIRED != 0 {
        mixed_pairs(article, context.style.language.is_none(), sink);
    }
}

/// American and British words in one story: one finding, at the first word of the rarer kind.
fn mixed_varieties(article: &Article, sink: &mut Sink) {
    let (mut american, mut british) = (Vec::new(), Vec::new());
    for (at, word) in article.marked() {
        let Some(variant) = variant_of(article, at, word).filter(|_| !article.is_quoted(word.span.start)) else { continue };
        match word.id {
            // Oxford spells organize as America does: that word tells nothing.
            id if id == variant.american && id != variant.oxford => american.push((at, variant.british)),
            id if id == variant.british && id != variant.american => british.push((at, variant.american)),
            _ => {}
        }
    }
    let (rarer, other) = if american.len() <= british.len() { (american, british) } else { (british, american) };
    let (Some(&(at, right)), Some(&(beside, _))) = (rarer.first(), other.first()) else { return };
    let (span, beside) = (article.words[at].stem_span(), article.words[beside].stem_span());
    let found = article.text(span);
    let right = written::like(article, found, article.lexicon.word(right));
    let draft = Draft::at(span).say("wrong", found).say("other", article.text(beside)).say("right", right.clone());
    sink.report(draft.label(beside, "beside").replace(Safety::Suggested, right).severity(Severity::Info));
}

/// The pairs of `rules/data/lexicon/same-in-file.tsv`, as they are written.
fn mixed_pairs(article: &Article, context_varies: bool, sink: &mut Sink) {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    for (at, word) in article.marked() {
        if word.marks & mark::PAIRED == 0 || word.case == Case::Upper && article.is_all_capitals(word.block as usize) {
            continue;
        }
        let written = article.text(word.stem_span());
        if article.is_quoted(word.span.start)
            || (article.starts_sentence(at) && word.case == Case::Capitalised)
            || seen.iter().any(|(_, other)| *other == written)
        {
            continue;
        }
        // The same word in two varieties is told above.
        let varies = article.lexicon.variant(word.id).is_some() && context_varies;
        let not_to_mix = article.lexicon.not_to_mix_with(written);
        let other = seen.iter().filter(|_| !varies).find(|(_, other)| not_to_mix.clone().any(|spelling| spelling == *other)).copied();
        seen.push((at, written));
        let Some((first, other)) = other else { continue };
        let beside = article.words[first].stem_span();
        let draft = Draft::at(word.stem_span()).say("wrong", written).say("other", other).say("right", other).label(beside, "beside");
        sink.report(draft.replace(Safety::Suggested, other));
    }
}
