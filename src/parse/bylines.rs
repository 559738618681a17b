//! Who wrote the story: lines that are bylines by their own words, and the lines that stand under one.

mod words;

use crate::lexicon::{Lexicon, PhraseKind, Tag, WordId};

use super::shapes::floor_char_boundary;
use words::{AGENCIES, HELPERS, LEADS, MONTHS, OF_DATES, PAPERS, PARTICLES, POSTS, UNNAMED, WEAK_LEADS};

/// Longer lines are copy.
const LONGEST: usize = 160;

/// Who is told of is named nearer than this; the bound keeps hostile copy linear.
const FAR: usize = 16 * 1024;

static LEXICON: Lexicon = Lexicon::built_in();

/// Whether the copy names an agency.
pub(super) fn names_agency(text: &str) -> bool {
    AGENCIES.iter().any(|agency| text.contains(agency))
}

/// Whether the copy is a byline by itself, with the lines that belong to it; `story` is what follows it.
pub(super) fn is_byline(text: &str, story: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    text.len() <= LONGEST && lines.next().is_some_and(|line| signs(line, story)) && lines.all(|line| belongs(line, true))
}

/// Whether the copy stands under a byline as part of it; `touches` says that no blank line parts them.
pub(super) fn is_under_byline(text: &str, touches: bool) -> bool {
    text.len() <= LONGEST && text.lines().all(|line| belongs(line.trim(), touches))
}

fn signs(line: &str, story: &str) -> bool {
    if let Some(writer) = after(line, &LEADS) {
        return is_signature(writer, is_name) || (line.starts_with(['B', 'b']) && is_unnamed(writer));
    }
    let writes = |name: &str| is_person(name) && !is_told_of(name, story);
    after(line, &WEAK_LEADS).is_some_and(|writer| is_signature(writer, writes)) || (!line.contains(char::is_lowercase) && writes(line))
}

/// Whether the story names this person: who is told of does not sign.
fn is_told_of(name: &str, story: &str) -> bool {
    let story = &story[..floor_char_boundary(story, FAR)];
    let surname = name.split_whitespace().next_back().unwrap_or_default();
    let mut letters = surname.chars();
    let as_written: String = letters.next().into_iter().chain(letters.as_str().to_lowercase().chars()).collect();
    [surname, &as_written, &surname.to_uppercase()].iter().any(|form| memchr::memmem::find(story.as_bytes(), form.as_bytes()).is_some())
}

fn belongs(line: &str, touches: bool) -> bool {
    let has_helper = || after(line, &HELPERS).is_some_and(|helper| is_signature(helper, is_name));
    AGENCIES.contains(&without_article(line))
        || is_address(line)
        || is_date(line)
        || has_helper()
        || is_post(line, touches)
        || (touches && is_paper(line))
}

/// What follows the first of `leads` that the line begins with.
fn after<'a>(line: &'a str, leads: &[&str]) -> Option<&'a str> {
    let lead = leads.iter().find(|lead| line.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead)))?;
    Some(line[lead.len()..].trim_start())
}

/// `Ida Marsh`, `Ida Marsh and Jon Lind in Vell`, `Ida Marsh, health correspondent`
fn is_signature(text: &str, is_writer: impl Fn(&str) -> bool) -> bool {
    let named = match text.split_once(" in ") {
        Some((named, place)) if place.split_whitespace().count() <= 3 && starts_large(place) => named,
        _ => text,
    };
    let mut parts = named.split(", ").flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    parts.next().is_some_and(&is_writer) && parts.all(|part| is_writer(part) || is_post(part, true) || is_paper(part))
}

/// Two to four words shaped as those of a name are.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_part =
        |word: &&str| is_initial(word) || (starts_large(word) && word.chars().all(|mark| mark.is_alphabetic() || "'’-".contains(mark)));
    (2..=4).contains(&words.len())
        && words.iter().all(|word| is_part(word) || is_particle(word))
        && [words.first(), words.last()].into_iter().flatten().all(is_part)
        && !words.iter().any(|word| LEXICON.is(LEXICON.find(word), Tag::FunctionWord) && !is_particle(word))
}

