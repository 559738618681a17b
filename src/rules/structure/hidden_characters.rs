//! Characters that nobody sees: they break searches, links and lines, and may turn round what is read.

use crate::article::{Article, ByteSet};
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// More labels than this help nobody.
const MOST_LABELS: usize = 20;

/// All places of one character.
struct Kind {
    character: char,
    places: Vec<Span>,
    safety: Safety,
}

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let text = article.document.source.text();
    let suspects: Vec<usize> = match article.gaps_of_file() {
        Some(gaps) if !gaps.hold_any(&TELLING) && !gaps.hold(NO_BREAK) => return,
        Some(gaps) if !gaps.hold_any(&TELLING) => memchr::memchr_iter(NO_BREAK, text.as_bytes()).collect(),
        _ => suspects(text.as_bytes()).collect(),
    };
    let spaces_too = context.options.is_on("no-break-spaces");
    let mut kinds: Vec<Kind> = Vec::new();
    let mut line = Line { end: 0, is_right_to_left: false };
    let mut flag_end = 0;
    for at in suspects {
        let character = text[at..].chars().next().unwrap_or_default();
        let span = Span::new(at, at + character.len_utf8());
        let (before, after) = (text[..at].chars().next_back(), text[span.to()..].chars().next());
        let is_flag = is_tag(character) && (before == Some('\u{1F3F4}') || flag_end == at);
        if is_flag {
            flag_end = span.to();
        }
        let wanted = is_hidden(character, at) || (spaces_too && is_no_break_space(character, before, after));
        if !wanted || is_flag || is_needed(character, before, after) {
            continue;
        }
        if is_direction(character) && line.holds(text, at) && !is_override(character) {
            continue;
        }
        if article.role_at(span.start) != Some(Role::Embed) && article.document.may_edit(span) {
            take(&mut kinds, character, span, line.is_right_to_left);
        }
    }
    for kind in kinds {
        sink.report(draft(&kind));
    }
}

fn draft(kind: &Kind) -> Draft {
    let mut draft = Draft::at(kind.places[0]).say("name", name(kind.character)).say("count", kind.places.len().to_string());
    if kind.places.len() > 1 {
        draft = draft.wording("many");
    }
    for &place in kind.places[1..].iter().take(MOST_LABELS) {
        draft = draft.label(place, "again");
    }
    if is_lost_letter(kind.character) {
        return draft.wording("lost");
    }
    let instead = if matches!(kind.character, '\u{A0}' | '\u{202F}' | '\u{2007}') { " " } else { "" };
    draft.fix(kind.safety, kind.places.iter().map(|&place| Edit::replace(place, instead)).collect())
}

fn take(kinds: &mut Vec<Kind>, character: char, span: Span, is_right_to_left: bool) {
    // Tag characters spell words of their own: they are one kind.
    let character = if is_tag(character) { '\u{E0001}' } else { character };
    // Which way the words of a right-to-left line run is for somebody who reads them.
    let safety = if is_direction(character) && is_right_to_left { Safety::Suggested } else { Safety::Safe };
    match kinds.iter_mut().find(|kind| kind.character == character) {
        Some(kind) => {
            kind.safety = kind.safety.min(safety);
            match kind.places.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => kind.places.push(span),
            }
        }
        None => kinds.push(Kind { character, places: vec![span], safety }),
    }
}

/// Offsets of bytes that may begin a hidden character.
fn suspects(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    const PIECE: usize = 64;
    let may_hold = |piece: &[u8]| piece.iter().fold(false, |found, byte| found | !(0x20..0x7F).contains(byte));
    let pieces = bytes.chunks(PIECE).enumerate().filter(move |(_, piece)| may_hold(piece));
    let suspects = pieces.flat_map(|(at, piece)| (at * PIECE..).zip(piece).filter(|(_, byte)| SUSPECT[usize::from(**byte)]));
    suspects.map(|(at, _)| at).filter(|&at| !is_common_mark(&bytes[at..]))
}

/// Dashes, quotation marks and the ellipsis, the commonest of what is not ASCII.
fn is_common_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE2, 0x80, 0x92..=0x9F | 0xA6, ..])
}

