//! `$5 million dollars`: the sign says it already.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::QuantityKind;
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for money in article.quantities().iter().filter(|quantity| quantity.kind() == QuantityKind::Money) {
        let Some(word) = article.words.get(money.end as usize).filter(|word| word.block == money.block) else { continue };
        let (sign, named) = (article.text(money.parts.unit), article.text(word.span));
        let says_again = match sign {
            "$" | "US$" | "A$" | "C$" | "NZ$" | "HK$" => named == "dollars",
            "£" => named == "pounds",
            "€" => named == "euros",
            "¥" => named == "yen",
            _ => false,
        };
        if !says_again || &article.copy()[money.span().to()..word.span.from()] != " " {
            continue;
        }
        let whole = money.span().join(word.span);
        let draft = Draft::at(whole).say("found", article.text(whole)).say("sign", sign).say("word", named);
        sink.report(draft.fix(Safety::Safe, vec![Edit::delete(Span { start: money.span().end, end: word.span.end })]));
    }
}
