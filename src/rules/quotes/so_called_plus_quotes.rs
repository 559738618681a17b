//! `so-called “reform”`: two devices that say the same.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

use super::glyphs;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations() {
        let before = &article.copy()[..quotation.outer.from()];
        let lead = before.trim_end_matches([' ', '\u{A0}']);
        let Some(so_called) = ["so-called", "So-called"].iter().find(|words| lead.ends_with(**words)) else { continue };
        if lead.len() == before.len() || article.words_in(quotation.span).len() > 6 {
            continue;
        }
        let from = lead.len() - so_called.len();
        let span = Span::new(from, quotation.outer.to());
        let words = article.text(quotation.span);
        let draft = Draft::at(span).say("found", article.text(span)).say("words", words);
        let unquoted = glyphs::marks_of(quotation).map(|(_, mark)| Edit::delete(mark)).collect();
        sink.report(draft.fix(Safety::Suggested, unquoted));
    }
}
