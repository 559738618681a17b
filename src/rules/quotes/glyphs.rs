//! Which marks a story uses where: what the house sets, else what most of the story does.

use crate::article::{Article, Quotation};
use crate::document::Role;
use crate::finding::Edit;
use crate::parse::marks::Glyph;
use crate::style::{MarkShape, QuoteGlyph, Style};
use crate::text::Span;

/// How much more often one form must stand than the other before it counts as the story's own.
const CLEARLY: usize = 3;

/// The two marks of a pair as they should be.
pub(in crate::rules) fn pair(glyph: Glyph, straight: bool) -> [&'static str; 2] {
    match (glyph, straight) {
        (Glyph::Double, false) => ["“", "”"],
        (Glyph::Double, true) => ["\"", "\""],
        (Glyph::Single, false) => ["‘", "’"],
        (Glyph::Single, true) => ["'", "'"],
    }
}

/// The other family: what stands inside a quotation.
pub(in crate::rules) fn other(glyph: Glyph) -> Glyph {
    match glyph {
        Glyph::Double => Glyph::Single,
        Glyph::Single => Glyph::Double,
    }
}

/// The opening and the closing mark of a quotation; one that runs on has no closing mark.
pub(in crate::rules) fn marks_of(quotation: &Quotation) -> impl Iterator<Item = (usize, Span)> {
    let open = Span { start: quotation.outer.start, end: quotation.span.start };
    let close = Span { start: quotation.span.end, end: quotation.outer.end };
    [(0, open), (1, close)].into_iter().filter(|(_, mark)| !mark.is_empty())
}

/// Edits that set a quotation in marks of `glyph`.
pub(in crate::rules) fn set_in(quotation: &Quotation, glyph: Glyph, straight: bool) -> Vec<Edit> {
    let marks = pair(glyph, straight);
    marks_of(quotation).map(|(side, mark)| Edit::replace(mark, marks[side])).collect()
}

/// Whether the story's marks are to be straight: by the house, else by a clear majority; unknown in a story that has none or wavers.
pub(in crate::rules) fn straight(article: &Article, style: &Style) -> Option<bool> {
    if let Some(shape) = style.marks {
        return Some(shape == MarkShape::Straight);
    }
    let (mut straight, mut curly) = (0, 0);
    for quotation in article.quotations() {
        for (_, mark) in marks_of(quotation) {
            *(if is_straight(article, mark) { &mut straight } else { &mut curly }) += 1;
        }
    }
    majority(straight, curly, CLEARLY).or_else(|| {
        // Few quotations decide nothing; the story's apostrophes come from the same keyboard.
        let bytes = article.copy().as_bytes();
        straight += memchr::memchr_iter(b'\'', bytes).count();
        curly += memchr::memmem::find_iter(bytes, "’").count();
        majority(straight, curly, CLEARLY)
    })
}

/// Whether a mark is straight.
pub(in crate::rules) fn is_straight(article: &Article, mark: Span) -> bool {
    matches!(article.text(mark), "\"" | "'" | "''")
}

/// The family of marks in headlines and standfirsts: the house's, else that of most of the story's large type and teasers.
pub(in crate::rules) fn in_display(article: &Article, style: &Style) -> Option<Glyph> {
    let wanted = style.quotes_display.map(glyph_of);
    wanted.or_else(|| most(article, 2, |role, _| role.is_display() || role == Role::TeaserText))
}

/// The family of marks around speech in the body: the house's, else that of nearly all of the story's speech.
pub(in crate::rules) fn in_body(article: &Article, style: &Style) -> Option<Glyph> {
    let wanted = style.quotes_body.map(glyph_of);
    wanted.or_else(|| most(article, 2 * CLEARLY, |role, quotation| role.is_body_text() && quotation.class == crate::article::Class::Direct))
}

/// Quotations in large type whose marks are not those of the rest.
pub(in crate::rules) fn odd_in_display<'a>(article: &'a Article, style: &Style) -> impl Iterator<Item = &'a Quotation> {
    let wanted = in_display(article, style);
    article.quotations().iter().filter(move |quotation| {
        let role = article.blocks()[quotation.block as usize].role;
        role.is_display() && quotation.level == 1 && wanted.is_some_and(|wanted| quotation.glyph != wanted)
    })
}

fn most(article: &Article, clearly: usize, counts: impl Fn(Role, &Quotation) -> bool) -> Option<Glyph> {
    let counted = article.quotations().iter().filter(|quotation| {
        let role = article.blocks()[quotation.block as usize].role;
        quotation.level == 1 && counts(role, quotation)
    });
    let (mut single, mut double) = (0, 0);
    for quotation in counted {
        *(if quotation.glyph == Glyph::Single { &mut single } else { &mut double }) += 1;
    }
    majority(single, double, clearly).map(|is_single| if is_single { Glyph::Single } else { Glyph::Double })
}

/// Whether the first number is clearly the greater; none where neither is.
fn majority(one: usize, other: usize, clearly: usize) -> Option<bool> {
    if one > 0 && one >= other * clearly {
        Some(true)
    } else if other > 0 && other >= one * clearly {
        Some(false)
    } else {
        None
    }
}

fn glyph_of(glyph: QuoteGlyph) -> Glyph {
    match glyph {
        QuoteGlyph::Double => Glyph::Double,
        QuoteGlyph::Single => Glyph::Single,
    }
}
