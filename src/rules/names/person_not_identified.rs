//! A surname that nobody introduced: no first name anywhere in the story.

use crate::article::{Article, Form, Name, NameKind, Shape, Word};
use crate::document::Role;
use crate::lexicon::{Tag, Title, fold_title, mark};
use crate::lint::{Context, Draft, Sink};

use crate::text::Case;

use super::{begins_no_name, ends_no_name, is_household, is_running_copy};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = article.names();
    for name in names.cast.iter().filter(|name| name.kind == NameKind::Person && name.given.is_none()) {
        titled(article, name, sink);
    }
    let mut told = Vec::new();
    let is_unplaced = |form: &Form| form.count >= 2 && !form.listed && form.people == 0 && !form.is_given;
    for (form, _) in (0..).zip(&names.forms).filter(|(_, form)| is_unplaced(form)) {
        bare(article, form, &mut told, sink);
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
    let (names, Some(surname)) = (article.names(), person.surname) else { return };
    let mentions = || names.mentions_of(person);
    let times = mentions().filter(|mention| mention.shape == Shape::Surname && mention.role.is_body_text()).count();
    if times < 2 || names.forms[surname as usize].listed {
        return;
    }
    let Some(first) = mentions().find(|mention| mention.is_in_narration()) else { return };
    let word = &article.words[first.words.start as usize];
    let is_forename = word.is(Tag::Forename) || word.is(Tag::WeakForename);
    let titles = || mentions().filter_map(|mention| mention.title).map(|title| title.title);
    let has_one_name = titles().any(|title| title.kind == "royal" || ONE_NAME.contains(&title.key));
    let is_office = titles().any(|title| {
        matches!(title.kind, "political" | "military" | "police" | "legal" | "corporate" | "academic")
            || is_surname_title(title.key)
            || is_calling(title)
    });
    let alone = is_mostly_alone(article, names.places_of(surname), ends_no_name_after_title);
    let written = names.written(article, surname);
    let is_other = is_a_people(article, written) || is_past_president(written, titles().all(|title| title.key.ends_with("president")));
    let is_clear = alone && (!is_forename || is_office) && !has_one_name && !is_other;
    if is_clear && is_running_copy(article, first) && first.shape == Shape::Surname && !is_household(article, person, first) {
        sink.report(Draft::at(first.span).say("name", article.text(first.span)));
    }
}

/// `President Ford`: presidents of the United States whose surname others share, and whom the title tells apart.
fn is_past_president(surname: &str, by_title: bool) -> bool {
    const PAST: [&str; 20] = [
        "Adams",
        "Carter",
        "Cleveland",
        "Coolidge",
        "Ford",
        "Garfield",
        "Grant",
        "Harding",
        "Harrison",
        "Hayes",
        "Hoover",
        "Jackson",
        "Johnson",
        "Kennedy",
        "Madison",
        "Monroe",
        "Pierce",
        "Polk",
        "Taft",
        "Wilson",
    ];
    by_title && PAST.contains(&surname)
}

/// Titles that no forename follows: `Mr. Ross`, `spokesman Tyler`; not `daughter Ross`.
fn is_surname_title(key: &str) -> bool {
    matches!(key, "mr" | "ms" | "mrs")
        || key.ends_with("spokesman")
        || key.ends_with("spokeswoman")
        || key.ends_with("analyst")
        || key.ends_with("strategist")
}

/// What a person does for a living or in the story, before a surname: `correspondent Ross`. Children, relatives, witnesses and artists
/// may be called by a first name alone.
fn is_calling(title: &Title) -> bool {
    const FIRST_NAME_WILL_DO: [&str; 38] = [
        "artist",
        "aunt",
        "boyfriend",
        "brother",
        "colleague",
        "comedian",
        "cousin",
        "dancer",
        "daughter",
        "designer",
        "father",
        "fiance",
        "fiancé",
        "fiancée",
        "footballer",
        "friend",
        "girlfriend",
        "granddaughter",
        "grandfather",
        "grandmother",
        "grandson",
        "husband",
        "influencer",
        "model",
        "mother",
        "musician",
        "neighbor",
        "neighbour",
        "nephew",
        "niece",
        "partner",
        "rapper",
        "singer",
        "sister",
        "son",
        "uncle",
        "wife",
        "youtuber",
    ];
    const UNNAMED: [&str; 10] =
        ["eyewitness", "migrant", "monk", "nun", "refugee", "resident", "survivor", "teenager", "victim", "witness"];
    let last = title.key.rsplit(' ').next().unwrap_or_default();
    title.kind == "role" && !FIRST_NAME_WILL_DO.contains(&last) && !UNNAMED.contains(&last)
}

