//! `up to 50 or more`: an upper limit that is none.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::Hedge;
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quantity in article.quantities().iter().filter(|quantity| quantity.hedge == Some(Hedge::Most)) {
        let first = &article.words[quantity.first as usize - 2..quantity.first as usize];
        let before = &article.copy()[first[0].span.from()..first[1].span.to()];
        let after = &article.copy()[quantity.span().to()..];
        // `up to 50 or more`, `up to 50 people or more`
        let next = article.words.get(quantity.end as usize).filter(|word| word.block == quantity.block);
        let noun = next.map(|word| &article.copy()[word.span.to()..]).filter(|_| article.counted(quantity).is_some());
        let rest = if after.starts_with(" or more") { Some(after) } else { noun.filter(|rest| rest.starts_with(" or more")) };
        let Some(rest) = rest.filter(|_| before.eq_ignore_ascii_case("up to")) else { continue };
        if rest[" or more".len()..].starts_with(|next: char| next.is_alphanumeric()) || rest.starts_with(" or more than") {
            continue;
        }
        let end = article.copy().len() - rest.len() + " or more".len();
        let span = Span::new(first[0].span.from(), end);
        let draft = Draft::at(span).say("found", article.text(span)).say("number", article.text(quantity.span()));
        sink.report(draft);
    }
}
