//! A surname that nobody introduced: no first name anywhere in the story.

use crate::article::{Article, Name, NameKind, Shape};
use crate::lexicon::{Tag, mark};
use crate::lint::{Context, Draft, Sink};

use crate::text::Case;

use super::{is_household, is_running_copy, stands_alone};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = &article.names;
    let mut in_cast = vec![false; names.forms.len()];
    for name in &names.cast {
        for form in [name.surname, name.given].into_iter().flatten() {
            in_cast[form as usize] = true;
        }
        if name.kind == NameKind::Person && name.given.is_none() {
            titled(article, name, sink);
        }
    }
    for (form, _) in (0..).zip(&names.forms).filter(|(_, form)| form.count >= 2 && !form.listed) {
        if !in_cast[form as usize] {
            bare(article, form, sink);
        }
    }
}

/// Titles of people who have one name, or whose surname is enough: judges of a supreme court are known by it.
const ONE_NAME: [&str; 12] = [
    "pope",
    "sister",
    "brother",
    "patriarch",
    "ecumenical patriarch",
    "prophet",
    "dalai lama",
    "panchen lama",
    "lama",
    "guru",
    "swami",
    "justice",
];

/// `Dr. Tolvan` all through a story.
fn titled(article: &Article, person: &Name, sink: &mut Sink) {
    let (names, Some(surname)) = (&article.names, person.surname) else { return };
    let mentions: Vec<_> = names.mentions_of(person).collect();
    let Some(first) = mentions.iter().find(|mention| mention.is_in_narration()) else { return };
    let word = article.words[first.words.start as usize].id;
    let is_forename = article.lexicon.is(word, Tag::Forename) || article.lexicon.is(word, Tag::WeakForename);
    let titles = || mentions.iter().filter_map(|mention| mention.title).map(|title| title.title);
    let has_one_name = titles().any(|title| title.kind == "royal" || ONE_NAME.contains(&title.key));
    let is_office = titles().any(|title| {
        matches!(title.kind, "political" | "military" | "police" | "legal" | "corporate" | "academic") || is_surname_title(title.key)
    });
    let times = mentions.iter().filter(|mention| mention.shape == Shape::Surname && mention.role.is_body_text()).count();
    let alone = names.places_of(surname).iter().all(|&at| stands_alone_after_title(article, at as usize));
    let is_clear = alone && (!is_forename || is_office) && !has_one_name && !names.forms[surname as usize].listed;
    if times >= 2 && is_clear && is_running_copy(article, first) && first.shape == Shape::Surname && !is_household(article, person, first) {
        sink.report(Draft::at(first.span).say("name", article.text(first.span)));
    }
}

/// Titles that no forename follows: `Mr. Ross`, `spokesman Tyler`; not `daughter Ross`.
fn is_surname_title(key: &str) -> bool {
    matches!(key, "mr" | "ms" | "mrs")
        || key.ends_with("spokesman")
        || key.ends_with("spokeswoman")
        || key.ends_with("analyst")
        || key.ends_with("strategist")
}

/// Nothing capitalised beside it but a title: `Dr. Tolvan`, not `Cape Tolvan Island`, not `Ghazala Tolvan`.
fn stands_alone_after_title(article: &Article, word: usize) -> bool {
    let is_titled = word.checked_sub(1).is_some_and(|before| article.words[before].is(Tag::TitleEnd));
    if !is_titled && !stands_alone(article, word) {
        return false;
    }
    article.words.get(word + 1).is_none_or(|next| {
        let gap = &article.copy()[article.words[word].span.to()..next.span.from()];
        !(next.is_capitalised() && matches!(gap, " " | "-"))
    })
}

/// `Tolvan said` with more that says person, and no Tolvan with a first name.
fn bare(article: &Article, form: u32, sink: &mut Sink) {
    let places = article.names.places_of(form);
    let word = article.words[places[0] as usize].id;
    let tagged = [Tag::OrganisationNoun, Tag::Weekday, Tag::Month, Tag::TitleEnd, Tag::FunctionWord, Tag::Pronoun];
    let written = article.names.written(article, form);
    let is_brand = article.words[places[0] as usize].case == Case::Mixed && !written.starts_with("Mc") && !written.contains(['’', '\'']);
    if tagged.iter().any(|&tag| article.lexicon.is(word, tag))
        || written.len() < 4
        || is_brand
        || article.lexicon.is_household(written)
        || is_a_people(article, written)
        || article.lexicon.is_news_outlet(written)
    {
        return;
    }
    let narrated = |at: u32| {
        let role = article.blocks()[article.words[at as usize].block as usize].role;
        role.is_body_text() && !article.is_quoted(article.words[at as usize].span.start)
    };
    let Some(&first) = places.iter().find(|&&at| narrated(at)) else { return };
    let count = |test: fn(&Article, usize) -> bool| places.iter().filter(|&&at| narrated(at) && test(article, at as usize)).count();
    let speaks = count(is_speaker);
    let quoted = count(|article, at| is_speaker(article, at) && is_beside_quotation(article, at));
    let described = count(is_described);
    let gendered = count(has_pronoun_after);
    let is_word = article.lexicon.marks(word) & mark::WORD != 0;
    if is_word && article.names.forms[form as usize].inside == 0 {
        return;
    }
    let evidence = quoted.min(2) + 2 * described.min(1) + gendered.min(2);
    // A forename alone is often a child or a witness whom the story protects.
    let is_forename = article.lexicon.is(word, Tag::Forename) || article.lexicon.is(word, Tag::WeakForename);
    let enough = if is_forename { 3 } else { 1 + usize::from(is_word) };
    if (speaks > 0 || described > 0)
        && evidence >= enough
        && places.iter().all(|&at| stands_alone(article, at as usize) && !is_one_of_many(article, at as usize))
    {
        let span = crate::article::stem(article, first as usize);
        sink.report(Draft::at(span).say("name", written));
    }
}