/// The first byte of no-break spaces, which many stories have, and of soft hyphens.
const NO_BREAK: u8 = 0xC2;
/// Every other hidden character has one of these: the first byte, or the second or third of those that share it with common marks.
const TELLING: ByteSet =
    ByteSet::of(&[0x7F, 0x81, 0x87, 0xD8, 0xEF, 0xF3]).with(5, 8).with(0x0B, 0x0C).with(0x0E, 0x1F).with(0x8B, 0x8F).with(0xAA, 0xAF);

const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 5;
    while byte < 0x20 {
        suspect[byte] = !matches!(byte as u8, b'\t' | b'\n' | b'\r');
        byte += 1;
    }
    suspect[0x7F] = true;
    suspect[0xC2] = true;
    suspect[0xD8] = true;
    suspect[0xE2] = true;
    suspect[0xEF] = true;
    suspect[0xF3] = true;
    suspect
};

/// The first four control characters frame wire stories: structure/wire-code-left tells of them.
fn is_hidden(character: char, at: usize) -> bool {
    match character {
        '\u{FEFF}' => at > 0,
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FFF9}'..='\u{FFFB}' => true,
        _ => is_control(character) || is_direction(character) || is_tag(character),
    }
}

fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\u{1}'..='\u{4}' | '\t' | '\n' | '\r')
}

/// What is left of a letter or a mark that was read in the wrong encoding: to delete it would lose the rest of it.
fn is_lost_letter(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9F}')
}

fn is_direction(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// These turn letters round whatever they are; honest copy needs none.
fn is_override(character: char) -> bool {
    matches!(character, '\u{202D}' | '\u{202E}')
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{E0001}' | '\u{E0020}'..='\u{E007F}')
}

/// A no-break space holds a figure to its unit or sign; anywhere else it is a plain space that came from a paste.
fn is_no_break_space(character: char, before: Option<char>, after: Option<char>) -> bool {
    let is_space = matches!(character, '\u{A0}' | '\u{202F}' | '\u{2007}');
    let digit = |next: Option<char>| next.is_some_and(|next| next.is_ascii_digit());
    is_space && !digit(before) && !digit(after)
}

fn is_needed(character: char, before: Option<char>, after: Option<char>) -> bool {
    let either = |needs: fn(char) -> bool| before.is_some_and(needs) || after.is_some_and(needs);
    match character {
        '\u{200C}' | '\u{200D}' => before.is_some_and(is_emoji) || either(joins_letters),
        '\u{200B}' => either(breaks_without_spaces),
        // At the end of a line it is the hyphen that a reader sees there.
        '\u{AD}' => after.is_none_or(|next| matches!(next, '\n' | '\r')),
        _ => false,
    }
}

fn is_emoji(next: char) -> bool {
    matches!(next, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Arabic, Syriac, the scripts of India, Burmese, Khmer, Mongolian: a joiner there changes the letters.
fn joins_letters(next: char) -> bool {
    matches!(next, '\u{600}'..='\u{8FF}' | '\u{900}'..='\u{DFF}' | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Thai, Lao, Tibetan, Burmese, Khmer, Chinese and Japanese have no spaces: an empty one says where a line may break.
fn breaks_without_spaces(next: char) -> bool {
    matches!(next, '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3000}'..='\u{9FFF}')
}

/// The line that was looked at last.
struct Line {
    end: usize,
    is_right_to_left: bool,
}

impl Line {
    /// Whether the line of `at` holds a letter of Hebrew, Arabic or another script that runs from right to left.
    fn holds(&mut self, text: &str, at: usize) -> bool {
        if at >= self.end {
            let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |before| before + 1);
            self.end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |after| at + after + 1);
            self.is_right_to_left = text[start..self.end].chars().any(|next| {
                matches!(next, '\u{5D0}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') && next.is_alphabetic()
            });
        }
        self.is_right_to_left
    }
}

/// What people call it, with its number.
fn name(character: char) -> String {
    let called = match character {
        '\u{AD}' => "soft hyphen",
        '\u{A0}' | '\u{202F}' | '\u{2007}' => "no-break space",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{2060}' => "word joiner",
        '\u{FEFF}' => "byte order mark",
        _ if is_override(character) => "text direction override",
        _ if is_direction(character) => "text direction mark",
        _ if is_tag(character) => "tag character",
        _ if character.is_control() => "control character",
        _ => "invisible character",
    };
    format!("{called} (U+{:04X})", character as u32)
}
