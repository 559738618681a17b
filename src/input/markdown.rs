//! Markdown: its text is copy, its markup, code, HTML and addresses are not.

use std::borrow::Cow;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::document::{Block, Document, Markup, Role};
use crate::parse::roles::{self, Unit};
use crate::parse::shapes::{self, Shape};
use crate::text::{FILLER, Source, Span};

use super::front_matter::{self, blank};

pub(super) fn read(source: &Source) -> Document<'_> {
    let text = source.text();
    let front = front_matter::read(text, source.byte_order_mark().to());
    let mut reader = Reader { text, base: front.end, pieces: Vec::new(), units: Vec::new(), shapes: Vec::new(), open: None, silent: 0 };
    reader.read();
    let Reader { pieces, units, .. } = reader;
    let mut decoded = front.decoded.clone();
    decoded.extend(pieces.iter().filter(|piece| piece.decoded.is_some()).map(|piece| piece.span));
    let copy = mask(text, &front, &pieces);
    let furnished = front.blocks.iter().any(|block| block.role == Role::Headline);
    let mut blocks: Vec<Block> = front.blocks;
    blocks.extend(roles::assign(&copy, &units, furnished));
    Document { source, markup: Markup::Markdown, copy: Cow::Owned(copy), blocks, decoded, front: front.front }
}

/// A stretch of the file that readers see; `decoded` where they see other characters than stand there.
struct Piece<'a> {
    span: Span,
    decoded: Option<Cow<'a, str>>,
}

struct Reader<'a> {
    text: &'a str,
    base: usize,
    pieces: Vec<Piece<'a>>,
    units: Vec<Unit>,
    /// What the blocks around the current place look like, outermost first.
    shapes: Vec<Shape>,
    open: Option<Unit>,
    /// How many elements without copy (code, images' addresses) surround the current place.
    silent: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        for (event, range) in Parser::new_ext(&self.text[self.base..], options).into_offset_iter() {
            let span = Span::new(self.base + range.start, self.base + range.end);
            match event {
                Event::Start(tag) => self.start(&tag, span),
                Event::End(tag) => self.end(tag),
                Event::Text(words) if self.silent == 0 => self.take(span, &words),
                Event::SoftBreak | Event::HardBreak => self.pieces.push(Piece { span, decoded: None }),
                Event::Rule => self.units.push(Unit { shape: Shape::Separator, span: span.trim(self.text) }),
                _ => {}
            }
        }
        self.close();
    }

    fn start(&mut self, tag: &Tag, span: Span) {
        let shape = match tag {
            Tag::Heading { level, .. } => Shape::Heading(level_number(*level)),
            Tag::Paragraph => self.shapes.last().copied().unwrap_or(Shape::Text),
            Tag::BlockQuote(_) => Shape::Pull,
            Tag::Item => Shape::ListItem,
            Tag::Image { .. } => Shape::Caption,
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Table(_) | Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => {
                self.close();
                self.silent += 1;
                self.units.push(Unit { shape: Shape::Embed, span: span.trim(self.text) });
                return;
            }
            _ => return,
        };
        self.close();
        self.shapes.push(shape);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::Image => {
                self.close();
                self.shapes.pop();
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table | TagEnd::FootnoteDefinition | TagEnd::MetadataBlock(_) => {
                self.silent = self.silent.saturating_sub(1);
            }
            _ => {}
        }
    }

    /// Text that readers see: as it stands, or decoded from an entity.
    fn take(&mut self, span: Span, words: &str) {
        let decoded = (span.of(self.text) != words).then(|| Cow::Owned(words.to_owned()));
        if decoded.as_ref().is_some_and(|decoded: &Cow<str>| decoded.len() > span.len()) {
            return;
        }
        self.pieces.push(Piece { span, decoded });
        let shape = self.shapes.last().copied().unwrap_or(Shape::Text);
        match &mut self.open {
            Some(unit) => unit.span = unit.span.join(span),
            None => self.open = Some(Unit { shape, span }),
        }
    }

    fn close(&mut self) {
        let Some(mut unit) = self.open.take() else { return };
        unit.span = unit.span.trim(self.text);
        if unit.span.is_empty() {
            return;
        }
        if unit.shape == Shape::Text {
            // A credit or a byline looks the same in Markdown as on the wire.
            let line = &self.text[unit.span.range()];
            unit.shape = shapes::lines(line, 0).first().map_or(Shape::Text, |line| line.shape);
            if matches!(unit.shape, Shape::ListItem | Shape::Heading(_) | Shape::Pull | Shape::Blank) {
                unit.shape = Shape::Text;
            }
        }
        self.units.push(unit);
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    level as u8
}

/// The copy: what readers see where it stands, fillers for the rest.
fn mask(text: &str, front: &front_matter::FrontMatter, pieces: &[Piece]) -> String {
    let head = front.mask(text);
    let mut copy = String::with_capacity(text.len());
    copy.push_str(&head[..front.end]);
    let mut at = front.end;
    for piece in pieces {
        if piece.span.from() < at {
            continue;
        }
        blank(&text[at..piece.span.from()], &mut copy);
        match &piece.decoded {
            Some(words) => {
                copy.push_str(words);
                copy.extend(std::iter::repeat_n(FILLER, piece.span.len() - words.len()));
            }
            None => copy.push_str(piece.span.of(text)),
        }
        at = piece.span.to();
    }
    blank(&text[at..], &mut copy);
    copy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Role, String)> {
        let source = Source::from_text("story.md", text);
        let document = read(&source);
        assert_eq!(document.copy.len(), text.len());
        assert_eq!(document.print(), text);
        document.blocks.iter().map(|block| (block.role, document.text(block.span).replace(FILLER, ""))).collect()
    }

    #[test]
    fn markup_is_blanked_out_and_offsets_stay() {
        let read = blocks(
            "---\ntitle: Mill to close\n---\n\nThe **mill** on the [Oder](https://a.example) will close.\n\n## Why\n\n> We tried, said the owner.\n\n- one\n- two\n\n```\nteh code\n```\n",
        );
        assert_eq!(
            read,
            [
                (Role::Headline, "Mill to close".into()),
                (Role::Paragraph, "The mill on the Oder will close.".into()),
                (Role::Subhead, "Why".into()),
                (Role::BlockQuote, "We tried, said the owner.".into()),
                (Role::ListItem, "one".into()),
                (Role::ListItem, "two".into()),
                (Role::Embed, String::new()),
            ]
            .map(|(role, text)| (role, if role == Role::Embed { read[6].1.clone() } else { text }))
        );
    }

    #[test]
    fn entities_are_read_and_never_edited() {
        let source = Source::from_text("story.md", "# Mill\n\nSalt &amp; sons sold it.\n");
        let document = read(&source);
        assert!(document.copy.contains("Salt &"));
        let at = source.text().find("&amp;").expect("it is there");
        assert!(!document.may_edit(Span::new(at, at + 5)));
    }
}