/// Whether a surname is hardly ever part of a longer name. Not once may a capital stand before it, since that would be the first name
/// that the list lacks; a capital after it now and then only makes a thing of it: `the Tolvan Plan`.
fn is_mostly_alone(article: &Article, places: &[u32], ends_no_name: fn(&Article, usize) -> bool) -> bool {
    let begins = places.iter().filter(|&&at| !begins_no_name(article, at as usize)).count();
    begins * 4 <= places.len() && places.iter().all(|&at| ends_no_name(article, at as usize))
}

/// Nothing capitalised before it but a title: `Dr. Tolvan`, not `Ghazala Tolvan`.
fn ends_no_name_after_title(article: &Article, word: usize) -> bool {
    let is_titled = word.checked_sub(1).is_some_and(|before| article.words[before].is(Tag::TitleEnd));
    is_titled || ends_no_name(article, word)
}

/// `TOLVAN (AP) —`: the town that the story comes from.
fn is_in_dateline(article: &Article, written: &str) -> bool {
    let mut datelines = article.blocks_with(|role| role == Role::Dateline).map(|(_, block)| article.text(block.span));
    datelines.any(|dateline| dateline.split(|letter: char| !letter.is_alphabetic()).any(|word| word.eq_ignore_ascii_case(written)))
}

/// `all of Tolvan`, `Colin Ross, 58, of Tolvan,`: where people live.
fn is_home(article: &Article, word: usize) -> bool {
    let Some([before, of]) = word.checked_sub(2).map(|from| &article.words[from..word]) else { return false };
    let [gap, to_word] = [(before, of), (of, &article.words[word])].map(|(one, other)| &article.copy()[one.span.to()..other.span.from()]);
    let is_age = gap == ", " && before.span.len() <= 3 && article.text(before.span).bytes().all(|digit| digit.is_ascii_digit());
    let is_all = gap == " " && matches!(article.lexicon.word(before.id), "all" | "both");
    (is_age || is_all) && to_word == " " && article.lexicon.word(of.id) == "of"
}

/// `a bakery called Tolvan’s`: what is called after its owner.
fn is_shop(article: &Article, word: usize) -> bool {
    let before = word.checked_sub(1).map_or("", |before| article.lexicon.word(article.words[before].id));
    article.words[word].possessive > 0 && matches!(before, "called" | "named")
}

