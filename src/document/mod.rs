//! What a file looks like: its blocks of copy and the role each plays in the story.
//!
//! The copy of a file is a mask of it: as long as the file, byte for byte in the same place, with markup blanked out by
//! [`FILLER`](crate::text::FILLER). So there is one system of offsets in the whole program, that of the file as stored.

mod role;

use std::borrow::Cow;

pub use role::{Role, RoleGroup};

use crate::text::{Source, Span};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Plain text and wire copy.
    Plain,
    /// Markdown.
    Markdown,
}

/// One stretch of copy with one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is in the story.
    pub role: Role,
    /// Its words, without line ends and markup around them.
    pub span: Span,
    /// The name of the front-matter field that holds it.
    pub field: Option<Box<str>>,
}

impl Block {
    /// A block of running copy.
    pub fn new(role: Role, span: Span) -> Self {
        Self { role, span, field: None }
    }
}

/// A file read as blocks. Blocks stand in order and never overlap; between them lie only white space and markup.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The file.
    pub source: &'a Source,
    /// How it is written.
    pub markup: Markup,
    /// The copy: the file with its markup blanked out, offsets unchanged.
    pub copy: Cow<'a, str>,
    /// All blocks, in order.
    pub blocks: Vec<Block>,
    /// Where the copy shows decoded text (`&amp;`, an escape): may be shown in a finding, never edited.
    pub decoded: Vec<Span>,
    /// What its front matter says besides copy.
    pub front: Front,
}

/// The fields at the top of a file, where it has any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// From fence to fence; empty without front matter.
    pub span: Span,
    /// The story's date as year, month and day, and where it stands; any figures.
    pub date: Option<(Span, (i16, i8, i8))>,
    /// Whether it says that the story is published, where it says anything of that.
    pub published: Option<bool>,
    /// The name of the story in the newsroom.
    pub slug: Option<String>,
    /// What the story is about, in one word each.
    pub tags: Vec<String>,
    /// Until when the story is held back, as written.
    pub embargo: Option<(Span, String)>,
    /// What is wrong with the fields, and where.
    pub faults: Vec<(Span, FrontFault)>,
}

/// What may be wrong with front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrontFault {
    /// It cannot be read; what the reader of its format said.
    Unreadable(String),
    /// A field stands twice; its name.
    Twice(String),
    /// A date that the calendar lacks.
    NoDate,
    /// A title without words.
    EmptyTitle,
}

impl Document<'_> {
    /// The copy of `span`.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.copy)
    }

    /// The index of the block that holds `offset`, or the one before it.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start <= offset).checked_sub(1)
    }

    /// Whether an edit may change the bytes of `span`: copy that stands there as written, or blanks that markup leaves behind.
    pub fn may_edit(&self, span: Span) -> bool {
        let written = span.of(self.source.text());
        let is_as_written = self.copy[span.range()] == *written || written.trim_matches([' ', '\t']).is_empty();
        is_as_written && !self.decoded.iter().any(|decoded| decoded.touches(span))
    }

    /// The file, put together again from its blocks and what lies between them.
    pub fn print(&self) -> String {
        let text = self.source.text();
        let mut printed = String::with_capacity(text.len());
        let mut at = 0;
        for block in &self.blocks {
            printed.push_str(&text[at..block.span.from()]);
            printed.push_str(block.span.of(text));
            at = block.span.to();
        }
        printed.push_str(&text[at..]);
        printed
    }
}
