//! A paragraph of direct speech that nobody says.

use crate::article::Article;
use crate::lint::{Context, Draft, Sink};

use super::{bare_quotations, cue_before, last_speaker};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for quotation in bare_quotations(article).into_iter().filter(|quotation| quotation.attributed.is_none()) {
        let mut draft = Draft::at(quotation.outer);
        if let Some(cue) = cue_before(article, quotation.outer.start) {
            draft = draft.label_saying(cue, "cue", vec![("cue", article.text(cue).to_owned())]);
        }
        draft = match last_speaker(article, quotation) {
            Some(speaker) => draft.wording("after-speaker").say("speaker", speaker),
            None => draft,
        };
        sink.report(draft);
    }
}
