//! An acronym that is spelled out and never used.

use rustc_hash::FxHashMap;

use crate::article::{Article, Definition, without_points};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.definitions().is_empty() {
        return;
    }
    let mut uses: FxHashMap<String, u32> = FxHashMap::default();
    let capitals = article.capitals.iter().map(|&at| &article.words[at as usize]);
    for word in capitals.filter(|word| matches!(word.case, Case::Upper | Case::Mixed)) {
        let letters = without_points(article.text(word.stem_span()));
        *uses.entry(letters.trim_end_matches('s').to_owned()).or_default() += 1;
    }
    for definition in article.definitions().iter().filter(|definition| !definition.acronym_first) {
        let count = uses.get(definition.acronym.trim_end_matches('s')).copied().unwrap_or(0);
        if count > 1
            || article.is_quoted(definition.expansion.start)
            || article.lexicon.is_news_outlet(&definition.acronym)
            || is_abbreviation(article, definition)
        {
            continue;
        }
        let bracket = Span { start: definition.expansion.end, end: definition.whole.end };
        let draft = Draft::at(definition.acronym_span).say("acronym", article.text(definition.acronym_span));
        let draft = draft.say("expansion", article.text(definition.expansion));
        sink.report(draft.fix(Safety::Suggested, vec![Edit::delete(bracket)]));
    }
}

/// `Graham (S.C.)`: a state, a party.
fn is_abbreviation(article: &Article, definition: &Definition) -> bool {
    article.text(definition.acronym_span).contains('.') || !article.text(definition.expansion).contains(' ')
}
