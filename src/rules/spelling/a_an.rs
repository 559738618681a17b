//! `a` or `an`, by the sound of the next word.

use crate::article::{Article, Word, without_points};
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, FILLER, Span};

/// How a word begins when it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    Vowel,
    Consonant,
    /// Houses and speakers differ (`historic`, `FAQ`), or the word is a name of another language.
    Open,
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let (a, an) = (article.lexicon.find("a"), article.lexicon.find("an"));
    for (at, _) in article.words.iter().enumerate().filter(|(_, word)| word.id == a || word.id == an) {
        // What stands before an acronym is acronyms/article's business.
        if let Some(draft) = fault(article, at).filter(|_| !article.is_acronym_at(at + 1)) {
            sink.report(draft);
        }
    }
}

/// What is wrong with the article at the word `at`.
pub(in crate::rules) fn fault(article: &Article, at: usize) -> Option<Draft> {
    let (word, next) = (&article.words[at], article.words.get(at + 1)?);
    let written = article.text(word.span);
    let is_one = written.eq_ignore_ascii_case("a") || written.eq_ignore_ascii_case("an");
    if !is_one || has_plain_sound(article, next) == Some(sound_before(written)) || !is_article(article, at, word, next) {
        return None;
    }
    let wanted = match sound(article, next) {
        Sound::Vowel => "an",
        Sound::Consonant => "a",
        Sound::Open => return None,
    };
    if written.eq_ignore_ascii_case(wanted) {
        return None;
    }
    let right = crate::lint::in_case_of(written, wanted);
    let span = word.span.join(next.stem_span());
    let draft = Draft::at(span).say("article", right.clone()).say("next", article.text(next.stem_span())).say("found", article.text(span));
    let edit = Edit::replace(word.span, if written == "A" || written == "An" { right } else { wanted.into() });
    Some(draft.fix(Safety::Safe, vec![edit]))
}

/// Whether the word is the article: not a grade (`an A student`), not the letter of a list, and the next word follows at once.
fn is_article(article: &Article, at: usize, word: &Word, next: &Word) -> bool {
    let gap = article.text(Span { start: word.span.end, end: next.span.start });
    let follows = !gap.is_empty() && gap.chars().all(|between| between.is_whitespace() || matches!(between, FILLER | '“' | '‘' | '"'));
    let before = article.copy()[..word.span.from()].chars().next_back();
    let stands_alone = !matches!(before, Some('-' | '/' | '.' | '’' | '\'' | '&' | '*'));
    let written = article.text(word.span);
    let capital_inside = written == "A" && !article.starts_sentence(at);
    follows && stands_alone && !capital_inside && written != "AN" && word.block == next.block
}

/// What `a` or `an` stands before.
fn sound_before(written: &str) -> Sound {
    if written.len() == 1 { Sound::Consonant } else { Sound::Vowel }
}

/// The sound that most small words begin with, told by their first letters: those after which no word is said otherwise.
fn has_plain_sound(article: &Article, next: &Word) -> Option<Sound> {
    if next.case != Case::Lower || !next.is_word() {
        return None;
    }
    match article.text(next.span).as_bytes() {
        [b'a' | b'i', b'a'..=b'z', ..] => Some(Sound::Vowel),
        [b'e', second @ b'a'..=b'z', ..] if !matches!(second, b'u' | b'w') => Some(Sound::Vowel),
        [b'o', second @ b'a'..=b'z', ..] if !matches!(second, b'n' | b'u') => Some(Sound::Vowel),
        [first, b'a'..=b'z', ..] if begins_plainly(*first) => Some(Sound::Consonant),
        _ => None,
    }
}

fn sound(article: &Article, next: &Word) -> Sound {
    let written = article.text(next.span);
    if !next.is_word() {
        return number_sound(written);
    }
    let is_masked =
        written.len() == 1 && article.copy()[next.span.to()..].trim_start_matches(['’', '”', '\'']).starts_with(['*', '–', '—']);
    if is_masked {
        return Sound::Open;
    }
    if next.case == Case::Upper || written.chars().count() == 1 {
        return acronym_sound(article, next);
    }
    if next.case == Case::Mixed {
        return Sound::Open;
    }
    // Most words begin with a consonant that is always one.
    if begins_plainly(written.as_bytes()[0]) {
        return Sound::Consonant;
    }
    word_sound(&written.to_lowercase(), next.case == Case::Capitalised)
}

/// `an 8-year-old`, `an 11th`, `an 18`, `an 80`; `a 1,100` either way.
fn number_sound(written: &str) -> Sound {
    let digits: String = written.chars().take_while(|digit| digit.is_ascii_digit() || *digit == ',').filter(char::is_ascii_digit).collect();
    match digits.as_str() {
        _ if written.chars().any(|letter| matches!(letter, ':' | '.')) && !digits.starts_with('8') => Sound::Open,
        "11" | "18" => Sound::Vowel,
        digits if digits.starts_with('8') => Sound::Vowel,
        // Eleven hundred or one thousand one hundred: 1,100 and 1800 are said both ways.
        digits if (digits.starts_with("11") || digits.starts_with("18")) && digits.len() != 3 => Sound::Open,
        _ => Sound::Consonant,
    }
}

