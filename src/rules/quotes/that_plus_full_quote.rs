//! `said that “We will go.”`: that makes an indirect clause of it, the marks a direct one.

use crate::article::{Article, Class};
use crate::finding::{Edit, Safety};
use crate::lexicon::{Tag, mark};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && quotation.class == Class::Direct) {
        let before_mark = article.copy()[..quotation.outer.from()].trim_end().as_bytes();
        if !before_mark.last_chunk::<4>().is_some_and(|last| last.eq_ignore_ascii_case(b"that")) {
            continue;
        }
        let first = article.words.partition_point(|word| word.span.start < quotation.outer.start);
        let (Some(that), Some(cue), Some(opening)) = (before(article, first, 1), before(article, first, 2), article.words.get(first))
        else {
            continue;
        };
        let gap = &article.copy()[that.span.to()..quotation.outer.from()];
        let is_that = article.lexicon.word(that.id) == "that" && gap.trim().is_empty() && that.block == quotation.block;
        let known = article.lexicon.class(opening.id) != 0 || article.lexicon.marks(opening.id) & mark::PROPER == 0;
        let opens_sentence = opening.is_capitalised()
            && known
            && article.lexicon.is_word(opening.id)
            && !matches!(article.text(opening.span), "I" | "I’m" | "I'm");
        if !is_that || !opens_sentence || !cue.is(Tag::Cue) || article.is_quoted(that.span.start) {
            continue;
        }
        let edit = Edit { span: Span { start: cue.span.end, end: that.span.end }, text: ",".into() };
        sink.report(Draft::at(that.span).say("cue", article.text(cue.span)).fix(Safety::Suggested, vec![edit]));
    }
}

fn before<'a>(article: &'a Article, index: usize, back: usize) -> Option<&'a crate::article::Word> {
    article.words.get(index.checked_sub(back)?)
}
