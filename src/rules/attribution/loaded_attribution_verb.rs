//! `claimed`, `admitted`: a verb that judges the words it attributes.

use crate::article::Article;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let verbs = context.options.words("verbs");
    let initial = |verb: &str| verb.bytes().next().map_or(0, |first| 1_u32 << (first & 0x1F));
    let initials = verbs.iter().fold(0, |initials, pair| initials | initial(pair));
    let mut last = None;
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1) {
        let Some(cue) = quotation.cue else { continue };
        if last.replace(cue) == Some(cue) {
            continue;
        }
        let verb = article.text(cue);
        // Most are said.
        if initials & initial(verb) == 0 {
            continue;
        }
        let Some(plain) = verbs.iter().find_map(|pair| plain_of(verb, pair)) else { continue };
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
    // The lists of all verbs are long, and few have the same length.
    if pair.as_bytes().get(verb.len()) != Some(&b' ') {
        return None;
    }
    let (listed, rest) = pair.split_at_checked(verb.len())?;
    rest.strip_prefix(" = ").filter(|_| listed.eq_ignore_ascii_case(verb))
}
