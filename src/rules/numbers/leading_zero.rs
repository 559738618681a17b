//! `.5%`: a point that nothing stands before is overlooked.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    use QuantityKind::{Measure, Money, Percent, Points};
    for quantity in article.quantities() {
        let text = article.text(quantity.span());
        // Calibres (`.45`) and averages (`.300`) are written so: only a share, money or a measure tells.
        let tells = matches!(quantity.kind(), Percent | Points | Measure) || (quantity.kind() == Money && quantity.parts.magnitude);
        if !tells {
            continue;
        }
        let Some(point) = text.find(|next: char| next.is_ascii_digit() || next == '.') else { continue };
        if !text[point..].starts_with('.') || text[point + 1..].starts_with(['.', ' ']) {
            continue;
        }
        let at = quantity.span().start + point as u32;
        let right = format!("{}0{}", &text[..point], &text[point..]);
        let draft = Draft::at(quantity.span()).say("found", text).say("right", right);
        sink.report(draft.fix(Safety::Safe, vec![Edit::insert(at, "0")]));
    }
}
