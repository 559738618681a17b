//! Two stories that belong together lead with different figures of one thing.

use crate::article::{Article, Companion, Counted, Figure};
use crate::lint::{Context, Draft, Sink};

/// What is counted in every story, of this and of that.
const ANYTHING: [&str; 24] = [
    "people", "men", "women", "children", "year", "month", "week", "day", "hour", "minute", "second", "time", "percent", "point", "place",
    "thing", "step", "part", "reason", "question", "member", "other", "case", "vote",
];

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let here = Companion::of(article);
    let mut done: Vec<&Counted> = Vec::new();
    for mine in here.figures.iter().filter(|figure| tells(figure)) {
        if done.contains(&&mine.counted) {
            continue;
        }
        done.push(&mine.counted);
        let earlier = context.others.iter().filter(|other| here.is_later_than(other));
        let rival = earlier.filter_map(|other| Some((other, first_of(&other.figures, &mine.counted)?)));
        let rival = rival.into_iter().find(|(other, theirs)| {
            let is_rounded = mine.is_hedged || theirs.is_hedged;
            !(is_rounded || has_value(&other.figures, mine) || has_value(&here.figures, theirs))
        });
        if let Some((other, theirs)) = rival {
            let draft = Draft::at(mine.span).say("mine", mine.text.clone()).say("theirs", theirs.text.clone());
            sink.report(draft.say("file", other.path.clone()).label(mine.span, "other-file"));
        }
    }
}

fn tells(figure: &Figure) -> bool {
    !matches!(&figure.counted, Counted::Noun(noun) if ANYTHING.contains(&noun.as_str()))
}

fn first_of<'a>(figures: &'a [Figure], counted: &Counted) -> Option<&'a Figure> {
    figures.iter().find(|figure| figure.counted == *counted)
}

/// Whether a story also gives the figure of the other.
fn has_value(figures: &[Figure], wanted: &Figure) -> bool {
    figures.iter().any(|figure| figure.counted == wanted.counted && (figure.value - wanted.value).abs() < 0.5)
}
