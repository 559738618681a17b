//! Pull quotes: words of the story that its page shows a second time, set apart.

use crate::text::Span;

use super::Article;

/// A shorter stretch may come twice by chance.
const SHORTEST: usize = 24;

/// As much of a stretch as is looked for.
const LONGEST: usize = 60;

/// A paragraph that is this much longer, in bytes, holds more than the words themselves.
const MORE: u32 = 12;

impl Article<'_> {
    /// Whether the body says `words` once more, in a longer paragraph. Searches the whole story: to be asked of few words only.
    pub fn is_repeated(&self, words: Span) -> bool {
        let Some(stretch) = stretch(self.text(words)) else { return false };
        memchr::memmem::find_iter(self.copy().as_bytes(), stretch).take(4).any(|at| {
            let block = self.document.block_at(at as u32).map(|block| &self.blocks()[block]);
            block.is_some_and(|block| {
                block.role.is_body_text() && !block.span.contains(words) && block.span.len() as u32 > words.len() as u32 + MORE
            })
        })
    }
}

/// The start of the longest stretch of the first words without an insertion, a quotation mark or an apostrophe: these may differ.
fn stretch(words: &str) -> Option<&str> {
    let start = up_to(words, 200);
    let longest = start.split(['“', '”', '‘', '’', '"', '\'', '[', ']']).max_by_key(|part| part.len())?.trim();
    (longest.len() >= SHORTEST).then(|| up_to(longest, LONGEST))
}

/// The first `most` bytes at most, whole characters.
fn up_to(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::stretch;

    #[test]
    fn a_stretch_has_no_marks() {
        assert_eq!(stretch("“We’ve seen the wall and it will stand."), Some("ve seen the wall and it will stand."));
        assert_eq!(stretch("It’s safe."), None);
    }
}
