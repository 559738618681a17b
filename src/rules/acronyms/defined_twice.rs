//! An acronym that is spelled out twice.

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut first: FxHashMap<&str, &crate::article::Definition> = FxHashMap::default();
    for definition in article.definitions() {
        let role = article.role_at(definition.whole.start);
        if article.is_quoted(definition.whole.start) || !role.is_some_and(crate::document::Role::is_body_text) {
            continue;
        }
        let Some(before) = first.get(definition.acronym.as_str()) else {
            first.insert(&definition.acronym, definition);
            continue;
        };
        let same = article.text(before.expansion).eq_ignore_ascii_case(article.text(definition.expansion));
        if same {
            let acronym = article.text(definition.acronym_span);
            let draft = Draft::at(definition.whole).say("acronym", acronym).label(before.whole, "first");
            sink.report(draft.fix(Safety::Suggested, vec![Edit::replace(definition.whole, acronym)]));
        }
    }
}
