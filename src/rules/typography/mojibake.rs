//! Letters that went through the wrong encoding: `â€™` for an apostrophe, `Ã©` for é, `�`.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// What Windows-1252 shows for the bytes 0x80 to 0x9F; a space where it shows nothing.
const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let copy = article.copy();
    let mut done = 0;
    // Â, Ã, â, ð and their like all begin with this byte.
    for at in memchr::memchr_iter(0xC3, copy.as_bytes()) {
        if at < done || !copy.is_char_boundary(at) {
            continue;
        }
        if let Some((len, meant)) = decoded(&copy[at..]) {
            done = at + len;
            let span = Span::new(at, done);
            let draft = Draft::at(span).say("wrong", article.text(span)).say("right", meant.to_string());
            sink.report(draft.replace(Safety::Safe, meant.to_string()));
        }
    }
    if !article.gaps().hold(0xEF) {
        return;
    }
    for at in memchr::memmem::find_iter(copy.as_bytes(), "\u{FFFD}") {
        let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
        sink.report(Draft::at(span).wording("lost").say("wrong", "\u{FFFD}").say("right", ""));
    }
}

/// The letter whose UTF-8 bytes, read as Windows-1252, give the start of `text`; with the length of what stands for it.
fn decoded(text: &str) -> Option<(usize, char)> {
    let mut bytes = Vec::with_capacity(4);
    let mut len = 0;
    for next in text.chars().take(4) {
        bytes.push(byte_of(next)?);
        len += next.len_utf8();
        // The first byte tells how many follow: those are never letters of the alphabet.
        let wanted = match bytes[0] {
            0xC2..=0xDF => 2,
            0xE2..=0xEF => 3,
            0xF0 => 4,
            _ => return None,
        };
        if bytes.len() == wanted {
            let meant = std::str::from_utf8(&bytes).ok()?.chars().next()?;
            // Letters and marks that English copy holds; é…“ is three characters, not a Chinese one.
            let is_likely =
                matches!(meant, '\u{A0}'..='\u{17F}' | '\u{2010}'..='\u{203A}' | '€' | '™' | '\u{FEFF}' | '\u{1F300}'..='\u{1FAFF}');
            return is_likely.then_some((len, meant));
        }
    }
    None
}

fn byte_of(letter: char) -> Option<u8> {
    match letter {
        '\u{A0}'..='\u{FF}' => Some(letter as u8),
        _ => HIGH.chars().position(|known| known == letter).map(|at| 0x80 + at as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_put_back() {
        assert_eq!(decoded("â€™s"), Some((8, '’')));
        assert_eq!(decoded("Ã©"), Some((4, 'é')));
        assert_eq!(decoded("âge"), None);
        assert_eq!(decoded("São"), None);
        assert_eq!(decoded("é…“We go"), None);
    }
}
