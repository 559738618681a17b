//! `the 1980's`: a decade takes no apostrophe.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for &index in &article.numbers {
        let word = &article.words[index as usize];
        let written = article.text(word.span);
        let after = &article.copy()[word.span.to()..];
        let mark = after.chars().next().filter(|mark| matches!(mark, '’' | '\'')).map_or(0, char::len_utf8);
        let is_decade =
            written.ends_with('0') && written.len() == 4 && matches!(&written[..2], "17" | "18" | "19" | "20") && written != "2000";
        let has_s = mark > 0 && after[mark..].starts_with('s') && !after[mark + 1..].starts_with(|next: char| next.is_alphanumeric());
        if !is_decade || !has_s || !is_named_so(article, index as usize) {
            continue;
        }
        let apostrophe = Span::new(word.span.to(), word.span.to() + mark);
        let whole = Span::new(word.span.from(), apostrophe.to() + 1);
        let draft = Draft::at(whole).say("found", article.text(whole)).say("decade", written);
        sink.report(draft.fix(Safety::Safe, vec![Edit::delete(apostrophe)]));
    }
}

/// `the 1980's`, `in the early 1980's`: with an article it is the decade; without one it may be the year's own.
fn is_named_so(article: &Article, index: usize) -> bool {
    let before = |back: usize| index.checked_sub(back).map_or("", |at| article.text(article.words[at].span));
    let the = |word: &str| word.eq_ignore_ascii_case("the");
    let part = ["early", "late", "mid", "middle"].contains(&before(1).to_lowercase().as_str());
    let next = article.words.get(index + 1).map_or("", |word| if word.is_word() { article.text(word.span) } else { "" });
    // `the 1980's` has its own s as next word.
    let follows = article.words.get(index + 2).filter(|word| next == "s" && word.block == article.words[index].block);
    let possessed = follows.is_some_and(|word| {
        let gap = &article.copy()[article.words[index + 1].span.to()..word.span.from()];
        gap == " " && word.is_capitalised()
    });
    (the(before(1)) || (part && (the(before(2)) || before(2).eq_ignore_ascii_case("in")))) && !possessed
}
