//! The positive answer: names, titles and dates of a story that the newsroom's list or the calendar bears out.

use super::Rulebook;
use crate::article::Article;
use crate::finding::{Confirmed, ConfirmedKind};
use crate::input;
use crate::lexicon::{HouseName, fold_title};
use crate::rules;
use crate::text::{Source, Span};

/// What is borne out in `source`, in order of place.
pub fn confirmed(source: &Source, rulebook: &Rulebook) -> Vec<Confirmed> {
    let document = input::read(source);
    let article = Article::read(&document, &rulebook.lexicon);
    let mut confirmed = names_and_titles(&article);
    confirmed.extend(rules::days_that_fit(&article, rulebook.date.map(|date| date.0)).into_iter().map(|(span, day)| Confirmed {
        kind: ConfirmedKind::Date,
        span,
        text: article.text(span).to_owned(),
        by: format!("the calendar: {day} is that weekday"),
    }));
    confirmed.sort_by_key(|one| one.span);
    confirmed
}

/// Names in the form of the list, and before them titles that the list gives them.
fn names_and_titles(article: &Article) -> Vec<Confirmed> {
    let Some(house) = article.lexicon.house() else { return Vec::new() };
    let mut confirmed = Vec::new();
    for hit in article.house_phrases() {
        let (name, is_right) = house.form(hit.payload);
        let (span, name) = (article.span_of(hit), house.name(name));
        if is_right {
            confirmed.push(of_list(article, ConfirmedKind::Name, span));
            confirmed.extend(title_of(article, span, name).map(|title| of_list(article, ConfirmedKind::Title, title)));
        }
    }
    confirmed
}

fn of_list(article: &Article, kind: ConfirmedKind, span: Span) -> Confirmed {
    Confirmed { kind, span, text: article.text(span).to_owned(), by: "the house list".to_owned() }
}

/// The title before a name, where the name's role on the list says the same.
fn title_of(article: &Article, span: Span, name: &HouseName) -> Option<Span> {
    let mentions = &article.names().mentions;
    let mention = &mentions[mentions.binary_search_by_key(&span.start, |mention| mention.span.start).ok()?];
    let title = mention.title.filter(|title| !title.is_qualified)?;
    let role = fold_title(&name.role);
    let is_said = |words: &str| !words.is_empty() && format!(" {role} ").contains(&format!(" {words} "));
    (is_said(title.title.key) || is_said(&fold_title(title.title.meaning()))).then_some(title.span)
}
