//! `a FBI agent`: the article before an acronym goes by how its letters are said.

use crate::article::Article;
use crate::lint::{Context, Sink};
use crate::rules::spelling::a_an::fault;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let before = article.acronyms().iter().filter_map(|&at| (at as usize).checked_sub(1));
    sink.report_all(before.filter_map(|at| fault(article, at)));
}