/// `Tolvan said` with more that says person, and no Tolvan with a first name. `told` is room for the places where the narrator says so.
fn bare(article: &Article, form: u32, told: &mut Vec<usize>, sink: &mut Sink) {
    let places = article.names().places_of(form);
    let word = &article.words[places[0] as usize];
    let counted = &article.names().forms[form as usize];
    let is_word = word.marks & mark::WORD != 0;
    if word.tags() & NO_SURNAME != 0 || counted.span.len() < 4 || (is_word && counted.inside == 0) {
        return;
    }
    let narrated = |at: u32| {
        let role = article.blocks()[article.words[at as usize].block as usize].role;
        role.is_body_text() && !article.is_quoted(article.words[at as usize].span.start)
    };
    told.clear();
    told.extend(places.iter().filter(|&&at| narrated(at)).map(|&at| at as usize));
    let Some(&first) = told.first() else { return };
    let count = |test: fn(&Article, usize) -> bool| told.iter().filter(|&&at| test(article, at)).count();
    let speaks = count(is_speaker);
    let described = count(|article, at| is_described(article, at) || is_after_role(article, at));
    if speaks == 0 && described == 0 {
        return;
    }
    let written = article.names().written(article, form);
    let is_place_or_shop = || places.iter().any(|&at| is_home(article, at as usize) || is_shop(article, at as usize));
    if is_known_otherwise(article, word, written) || is_in_dateline(article, written) || is_place_or_shop() {
        return;
    }
    let quoted = count(|article, at| is_speaker(article, at) && is_beside_quotation(article, at));
    let gendered = count(has_pronoun_after);
    // `Fields`, `Gates` may be things, `Democrats` a party: only he or she says that it is one person.
    let is_one = described > 0 || gendered >= 2;
    if is_plural_word(article, written) && (!is_one || places.iter().any(|&at| has_plural_around(article, at as usize))) {
        return;
    }
    let belongs = count(belongs_to_body);
    let evidence = quoted.min(2) + usize::from(speaks >= 2) + 2 * described.min(1) + gendered.min(2) + belongs.min(1);
    // A forename alone is often a child or a witness whom the story protects.
    let is_forename = word.is(Tag::Forename) || word.is(Tag::WeakForename);
    let enough = if is_forename { 3 } else { 1 + usize::from(is_word) };
    // `the Tolvan campaign`, `the Tolvan Plan` are called after a person, if much else says that Tolvan is one.
    let things = places.iter().filter(|&&at| is_one_of_many(article, at as usize) || !begins_no_name(article, at as usize)).count();
    let enough = if things > 0 { enough + 2 } else { enough };
    if evidence >= enough && things * 4 <= places.len() && is_mostly_alone(article, places, ends_no_name) {
        let span = crate::article::stem(article, first);
        sink.report(Draft::at(span).say("name", written));
    }
}

/// Words that are no surname, as bits of their lists.
const NO_SURNAME: u32 = Tag::OrganisationNoun.bit()
    | Tag::Weekday.bit()
    | Tag::Month.bit()
    | Tag::TitleEnd.bit()
    | Tag::FunctionWord.bit()
    | Tag::Pronoun.bit();

/// A brand, somebody whom everybody knows, a continent, a people, a paper.
fn is_known_otherwise(article: &Article, word: &Word, written: &str) -> bool {
    let is_brand = word.case == Case::Mixed && !written.starts_with("Mc") && !written.contains(['’', '\'']);
    is_brand
        || matches!(written, "Europe" | "Asia" | "Africa" | "America" | "Antarctica" | "Oceania")
        || article.lexicon.is_household(written)
        || is_a_people(article, written)
        || article.lexicon.is_news_outlet(written)
}

/// `Fields`, `Gates`: the plural of a word that names nothing by itself.
fn is_plural_word(article: &Article, written: &str) -> bool {
    written.strip_suffix('s').is_some_and(|single| {
        let id = article.lexicon.find(&single.to_lowercase());
        id.is_known() && article.lexicon.marks(id) & mark::WORD != 0
    })
}

/// `Democrats were`, `Democrats … their`: several.
fn has_plural_around(article: &Article, word: usize) -> bool {
    let next = article.words.get(word + 1).map_or("", |next| article.lexicon.word(next.id));
    matches!(next, "are" | "were" | "have" | "who" | "say")
}

