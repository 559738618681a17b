//! A figure in a headline, standfirst or caption must stand in the body: words and figures, rounding and units are alike.

use crate::article::{Article, Fate, Quantity};
use crate::document::Role;
use crate::lint::{Context, Draft, Sink};
use crate::parse::quantities::{Hedge, QuantityKind};

/// A body with fewer words is an extract: its figures may stand elsewhere.
const SHORTEST_BODY: usize = 40;
/// A page has some captions; more than these are not compared.
const MOST_SHOWN: usize = 64;
/// Names end in figures: `Part 3`, `Super Bowl 50`.
const NAMES: [&str; 30] = [
    "part",
    "no",
    "number",
    "chapter",
    "episode",
    "season",
    "bowl",
    "day",
    "week",
    "title",
    "section",
    "article",
    "route",
    "interstate",
    "highway",
    "flight",
    "type",
    "war",
    "phase",
    "round",
    "game",
    "formula",
    "apollo",
    "windows",
    "iphone",
    "volume",
    "vol",
    "issue",
    "class",
    "channel",
];
/// A story in so many parts: `10 things to know`, `5 ways to save`.
const LISTS: [&str; 23] = [
    "word", "thing", "way", "reason", "tip", "question", "takeaway", "fact", "photo", "lesson", "idea", "step", "trick", "moment", "quote",
    "time", "sign", "book", "myth", "key", "point", "story", "detail",
];

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let shown =
        |quantity: &Quantity| matches!(article.blocks()[quantity.block as usize].role, Role::Headline | Role::Standfirst | Role::Caption);
    if !article.quantities().iter().any(shown) {
        return;
    }
    let in_body = |quantity: &&Quantity| article.blocks()[quantity.block as usize].role.is_body_text();
    let body: Vec<&Quantity> = article.quantities().iter().filter(in_body).collect();
    let words: usize = article.blocks_with(Role::is_body_text).map(|(block, _)| article.words_of(block).len()).sum();
    if words < SHORTEST_BODY {
        return;
    }
    for quantity in article.quantities().iter().filter(|quantity| shown(quantity)).take(MOST_SHOWN) {
        if !is_exempt(article, quantity) {
            sink.report_all(judge(article, &body, quantity));
        }
    }
}

/// Years, ordinals, ages told by birthdays, names that end in a figure, lists, and `one`, which is hardly ever a figure.
fn is_exempt(article: &Article, quantity: &Quantity) -> bool {
    let before = (quantity.first as usize).checked_sub(1).map(|at| &article.words[at]).filter(|word| word.block == quantity.block);
    let before = before.map_or(String::new(), |word| article.text(word.span).to_lowercase());
    let text = &article.copy()[..quantity.span().from()];
    let is_name = NAMES.contains(&before.as_str()) || text.ends_with(['#', '-', '/', '’', '\'', ':']);
    let kind = !quantity.is_amount() && quantity.kind() != QuantityKind::Age;
    kind || is_name || quantity.value() <= 1.0 || quantity.parts.high.is_some()
}

fn judge(article: &Article, body: &[&Quantity], mine: &Quantity) -> Option<Draft> {
    let noun = article.counted(mine);
    let fate = article.fate(mine);
    let same_thing = |other: &Quantity| is_same_thing(article, mine, (noun.as_deref(), fate), other);
    // `more than 70 groups` says nothing of a woman of 91: a round figure agrees with another only about the same thing.
    let counts_other = |other: &Quantity| {
        let theirs = article.counted(other);
        theirs.is_some() && theirs != noun && !(fate.is_some() && article.fate(other) == fate)
    };
    let agrees =
        |other: &Quantity| agree(mine, other) && (close(mine.value(), other.value()) || is_in_range(mine, other) || !counts_other(other));
    let agreeing: Vec<&&Quantity> = body.iter().filter(|other| agrees(other)).collect();
    let rival = || body.iter().find(|other| same_thing(other) && !agree(mine, other) && other.parts.high.is_none());
    if agreeing.iter().any(|other| same_thing(other)) {
        return None;
    }
    if is_sum(article, body, mine) {
        return None;
    }
    let draft =
        Draft::at(mine.span()).say("mine", article.text(article.with_counted(mine))).say("where", article.place_name(mine.span().start));
    // The value stands in the body for something else: only a figure for the same thing tells.
    let is_small = mine.value() < 20.0;
    if !agreeing.is_empty() && !(is_small && (fate.is_some() || noun.is_some())) {
        return None;
    }
    if let Some(other) = rival() {
        let place = article.place_name(other.span().start);
        return Some(
            draft
                .wording("rival")
                .say("theirs", article.text(article.with_counted(other)))
                .say("place", place)
                .label(other.span(), "rival-here"),
        );
    }
    if !agreeing.is_empty() || is_list(article, mine, noun.as_deref()) || mine.value() <= 2.0 {
        return None;
    }
    Some(draft)
}

