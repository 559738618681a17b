//! A speaker is set up in one paragraph and quoted, without a word of attribution, in the next.

use crate::article::{Article, Attributed};
use crate::lint::{Context, Draft, Sink};

use super::bare_quotations;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if context.options.is_on("allow-set-up") {
        return;
    }
    for quotation in bare_quotations(article).into_iter().filter(|quotation| quotation.attributed == Some(Attributed::SetUp)) {
        let mut draft = Draft::at(quotation.outer);
        if let Some(cue) = &quotation.cue {
            draft = draft.label_saying(cue.span, "cue", vec![("cue", cue.text.clone())]);
        }
        draft = match &quotation.speaker {
            Some(speaker) => draft.wording("set-up").say("speaker", speaker.name.clone().unwrap_or_else(|| speaker.text.clone())),
            None => draft,
        };
        sink.report(draft);
    }
}
