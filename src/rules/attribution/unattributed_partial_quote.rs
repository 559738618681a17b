//! Words quoted inside the narrator's sentence that nobody near says.

use crate::article::{Article, Class, exemption};
use crate::lint::{Context, Draft, Sink};

use super::is_bare;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in &article.quotations {
        let counts = matches!(quotation.class, Class::Partial | Class::Short | Class::Direct) && quotation.level == 1;
        let runs = quotation.continues || quotation.continued;
        if !counts || runs || quotation.attributed.is_some() {
            continue;
        }
        if exemption(article, quotation).is_none() && !is_bare(article, quotation.block as usize) {
            sink.report(Draft::at(quotation.outer));
        }
    }
}
