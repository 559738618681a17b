//! `NATO` and `Nato` in one story, or against the house.

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lexicon::WordId;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

/// Shortest acronym that is said as a word.
const SHORTEST: usize = 4;

/// Most places that a finding points at.
const MOST_LABELS: usize = 12;

#[derive(Default)]
struct Forms {
    capitals: Vec<u32>,
    small: Vec<u32>,
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut forms: FxHashMap<&str, Forms> = FxHashMap::default();
    for &at in article.acronyms() {
        let word = &article.words[at as usize];
        let written = article.text(word.stem_span());
        let counts = written.len() >= SHORTEST && !written.contains('.') && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if counts && article.lexicon.acronym(written).is_some() && article.is_narration(word.span.start) {
            forms.entry(written).or_default().capitals.push(at);
        }
    }
    if forms.is_empty() {
        return;
    }
    // `Nato` has the number of `NATO`: few words need be read again.
    let ids: Vec<WordId> = forms.values().map(|forms| article.words[forms.capitals[0] as usize].id).collect();
    let mut buffer = String::new();
    for at in article.capitals.iter().map(|&at| at as usize) {
        let word = &article.words[at];
        if word.case != Case::Capitalised || !ids.contains(&word.id) {
            continue;
        }
        buffer.clear();
        buffer.push_str(article.text(word.stem_span()));
        buffer.make_ascii_uppercase();
        // A capital that starts a sentence says nothing where the letters are a word too: Aids, Start.
        if let Some(found) = forms.get_mut(buffer.as_str())
            && article.is_narration(word.span.start)
            && !(article.lexicon.is_word(word.id) && article.starts_sentence(at))
        {
            found.small.push(at as u32);
        }
    }
    let mut mixed: Vec<Forms> = forms.into_values().filter(|forms| !forms.small.is_empty()).collect();
    mixed.sort_by_key(|forms| forms.capitals[0]);
    for forms in mixed {
        report(article, &forms, sink);
    }
}

fn report(article: &Article, forms: &Forms, sink: &mut Sink) {
    let most_capitals = (forms.capitals.len(), forms.small[0]) >= (forms.small.len(), forms.capitals[0]);
    let (rare, common) = if most_capitals { (&forms.small, &forms.capitals) } else { (&forms.capitals, &forms.small) };
    let span = |at: u32| article.words[at as usize].stem_span();
    let right = article.text(span(common[0]));
    let edits = rare.iter().map(|&at| Edit::replace(span(at), right)).collect();
    let mut draft = Draft::at(span(rare[0])).say("found", article.text(span(rare[0]))).say("right", right).label(span(common[0]), "usual");
    for &at in rare.iter().skip(1).take(MOST_LABELS) {
        draft = draft.label(span(at), "also");
    }
    sink.report(draft.fix(Safety::Suggested, edits));
}
