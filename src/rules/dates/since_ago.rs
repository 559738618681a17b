//! `since three years ago`: since asks for a point in time, ago counts back to one.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for span in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Measure) {
        let text = |index: Option<usize>| {
            index.and_then(|at| article.words.get(at)).filter(|word| word.block == span.block).map_or("", |word| article.text(word.span))
        };
        let before = (span.first as usize).checked_sub(1);
        let since = before.filter(|_| text(before).eq_ignore_ascii_case("since"));
        let ago = span.end as usize;
        let gap = article.words.get(ago).and_then(|word| article.copy().get(span.span().to()..word.span.from()));
        let (Some(since), Some(" ")) = (since, gap) else { continue };
        if text(Some(ago)) == "ago" {
            let whole = article.words[since].span.join(article.words[ago].span);
            sink.report(Draft::at(whole).say("found", article.text(whole)).say("time", article.text(span.span())));
        }
    }
}
