//! Notes of the desk to itself: `[[check]]`, `LEGAL:`, `(CQ)`.

use crate::article::{Article, ByteSet};
use crate::document::{Markup, Role};
use crate::lint::page::Text;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Stories made of parts, each with a label in capitals, may call one LEGAL.
const MOST_LABELLED: usize = 2;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut found: Vec<Span> = Vec::new();
    if article.gaps().double(b'[') {
        found.extend(between(article, "[[", "]]"));
    }
    if article.gaps().double(b'{') && context.options.is_on("braces") {
        found.extend(between(article, "{{", "}}").filter(|span| !is_template(article, *span)));
    }
    if article.gaps().double(b'/') {
        found.extend(comments(article));
    }
    found.extend(labels(article, context.options.words("labels")));
    found.extend(handles(article, context.options.words("handles")));
    found.extend(brackets(article, context.options.words("brackets")));
    found.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by(|next, kept| kept.contains(*next));
    for span in found {
        sink.report(Draft::at(span).say("found", shortened(article.text(span))));
    }
}

/// A note may run over lines; a message has room for its beginning.
fn shortened(note: &str) -> String {
    match note.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", note[..at].trim_end()),
        None => note.to_owned(),
    }
}

/// What stands between double brackets, within one block.
fn between<'a>(article: &'a Article, open: &'static str, close: &'static str) -> impl Iterator<Item = Span> + 'a {
    let copy = article.copy();
    let mut last = 0;
    memchr::memmem::find_iter(copy.as_bytes(), open).filter_map(move |at| {
        if at < last {
            return None;
        }
        let end = article.blocks()[article.document.block_at(at as u32)?].span.to();
        if at >= end {
            return None;
        }
        let Some(len) = copy[at..end].find(close) else {
            // Nothing closes in this block: no later mark of it needs a look.
            last = end;
            return None;
        };
        last = at + len + close.len();
        let inner = copy[at + open.len()..at + len].trim();
        inner.contains(char::is_alphanumeric).then(|| Span::new(at, last))
    })
}

/// `{{ page.title }}`, `{{< figure >}}`: a template fills these in.
fn is_template(article: &Article, span: Span) -> bool {
    let inner = article.text(span).trim_matches(['{', '}', ' ', '-']);
    let is_code = inner.starts_with(['<', '%', '#', '/', '>', '$', '.']) || inner.contains(['|', '(', '=', '"']);
    let is_one_name = !inner.contains(char::is_whitespace) && (inner.contains(['.', '_']) || !inner.contains(char::is_uppercase));
    article.document.markup == Markup::Markdown && (is_code || is_one_name)
}

/// A line that starts with `//`.
fn comments(article: &Article) -> impl Iterator<Item = Span> {
    article.blocks().iter().filter(|block| article.text(block.span).starts_with("//")).filter_map(|block| {
        let text = article.text(block.span);
        let words = text.trim_start_matches('/');
        (words.contains(char::is_alphabetic) && text.len() - words.len() == 2).then_some(block.span)
    })
}

/// `LEGAL:` and the like, where a sentence or a bracket starts.
fn labels<'a>(article: &'a Article, labels: &'a [Text]) -> impl Iterator<Item = Span> + 'a {
    let copy = article.copy();
    let mut labelled: Option<bool> = None;
    places(article, labels).into_iter().filter_map(move |(at, label)| {
        let before = copy[..at].trim_end_matches([' ', '\u{A0}']);
        let opens = before.is_empty() || before.ends_with(['\n', '\r', '(', '[', '.', '!', '?', '\0']);
        let is_whole = !copy[..at].ends_with(char::is_alphanumeric);
        if !opens || !is_whole || *labelled.get_or_insert_with(|| has_labelled_parts(article)) {
            return None;
        }
        Some(Span::new(at, at + label.len()))
    })
}

/// Where any of `terms` stands, found from the mark that each holds: one search for each mark, not for each term.
fn places<'a>(article: &Article, terms: &'a [Text]) -> Vec<(usize, &'a Text)> {
    let copy = article.copy().as_bytes();
    // A mark that no word can hold stands between words or nowhere.
    let is_there = |mark: u8| mark.is_ascii_alphanumeric() || b"'.,:".contains(&mark) || !mark.is_ascii() || article.gaps().hold(mark);
    let (mut found, mut done) = (Vec::new(), ByteSet::default());
    for (_, mark) in terms.iter().filter_map(mark_of) {
        if done.has(mark) {
            continue;
        }
        done.insert(mark);
        if !is_there(mark) {
            continue;
        }
        let of_mark = || terms.iter().filter_map(|term| Some((mark_of(term).filter(|(_, other)| *other == mark)?.0, term)));
        // `LEGAL:` has a capital before its mark, as few marks have.
        let (mut befores, mut opens_term) = (ByteSet::default(), false);
        for (at, term) in of_mark() {
            match at.checked_sub(1) {
                Some(before) => befores.insert(term.as_bytes()[before]),
                None => opens_term = true,
            }
        }
        for place in memchr::memchr_iter(mark, copy) {
            if opens_term || place > 0 && befores.has(copy[place - 1]) {
                let starts = of_mark().filter_map(|(at, term)| Some((place.checked_sub(at)?, term)));
                found.extend(starts.filter(|(start, term)| copy[*start..].starts_with(term.as_bytes())));
            }
        }
    }
    found
}

/// The first mark that a term holds and where, or its first letter.
fn mark_of(term: &Text) -> Option<(usize, u8)> {
    let at = term.bytes().position(|byte| byte.is_ascii_punctuation()).unwrap_or(0);
    term.as_bytes().get(at).map(|&mark| (at, mark))
}

/// Whether several paragraphs start with a label in capitals: the labels are the story's form.
fn has_labelled_parts(article: &Article) -> bool {
    let is_labelled = |text: &str| {
        text.split_once(':').is_some_and(|(label, _)| {
            (2..=30).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ')
        })
    };
    article.blocks_with(Role::is_body_text).filter(|(_, block)| is_labelled(article.text(block.span))).count() > MOST_LABELLED
}

/// `@desk`: not a reader’s handle.
fn handles<'a>(article: &'a Article, handles: &'a [Text]) -> impl Iterator<Item = Span> + 'a {
    let copy = article.copy();
    places(article, handles).into_iter().filter_map(|(at, handle)| {
        let is_part = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '_' | '.' | '-' | '/'));
        let (before, mut after) = (copy[..at].chars().next_back(), copy[at + handle.len()..].chars());
        let next = after.next();
        let goes_on = match next {
            Some('.' | '-') => is_part(after.next()),
            next => is_part(next),
        };
        (!is_part(before) && !goes_on).then(|| Span::new(at, at + handle.len()))
    })
}

/// `(CQ)`, `[CHECK]`, `(sp?)`.
fn brackets<'a>(article: &'a Article, notes: &'a [Text]) -> impl Iterator<Item = Span> + 'a {
    article.marks.brackets.iter().map(|bracket| bracket.span).filter(move |&span| {
        if span.len() > 60 {
            return false;
        }
        let inner = article.text(Span { start: span.start + 1, end: span.end - 1 }).trim();
        notes.iter().any(|note| {
            let rest = inner.strip_prefix(note.as_ref());
            // `CHECK SPELLING` is a note too, `CHECK` as a part of a word is not.
            rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with([' ', ':']) && !rest.contains(char::is_lowercase)))
        })
    })
}
