//! Two spaces between words. One finding a story.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Labels beyond this many tell an editor nothing new.
const MOST_LABELS: usize = 8;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if !article.gaps().double(b' ') {
        return;
    }
    let roles = context.page.roles;
    let mut runs: Vec<Span> = Vec::new();
    for at in memchr::memmem::find_iter(article.copy().as_bytes(), b"  ") {
        if runs.last().is_some_and(|run| at < run.to()) {
            continue;
        }
        let run = Span::new(at, at + article.copy()[at..].bytes().take_while(|&byte| byte == b' ').count());
        if is_between_words(article, run) && article.role_at(run.start).is_some_and(|role| roles & role.bit() != 0) {
            runs.push(run);
        }
    }
    let Some(&first) = runs.first() else { return };
    let mut draft = Draft::at(first);
    for &run in runs.iter().skip(1).take(MOST_LABELS) {
        draft = draft.label(run, "also");
    }
    draft = if runs.len() > 1 { draft.wording("several").say("count", runs.len().to_string()) } else { draft };
    sink.report(draft.fix(Safety::Safe, runs.iter().map(|&run| Edit::replace(run, " ")).collect()));
}

/// Not an indentation, a break at a line's end, or a column of a table.
fn is_between_words(article: &Article, run: Span) -> bool {
    let copy = article.copy();
    let before = copy[..run.from()].chars().next_back();
    let after = copy[run.to()..].chars().next();
    let inside = before.is_some_and(|next| !next.is_whitespace()) && after.is_some_and(|next| !next.is_whitespace() && next != '|');
    inside && run.len() <= 3 && before != Some('|')
}
