//! One expansion with two acronyms, or one acronym with two expansions.

use rustc_hash::FxHashMap;

use crate::article::{Article, Definition};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if article.definitions().len() < 2 {
        return;
    }
    let mut of_words: FxHashMap<String, &Definition> = FxHashMap::default();
    let mut of_letters: FxHashMap<&str, (&Definition, String)> = FxHashMap::default();
    for definition in article.definitions() {
        let key = super::key(article, definition);
        let related = |other: &Definition| {
            let is_related = |one: &Definition| article.role_at(one.whole.start).is_some_and(crate::document::Role::is_related);
            is_related(other) == is_related(definition)
        };
        if let Some(other) = of_words.get(&key).filter(|other| other.acronym != definition.acronym && related(other)) {
            let draft = draft(article, definition, other);
            sink.report(draft.wording("two-acronyms"));
        } else if let Some((other, _)) =
            of_letters.get(definition.acronym.as_str()).filter(|(other, known)| *known != key && related(other) && differ(known, &key))
            && definition.fits(article)
            && other.fits(article)
        {
            let draft = draft(article, definition, other);
            sink.report(draft);
        }
        of_letters.entry(definition.acronym.as_str()).or_insert_with(|| (definition, key.clone()));
        of_words.entry(key).or_insert(definition);
    }
}

/// Whether two expansions share no more than a word: `Greater Harbour Trust` and `the Harbour Trust` are one.
fn differ(one: &str, other: &str) -> bool {
    let shared = one.split(' ').filter(|word| !word.is_empty() && other.split(' ').any(|known| known == *word)).count();
    shared * 2 < one.split(' ').count().min(other.split(' ').count())
}

fn draft(article: &Article, definition: &Definition, other: &Definition) -> Draft {
    let values = vec![("earlier", article.text(other.expansion).to_owned()), ("other", other.acronym.clone())];
    Draft::at(definition.whole)
        .say("acronym", definition.acronym.as_str())
        .say("expansion", article.text(definition.expansion))
        .say("earlier", article.text(other.expansion))
        .say("other", other.acronym.as_str())
        .label_saying(other.whole, "first", values)
}
