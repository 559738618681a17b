//! Codes of the wire that were never meant for print: slugs, versions, calls for the next take, control bytes.

use crate::article::Article;
use crate::document::{Block, Role, RoleGroup};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::roles::{ends_terminal, word_count};
use crate::text::Span;

/// A line of codes is short.
const MOST_WORDS: usize = 8;

/// Most characters on either side that belong to a code.
const LONGEST: usize = 40;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut found: Vec<Span> = end_marks(article).collect();
    let body = article.blocks_with(|role| role.is_in(RoleGroup::Body));
    found.extend(body.map(|(_, block)| block.span).filter(|span| is_code_line(article.text(*span))));
    found.extend(codes(article).filter_map(|(at, needle)| code_in_line(article, at, needle)));
    found.extend(control_bytes(article));
    // A line of codes is one finding, whatever codes it holds.
    found.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by(|next, kept| kept.touches(*next));
    for span in found {
        report(article, span, sink);
    }
}

fn report(article: &Article, span: Span, sink: &mut Sink) {
    let Some(index) = article.document.block_at(span.start) else { return };
    let text = article.text(span);
    let edit = if article.blocks()[index].span == span {
        article.block_with_gap(index)
    } else {
        let before = article.copy()[..span.from()].trim_end_matches([' ', '\u{A0}']).len();
        Span { start: before as u32, end: span.end }
    };
    let is_visible = text.chars().any(|letter| !letter.is_control());
    let draft = Draft::at(span).say("found", if is_visible { text.to_owned() } else { format!("0x{:02X}", text.as_bytes()[0]) });
    let draft = if is_visible { draft } else { draft.wording("control") };
    sink.report(draft.fix(Safety::Suggested, vec![Edit::delete(edit)]));
}

/// End marks that more copy follows: takes were joined and the mark between them stayed.
fn end_marks(article: &Article) -> impl Iterator<Item = Span> {
    let last_text = article.blocks().iter().rposition(|block| block.role == Role::Paragraph).unwrap_or(0);
    let is_mark = |block: &&Block| block.role == Role::EndMark && !article.text(block.span).contains('#');
    article.blocks()[..last_text].iter().filter(is_mark).map(|block| block.span)
}

/// `BC-Vell-Talks`, `1st Ld-Writethru`, `Add 2`: a line that holds nothing but codes.
fn is_code_line(text: &str) -> bool {
    let text = text.trim_start_matches(['^', '<', ' ']);
    let Some(first) = text.bytes().next().filter(u8::is_ascii_alphanumeric) else { return false };
    if text.len() > 100 || ends_terminal(text) || word_count(text) > MOST_WORDS {
        return false;
    }
    let slug = matches!(first, b'B' | b'A' | b'P')
        && ["BC-", "AM-", "PM-"].iter().any(|cycle| {
            text.strip_prefix(cycle)
                .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_uppercase()) && !rest.contains(" and "))
        });
    let take =
        text.strip_prefix("Add ").is_some_and(|rest| !rest.is_empty() && rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    slug || take || version(text).is_some_and(|end| word_count(&text[end..]) <= 4)
}

/// Where `1st Ld` or `2nd Ld-Writethru` ends that opens `text`.
fn version(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let ordinal = ["st ", "nd ", "rd ", "th "].iter().any(|ending| rest.starts_with(ending));
    let lead = rest.get(3..)?.strip_prefix("Ld")?;
    let is_version = (1..=2).contains(&digits) && ordinal && !lead.starts_with(|letter: char| letter.is_alphabetic());
    is_version.then(|| text.len() - lead.len() + lead.find(|mark: char| !(mark.is_alphanumeric() || mark == '-')).unwrap_or(lead.len()))
}

/// Where a code stands inside a line.
fn codes(article: &Article) -> impl Iterator<Item = (usize, &'static str)> {
    let bytes = article.copy().as_bytes();
    article.capitals.iter().filter_map(|&word| {
        let at = article.words[word as usize].span.from();
        // Few words begin with one of these.
        let (back, needle) = match bytes[at] {
            b'L' if bytes[at..].starts_with(b"Ld") => (1, " Ld"),
            b'W' if bytes[at..].starts_with(b"Writethru") => (0, "Writethru"),
            b'W' if bytes[at..].starts_with(b"WRITETHRU") => (0, "WRITETHRU"),
            b'M' if bytes[at..].starts_with(b"MORE)") => (1, "(MORE)"),
            b'A' if bytes[at..].starts_with(b"AP-NY-") => (0, "AP-NY-"),
            _ => return None,
        };
        let start = at.checked_sub(back)?;
        (bytes[start] == needle.as_bytes()[0]).then_some((start, needle))
    })
}

/// The code around a needle inside a line of copy.
fn code_in_line(article: &Article, at: usize, needle: &str) -> Option<Span> {
    let copy = article.copy();
    let block = &article.blocks()[article.document.block_at(at as u32)?];
    if at + needle.len() > block.span.to() || block.role == Role::EndMark {
        return None;
    }
    let is_part = |next: &char| next.is_alphanumeric() || *next == '-';
    let length = |letters: &mut dyn Iterator<Item = char>| letters.take(LONGEST).take_while(is_part).map(char::len_utf8).sum::<usize>();
    let start_of = |at: usize| at - length(&mut copy[block.span.from()..at].chars().rev());
    let end_of = |at: usize| at + length(&mut copy[at..block.span.to()].chars());
    match needle {
        "(MORE)" => Some(Span::new(at, at + needle.len())),
        " Ld" => {
            let start = start_of(at);
            let end = version(&copy[start..block.span.to()])?;
            Some(Span::new(start, start + end))
        }
        "AP-NY-" => {
            let end = end_of(at);
            let is_stamp = copy[at + needle.len()..end].starts_with(|digit: char| digit.is_ascii_digit());
            is_stamp.then(|| Span::new(at, end))
        }
        _ => Some(Span::new(start_of(at), end_of(at))),
    }
}

/// The bytes that framed stories on teleprinter lines; the engine keeps those before the headline out.
fn control_bytes(article: &Article) -> impl Iterator<Item = Span> {
    let bytes = article.copy().as_bytes();
    let is_control = |byte: &u8| (1..=4).contains(byte);
    let starts_run = move |at: &usize| !at.checked_sub(1).is_some_and(|before| is_control(&bytes[before]));
    let run = move |at: usize| Span::new(at, at + bytes[at..].iter().take_while(|byte| is_control(byte)).count());
    let held = (1..=4).filter(|&byte| article.gaps().hold(byte));
    held.flat_map(|byte| memchr::memchr_iter(byte, bytes)).filter(starts_run).map(run)
}
