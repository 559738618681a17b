//! `Meanwhile,` at the start of a sentence.

use crate::article::{Article, Sentence};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let phrases = context.options.words("phrases");
    let longest = phrases.iter().map(|phrase| phrase.len()).max().unwrap_or(0);
    // By its first letter, be it small or a capital, how long a phrase may be.
    let mut lengths = [0_u64; 32];
    for phrase in phrases.iter().filter(|phrase| !phrase.is_empty()) {
        lengths[usize::from(phrase.as_bytes()[0] & 31)] |= if longest < 64 { 1 << phrase.len() } else { u64::MAX };
    }
    for sentence in &article.sentences {
        // Few sentences have a comma where a phrase would end.
        let start = article.words[sentence.words.start as usize].span.from();
        let head = &article.copy().as_bytes()[start..(start + longest + 1).min(article.copy().len())];
        let may_be = lengths[usize::from(head[0] & 31)];
        if may_be == 0 {
            continue;
        }
        let ends = memchr::memchr_iter(b',', head).filter(|len| may_be >> len & 1 != 0);
        let parted = ends.flat_map(|len| phrases.iter().filter(move |phrase| phrase.len() == len));
        let found = parted.filter_map(|phrase| phrase_span(article, sentence, phrase)).max_by_key(|span| span.end);
        if let Some(span) = found {
            sink.report(draft(article, sentence, span));
        }
    }
}

/// The phrase and the comma after it, at the start of a sentence.
fn phrase_span(article: &Article, sentence: &Sentence, phrase: &str) -> Option<Span> {
    let start = article.words[sentence.words.start as usize].span.start;
    let words = article.copy()[start as usize..].get(..phrase.len())?;
    let comma = article.copy()[start as usize + phrase.len()..].starts_with(',');
    (comma && words.eq_ignore_ascii_case(phrase)).then(|| Span { start, end: start + phrase.len() as u32 + 1 })
}

/// The sentence starts with its own first word.
fn draft(article: &Article, sentence: &Sentence, span: Span) -> Draft {
    let draft = Draft::at(span).say("found", article.text(span).trim_end_matches(','));
    let next = article.words_in(Span { start: span.end, end: sentence.span.end }).next().map(|at| article.words[at].span);
    let Some(next) = next.filter(|next| article.text(Span { start: span.end, end: next.start }) == " ") else { return draft };
    let first = Span { start: next.start, end: next.start + article.text(next).chars().next().map_or(0, char::len_utf8) as u32 };
    let capital: String = article.text(first).to_uppercase();
    draft.fix(Safety::Suggested, vec![Edit::replace(span.join(first), capital)])
}
