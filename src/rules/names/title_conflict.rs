//! One person under two offices: `Gov. Falk`, then `Sen. Falk`.

use crate::article::{Article, Mention, TitleUse};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = article.names();
    for (_, person) in names.people().filter(|(_, person)| person.sure) {
        let mut held: Option<(&Mention, TitleUse)> = None;
        for mention in names.mentions_of(person).filter(|mention| mention.role.is_body_text() && !mention.quoted) {
            let Some(title) = mention.title.filter(|title| title.title.kind == "political" && title.title.formal && !title.is_qualified)
            else {
                continue;
            };
            let Some((_, first)) = held else {
                held = Some((mention, title));
                continue;
            };
            if excludes(first.title.meaning(), title.title.meaning()) {
                let draft = Draft::at(title.span).say("title", article.text(title.span)).say("other", article.text(first.span));
                sink.report(draft.say("name", article.text(mention.span)).label(first.span, "other"));
                break;
            }
        }
    }
}

/// Offices that nobody holds together. Other pairs may be one office in two forms, or two that go together, as a
/// representative's and a speaker's.
const OFFICES: [&str; 9] = [
    "Senator",
    "Representative",
    "Governor",
    "Mayor",
    "President",
    "Vice President",
    "Secretary of State",
    "Secretary of Defense",
    "Attorney General",
];

fn excludes(one: &str, other: &str) -> bool {
    one != other && OFFICES.contains(&one) && OFFICES.contains(&other)
}
