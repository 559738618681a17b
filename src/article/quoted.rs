//! What stands inside quotation marks: words that are a speaker's.

use crate::document::Role;
use crate::parse::marks::{self, Marks};
use crate::text::Span;

use super::Article;

impl Article<'_> {
    /// Whether `offset` lies in running copy and is the narrator's own word: no headline, no teaser, no credit, no quotation.
    pub fn is_narration(&self, offset: u32) -> bool {
        let in_body = self.role_at(offset).is_some_and(|role| role.is_body_text() || role == Role::Caption);
        in_body && !self.is_quoted(offset)
    }

    /// Whether `offset` stands inside quotation marks, an unclosed quotation's to the end of its block included.
    pub fn is_quoted(&self, offset: u32) -> bool {
        let index = self.quoted.partition_point(|span| span.start <= offset);
        index > 0 && offset < self.quoted[index - 1].end
    }

    /// Whether any word of `span` stands inside quotation marks.
    pub fn overlaps_quotation(&self, span: Span) -> bool {
        let index = self.quoted.partition_point(|quoted| quoted.start < span.end.max(span.start + 1));
        index > 0 && span.start < self.quoted[index - 1].end
    }

    /// Everything that stands inside quotation marks, without the marks, in order and merged.
    pub fn quoted(&self) -> &[Span] {
        &self.quoted
    }

    /// Whether `span` is an editor's gloss: words in brackets inside a quotation, not the speaker's own aside.
    pub fn is_gloss(&self, span: Span) -> bool {
        let brackets = &self.marks.brackets;
        let before = brackets.partition_point(|bracket| bracket.span.start <= span.start);
        // Brackets nest a level or two; hostile copy may nest them without end.
        brackets[..before]
            .iter()
            .rev()
            .take(64)
            .filter(|bracket| bracket.span.contains(span))
            .any(|bracket| self.is_quoted(bracket.span.start) && (bracket.square || !self.has_own_voice(bracket.span)))
    }

    /// Whether the words of `span` hold I, we or you: the speaker's voice.
    pub fn has_own_voice(&self, span: Span) -> bool {
        self.words_in(span).any(|index| {
            let word = self.lexicon.word(self.words[index].id);
            matches!(word, "i" | "we" | "you" | "my" | "our" | "your" | "i'm" | "we're" | "us" | "me")
        })
    }
}

/// What stands inside quotation marks, outer quotations only; an unclosed mark protects the rest of its block.
pub(super) fn spans(marks: &Marks) -> Vec<Span> {
    let closed = marks.quotes.iter().map(marks::Quote::inner);
    let unclosed = marks
        .faults
        .iter()
        .filter(|mark| mark.fault == marks::Fault::Unclosed)
        .map(|mark| Span { start: mark.span.end, end: mark.reach.end });
    let mut spans: Vec<Span> = closed.chain(unclosed).filter(|span| !span.is_empty()).collect();
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