/// A name that opens with a forename and ends in no verb: `Ida Marsh`, never `Hope Fades`.
fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_forename = |word: &str| {
        let id = LEXICON.find(word);
        LEXICON.is(id, Tag::Forename) || (LEXICON.is(id, Tag::WeakForename) && !LEXICON.is_word(id) && !is_place(id))
    };
    let is_surname = |word: &str| {
        let id = LEXICON.find(word);
        !is_initial(word) && !LEXICON.is_no_surname(id) && !LEXICON.is(id, Tag::Forename) && !acts(word)
    };
    is_name(text)
        && words.len() <= 3
        && is_forename(words[0])
        && is_surname(words[words.len() - 1])
        && words[1..words.len() - 1].iter().all(|word| is_initial(word) || is_forename(word) || is_particle(word))
}

/// Whether the word alone is a place: `Virginia`.
fn is_place(word: WordId) -> bool {
    let mut found = false;
    LEXICON.each_phrase(word, [WordId(0); 2], |phrase| found |= phrase.kind() == PhraseKind::Place);
    found
}

/// `our health staff`, `a staff reporter`, `staff and agencies`
fn is_unnamed(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let opens = words.first().is_some_and(|first| UNNAMED.contains(&first.to_lowercase().as_str()));
    let closes = words.last().is_some_and(|last| is_post_word(last));
    opens && closes && words.len() <= 6 && words.iter().all(|word| is_letters(word) && !acts(word))
}

/// `Health correspondent`, `Deputy political editor, The Vell Courier`. A longer one may be a sentence unless it touches the byline.
fn is_post(line: &str, touches: bool) -> bool {
    let (title, rest) = [", ", " in ", " at ", " | "].iter().find_map(|mark| line.split_once(mark)).unwrap_or((line, ""));
    let words: Vec<&str> = title.split_whitespace().collect();
    let Some((last, before)) = words.split_last() else { return false };
    let tells = |word: &&str| acts(word) || (LEXICON.is(LEXICON.find(word), Tag::FunctionWord) && *word != "and");
    let goes_with_title =
        |text: &str| text.is_empty() || (starts_large(text) && text.split_whitespace().count() <= 4 && !text.ends_with('.'));
    let most = if touches { 4 } else { 2 };
    words.len() <= most && is_post_word(last) && !before.iter().any(|word| tells(word) || !is_letters(word)) && goes_with_title(rest)
}

fn is_post_word(word: &str) -> bool {
    POSTS.contains(&word.to_lowercase().as_str())
}

/// `The Vell Courier`, `BBC News`
fn is_paper(line: &str) -> bool {
    let name = without_article(line);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_like_one = || {
        (2..=4).contains(&words.len())
            && words.iter().all(|word| starts_large(word) && is_letters(word) && !acts(word))
            && words.last().is_some_and(|last| PAPERS.contains(last))
    };
    AGENCIES.contains(&name) || LEXICON.is_news_outlet(name) || LEXICON.is_news_outlet(line) || is_like_one()
}

/// `ida.marsh@vell.example`, `@idamarsh`
fn is_address(line: &str) -> bool {
    let address = after(line, &["email: ", "e-mail: ", "twitter: "]).unwrap_or(line);
    let of_address = |mark: char| mark.is_ascii_alphanumeric() || "._-+".contains(mark);
    address.split_once('@').is_some_and(|(name, host)| {
        !host.is_empty() && (name.is_empty() || host.contains('.')) && [name, host].iter().all(|part| part.chars().all(of_address))
    })
}

/// `Nov. 23, 2026`, `Published 23 November 2026 at 9:30 GMT`, `2026-11-23`
fn is_date(line: &str) -> bool {
    let is_figures = |word: &str| word.starts_with(|first: char| first.is_ascii_digit()) && word.len() <= 10;
    let is_month = |word: &str| word.len() >= 3 && word.is_char_boundary(3) && MONTHS.contains(&&word[..3]) && word.len() <= 9;
    let mut names_month = false;
    let mut figures = 0;
    for word in line.split_whitespace() {
        let word = word.to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
        let word = word.trim_end_matches(['.', ',', ':', ';']);
        if is_figures(word) {
            figures += 1;
            names_month |= word.len() >= 8 && word.chars().all(|mark| mark.is_ascii_digit() || "-/.".contains(mark));
        } else if is_month(word) && !OF_DATES.contains(&word) {
            names_month = true;
        } else if !OF_DATES.contains(&word) && !["|", "-", "–", "—"].contains(&word) {
            return false;
        }
    }
    names_month && figures > 0
}

