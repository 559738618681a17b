//! `“Yes,” she smiled`: a face says no words.

use crate::article::Article;
use crate::finding::Safety;
use crate::lexicon::Strength;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut last = None;
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let Some(cue) = quotation.cue else { continue };
        // Most are said.
        if last == Some(cue) || matches!(article.text(cue), "said" | "says") {
            continue;
        }
        let silent = article.words_in(cue).any(|word| article.lexicon.cue_strength(article.words[word].id) == Some(Strength::NoSpeech));
        last = Some(cue);
        if !silent {
            continue;
        }
        let lower = article.text(cue).to_lowercase();
        let draft = Draft::at(cue).say("verb", article.text(cue));
        let verbs = context.options.words("verbs");
        sink.report(match verbs.iter().filter_map(|pair| pair.split_once(" = ")).find(|(verb, _)| *verb == lower) {
            Some((_, plain)) => draft.wording("said").say("plain", plain).replace(Safety::Suggested, plain),
            None => draft,
        });
    }
}
