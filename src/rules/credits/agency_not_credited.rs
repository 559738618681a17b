//! `told Reuters` in the body, and Reuters in no credit, dateline or byline.

use memchr::memmem;

use crate::article::{Article, ByteSet};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// What stands before an agency whose reporting is used.
const BEFORE: [&str; 2] = ["told ", "seen by "];
/// Agencies whose work is taken without more words; papers are named as sources and need no credit.
const AGENCIES: [(&str, &[&str]); 7] = [
    ("Reuters", &["Reuters", "REUTERS"]),
    ("AFP", &["AFP", "Agence France-Presse", "Agence France Presse"]),
    ("the Associated Press", &["Associated Press", "AP"]),
    ("dpa", &["dpa", "DPA"]),
    ("UPI", &["UPI", "United Press International"]),
    ("Xinhua", &["Xinhua"]),
    ("TASS", &["TASS", "Tass"]),
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    if !has_credits(article) {
        return;
    }
    let places = places(article);
    if places.is_empty() {
        return;
    }
    for (agency, forms) in AGENCIES {
        let Some(span) = forms.iter().find_map(|form| cited(article, form, &places)) else { continue };
        let is_credited = article
            .blocks_with(|role| matches!(role, Role::Credit | Role::Dateline | Role::Byline))
            .any(|(_, block)| forms.iter().any(|form| holds_word(article.text(block.span), form)));
        // `(Reuters)` or `Reuters contributed` in the body credits it as well; a headline that names it makes it the subject.
        let words = article.copy();
        let in_body = forms.iter().any(|form| {
            [format!("({form})"), format!("{form} contributed"), format!("— {form}")].iter().any(|credit| words.contains(credit.as_str()))
        });
        let is_subject = article.headline().is_some_and(|(_, block)| forms.iter().any(|form| holds_word(article.text(block.span), form)));
        if !is_credited && !in_body && !is_subject {
            sink.report(Draft::at(span).say("agency", agency).say("words", article.text(span)));
        }
    }
}

/// Whether the story credits agencies: copy without such furniture keeps its credits elsewhere, or holds naming for enough.
fn has_credits(article: &Article) -> bool {
    article.blocks_with(|role| matches!(role, Role::Credit | Role::Dateline)).next().is_some()
}

/// Where the name of any agency begins.
fn places(article: &Article) -> Vec<usize> {
    let copy = article.copy().as_bytes();
    let forms = || AGENCIES.iter().flat_map(|(_, forms)| *forms);
    let is_one = |&at: &usize| {
        INITIALS.has(copy[at]) && may_begin_agency(&copy[at..]) && forms().any(|form| copy[at..].starts_with(form.as_bytes()))
    };
    let mut places: Vec<usize> = article.capitals.iter().map(|&at| article.words[at as usize].span.from()).filter(is_one).collect();
    // The one agency that is written without a capital.
    places.extend(memmem::find_iter(copy, "dpa"));
    places
}

/// The first letters of the agencies that begin with a capital.
const INITIALS: ByteSet = ByteSet::of(b"RADUXT");

/// Whether the first two letters are those of an agency.
fn may_begin_agency(copy: &[u8]) -> bool {
    matches!(
        copy,
        [b'R', b'e' | b'E', ..]
            | [b'A', b'F' | b'P' | b'g' | b's', ..]
            | [b'D', b'P', ..]
            | [b'U', b'P' | b'n', ..]
            | [b'X', b'i', ..]
            | [b'T', b'A' | b'a', ..]
    )
}

/// Where the narrator says that the agency was told or reported.
fn cited(article: &Article, form: &str, places: &[usize]) -> Option<Span> {
    let copy = article.copy();
    let of_form = places.iter().copied().filter(|&at| copy[at..].starts_with(form));
    of_form.take(64).find_map(|at| {
        let end = at + form.len();
        let span = Span::new(at, end);
        let alone =
            !copy[..at].ends_with(char::is_alphanumeric) && !copy[end..].starts_with(|next: char| next.is_alphanumeric() || next == '/');
        let before = copy[..at].strip_suffix("the ").unwrap_or(&copy[..at]);
        let opener = BEFORE.iter().find(|words| before.ends_with(*words));
        let witness =
            copy[end..].starts_with(" witness") || copy[end..].starts_with(" reporter ") || copy[end..].starts_with(" journalist ");
        let in_body = article.role_at(span.start).is_some_and(Role::is_body_text);
        let found = alone && in_body && (opener.is_some() || witness) && !article.is_quoted(span.start);
        let start = opener.map_or(at, |words| before.len() - words.len());
        found.then(|| Span::new(start, end))
    })
}

fn holds_word(text: &str, word: &str) -> bool {
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric) && !text[at + word.len()..].starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{AGENCIES, INITIALS, may_begin_agency};

    #[test]
    fn every_agency_begins_as_one() {
        for form in AGENCIES.iter().flat_map(|(_, forms)| *forms) {
            assert!(*form == "dpa" || may_begin_agency(form.as_bytes()) && INITIALS.has(form.as_bytes()[0]), "{form}");
        }
    }
}