/// Whether two numbers count the same thing by their nouns or by what happened.
fn is_same_thing(article: &Article, mine: &Quantity, (noun, fate): (Option<&str>, Option<Fate>), other: &Quantity) -> bool {
    if !comparable(mine, other) {
        return false;
    }
    let same_fate = fate.is_some() && article.fate(other) == fate;
    let same_noun = noun.is_some_and(|noun| !LISTS.contains(&noun) || mine.value() > 2.0) && article.counted(other).as_deref() == noun;
    match (fate, article.fate(other)) {
        (Some(_), Some(_)) => same_fate,
        _ => same_noun,
    }
}

fn comparable(one: &Quantity, other: &Quantity) -> bool {
    use QuantityKind::{Age, Count, Percent, Points};
    match (one.kind(), other.kind()) {
        (Age, Count) | (Count, Age) | (Percent | Points, Percent | Points) => true,
        (one, other) => one == other,
    }
}

/// Whether the values agree, each read as roundly as it is written.
fn agree(mine: &Quantity, other: &Quantity) -> bool {
    let one_counts = mine.kind() == QuantityKind::Count || other.kind() == QuantityKind::Count;
    if !comparable(mine, other) && !one_counts {
        return false;
    }
    let (a, b) = (mine.value(), other.value());
    let (count, measure) = (QuantityKind::Count, QuantityKind::Measure);
    let pays = other.kind() == QuantityKind::Money && !mine.parts.magnitude;
    if mine.kind() == count && (pays || (other.kind() == measure && other.parts.high.is_some())) {
        return false;
    }
    if close(a, b) || is_in_range(mine, other) {
        return true;
    }
    // 40,000 for 39,870: as roundly as the headline writes it; small figures are never rounded.
    let rounds = a >= 100.0 && mine.parts.step > other.parts.step && (a - b).abs() < mine.parts.step * 0.999 && (a - b).abs() <= 0.1 * a;
    let both_round = mine.parts.magnitude && other.parts.magnitude && (a - b).abs() <= other.parts.step / 2.0;
    // A rounding word excuses a round figure, and only one: `more than 100` is not `more than 90`.
    let same_hedge = mine.hedge.is_some() && mine.hedge == other.hedge;
    let hedged =
        |quantity: &Quantity, is: f64| match quantity.hedge.filter(|_| !same_hedge && quantity.parts.step >= 0.05 * quantity.value()) {
            Some(Hedge::More) => is > quantity.value() && is <= quantity.value() * 1.35 && quantity.value() >= 20.0,
            Some(Hedge::Less | Hedge::Nearly) => is < quantity.value() && is >= quantity.value() * 0.75 && quantity.value() >= 10.0,
            Some(Hedge::About) => (is - quantity.value()).abs() <= 0.1 * quantity.value() && quantity.value() >= 20.0,
            _ => false,
        };
    rounds || both_round || hedged(mine, b) || hedged(other, a)
}

fn is_in_range(mine: &Quantity, other: &Quantity) -> bool {
    let a = mine.value();
    other.parts.high.is_some_and(|high| (other.value()..=high).contains(&a) || close(high, a))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// `10 things to know`: the number of the story's own parts.
fn is_list(article: &Article, mine: &Quantity, noun: Option<&str>) -> bool {
    let block = article.words_of(mine.block as usize);
    let opens = mine.first as usize <= block.start + 1;
    let after = article.copy()[mine.span().to()..].trim_start_matches([' ', '-', '\u{2011}']);
    let words = after.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("word"));
    let calls = words || noun.is_some_and(|noun| LISTS.contains(&noun));
    let of_these = article.words.get(mine.end as usize).is_some_and(|word| article.text(word.span).eq_ignore_ascii_case("of"));
    calls || (opens && of_these) || (opens && tells_list(article, mine))
}

/// Whether a word of the headline calls the story's parts: `9 more offensive things`.
fn tells_list(article: &Article, mine: &Quantity) -> bool {
    let words = article.words_of(mine.block as usize);
    article.words[mine.end as usize..words.end].iter().take(6).any(|word| {
        let text = article.text(word.span).to_lowercase();
        text.strip_suffix('s').is_some_and(|noun| LISTS.contains(&noun)) || text == "stories"
    })
}

/// Whether two or three figures of one sentence give the headline's: `12 dead` of `five men and seven women`.
fn is_sum(article: &Article, body: &[&Quantity], mine: &Quantity) -> bool {
    let sentence_of = |quantity: &Quantity| article.sentence_at(quantity.span().start).map(|sentence| sentence.span.start);
    body.windows(2).any(|pair| {
        let sum = pair[0].value() + pair[1].value();
        comparable(mine, pair[0]) && close(sum, mine.value()) && sentence_of(pair[0]) == sentence_of(pair[1])
    }) || body.windows(3).any(|three| {
        let sum: f64 = three.iter().map(|quantity| quantity.value()).sum();
        comparable(mine, three[0]) && close(sum, mine.value()) && sentence_of(three[0]) == sentence_of(three[2])
    })
}
