//! `,,`, `..`, `??`: a mark typed twice.

use crate::article::Article;
use crate::document::Role;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let bytes = article.copy().as_bytes();
    for pair in [b",,", b"..", b"??", b"!!", b";;"].into_iter().filter(|pair| article.gaps().double(pair[0])) {
        let mut end = 0;
        for at in memchr::memmem::find_iter(bytes, pair) {
            if at < end {
                continue;
            }
            let mark = pair[0];
            let run = Span::new(at, at + bytes[at..].iter().take_while(|&&byte| byte == mark).count());
            end = run.to();
            if is_slip(article, run, mark) {
                let draft = Draft::at(run).say("found", article.text(run)).say("mark", char::from(mark));
                sink.report(draft.replace(Safety::Safe, char::from(mark)));
            }
        }
    }
}

fn is_slip(article: &Article, run: Span, mark: u8) -> bool {
    let before = article.copy()[..run.from()].chars().next_back();
    let after = article.copy()[run.to()..].chars().next();
    let follows_word = before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '”' | '’' | '"' | '\'' | ')' | '%'));
    let ends_word = after.is_none_or(|after| after.is_whitespace() || matches!(after, '”' | '’' | '"' | '\'' | ')'));
    match mark {
        // Three points and more are an ellipsis; a speaker's voice may rise, and posts are quoted as they were written.
        b'.' => run.len() == 2 && follows_word && ends_word,
        b'?' | b'!' => run.len() <= 4 && follows_word && ends_word && !is_verbatim(article, run),
        _ => run.len() == 2 && follows_word,
    }
}

fn is_verbatim(article: &Article, run: Span) -> bool {
    article.is_quoted(run.start) || article.role_at(run.start) == Some(Role::BlockQuote)
}
