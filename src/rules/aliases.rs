//! One thing, one name: what `names/alias-inconsistent` and `places/alias-inconsistent` share.
//!
//! A story that mixes the forms of one alias set is held to one of them (newsroom practice: the house's form, else the form that the story
//! itself defines, else the commoner, else the first). One finding a set, at the first form that should change.

use std::collections::BTreeMap;

use crate::article::Article;
use crate::document::Role;
use crate::finding::{Edit, Safety};
use crate::lexicon::{AliasForm, AliasSet, PhraseHit, PhraseKind, Tag};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span};

/// Most places that a finding points at: beyond these an editor searches anyway.
const MOST_LABELS: usize = 12;

/// How far back, in bytes, a gloss such as `also known as` is looked for.
const NEAR: usize = 120;

/// How far, in words, a year tells the time of a mention.
const NEAR_WORDS: usize = 30;

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// The narrator's own words.
    Narrator,
    /// Between quotation marks.
    Quoted,
    /// In a teaser of another story: evidence only.
    Related,
}

struct Mention {
    hit: PhraseHit,
    form: &'static AliasForm,
    span: Span,
    zone: Zone,
    /// The surname of a full name of another set, which reports it if it is wrong: evidence only.
    nested: bool,
    /// Glossed (`also known as ISIL`) or of a time when the thing was called so.
    excused: bool,
}

/// Reports the mixed sets whose kind is `wanted`.
pub(super) fn check(article: &Article, context: &Context, wanted: impl Fn(&str) -> bool, sink: &mut Sink) {
    for (set, mut mentions) in mentions(article, &wanted) {
        if mentions.iter().all(|mention| std::ptr::eq(mentions[0].form, mention.form) || mentions[0].form == mention.form) {
            continue;
        }
        excuse(article, set, &mut mentions);
        let house = context.style.is_set().then(|| house_form(set, &context.style.name)).flatten();
        if set.on || house.is_some() {
            report(article, set, house, &mentions, Asked::Mixture, sink);
        }
    }
}

/// Reports the sets whose kind is `wanted` and whose form in the story, one throughout, is not the house's.
pub(super) fn check_house(article: &Article, context: &Context, wanted: impl Fn(&str) -> bool, sink: &mut Sink) {
    if !context.style.is_set() {
        return;
    }
    for (set, mut mentions) in mentions(article, &wanted) {
        if let Some(house) = house_form(set, &context.style.name).filter(|_| set.on) {
            excuse(article, set, &mut mentions);
            report(article, set, Some(house), &mentions, Asked::House, sink);
        }
    }
}

/// What a rule looks for in a set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Two forms in one story.
    Mixture,
    /// One form, and not the house's.
    House,
}

/// The mentions of each set, in order of the story; a longer name that holds a form is none.
fn mentions(article: &Article, wanted: &impl Fn(&str) -> bool) -> Vec<(&'static AliasSet, Vec<Mention>)> {
    let settled = article.house_names();
    let mut sets: BTreeMap<&'static str, (&'static AliasSet, Vec<Mention>)> = BTreeMap::new();
    let mut hits = article.phrases_of(PhraseKind::Alias).peekable();
    let (mut covered, mut of_person) = (0, false);
    while let Some(mut hit) = hits.next() {
        // `Volodymyr Zelensky` spells a surname too, which may stand alone elsewhere.
        let nested = hit.first < covered;
        let is_surname = of_person && hit.end == covered && article.lexicon.alias(hit.payload).0.kind == "person";
        if nested && !is_surname {
            continue;
        }
        covered = hit.end;
        // `Al Qaeda` may be `al Qaeda` at the start of a sentence, or a form of its own: as written goes first.
        while let Some(other) = hits.next_if(|other| (other.first, other.end) == (hit.first, hit.end)) {
            if article.lexicon.alias_text(other.payload) == article.text(article.span_of(other)).replace('’', "'") {
                hit = other;
            }
        }
        let (set, form) = article.lexicon.alias(hit.payload);
        of_person = set.kind == "person" && form.is_some();
        let Some(form) = form.filter(|_| wanted(set.kind)) else { continue };
        if set.kind == "word" && is_capital_given(article, hit) {
            continue;
        }
        let span = article.span_of(hit);
        // What the newsroom has settled itself is no other list's affair.
        let is_settled = settled.get(settled.partition_point(|one| one.end <= span.start)).is_some_and(|one| one.overlaps(span));
        let Some(zone) = zone(article, span).filter(|_| !is_settled) else { continue };
        sets.entry(set.id).or_insert_with(|| (set, Vec::new())).1.push(Mention { hit: *hit, form, span, zone, nested, excused: false });
    }
    sets.into_values().collect()
}

