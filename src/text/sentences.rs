//! Where sentences end.
//!
//! A full stop ends a sentence unless it belongs to a title, a month, an initial or an abbreviation that goes on; closing
//! quotation marks and brackets belong to the sentence that they close.

use super::Span;

/// One end of a sentence: the terminal mark and what closes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// One past the last byte of the sentence, closing marks included.
    pub end: u32,
    /// Where the next one starts, white space skipped; the end of the stretch after the last sentence.
    pub next: u32,
}

/// Titles, months and the like: a point after one of these never ends a sentence.
const NEVER_LAST: [&str; 58] = [
    "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Rev", "Hon", "Fr", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Lt", "Col", "Gen", "Maj",
    "Capt", "Cpl", "Sgt", "Adm", "Cmdr", "Pfc", "Pvt", "Supt", "Insp", "Det", "Atty", "Ald", "Pres", "Amb", "Sec", "St", "Ste", "Mt", "Ft",
    "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "vs", "Vs", "cf", "Mx", "Sr", "Mme", "Mlle", "Msgr", "Br", "Comdr", "Spc",
    "Dist",
];

/// Abbreviations that may end a sentence, and do so only before a word that starts one.
const MAYBE_LAST: [&str; 59] = [
    "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "No", "Nos", "Ave", "Blvd", "Rd", "Dept", "Univ", "etc", "approx", "est", "Ala", "Ariz",
    "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo",
    "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "Esq", "ft", "lb", "oz", "mph", "Intl",
    "Natl", "Assn", "al", "pp",
];

/// Bytes of the longest word of both lists.
const LONGEST_ABBREVIATION: usize = 6;

/// For each length the letters that the words of both lists begin with, a bit for each.
const FIRST_LETTERS: [u64; LONGEST_ABBREVIATION + 1] = {
    let mut letters = [0; LONGEST_ABBREVIATION + 1];
    let mut at = 0;
    while at < NEVER_LAST.len() + MAYBE_LAST.len() {
        let word = if at < NEVER_LAST.len() { NEVER_LAST[at] } else { MAYBE_LAST[at - NEVER_LAST.len()] };
        letters[word.len()] |= letter_bit(word.as_bytes()[0]);
        at += 1;
    }
    letters
};

/// A bit for each letter from A to Z and from a to z.
const fn letter_bit(letter: u8) -> u64 {
    1 << (letter & 63)
}

/// Whether a word may be on either list: few are that end a sentence.
fn may_be_abbreviation(word: &str) -> bool {
    let listed = FIRST_LETTERS.get(word.len()).copied().unwrap_or(0);
    word.bytes().next().is_some_and(|first| listed & letter_bit(first) != 0)
}

/// Words that begin a sentence far more often than they follow an abbreviation.
const STARTERS: [&str; 60] = [
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "You",
    "I",
    "In",
    "On",
    "At",
    "But",
    "And",
    "Or",
    "So",
    "If",
    "As",
    "For",
    "From",
    "By",
    "With",
    "When",
    "While",
    "After",
    "Before",
    "That",
    "This",
    "These",
    "Those",
    "There",
    "His",
    "Her",
    "Their",
    "Its",
    "Our",
    "My",
    "What",
    "Who",
    "Why",
    "How",
    "Where",
    "Also",
    "Although",
    "Because",
    "Since",
    "Now",
    "Then",
    "Not",
    "Some",
    "Many",
    "Most",
    "All",
    "One",
    "Two",
    "However",
    "Meanwhile",
    "Last",
    "Both",
];

/// The ends of all sentences in `span` of `copy`, in order; the last one is the end of the stretch whether or not a point stands
/// there.
pub fn sentence_ends(copy: &str, span: Span) -> impl Iterator<Item = Boundary> + '_ {
    let text = span.of(copy);
    let inner = inner_ends(text).map(move |(end, next)| Boundary { end: span.start + end as u32, next: span.start + next as u32 });
    let last = text.trim_end_matches(is_gap).len();
    inner.chain(std::iter::once(Boundary { end: span.start + last as u32, next: span.end }))
}

/// Where the sentences of `text` end that another one follows, and where that begins.
fn inner_ends(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut from = 0;
    let ends = terminal_marks(text).filter_map(move |mark| {
        if mark < from {
            return None;
        }
        from = after_closing_marks(text, mark);
        Some((mark, from, after_gap(text, from)))
    });
    let followed = ends.take_while(|&(_, _, next)| next < text.len());
    followed.filter(|&(mark, end, next)| next > end && ends_sentence(text, mark, end, next)).map(|(_, end, next)| (end, next))
}

/// Where the white space that starts at `from` ends: mostly it is one space.
fn after_gap(text: &str, from: usize) -> usize {
    match text.as_bytes()[from..] {
        [b' ', next, ..] if next.is_ascii_alphanumeric() => from + 1,
        _ => from + (text[from..].len() - text[from..].trim_start_matches(is_gap).len()),
    }
}

fn is_gap(next: char) -> bool {
    next.is_whitespace() || next == super::FILLER
}

