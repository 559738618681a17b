//! A bracket without its partner.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut lone = article.marks.lone_brackets.clone();
    lone.sort_unstable();
    lone.retain(|&bracket| !is_list_marker(article, bracket) && !is_face(article, bracket));
    let mut at = 0;
    while let Some(&bracket) = lone.get(at) {
        let next = lone.get(at + 1).copied();
        at += 1;
        let opens = matches!(article.text(bracket), "(" | "[");
        if opens
            && let Some(second) = next.filter(|&next| article.text(next) == article.text(bracket) && same_block(article, bracket, next))
        {
            // `[U.S.[` has one slip: the second bracket looks the wrong way.
            at += 1;
            let draft = Draft::at(second).label(bracket, "opens").wording("twice").say("bracket", article.text(second));
            sink.report(draft.say("found", start_of(article, bracket.join(second))));
            continue;
        }
        if opens && let Some(next) = next.filter(|&next| matches!(article.text(next), ")" | "]")) {
            let same_kind = matches!((article.text(bracket), article.text(next)), ("(", ")") | ("[", "]"));
            let same_block = same_block(article, bracket, next);
            // Brackets may hold several paragraphs.
            if same_kind || same_block {
                at += 1;
            }
            if !same_kind && same_block {
                let found = bracket.join(next);
                let draft = Draft::at(bracket).label(next, "closes").say("open", article.text(bracket)).say("close", article.text(next));
                let draft = draft.wording("mismatch").say("found", start_of(article, found));
                sink.report(draft);
            }
            if same_kind || same_block {
                continue;
            }
        }
        let draft = Draft::at(bracket).say("bracket", article.text(bracket)).say("found", around(article, bracket, opens));
        sink.report(if opens { draft } else { draft.wording("close") });
    }
}

fn same_block(article: &Article, one: Span, other: Span) -> bool {
    article.document.block_at(one.start) == article.document.block_at(other.start)
}

/// `1)`, `a)`, `iv)`, and `Fig. 2)` after a line's or a clause's start.
fn is_list_marker(article: &Article, bracket: Span) -> bool {
    if !matches!(article.text(bracket), ")" | "]") {
        return false;
    }
    let before = &article.copy()[..bracket.from()];
    let marker = before.bytes().rev().take(4).take_while(u8::is_ascii_alphanumeric).count();
    let word = &before[before.len() - marker..];
    let is_number = !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = word.len() == 1 && word != "I";
    let is_roman = !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let starts = before[..before.len() - marker]
        .chars()
        .next_back()
        .is_none_or(|next| next.is_whitespace() || matches!(next, '“' | '"' | '•' | '\0'));
    starts && (is_number || is_letter || is_roman)
}

/// `:)`, `;-)`, `:(`
fn is_face(article: &Article, bracket: Span) -> bool {
    article.copy()[..bracket.from()].ends_with([':', ';', '=', '8', '^'])
        && !article.copy()[..bracket.from()].ends_with(char::is_alphanumeric)
        || [":-", ";-", ": ", ":'"].iter().any(|eyes| article.copy()[..bracket.from()].ends_with(eyes) && eyes.ends_with('-'))
}

/// The bracket with the words beside it.
fn around<'a>(article: &'a Article, bracket: Span, opens: bool) -> &'a str {
    let near = if opens {
        let first = article.words.partition_point(|word| word.span.start < bracket.end);
        article.words.get((first + 3).min(article.words.len().saturating_sub(1))).map(|word| word.span)
    } else {
        let end = article.words.partition_point(|word| word.span.end <= bracket.start);
        article.words.get(end.saturating_sub(4)).map(|word| word.span)
    };
    let block = article.document.block_at(bracket.start).map_or(bracket, |block| article.blocks()[block].span);
    near.filter(|&near| block.contains(near)).map_or(article.text(bracket), |near| article.text(bracket.join(near)))
}

fn start_of(article: &Article, found: Span) -> String {
    let words = article.text(found);
    match words.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}
