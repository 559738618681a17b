//! `claimed`, `admitted`: a verb that judges the words it attributes.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let verbs = context.options.words("verbs");
    let mut last = None;
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let Some(cue) = quotation.cue else { continue };
        if last.replace(cue) == Some(cue) {
            continue;
        }
        let verb = article.text(cue);
        let first = verb.as_bytes().first().map(u8::to_ascii_lowercase);
        let mut may_be = verbs.iter().filter(|pair| pair.as_bytes().first().copied() == first);
        let Some(plain) = may_be.find_map(|pair| plain_of(verb, pair)) else { continue };
        // Claimed responsibility, claimed lives, admitted to hospital: another sense.
        let next = article.copy()[cue.to()..].split_whitespace().next().unwrap_or_default();
        if context.options.words("unless-next").iter().any(|word| *word == next) {
            continue;
        }
        sink.report(Draft::at(cue).say("verb", verb).say("plain", plain).replace(Safety::Suggested, plain));
    }
}

/// The plain verb of a pair `claimed = said` where the pair is about `verb`.
fn plain_of<'a>(verb: &str, pair: &'a str) -> Option<&'a str> {
    let (listed, rest) = pair.split_at_checked(verb.len())?;
    rest.strip_prefix(" = ").filter(|_| listed.eq_ignore_ascii_case(verb))
}