/// Whether the word may say what somebody does or did: `jails`, `lost`.
fn acts(word: &str) -> bool {
    const VERBS_AND_PAST: u16 = 1 << 3 | 1 << 4;
    let parts = LEXICON.parts(LEXICON.find(word));
    parts.may_be(VERBS_AND_PAST) && (parts.is_mainly(VERBS_AND_PAST) || parts.main() == 0)
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
}

fn is_particle(word: &str) -> bool {
    PARTICLES.iter().any(|particle| word.eq_ignore_ascii_case(particle))
}

fn is_letters(word: &str) -> bool {
    word.chars().all(|mark| mark.is_alphabetic() || "'’-&".contains(mark))
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn without_article(line: &str) -> &str {
    line.strip_prefix("The ").or_else(|| line.strip_prefix("the ")).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_are_known_by_their_words() {
        for line in [
            "By Ida Marsh",
            "By IDA MARSH",
            "By Ida Marsh and Jon Lind in Vell",
            "By Ida Marsh, health correspondent",
            "IDA MARSH",
            "JON VAN LIND",
            "By our health staff",
            "By a staff reporter",
            "By staff and agencies",
            "Report: Ida Marsh",
            "Exclusive by Ida Marsh",
            "EXCLUSIVE by Ida Marsh",
            "Analysis by Jon P. Lind",
            "By Ida Marsh\nHealth correspondent\nNov. 23, 2026",
        ] {
            assert!(is_byline(line, "The mill closed."), "{line}");
        }
    }

    #[test]
    fn copy_and_headings_are_no_bylines() {
        for line in [
            "HOPE FADES",
            "MARK WINS",
            "JOHN LOST",
            "SCHOOLS CLOSED",
            "THE BACKGROUND",
            "WORLD NEWS",
            "VIRGINIA BEACH",
            "SANTA MONICA",
            "VELL (AP)",
            "By early next year the mill will close",
            "By the sea",
            "By Friday",
            "By Monday Evening the Mill Had Closed",
            "Our health staff",
            "Report: Mill Closed",
            "Report: Ida Marsh Lied",
            "Report by Vell Council",
            "Review by Jon Lind finds faults",
            "Exclusive by the sea",
            "Ida Marsh",
            "Ida Marsh\nHealth correspondent",
            "Health correspondent",
            "",
        ] {
            assert!(!is_byline(line, "The mill closed."), "{line}");
        }
    }

    #[test]
    fn who_is_told_of_does_not_sign() {
        for line in ["IDA MARSH", "Report: Ida Marsh"] {
            assert!(is_byline(line, "The mill in the marsh closed."), "{line}");
            assert!(!is_byline(line, "Ms. Marsh, who owns the mill, left."), "{line}");
        }
    }

    #[test]
    fn posts_papers_addresses_dates_and_helpers_stand_under_bylines() {
        for line in [
            "Health correspondent",
            "Staff Writer",
            "Europe editor in Brussels",
            "Associated Press",
            "The Associated Press",
            "ida.marsh@vell.example",
            "@idamarsh",
            "Nov. 23, 2026",
            "Published Monday, 23 November 2026 at 9:30 a.m. GMT",
            "2026-11-23",
            "Photographs by Jon Lind",
            "Additional reporting by Jon Lind and Ann Falk",
        ] {
            assert!(is_under_byline(line, false), "{line}");
        }
        for line in ["The Vell Courier", "Chief sports writer", "Deputy political editor, The Vell Courier"] {
            assert!(is_under_byline(line, true) && !is_under_byline(line, false), "{line}");
        }
        for line in [
            "Court jails editor",
            "Row over the editor",
            "Mill owners lost in May 2026",
            "May",
            "Owners say nobody came forward",
            "Vell wins the Press",
            "Photographs by the sea",
            "A message @ noon",
            "A long road",
        ] {
            assert!(!is_under_byline(line, true), "{line}");
        }
        assert!(!is_under_byline("Police question reporter", false));
    }
}
