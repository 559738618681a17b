//! `12 noon`, `12 midnight`: noon and midnight are words of their own; `12 a.m.` is one that half the readers misread.

use crate::article::Article;
use crate::finding::{Safety, Severity};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for &index in &article.numbers {
        let word = &article.words[index as usize];
        let written = article.text(word.span);
        if !matches!(written, "12" | "12:00" | "12.00" | "12am" | "12pm") {
            continue;
        }
        let next = article.words.get(index as usize + 1).filter(|next| {
            let gap = &article.copy()[word.span.to()..next.span.from()];
            next.block == word.block && matches!(gap, " " | "\u{A0}" | "")
        });
        let (end, text) = match next {
            Some(next) if written.starts_with("12") && !written.ends_with('m') => (next.span.end, article.text(next.span).to_lowercase()),
            _ => (word.span.end, written.trim_start_matches(|first: char| !first.is_alphabetic()).to_owned()),
        };
        let span = Span { start: word.span.start, end };
        let draft = Draft::at(span).say("found", article.text(span));
        match text.as_str() {
            "noon" | "midnight" => sink.report(draft.say("right", text.as_str()).replace(Safety::Safe, text)),
            "am" | "a.m." | "a.m" => sink.report(draft.wording("unclear").say("right", "midnight").severity(Severity::Info)),
            "pm" | "p.m." | "p.m" => sink.report(draft.wording("unclear").say("right", "noon").severity(Severity::Info)),
            _ => {}
        }
    }
}
