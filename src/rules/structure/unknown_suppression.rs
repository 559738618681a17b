//! A comment that silences a rule which does not exist, or names none.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Silenced, Sink};

pub(crate) fn check(_: &Article, context: &Context, sink: &mut Sink) {
    for suppression in context.suppressions {
        if suppression.rules.is_empty() {
            sink.report(Draft::at(suppression.span).wording("bare"));
        }
        sink.report_all(suppression.rules.iter().filter(|rule| !rule.known).map(draft));
    }
}

fn draft(rule: &Silenced) -> Draft {
    let draft = Draft::at(rule.span).say("rule", rule.name.as_str());
    match &rule.nearest {
        Some(nearest) => {
            let edits = vec![Edit::replace(rule.span, nearest.as_str())];
            draft.wording("near").say("nearest", nearest.as_str()).fix(Safety::Suggested, edits)
        }
        None => draft,
    }
}
