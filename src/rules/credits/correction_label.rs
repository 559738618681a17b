//! `Correcton: …`: a misspelled label, so that neither readers nor machines know the note for one.

use crate::article::Article;
use crate::document::Role;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::Case;

/// The labels, in lower case.
const LABELS: [&str; 2] = ["correction", "clarification"];
/// Slips that a label may have.
const MOST_SLIPS: usize = 2;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    // In capitals before a dash, a misspelled label looks like a place: a dateline.
    for (block, _) in article.blocks_with(|role| matches!(role, Role::Paragraph | Role::Subhead | Role::Dateline | Role::Correction)) {
        let Some(word) = article.words_of(block).next().map(|at| &article.words[at]) else { continue };
        if !(8..=16).contains(&word.span.len()) || article.lexicon.is_word(word.id) {
            continue;
        }
        let after = article.copy()[word.span.to()..].trim_start_matches(' ');
        if !after.starts_with([':', '-', '–', '—']) {
            continue;
        }
        let found = article.text(word.span);
        let label = LABELS.iter().find(|label| strsim::osa_distance(label, &found.to_lowercase()) <= MOST_SLIPS);
        if let Some(label) = label {
            let right = match word.case {
                Case::Upper => label.to_uppercase(),
                Case::Capitalised => label[..1].to_uppercase() + &label[1..],
                Case::Lower | Case::Mixed => (*label).to_owned(),
            };
            sink.report(Draft::at(word.span).say("found", found).say("right", right.clone()).replace(Safety::Safe, right));
        }
    }
}