/// Offsets of `.`, `?`, `!` and `…`.
fn terminal_marks(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    // The last byte of an ellipsis is rarer than its first, which all curly marks share.
    let last = '…'.len_utf8() - 1;
    let ellipses =
        memchr::memchr_iter(0xA6, bytes).filter_map(move |at| at.checked_sub(last)).filter(|&at| bytes[at..].starts_with("…".as_bytes()));
    memchr::memchr3_iter(b'.', b'?', b'!', bytes).merge_with(ellipses)
}

/// One past the run of terminal and closing marks that starts at `mark`.
fn after_closing_marks(text: &str, mark: usize) -> usize {
    if matches!(text.as_bytes()[mark..], [b'.' | b'?' | b'!', b' ', ..]) {
        return mark + 1;
    }
    let run = &text[mark..];
    let len = run.len() - run.trim_start_matches(['.', '?', '!', '…', '”', '’', '"', '\'', ')', ']', '»']).len();
    mark + len
}

fn ends_sentence(text: &str, mark: usize, end: usize, next: usize) -> bool {
    let after = text[next..].trim_start_matches(['“', '‘', '"', '\'', '(', '[', super::FILLER, '*', '_', '«']);
    let opens_quotation = after.len() < text[next..].len();
    let Some(first) = after.chars().next() else { return true };
    if first.is_lowercase() {
        return false;
    }
    let closes = end > mark + 1;
    if !text[mark..].starts_with('.') || closes && !text[mark + 1..end].starts_with('.') && !is_abbreviation(text, mark) {
        // A question or an exclamation inside quotation marks may go on with its speaker: “Why?” Jones asked.
        return true;
    }
    if text[..mark].ends_with('.') || text[mark + 1..end].starts_with('.') {
        return first.is_uppercase() || opens_quotation;
    }
    let word = last_word(&text[..mark]);
    let may_be_listed = may_be_abbreviation(word);
    if may_be_listed && NEVER_LAST.contains(&word) {
        return false;
    }
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    if is_initial || word.contains('.') || may_be_listed && MAYBE_LAST.contains(&word) {
        return opens_quotation || starts_sentence(after);
    }
    true
}

/// Whether the last point of `text` belongs to an abbreviation or an initial, so that it need not be the end of a sentence.
pub fn ends_in_abbreviation(text: &str) -> bool {
    let Some(before) = text.strip_suffix('.') else { return false };
    let word = last_word(before);
    let is_letter = word.chars().count() == 1;
    is_letter || word.contains('.') || NEVER_LAST.contains(&word) || MAYBE_LAST.contains(&word)
}

fn is_abbreviation(text: &str, mark: usize) -> bool {
    let word = last_word(&text[..mark]);
    NEVER_LAST.contains(&word) || word.contains('.')
}

/// The letters and points right before an offset: `U.S` of `the U.S`.
fn last_word(before: &str) -> &str {
    let start = before
        .rfind(|next: char| !(next.is_alphabetic() || next == '.'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    &before[start..]
}

fn starts_sentence(after: &str) -> bool {
    let word = &after[..after.find(|next: char| !next.is_alphabetic()).unwrap_or(after.len())];
    STARTERS.contains(&word)
}

trait MergeWith: Iterator<Item = usize> + Sized {
    /// Two rising runs of offsets as one.
    fn merge_with(self, other: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        let (mut left, mut right) = (self.peekable(), other.peekable());
        std::iter::from_fn(move || match (left.peek(), right.peek()) {
            (Some(a), Some(b)) if b < a => right.next(),
            (Some(_), _) => left.next(),
            (None, _) => right.next(),
        })
    }
}

impl<I: Iterator<Item = usize>> MergeWith for I {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_abbreviation_may_be_one() {
        assert!(NEVER_LAST.iter().chain(&MAYBE_LAST).all(|word| may_be_abbreviation(word)));
        assert!(!may_be_abbreviation("") && !may_be_abbreviation("house") && !may_be_abbreviation("left"));
    }

    fn sentences(copy: &str) -> Vec<&str> {
        let mut start = 0;
        sentence_ends(copy, Span::new(0, copy.len()))
            .map(|boundary| {
                let sentence = &copy[start..boundary.end as usize];
                start = boundary.next as usize;
                sentence
            })
            .collect()
    }

    #[test]
    fn titles_initials_and_months_do_not_end_a_sentence() {
        let copy = "Sen. A. B. Lowe met Lt. Gov. Ida Marsh on Jan. 5 at 3 p.m. in the U.S. Capitol. They left.";
        assert_eq!(sentences(copy), ["Sen. A. B. Lowe met Lt. Gov. Ida Marsh on Jan. 5 at 3 p.m. in the U.S. Capitol.", "They left."]);
    }

    #[test]
    fn an_abbreviation_ends_one_before_a_starter() {
        assert_eq!(sentences("He flew to the U.S. The talks failed."), ["He flew to the U.S.", "The talks failed."]);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        assert_eq!(sentences("“We go.” (They stayed.) He left."), ["“We go.”", "(They stayed.)", "He left."]);
    }

    #[test]
    fn a_quoted_question_goes_on_with_its_cue() {
        assert_eq!(sentences("“Why now?” he asked. Nobody knew."), ["“Why now?” he asked.", "Nobody knew."]);
    }

    #[test]
    fn ellipses_and_numbers_do_not_break() {
        assert_eq!(sentences("He waited … and left with 3.5 tons. Done"), ["He waited … and left with 3.5 tons.", "Done"]);
    }
}
