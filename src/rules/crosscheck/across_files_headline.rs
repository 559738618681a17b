//! A teaser that repeats the headline of another story of the run in other words.

use crate::article::{Article, Companion};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    for teaser in &Companion::of(article).teasers {
        let headlines = context.others.iter().filter_map(|other| Some((other, other.headline.as_ref()?)));
        let repeated: Vec<_> = headlines.filter(|(_, headline)| teaser.repeats(headline)).collect();
        // One story may be told twice: a teaser that agrees with one of them is right.
        if repeated.iter().any(|(_, headline)| teaser.says_the_same(headline)) {
            continue;
        }
        let Some((other, headline)) = repeated.first() else { continue };
        let draft = Draft::at(teaser.span).say("mine", teaser.text.clone()).say("theirs", headline.text.clone());
        let draft = draft.say("file", other.path.clone()).label(teaser.span, "other-file");
        sink.report(draft.fix(Safety::Display, vec![Edit::replace(teaser.span, headline.text.clone())]));
    }
}
