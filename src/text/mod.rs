//! The ground floor: bytes, spans, lines, words and sentences. Nothing here knows what an article is.

mod line_index;
mod sentences;
mod source;
mod span;
mod tokens;
mod word_hash;

pub use line_index::{LineIndex, Position};
pub use sentences::{Boundary, ends_in_abbreviation, sentence_ends};
pub use source::{InputError, MOST_BYTES, Source};
pub use span::Span;
pub use tokens::{Case, FILLER, Token, TokenKind, is_apostrophe, is_elision, is_word_char, tokens};
pub use word_hash::word_hash;
