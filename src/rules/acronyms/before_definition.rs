//! An acronym that stands before the place where the story spells it out.

use rustc_hash::FxHashMap;

use crate::article::{Article, without_points};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut defined: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, definition) in article.definitions().iter().enumerate() {
        if article.is_narration(definition.whole.start) && definition.fits(article) {
            defined.entry(&definition.acronym).or_insert(at);
        }
    }
    if defined.is_empty() {
        return;
    }
    for &at in article.acronyms() {
        let word = &article.words[at as usize];
        let letters = without_points(article.text(word.stem_span()));
        let Some(&index) = defined.get(letters.as_ref()) else { continue };
        let definition = &article.definitions()[index];
        if word.span.start >= definition.whole.start || !article.is_narration(word.span.start) {
            continue;
        }
        defined.remove(letters.as_ref());
        let expansion = article.text(definition.expansion);
        let mut draft = Draft::at(word.stem_span())
            .say("acronym", article.text(word.stem_span()))
            .say("expansion", expansion)
            .label(definition.whole, "defined");
        let article_fits = at == 0 || !matches!(article.text(article.words[at as usize - 1].span), "a" | "an" | "A" | "An");
        let plain = word.possessive == 0 && !article.copy()[word.span.to()..].starts_with('-') && !definition.acronym_first;
        if article_fits && plain {
            let spelled = format!("{expansion} ({})", article.text(word.span));
            draft = draft.fix(
                Safety::Suggested,
                vec![Edit::replace(word.span, spelled), Edit::replace(definition.whole, article.text(definition.acronym_span))],
            );
        }
        sink.report(draft);
    }
}
