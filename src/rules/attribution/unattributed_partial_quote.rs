//! Words quoted inside the narrator's sentence that nobody near says.

use crate::article::{Article, Class, exemption};
use crate::lint::{Context, Draft, Sink};

use super::is_bare;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut bare = (usize::MAX, false);
    for quotation in article.quotations() {
        let counts = matches!(quotation.class, Class::Partial | Class::Short | Class::Direct) && quotation.level == 1;
        let runs = quotation.continues || quotation.continued;
        if !counts || runs || quotation.attributed.is_some() {
            continue;
        }
        let block = quotation.block as usize;
        if bare.0 != block {
            bare = (block, is_bare(article, block));
        }
        if !bare.1 && exemption(article, quotation).is_none() {
            sink.report(Draft::at(quotation.outer));
        }
    }
}