/// `Muslims`, `Islamist`: the plural of a name that is no forename, a believer.
fn is_a_people(article: &Article, written: &str) -> bool {
    let plural = written.strip_suffix('s').is_some_and(|single| {
        let id = article.lexicon.find(single);
        id.is_known() && article.lexicon.marks(id) & (mark::PROPER | mark::WORD) == mark::PROPER && !article.lexicon.is(id, Tag::Forename)
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
    if gap != ", " {
        return false;
    }
    let is_party = || matches!(article.lexicon.word(next.id), "republican" | "democrat");
    if next.is_capitalised() && !is_party() {
        return false;
    }
    let first = article.lexicon.word(next.id);
    if first.len() == 2 && !next.is_word() && article.copy()[next.span.to()..].starts_with(',') {
        return true;
    }
    // `the owner of`, `a former adviser,`; not `an activist group`.
    let ends = |at: usize| {
        let after = &article.copy()[article.words[at].span.to()..];
        after.starts_with([',', '.', '—', '-'])
            || [" of ", " for ", " at ", " in ", " who ", " and ", " to ", " on ", " with "].iter().any(|next| after.starts_with(next))
            || after.trim_start().split(' ').next().is_some_and(|next| next.len() > 5 && next.ends_with("ing"))
    };
    let is_person = |at: usize| is_role_noun(article, at);
    let role = || (word + 2..(word + 9).min(article.words.len())).any(|at| is_person(at) && ends(at));
    if word.checked_sub(1).is_some_and(|before| matches!(article.lexicon.word(article.words[before].id), "in" | "at" | "from")) {
        return false;
    }
    let is_role = |at: usize| matches!(article.lexicon.word(article.words[at].id), "republican" | "democrat" | "native");
    let called = word + 2 < article.words.len() && is_role(word + 2);
    matches!(first, "who" | "whose")
        || called
        || (is_person(word + 1) && !next.is_capitalised() && ends(word + 1))
        || (matches!(first, "a" | "an" | "the" | "his" | "her") && role())
}

/// Whether a word alone says what a person is: a title of one word, or a noun that ends many; not `two` of `mother-of-two`.
fn is_role_noun(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let written = article.text(word.span);
    let ends_title = || matches!(written, "activist" | "coach" | "director" | "editor" | "lecturer" | "manager" | "officer" | "teacher");
    let is_title = word.is(Tag::TitleEnd) && (ends_title() || article.lexicon.title(&fold_title(written)).is_some());
    is_title || is_person_noun(written)
}

/// Nouns that only a person is, beside the titles.
fn is_person_noun(written: &str) -> bool {
    const NOUNS: [&str; 14] = [
        "author",
        "billionaire",
        "donor",
        "executive",
        "founder",
        "graduate",
        "mega-donor",
        "millionaire",
        "native",
        "professor",
        "speechwriter",
        "staffer",
        "student",
        "undergraduate",
    ];
    let last = written.strip_prefix("co-").unwrap_or(written);
    NOUNS.contains(&last)
}

/// `her lawyer, Tolvan, declined`, `said the mayor, Tolvan.`
fn is_after_role(article: &Article, word: usize) -> bool {
    let Some(before) = word.checked_sub(1) else { return false };
    let role = &article.words[before];
    let gap = &article.copy()[role.span.to()..article.words[word].span.from().max(role.span.to())];
    let closes = article.copy()[article.words[word].span.to()..].starts_with([',', '.']);
    role.is(Tag::TitleEnd) && gap == ", " && closes && {
        let title = article.lexicon.title(&fold_title(article.text(role.span)));
        title.is_some_and(|title| is_calling(title) || matches!(title.kind, "political" | "military" | "police" | "legal" | "corporate"))
    }
}

/// `Tolvan of the Harbour Party`, `Tolvan of Norwich`.
fn belongs_to_body(article: &Article, word: usize) -> bool {
    let Some([of, next, after]) = article.words.get(word + 1..word + 4) else { return false };
    let is_body = next.is_capitalised() || (article.text(next.span) == "the" && after.is_capitalised());
    of.span.len() == 2
        && article.text(of.span) == "of"
        && of.block == next.block
        && article.copy()[article.words[word].span.to()..].starts_with(" of ")
        && is_body
}

/// Whether a quotation stands in the same sentence.
fn is_beside_quotation(article: &Article, word: usize) -> bool {
    article.sentence_at(article.words[word].span.start).is_some_and(|sentence| article.overlaps_quotation(sentence.span))
}

/// `Tolvan said`, `said Tolvan`; not `told Tolvan`.
fn is_speaker(article: &Article, word: usize) -> bool {
    let said = |at: usize| {
        matches!(
            article.lexicon.word(article.words[at].id),
            "said" | "says" | "added" | "adds" | "explained" | "asked" | "argued" | "replied" | "wrote" | "insisted" | "recalled"
        )
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
