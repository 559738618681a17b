//! Front matter that cannot be read, says one thing twice, or gives a date that the calendar lacks.

use crate::article::Article;
use crate::document::FrontFault;
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (span, fault) in &article.document.front.faults {
        let draft = Draft::at(*span);
        sink.report(match fault {
            FrontFault::Unreadable(problem) => draft.say("problem", problem.as_str()),
            FrontFault::Twice(name) => draft.wording("twice").say("name", name.as_str()),
            FrontFault::NoDate => draft.wording("date").say("date", span.of(article.document.source.text())),
            FrontFault::EmptyTitle => draft.wording("title"),
        });
    }
}