/// An acronym is said by its letters (`an FBI agent`) or as a word (`a NATO ally`): only those that cannot be a word are sure.
fn acronym_sound(article: &Article, next: &Word) -> Sound {
    let letters = without_points(article.text(next.stem_span())).to_uppercase();
    let first = letters.chars().next().unwrap_or_default();
    let spelled = if "AEFHILMNORSX".contains(first) { Sound::Vowel } else { Sound::Consonant };
    let as_word = if "AEIO".contains(first) { Sound::Vowel } else { Sound::Consonant };
    let has_vowel_inside = letters.chars().skip(1).any(|letter| "AEIOUY".contains(letter));
    if spelled == as_word {
        // U is said “you” letter by letter and “un-” as a word; both are rare as words.
        return if first == 'U' && letters.len() > 3 { Sound::Open } else { spelled };
    }
    let said_by_letters = [
        "FBI", "FAA", "FDA", "NRA", "MRI", "SEC", "MP", "NGO", "HIV", "LGBT", "LGBTQ", "NHS", "MEP", "RNC", "FEC", "NFL", "NBA", "NYPD",
        "LSE", "MBA", "HR", "RAF", "EU", "EPA",
    ];
    if said_by_letters.contains(&letters.as_str()) || (!has_vowel_inside && letters.len() <= 4) { spelled } else { Sound::Open }
}

/// Whether a word that begins with this letter begins with a consonant, however it goes on.
fn begins_plainly(first: u8) -> bool {
    first.is_ascii_alphabetic() && !matches!(first.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'x' | b'y' | b'h')
}

fn word_sound(lower: &str, capitalised: bool) -> Sound {
    let first = lower.chars().next().unwrap_or_default();
    if begins_plainly(lower.as_bytes()[0]) {
        return Sound::Consonant;
    }
    let starts = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    if starts(&["hour", "honest", "honor", "honour", "heir"]) {
        return Sound::Vowel;
    }
    if starts(&["histor", "hotel", "herb", "hallucin", "hilar", "horrif", "hered", "habitual", "hysteri", "homage"]) {
        return Sound::Open;
    }
    if starts(&["one", "once"]) && !starts(&["onero", "oneself"]) {
        return Sound::Consonant;
    }
    if starts(&["eu", "ewe", "ouija", "oui"]) {
        return if capitalised && !starts(&["euro", "eurasia", "eucalyp", "euphem"]) { Sound::Open } else { Sound::Consonant };
    }
    if first == 'u' {
        return u_sound(lower, capitalised);
    }
    if starts(&["x-", "xx", "xb", "xr"]) || (first == 'y' && lower.chars().nth(1).is_some_and(|second| !"aeiou".contains(second))) {
        return Sound::Open;
    }
    match first {
        'a' | 'e' | 'i' | 'o' => Sound::Vowel,
        _ if !first.is_ascii_alphabetic() => Sound::Open,
        _ => Sound::Consonant,
    }
}

/// `a union`, `a user`, `an umbrella`, `an uninvited guest`.
fn u_sound(lower: &str, capitalised: bool) -> Sound {
    let starts = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    // un- before a word that starts with i, which is not uni-.
    let negated = starts(&["unim", "unin", "unid", "unir", "unissued", "unidea"]) && !starts(&["unimod"]);
    let said_you = starts(&[
        "uni", "unanim", "use", "usa", "usu", "usi", "uti", "uto", "uta", "ura", "ure", "uri", "uru", "ubi", "ufo", "uk", "ute", "utr",
        "uvu", "ulu",
    ]);
    // “a uv lamp”: letters are said one by one where no vowel follows that would make a word of them.
    let spelled = lower.len() <= 3
        && !lower[1..].contains(['a', 'e', 'i', 'o', 'u', 'y'])
        && !matches!(lower, "un" | "up" | "us" | "ugh" | "umm" | "urn");
    match (said_you && !negated || spelled, capitalised) {
        (true, true) if !starts(&["uni", "uta", "ukr"]) => Sound::Open,
        (true, _) => Sound::Consonant,
        (false, true) if !starts(&["un", "ul"]) => Sound::Open,
        (false, _) => Sound::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sounds_decide() {
        for (word, sound) in [
            ("hour", Sound::Vowel),
            ("union", Sound::Consonant),
            ("unit", Sound::Consonant),
            ("uniform", Sound::Consonant),
            ("umbrella", Sound::Vowel),
            ("uninvited", Sound::Vowel),
            ("unidentified", Sound::Vowel),
            ("unimportant", Sound::Vowel),
            ("unusual", Sound::Vowel),
            ("unanimous", Sound::Consonant),
            ("useful", Sound::Consonant),
            ("usher", Sound::Vowel),
            ("european", Sound::Consonant),
            ("one-off", Sound::Consonant),
            ("historic", Sound::Open),
            ("apple", Sound::Vowel),
            ("year", Sound::Consonant),
        ] {
            assert_eq!(word_sound(word, false), sound, "{word}");
        }
        assert_eq!(number_sound("8-year"), Sound::Vowel);
        assert_eq!(number_sound("11th"), Sound::Vowel);
        assert_eq!(number_sound("100"), Sound::Consonant);
    }
}
