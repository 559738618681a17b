//! Quotations in headlines and standfirsts with marks unlike those of the house, or of the story's other large type.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::Glyph;

use super::glyphs;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(wanted) = glyphs::in_display(article, context.style) else { return };
    for quotation in glyphs::odd_in_display(article, context.style) {
        let straight = glyphs::straight(article, context.style).or_else(|| shape_of(article, wanted)).unwrap_or(quotation.straight);
        let [open, close] = glyphs::pair(wanted, straight);
        let right = format!("{open}{}{close}", article.text(quotation.span));
        let draft = Draft::at(quotation.outer).say("found", article.text(quotation.outer)).say("right", right);
        let draft = if context.style.quotes_display.is_some() { draft.wording("house") } else { draft };
        sink.report(draft.fix(Safety::Safe, glyphs::set_in(quotation, wanted, straight)));
    }
}

/// The shape of the first quotation that is set in the right marks, wherever it stands.
fn shape_of(article: &Article, wanted: Glyph) -> Option<bool> {
    article.quotations().iter().find(|quotation| quotation.glyph == wanted).map(|quotation| quotation.straight)
}
