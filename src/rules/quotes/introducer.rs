//! The mark between the words that introduce a full-sentence quotation and the quotation: comma or colon, as the house has it.

use crate::article::{Article, Class};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let wants_comma = context.options.words("comma-styles").iter().any(|style| *style == context.style.name);
    let (wrong, right, name) = if wants_comma { (':', ",", "comma") } else { (',', ":", "colon") };
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && quotation.class == Class::Direct) {
        let Some(cue) = quotation.cue else { continue };
        let before = article.copy()[..quotation.outer.from()].trim_end();
        // A comma house keeps the colon before a quotation of several sentences.
        let several = article.text(quotation.span).trim_end_matches(['.', '?', '!']).contains(['.', '?', '!']);
        if !before.ends_with(wrong) || cue.end > quotation.span.start || (wants_comma && several) {
            continue;
        }
        let mark = Span::new(before.len() - 1, before.len());
        let leads = article.copy()[cue.to()..mark.from()].split_whitespace().count() <= 4;
        let capital = article.text(quotation.span).starts_with(char::is_uppercase);
        if leads && capital {
            let draft = Draft::at(mark).say("found", article.text(mark)).say("right", right).say("name", name);
            sink.report(draft.fix(Safety::Safe, vec![Edit::replace(mark, right)]));
        }
    }
}
