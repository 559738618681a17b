//! A mark that looks the wrong way: `”Go on.”`, `the ‘90s`.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::parse::marks::Fault;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for mark in &article.marks.faults {
        let Fault::WrongWay(right) = mark.fault else { continue };
        let word = article.words.get(article.words.partition_point(|word| word.span.end <= mark.span.start));
        let near = word.filter(|word| word.span.start <= mark.span.end).map_or("", |word| article.text(word.span));
        let mut draft = Draft::at(mark.span).say("mark", article.text(mark.span)).say("right", right).say("word", near);
        if right == '’' {
            draft = draft.wording("apostrophe");
        }
        sink.report(draft.replace(Safety::Safe, right));
    }
}
