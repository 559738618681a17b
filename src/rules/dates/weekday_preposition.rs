//! `said Thursday` beside `on Friday`.
//!
//! AP may drop the `on`, Reuters, the BBC and the Guardian want it; without a house style a story is only held to itself, and since
//! a quarter of published stories mix, that is an info finding, one a story.

use crate::article::Article;
use crate::finding::{Edit, Safety, Severity};
use crate::lexicon::Tag;
use crate::lint::{Context, Draft, Sink};
use crate::style::WeekdayOn;
use crate::text::{Case, Span};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let required = match context.style.weekday_on {
        Some(WeekdayOn::Optional) => return,
        other => other.is_some(),
    };
    let weekdays = || article.tagged(Tag::Weekday).filter(|&at| at > 0);
    let is_narrated = |at: usize| article.is_narration(article.words[at].span.start);
    let bare = || weekdays().filter(|&at| is_bare(article, at) && is_narrated(at));
    if required {
        for at in bare() {
            sink.report(draft(article, at).severity(Severity::Warning).wording("required"));
        }
        return;
    }
    let has_on = |at: usize| article.text(article.words[at - 1].span) == "on" && article.words[at].possessive == 0;
    let mut with_on = weekdays().filter(|&at| has_on(at) && !is_longer(article, at) && is_narrated(at));
    if let Some(other) = with_on.next()
        && let Some(at) = bare().next()
    {
        let elsewhere = article.words[other - 1].span.join(article.words[other].span);
        sink.report(draft(article, at).say("other", article.text(elsewhere)).label(elsewhere, "elsewhere"));
    }
}

fn draft(article: &Article, at: usize) -> Draft {
    let span = article.words[at - 1].span.join(article.words[at].span);
    let (before, day) = (article.text(article.words[at - 1].span), article.text(article.words[at].span));
    Draft::at(span)
        .say("found", article.text(span))
        .say("right", format!("{before} on {day}"))
        .fix(Safety::Suggested, vec![Edit::insert(article.words[at].span.start, "on ")])
}

/// A weekday right after a verb of speech or a past tense, with no word of its own: `said Thursday it`.
fn is_bare(article: &Article, at: usize) -> bool {
    let (before, day) = (&article.words[at - 1], &article.words[at]);
    let gap = article.text(Span { start: before.span.end, end: day.span.start });
    let joined = before.block == day.block && matches!(gap, " " | "\u{A0}" | "\n");
    let determined =
        at > 1 && matches!(article.text(article.words[at - 2].span), "a" | "an" | "the" | "this" | "his" | "her" | "its" | "their");
    let past = before.is(Tag::Cue) || article.text(before.span).ends_with("ed");
    let verb = before.case == Case::Lower && past && !determined;
    joined && verb && day.case == Case::Capitalised && day.possessive == 0 && !is_longer(article, at)
}

/// `Friday night`, `Friday’s`, `Friday-night`: more than the day.
fn is_longer(article: &Article, at: usize) -> bool {
    let Some(next) = article.words.get(at + 1) else { return false };
    let gap = article.text(Span { start: article.words[at].span.end, end: next.span.start });
    let of_day = matches!(article.text(next.span), "night" | "morning" | "afternoon" | "evening" | "and" | "or" | "through" | "to");
    gap == "-" || (gap == " " && (of_day || next.is_capitalised()))
}
