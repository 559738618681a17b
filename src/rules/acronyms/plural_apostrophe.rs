//! `the MP's are`: an apostrophe in the plural of an acronym.

use crate::article::{Article, is_acronym, without_points};
use crate::finding::Safety;
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for at in article.capitals.iter().map(|&at| at as usize) {
        let word = &article.words[at];
        if !matches!(word.case, Case::Upper | Case::Mixed) {
            continue;
        }
        let written = article.text(word.span);
        let Some(stem) = written.strip_suffix("’s").or_else(|| written.strip_suffix("'s")) else { continue };
        if !is_acronym(stem) || stem.contains('.') {
            continue;
        }
        let beside = |index: Option<usize>| index.and_then(|index| article.words.get(index)).filter(|other| other.block == word.block);
        let next = beside(Some(at + 1)).map_or("", |next| article.lexicon.word(next.id));
        let gap = beside(Some(at + 1)).map_or("", |next| &article.copy()[word.span.to()..next.span.from()]);
        let is_counted = beside(at.checked_sub(1)).is_some_and(|before| {
            before.is(Tag::NumberWord) && !matches!(article.lexicon.word(before.id), "one" | "1")
                || matches!(article.lexicon.word(before.id), "many" | "several" | "these" | "those" | "few")
        });
        // `two MP's votes` is a possessive: what follows must be no noun.
        let ends = gap != " "
            || matches!(next, "are" | "were" | "have" | "who" | "and" | "in" | "from" | "to" | "for" | "on" | "at" | "said" | "will");
        let has_plural_verb = gap == " " && matches!(next, "are" | "were" | "have");
        if has_plural_verb || (is_counted && ends) {
            let right = format!("{}s", without_points(stem));
            sink.report(Draft::at(word.span).say("found", written).say("right", right.clone()).replace(Safety::Safe, right));
        }
    }
}
