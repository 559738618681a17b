//! The dash between two parts of a sentence: the house's, else the one that the story uses most. One finding a story.

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety, Severity};
use crate::lint::{Context, Draft, Sink};
use crate::style::Dash;
use crate::text::Span;

/// How much more often one form must stand than the others before it counts as the story's own.
const CLEARLY: usize = 3;
/// Labels beyond this many tell an editor nothing new.
const MOST_LABELS: usize = 8;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let dashes = dashes(article, context.style.dash.is_some());
    let Some(wanted) = context.style.dash.or_else(|| most(&dashes)) else { return };
    let odd: Vec<Span> = dashes.iter().filter(|(form, _)| *form != wanted).map(|(_, span)| *span).collect();
    let Some(&first) = odd.first() else { return };
    let right = written(wanted);
    let mut draft = Draft::at(glyph(article, first)).say("found", article.text(glyph(article, first))).say("right", shown(wanted));
    for &dash in odd.iter().skip(1).take(MOST_LABELS) {
        draft = draft.label(glyph(article, dash), "also");
    }
    draft = if context.style.dash.is_some() { draft } else { draft.wording("story").severity(Severity::Info) };
    sink.report(draft.fix(Safety::Safe, odd.iter().map(|&dash| Edit::replace(dash, right)).collect()));
}

/// Dashes between two words of a paragraph, with the spaces around them; none where they cannot differ from each other, unless a house
/// sets a form.
fn dashes(article: &Article, has_house: bool) -> Vec<(Dash, Span)> {
    let mut found = Vec::new();
    let copy = article.copy();
    let bytes = copy.as_bytes();
    let gaps = article.gaps();
    // Of the long dashes the last byte tells.
    let finders =
        [("—", true, gaps.hold(0x94)), ("–", false, gaps.hold(0x93)), (" - ", false, gaps.part(b'-')), ("--", true, gaps.double(b'-'))];
    // Of every other glyph than the first a story has one form, of which alone it cannot have two.
    let is_one_form = !finders[0].2 && finders.iter().filter(|(.., is_there)| *is_there).count() < 2;
    if is_one_form && !has_house {
        return found;
    }
    for (glyph, may_be_closed, _) in finders.into_iter().filter(|(.., is_there)| *is_there) {
        for at in memchr::memmem::find_iter(bytes, glyph) {
            let (start, end) = (at + usize::from(glyph == " - "), at + glyph.len() - usize::from(glyph == " - "));
            let spaced = bytes[..start].ends_with(b" ") && bytes[end..].starts_with(b" ");
            let (before, after) = (copy[..start].trim_end_matches(' '), copy[end..].trim_start_matches(' '));
            let closed = before.len() == start && end + after.len() == copy.len();
            let form = match (glyph, spaced) {
                ("—", true) => Dash::SpacedEm,
                ("—", false) if closed => Dash::ClosedEm,
                ("–", true) => Dash::SpacedEn,
                (" - ", true) => Dash::SpacedHyphen,
                ("--", true) => Dash::SpacedDoubleHyphen,
                _ => continue,
            };
            let span = Span::new(before.len(), copy.len() - after.len());
            if (spaced || may_be_closed) && is_between_words(before, after) && is_in_prose(article, span) {
                found.push((form, span));
            }
        }
    }
    found.sort_by_key(|(_, span)| *span);
    found
}

/// Words on both sides: no range, score or minus sign, no mark of broken-off speech, no separator.
fn is_between_words(before: &str, after: &str) -> bool {
    let left = before.chars().next_back();
    let right = after.chars().next();
    let figures = left.is_some_and(|left| left.is_ascii_digit()) && right.is_some_and(|right| right.is_ascii_digit());
    let ends = left.is_some_and(|left| left.is_alphanumeric() || matches!(left, '”' | '’' | '"' | ',' | ')' | '%'));
    // A quotation that breaks off has its dash before the closing mark.
    let breaks_off = right == Some('"') && !after[1..].starts_with(char::is_alphanumeric);
    let starts =
        right.is_some_and(|right| right.is_alphabetic() || matches!(right, '“' | '‘' | '"' | '(' | '$' | '£' | '€')) && !breaks_off;
    !figures && ends && starts
}

/// In a paragraph, and not the dash of a dateline or of a name at the paragraph's start: `VELL (AP) — The`.
fn is_in_prose(article: &Article, dash: Span) -> bool {
    let Some(block) = article.document.block_at(dash.start).map(|block| &article.blocks()[block]) else { return false };
    let in_role = matches!(block.role, Role::Paragraph | Role::ListItem | Role::BlockQuote) && block.span.contains(dash);
    let lead = Span { start: block.span.start, end: dash.start.max(block.span.start) };
    let near = lead.len() <= 60;
    let is_dateline = near && {
        let words = article.text(lead);
        let capitals = words.chars().filter(|next| next.is_uppercase()).count();
        let smalls = words.chars().filter(|next| next.is_lowercase()).count();
        words.ends_with(')') || capitals > smalls || article.words_in(lead).len() <= 4
    };
    in_role && !is_dateline
}

fn most(dashes: &[(Dash, Span)]) -> Option<Dash> {
    let forms = [Dash::SpacedEm, Dash::ClosedEm, Dash::SpacedEn, Dash::SpacedHyphen, Dash::SpacedDoubleHyphen];
    let count = |form: Dash| dashes.iter().filter(|(other, _)| *other == form).count();
    forms.into_iter().find(|&form| count(form) >= CLEARLY && count(form) >= (dashes.len() - count(form)) * CLEARLY)
}

/// The glyph of a dash without its spaces.
fn glyph(article: &Article, dash: Span) -> Span {
    dash.trim(article.copy())
}

fn written(dash: Dash) -> &'static str {
    match dash {
        Dash::SpacedEm => " — ",
        Dash::ClosedEm => "—",
        Dash::SpacedEn => " – ",
        Dash::SpacedHyphen => " - ",
        Dash::SpacedDoubleHyphen => " -- ",
    }
}

/// The dash as a message names it.
fn shown(dash: Dash) -> &'static str {
    match dash {
        Dash::SpacedEm => "— with spaces",
        Dash::ClosedEm => "— without spaces",
        Dash::SpacedEn => "– with spaces",
        Dash::SpacedHyphen => "- with spaces",
        Dash::SpacedDoubleHyphen => "-- with spaces",
    }
}