/// Whether the place gives a word its capital, so that its spelling tells nothing: the start of a sentence, a longer name, a heading.
fn is_capital_given(article: &Article, hit: &PhraseHit) -> bool {
    let (first, end) = (hit.first as usize, hit.end as usize);
    let is_capital =
        |at: usize| article.words.get(at).is_some_and(|word| word.block == article.words[first].block && word.is_capitalised());
    let in_name = first.checked_sub(1).is_some_and(is_capital) || is_capital(end);
    article.words[first].is_capitalised() && (in_name || article.starts_sentence(first))
}

fn zone(article: &Article, span: Span) -> Option<Zone> {
    let role = article.role_at(span.start)?;
    match role {
        Role::Byline | Role::Dateline | Role::Credit | Role::Field => None,
        _ if article.is_quoted(span.start) => Some(Zone::Quoted),
        _ if role.is_related() => Some(Zone::Related),
        _ => Some(Zone::Narrator),
    }
}

/// `also known as ISIL`, `formerly Bombay`: the writer tells readers that both are one.
fn is_bridged(article: &Article, hit: &PhraseHit) -> bool {
    const BRIDGES: [&str; 16] = [
        "known as",
        "formerly",
        "or",
        "called",
        "previously",
        "acronym",
        "then",
        "once",
        "renamed",
        "named",
        "abbreviated",
        "nicknamed",
        "alias",
        "translation",
        "spelled",
        "spelling",
    ];
    let start = article.words[hit.first as usize].span.start;
    let Some(sentence) = article.sentence_at(start) else { return false };
    let before = article.text(Span { start: sentence.span.start.min(start), end: start });
    let before = tail(before, NEAR).trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    let before = before.trim_end_matches(['“', '‘', '"', '\'', '(', '[']).trim_end();
    // `known by the acronyms ISIS and ISIL`: what follows in the sentence is glossed too.
    let listed = ["known as", "known by", "also called", "acronym"].iter().any(|bridge| before.contains(bridge));
    listed || BRIDGES.iter().any(|bridge| before.strip_suffix(bridge).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// The last `most` bytes of a text, from the next character on.
fn tail(text: &str, most: usize) -> &str {
    let from = (text.len().saturating_sub(most)..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[from..]
}

/// Finds the mentions that are glossed or speak of the past.
fn excuse(article: &Article, set: &AliasSet, mentions: &mut [Mention]) {
    for mention in &mut *mentions {
        mention.excused = is_bridged(article, &mention.hit) || is_historic(article, &mention.hit, set.since);
    }
    excuse_brackets(article, mentions);
}

/// `Myanmar (Burma)`, `the Islamic State group (also known as ISIS)`: a bracket glosses one name by the other, which excuses both.
fn excuse_brackets(article: &Article, mentions: &mut [Mention]) {
    for at in 1..mentions.len() {
        let gap = Span { start: mentions[at - 1].span.end, end: mentions[at].span.start };
        if gap.start >= gap.end || gap.len() > 40 {
            continue;
        }
        let between = article.text(gap).trim_start();
        if between.starts_with(['(', '[']) && !between.contains([')', ']']) {
            mentions[at - 1].excused = true;
            mentions[at].excused = true;
        }
    }
}

/// Whether the sentence speaks of a year before the name changed.
fn is_historic(article: &Article, hit: &PhraseHit, since: u16) -> bool {
    let first = hit.first as usize;
    let Some(sentence) = article.sentence_at(article.words[first].span.start).filter(|_| since > 0) else { return false };
    let from = (sentence.words.start as usize).max(first.saturating_sub(NEAR_WORDS));
    let words = &article.words[from..(sentence.words.end as usize).min(first + NEAR_WORDS).max(from)];
    words.iter().filter(|word| !word.is_word()).any(|number| {
        let digits = article.text(number.span).trim_end_matches('s');
        digits.len() == 4 && digits.parse::<u16>().is_ok_and(|year| (1000..since).contains(&year))
    })
}

/// What the house writes, as a form of the set.
fn house_form(set: &'static AliasSet, style: &str) -> Option<&'static AliasForm> {
    let (_, wanted) = set.house.iter().find(|(house, _)| *house == style)?;
    let bare = wanted.strip_prefix("the ").unwrap_or(wanted);
    set.forms.iter().find(|form| form.text == *wanted || form.text == bare)
}

fn report(
    article: &Article,
    set: &'static AliasSet,
    house: Option<&'static AliasForm>,
    mentions: &[Mention],
    asked: Asked,
    sink: &mut Sink,
) {
    if mentions.iter().all(|mention| mention.form.weak) {
        return;
    }
    let told: Vec<&Mention> = mentions.iter().filter(|mention| mention.zone == Zone::Narrator && !mention.excused).collect();
    let counts = counts(&told);
    let defined = defined_form(article, mentions);
    let Some(right) = house.or(defined.map(|mention| mention.form)).or_else(|| commoner(set, &counts)) else { return };
    let wrong: Vec<&Mention> = told.iter().copied().filter(|mention| set.clash(mention.form, right) && !mention.nested).collect();
    // A house's form that the story never uses is another rule's affair.
    let forms = || counts.iter().map(|(form, _)| *form);
    let mixed = forms().any(|one| forms().any(|other| set.clash(one, other) && set.clash(other, right)))
        || defined.is_some_and(|mention| !set.clash(mention.form, right));
    let (Some(first), true) = (wrong.first(), mixed == (asked == Asked::Mixture)) else { return };
    let place = reach(article, first, right);
    let mut draft = Draft::at(place).say("found", article.text(place)).say("right", right.text).say("note", set.note).say("set", set.id);
    for mention in mentions.iter().filter(|mention| !std::ptr::eq(*mention, *first)).take(MOST_LABELS) {
        let label = match mention.zone {
            Zone::Quoted if set.clash(mention.form, right) => "quoted",
            _ if defined.is_some_and(|one| std::ptr::eq(one, mention)) => "defined",
            Zone::Narrator if !mention.excused && set.clash(mention.form, right) => "also",
            _ if mention.form == right => "used",
            _ => continue,
        };
        draft = draft.label_saying(mention.span, label, vec![("here", article.text(mention.span).to_owned())]);
    }
    let edits: Option<Vec<Edit>> = wrong.iter().map(|mention| rewrite(article, mention, right)).collect();
    if let Some(edits) = edits {
        draft = draft.fix(if set.safe { Safety::Safe } else { Safety::Suggested }, edits);
    }
    sink.report(if set.kind == "word" { draft.wording("word") } else { draft });
}

/// The acronym that the narrator spells out, if it is of the set.
fn defined_form<'m>(article: &Article, mentions: &'m [Mention]) -> Option<&'m Mention> {
    article.definitions().iter().find_map(|definition| {
        let span = definition.acronym_span;
        let at = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions.get(at).filter(|mention| mention.zone == Zone::Narrator && span.contains(mention.span))
    })
}

/// How often each form stands there, in order of its first mention.
fn counts(told: &[&Mention]) -> Vec<(&'static AliasForm, usize)> {
    let mut counts: Vec<(&'static AliasForm, usize)> = Vec::new();
    for mention in told {
        match counts.iter_mut().find(|(form, _)| *form == mention.form) {
            Some((_, count)) => *count += 1,
            None => counts.push((mention.form, 1)),
        }
    }
    counts
}

/// The form whose group outnumbers the rest two to one; else that of the first mention.
fn commoner(set: &AliasSet, counts: &[(&'static AliasForm, usize)]) -> Option<&'static AliasForm> {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let agreeing = |form: &AliasForm| counts.iter().filter(|(other, _)| !set.clash(other, form)).map(|(_, count)| count).sum::<usize>();
    let (best, _) = counts.iter().max_by_key(|(form, count)| (agreeing(form), *count, usize::MAX - form.text.len()))?;
    if agreeing(best) >= 2 * (total - agreeing(best)) { Some(best) } else { counts.first().map(|(form, _)| *form) }
}

/// Whether a form stands with an article: `the Islamic State group`.
fn takes_article(form: &str) -> bool {
    form.ends_with(" group") || form.starts_with("Islamic State of") || form.starts_with("Islamic State in")
}

/// Whether `the` stands right before a mention.
fn article_before(article: &Article, mention: &Mention) -> Option<Span> {
    let before = article.words[(mention.hit.first as usize).checked_sub(1)?].span;
    let gap = article.text(Span { start: before.end, end: mention.span.start });
    (article.text(before).eq_ignore_ascii_case("the") && gap.chars().all(char::is_whitespace)).then_some(before)
}

/// Whether what follows a mention shows that it stands for itself and not before a noun: `the Islamic State has`, not `the Islamic State fighters`.
fn stands_alone(article: &Article, mention: &Mention) -> bool {
    let Some(next) = article.words.get(mention.hit.end as usize) else { return true };
    let gap = article.text(Span { start: mention.span.end, end: next.span.start.max(mention.span.end) });
    let lexicon = article.lexicon;
    let opens = matches!(
        lexicon.word(next.id),
        "is" | "was" | "has" | "had" | "will" | "would" | "could" | "can" | "may" | "who" | "which" | "that"
    );
    gap.trim() != "" || opens || lexicon.is(next.id, Tag::FunctionWord) || lexicon.is(next.id, Tag::Cue)
}

/// The words that change: with the article that goes with the form.
fn reach(article: &Article, mention: &Mention, right: &AliasForm) -> Span {
    match article_before(article, mention) {
        Some(the) if takes_article(mention.form.text) && !takes_article(right.text) => the.join(mention.span),
        Some(the) if mention.form.text == "Islamic State" && !right.text.contains(' ') && stands_alone(article, mention) => {
            the.join(mention.span)
        }
        _ => mention.span,
    }
}

/// The edit that gives a mention its right form; none where the words around would have to change too.
fn rewrite(article: &Article, mention: &Mention, right: &AliasForm) -> Option<Edit> {
    let span = reach(article, mention, right);
    let found = article.text(mention.span).replace('’', "'");
    let plural = if found.len() > mention.form.text.len() && found.ends_with('s') { "s" } else { "" };
    let mut text = format!("{}{plural}", right.text);
    if span == mention.span && takes_article(right.text) && !takes_article(mention.form.text) {
        let joined = article.copy()[..span.from()].ends_with('-') || article.copy()[span.to()..].starts_with('-');
        if joined {
            return None;
        }
        if article_before(article, mention).is_none() {
            text.insert_str(0, "the ");
        }
    }
    let starts = article.words[mention.hit.first as usize].case == Case::Capitalised && right.text.starts_with(char::is_lowercase);
    if (starts || text.starts_with("the ")) && article.starts_sentence(mention.hit.first as usize) {
        text = text.chars().take(1).flat_map(char::to_uppercase).chain(text.chars().skip(1)).collect();
    }
    Some(Edit::replace(span, text.replace('\'', "’")))
}
