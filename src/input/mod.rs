//! From a file to a document, by the file's format.

mod front_fields;
mod front_matter;
mod markdown;
mod plain;

use crate::document::{Document, Markup};
use crate::text::Source;

/// Reads `source` as what its name says it is; anything but Markdown is plain text.
pub fn read(source: &Source) -> Document<'_> {
    match markup_of(source.path()) {
        Markup::Markdown => markdown::read(source),
        Markup::Plain => plain::read(source),
    }
}

/// The format that a path's ending stands for.
pub fn markup_of(path: &str) -> Markup {
    let ending = path.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("md" | "markdown" | "mdown" | "mkd") => Markup::Markdown,
        _ => Markup::Plain,
    }
}
