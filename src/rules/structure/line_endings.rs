//! Line ends of several kinds, blanks at the ends of lines, no line end after the last line.

use crate::article::{Article, Gaps};
use crate::document::{Markup, Role};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// What ends lines in one file.
#[derive(Default)]
struct LineEnds {
    line_feeds: Vec<Span>,
    both: Vec<Span>,
    returns: Vec<Span>,
    blanks: Vec<Span>,
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let text = article.document.source.text();
    // Most files have one kind of line end and no blank before any.
    let is_plain = |gaps: &Gaps| !gaps.hold(b'\r') && !gaps.hold(b'\t') && !gaps.part(b'\n');
    if !text.ends_with([' ', '\t']) && article.gaps_of_file().is_some_and(is_plain) {
        return report_no_end(text, "\n", sink);
    }
    let mut ends = read(article, text);
    let (usual, name) = usual_end(&ends);
    report_mixed(&mut ends, usual, name, sink);
    if let Some(&first) = ends.blanks.first() {
        let draft = Draft::at(first).wording("blanks").say("count", ends.blanks.len().to_string());
        let draft = if ends.blanks.len() == 1 { draft.wording("blank") } else { draft };
        sink.report(draft.fix(Safety::Safe, ends.blanks.iter().map(|&blank| Edit::delete(blank)).collect()));
    }
    report_no_end(text, usual, sink);
}

fn report_no_end(text: &str, usual: &'static str, sink: &mut Sink) {
    if !text.is_empty() && !text.ends_with(['\n', '\r']) {
        sink.report(Draft::at(Span::at(text.len())).fix(Safety::Safe, vec![Edit::insert(text.len() as u32, usual)]));
    }
}

fn read(article: &Article, text: &str) -> LineEnds {
    let bytes = text.as_bytes();
    let mut ends = LineEnds::default();
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => ends.both.push(Span::new(at, at + 2)),
            b'\r' => ends.returns.push(Span::new(at, at + 1)),
            _ if at > 0 && bytes[at - 1] == b'\r' => continue,
            _ => ends.line_feeds.push(Span::new(at, at + 1)),
        }
        push_blanks(article, at, &mut ends.blanks);
    }
    if !bytes.ends_with(b"\n") && !bytes.ends_with(b"\r") {
        push_blanks(article, bytes.len(), &mut ends.blanks);
    }
    ends
}

/// The blanks before the line end at `end`, unless they are markup.
fn push_blanks(article: &Article, end: usize, blanks: &mut Vec<Span>) {
    let text = article.document.source.text();
    let bytes = text.as_bytes();
    if end == 0 || !matches!(bytes[end - 1], b' ' | b'\t') {
        return;
    }
    let start = text[..end].trim_end_matches([' ', '\t']).len();
    let span = Span::new(start, end);
    if article.document.markup == Markup::Markdown && (is_hard_break(text, span) || article.role_at(span.start) == Some(Role::Embed)) {
        return;
    }
    if article.document.may_edit(span) {
        blanks.push(span);
    }
}

/// Two spaces at the end of a line of Markdown break it there on purpose, if a line of the same paragraph follows.
fn is_hard_break(text: &str, blanks: Span) -> bool {
    let after = text[blanks.to()..].trim_start_matches('\r').strip_prefix('\n').unwrap_or_default();
    let next_is_blank = after.split(['\n', '\r']).next().is_none_or(|line| line.trim().is_empty());
    let line_is_blank = blanks.start == 0 || text[..blanks.from()].ends_with(['\n', '\r']);
    blanks.len() >= 2 && !line_is_blank && !next_is_blank
}

/// The line end that most lines have.
fn usual_end(ends: &LineEnds) -> (&'static str, &'static str) {
    let (feeds, both, returns) = (ends.line_feeds.len(), ends.both.len(), ends.returns.len());
    if feeds >= both && feeds >= returns {
        ("\n", "LF")
    } else if both >= returns {
        ("\r\n", "CRLF")
    } else {
        ("\r", "CR")
    }
}

fn report_mixed(ends: &mut LineEnds, usual: &'static str, name: &str, sink: &mut Sink) {
    let mut others: Vec<Span> = Vec::new();
    let kinds = [("\n", &mut ends.line_feeds), ("\r\n", &mut ends.both), ("\r", &mut ends.returns)];
    for (_, spans) in kinds.into_iter().filter(|(end, _)| *end != usual) {
        others.append(spans);
    }
    others.sort_unstable();
    let Some(&first) = others.first() else { return };
    let draft = Draft::at(first).wording("mixed").say("count", others.len().to_string()).say("usual", name);
    sink.report(draft.fix(Safety::Safe, others.into_iter().map(|end| Edit::replace(end, usual)).collect()));
}