/// `Muslims`, `Islamist`: the plural of a name that is no forename, a believer.
fn is_a_people(article: &Article, written: &str) -> bool {
    let plural = written.strip_suffix('s').is_some_and(|single| {
        let id = article.lexicon.find(single);
        id.is_known() && article.lexicon.marks(id) & (mark::PROPER | mark::WORD) != 0 && !article.lexicon.is(id, Tag::Forename)
    });
    let is_known = article.lexicon.find(written).is_known();
    plural || (is_known && ["ist", "ism", "ists", "ians"].iter().any(|ending| written.ends_with(ending)))
}

/// `all Tolvans`, `the Tolvan`: a people, a thing, a paper.
fn is_one_of_many(article: &Article, word: usize) -> bool {
    word.checked_sub(1).is_some_and(|before| {
        matches!(
            article.lexicon.word(article.words[before].id),
            "the"
                | "a"
                | "an"
                | "all"
                | "some"
                | "many"
                | "most"
                | "fellow"
                | "other"
                | "various"
                | "these"
                | "those"
                | "few"
                | "magazine"
                | "site"
        )
    })
}

/// `Tolvan, a former adviser,`, `Tolvan, who`.
fn is_described(article: &Article, word: usize) -> bool {
    let Some(next) = article.words.get(word + 1) else { return false };
    let gap = &article.copy()[article.words[word].span.to()..next.span.from()];
    let is_party = matches!(article.lexicon.word(next.id), "republican" | "democrat");
    if gap != ", " || (next.is_capitalised() && !is_party) {
        return false;
    }
    let first = article.lexicon.word(next.id);
    // `the owner of`, `a former adviser,`; not `an activist group`.
    let ends = |at: usize| {
        let after = &article.copy()[article.words[at].span.to()..];
        after.starts_with([',', '.', '—', '-'])
            || [" of ", " for ", " at ", " in ", " who ", " and ", " to ", " on ", " with "].iter().any(|next| after.starts_with(next))
    };
    let role = || (word + 2..(word + 9).min(article.words.len())).any(|at| article.words[at].is(Tag::TitleEnd) && ends(at));
    if word.checked_sub(1).is_some_and(|before| matches!(article.lexicon.word(article.words[before].id), "in" | "at" | "from")) {
        return false;
    }
    let is_role = |at: usize| matches!(article.lexicon.word(article.words[at].id), "republican" | "democrat" | "native");
    let called = word + 2 < article.words.len() && is_role(word + 2);
    matches!(first, "who" | "whose")
        || called
        || (next.is(Tag::TitleEnd) && !next.is_capitalised() && ends(word + 1))
        || (matches!(first, "a" | "an" | "the" | "his" | "her") && role())
}

/// Whether a quotation stands in the same sentence.
fn is_beside_quotation(article: &Article, word: usize) -> bool {
    article.sentence_at(article.words[word].span.start).is_some_and(|sentence| article.overlaps_quotation(sentence.span))
}

/// `Tolvan said`, `said Tolvan`; not `told Tolvan`.
fn is_speaker(article: &Article, word: usize) -> bool {
    let said = |at: usize| {
        matches!(article.lexicon.word(article.words[at].id), "said" | "says" | "added" | "adds" | "explained" | "asked" | "argued")
    };
    let next = word + 1 < article.words.len() && article.words[word + 1].block == article.words[word].block;
    (next && article.words[word + 1].is(Tag::Cue)) || word.checked_sub(1).is_some_and(said)
}

/// Whether he or she stands in the same sentence after a word, with no other name between them.
fn has_pronoun_after(article: &Article, word: usize) -> bool {
    let Some(sentence) = article.sentence_at(article.words[word].span.start) else { return false };
    (word + 1..sentence.words.end as usize).take_while(|&at| !article.words[at].is_capitalised()).any(|at| {
        matches!(
            article.lexicon.word(article.words[at].id),
            "he" | "she" | "he's" | "she's" | "he'd" | "she'd" | "he'll" | "she'll" | "his" | "her" | "him" | "himself" | "herself"
        )
    })
}
