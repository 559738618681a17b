//! A speaker is set up in one paragraph and quoted, without a word of attribution, in the next.

use crate::article::{Article, Attributed, Quotation};
use crate::finding::Severity;
use crate::lint::{Context, Draft, Sink};

use super::bare_quotations;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    if context.options.is_on("allow-set-up") {
        return;
    }
    for quotation in bare_quotations(article, |quotation| quotation.attributed == Some(Attributed::SetUp)) {
        let mut draft = Draft::at(quotation.outer);
        if let Some(cue) = quotation.cue {
            draft = draft.label_saying(cue, "cue", vec![("cue", article.text(cue).to_owned())]);
        }
        if goes_on_from_quotation(article, quotation) {
            draft = draft.severity(Severity::Info);
        }
        draft = match quotation.speaker {
            Some(speaker) => draft.wording("set-up").say("speaker", speaker.called(article)),
            None => draft,
        };
        sink.report(draft);
    }
}

/// Whether the cue that sets it up belongs to a quotation of its own. Readers take the next one for the same speaker's, and many
/// published stories leave it so: worth a look, no warning.
fn goes_on_from_quotation(article: &Article, orphan: &Quotation) -> bool {
    let Some(set_up) = orphan.cue else { return false };
    let quoted = article.quotations().iter().filter(|quotation| quotation.block < orphan.block && quotation.level == 1);
    quoted.rev().take(16).any(|quotation| quotation.attributed.is_some_and(|how| how != Attributed::SetUp) && quotation.cue == Some(set_up))
}
