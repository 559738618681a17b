//! `“We go.” he said.`: a full stop cuts speech off from its speaker.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::speaker::{Opening, attribution_after};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && !quotation.continues) {
        let words = article.text(quotation.span);
        if !words.ends_with('.') || ends_in_abbreviation(article, quotation.span) {
            continue;
        }
        let Some(attribution) = attribution_after(article, quotation.outer.end) else { continue };
        let sure = match attribution.opening {
            Opening::Pronoun if !attribution.starts_upper => true,
            Opening::Verb => true,
            // “We go.” The mayor said more would come: a sentence of its own, unless it ends with its verb.
            _ => attribution.ends_at_verb && article.copy()[attribution.span.to()..].starts_with('.'),
        };
        if !sure {
            continue;
        }
        let point = Span { start: quotation.span.end - 1, end: quotation.span.end };
        let draft = Draft::at(point.join(attribution.span)).say("speaker", article.text(attribution.span));
        let mut edits = vec![Edit::replace(point, ",")];
        let mut safety = Safety::Safe;
        if attribution.starts_upper && attribution.opening == Opening::Pronoun {
            let capital = Span { start: attribution.span.start, end: attribution.span.start + 1 };
            edits.push(Edit::replace(capital, article.text(capital).to_lowercase()));
            safety = Safety::Suggested;
        }
        sink.report(draft.fix(safety, edits));
    }
}

/// `U.S.`, `Jr.`, an ellipsis: the point belongs to the word.
fn ends_in_abbreviation(article: &Article, words: Span) -> bool {
    let text = article.text(words).trim_end_matches('.');
    let last = text.rsplit(|next: char| next.is_whitespace()).next().unwrap_or_default();
    text.len() + 1 < words.len()
        || last.contains('.')
        || last.ends_with(char::is_uppercase)
        || matches!(last, "Jr" | "Sr" | "Inc" | "Co" | "Ltd" | "Corp" | "etc" | "Mr" | "Mrs" | "Dr" | "St" | "No")
}
