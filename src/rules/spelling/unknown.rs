//! The words of a story that nobody knows: not the lexicon, not the newsroom, not the story itself.

use crate::article::{Article, Word};
use crate::lexicon::{Lexicon, mark};
use crate::text::{Case, FILLER};

use super::written;

/// A story with more unknown words than this is in another language, or none: the first ones tell.
const MOST: usize = 200;

/// The indices of lower-case words that are no word, no derived one, and that the story does not mean to write.
pub(super) fn words<'a>(article: &'a Article<'a>) -> impl Iterator<Item = usize> + 'a {
    let unknown = article.unknown.iter().map(|&index| index as usize);
    unknown.filter(|&at| is_unknown(article, &article.words[at]) && stands_alone(article, at) && is_no_derived_word(article, at)).take(MOST)
}

fn is_unknown(article: &Article, word: &Word) -> bool {
    word.is_word() && word.case == Case::Lower && !word.id.is_known() && !article.lexicon.is_accepted(word.id) && {
        let written = article.text(word.stem_span());
        written.len() >= 3 && written.bytes().all(|byte| byte.is_ascii_lowercase())
    }
}

/// Not a part of a compound, a file name, a foreign phrase, a term set off by marks, a clipped or a drawn-out word.
fn stands_alone(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let copy = article.copy();
    let written = article.text(word.span);
    let is_said = written.bytes().any(|letter| b"aeiouy".contains(&letter));
    if !is_said || is_drawn_out(written) {
        return false;
    }
    let before = copy[..word.span.from()].chars().next_back();
    let after = copy[word.span.to()..].chars().next();
    let sets_off = |mark: char| {
        matches!(
            mark,
            '-' | '\u{2011}'
                | '’'
                | '‘'
                | '\''
                | '*'
                | '_'
                | FILLER
                | '/'
                | '='
                | '<'
                | '>'
                | '$'
                | '+'
                | '~'
                | '^'
                | '&'
                | '`'
                | ']'
                | '['
        )
    };
    let is_set_off = before.is_some_and(sets_off) || after.is_some_and(sets_off);
    let is_quoted = matches!(before, Some('“' | '"')) && matches!(after, Some('”' | '"' | ',' | '.'));
    let breaks = |mark: char| !mark.is_ascii() && !mark.is_whitespace() && !"“”‘’—–…".contains(mark);
    let after_line_break = copy[..word.span.from()].ends_with("- ") || copy[word.span.to()..].starts_with("- ");
    !is_quoted
        && !after_line_break
        && !before.is_some_and(breaks)
        && !after.is_some_and(breaks)
        && !(is_set_off && !(written.len() >= 6 && is_in_compound(article, at)))
        && !is_of_address(&copy[word.span.to()..])
        && !is_among_foreign(article, at)
        && !written::is_sic(article, word)
        && !written::is_part_of_name(article, word)
        && !is_in_name(article, at)
}

/// What is left of an address: `sciencem...@upi.com`.
fn is_of_address(after: &str) -> bool {
    const FARTHEST: usize = 64;
    let near = &after.as_bytes()[..after.len().min(FARTHEST)];
    memchr::memchr(b'@', near).is_some_and(|at| after.find(char::is_whitespace).is_some_and(|end| at < end))
}

/// Two other words that nobody knows nearby, or one in a quotation: another language is spoken.
fn is_among_foreign(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let near = at.saturating_sub(3)..(at + 4).min(article.words.len());
    let foreign = near.filter(|&other| other != at && is_foreign(article, word, &article.words[other])).count();
    foreign >= 2 || foreign == 1 && article.is_quoted(word.span.start)
}

/// Arnel dela Vega, P. damicornis: a small word between two names, or what follows an initial.
fn is_in_name(article: &Article, at: usize) -> bool {
    let word = &article.words[at];
    let beside = |other: usize| article.words.get(other).filter(|other| other.block == word.block);
    let Some(before) = at.checked_sub(1).and_then(beside).filter(|before| before.is_capitalised()) else { return false };
    let gap = article.text(crate::text::Span { start: before.span.end, end: word.span.start });
    let follows_initial = before.span.len() <= 2 && gap.trim() == "." || article.text(before.span).ends_with('.') && before.span.len() == 2;
    let between_names = word.span.len() <= 4
        && gap == " "
        && !article.starts_sentence(at - 1)
        && beside(at + 1).is_some_and(|after| after.is_capitalised() && after.span.start == word.span.end + 1);
    follows_initial || between_names
}

/// sooo, hmmm, pleeease: a letter three times over.
pub(super) fn is_drawn_out(written: &str) -> bool {
    let same = |one: u8, other: u8| one.eq_ignore_ascii_case(&other);
    written.as_bytes().windows(3).any(|three| same(three[0], three[1]) && same(three[1], three[2]))
}

/// The words that stand beside word `at` in a compound of whole English words: `couter-cultural`, `actor/prducer`.
pub(super) fn is_in_compound(article: &Article, at: usize) -> bool {
    let ends = article.words[at].span;
    let is_joined = |one: usize, other: usize| {
        article.words.get(other).is_some_and(|beside| {
            let (from, to) = if one < other { (ends.end, beside.span.start) } else { (beside.span.end, ends.start) };
            let is_common = beside.case == Case::Lower && beside.marks & mark::WORD != 0 && article.lexicon.rank(beside.id) >= 100;
            matches!(article.text(crate::text::Span { start: from, end: to.max(from) }), "-" | "/") && is_common && beside.span.len() >= 3
        })
    };
    is_joined(at, at + 1) || at > 0 && is_joined(at, at - 1)
}

fn is_foreign(article: &Article, word: &Word, other: &Word) -> bool {
    // Little words of other languages that English dictionaries hold too.
    let is_little = |written: &str| {
        matches!(
            written,
            "de" | "del"
                | "la"
                | "el"
                | "du"
                | "des"
                | "der"
                | "das"
                | "von"
                | "van"
                | "una"
                | "un"
                | "los"
                | "las"
                | "le"
                | "les"
                | "il"
                | "en"
                | "et"
                | "y"
                | "di"
                | "da"
                | "den"
                | "und"
                | "al"
                | "sur"
                | "dei"
                | "della"
        )
    };
    if other.block == word.block && is_little(article.text(other.span)) {
        return true;
    }
    let is_english = other.marks & (mark::WORD | mark::PROPER | mark::MISSPELLING | mark::CONFUSABLE) != 0;
    other.block == word.block
        && other.is_word()
        && other.case == Case::Lower
        && other.possessive == 0
        && other.span.len() > 1
        && !is_english
}

/// How often the story writes the word, in any case, one with an s to it included: a coinage comes twice, a name in capitals.
pub(super) fn uses(article: &Article, at: usize) -> Uses {
    let written = article.text(article.words[at].stem_span());
    let mut uses = Uses { times: 0, as_name: false };
    for word in article.unknown.iter().map(|&index| &article.words[index as usize]) {
        if !(written.len()..=written.len() + 1).contains(&word.stem_span().len()) {
            continue;
        }
        let other = article.text(word.stem_span());
        let plural =
            other.len() == written.len() + 1 && !written.ends_with('s') && other.ends_with('s') && other.is_char_boundary(written.len());
        if other.eq_ignore_ascii_case(written) || (plural && other[..written.len()].eq_ignore_ascii_case(written)) {
            uses.times += 1;
            uses.as_name |= word.is_capitalised();
        }
    }
    uses
}

/// How a story uses a word.
pub(super) struct Uses {
    /// How often.
    pub times: usize,
    /// Whether a capital makes a name of it anywhere.
    pub as_name: bool,
}

const PREFIXES: [&str; 58] = [
    "un", "re", "non", "pre", "anti", "over", "out", "mis", "de", "dis", "sub", "inter", "co", "super", "mini", "micro", "mega", "ultra",
    "pro", "post", "semi", "multi", "cyber", "bio", "geo", "neo", "eco", "self", "counter", "under", "up", "down", "mid", "auto", "photo",
    "tele", "trans", "extra", "hyper", "meta", "para", "quasi", "pseudo", "crypto", "nano", "euro", "arch", "fore", "step", "cross",
    "info", "agro", "poly", "mono", "tri", "bi", "uni", "electro",
];
const SUFFIXES: [&str; 47] = [
    "s", "es", "ing", "ings", "al", "ical", "er", "ers", "r", "rs", "ly", "y", "ness", "less", "like", "ish", "able", "ist", "ists", "ism",
    "isms", "wise", "hood", "ship", "dom", "ful", "fest", "gate", "athon", "aholic", "ize", "ise", "ized", "ised", "izing", "ising",
    "ization", "isation", "ian", "ians", "esque", "proof", "scape", "nomics", "ologist", "ology", "ville",
];

const NOUN: u16 = 1;
const VERB: u16 = 1 << 2;
const ADJECTIVE: u16 = 1 << 7;

/// A word made in an ordinary way of others is one, though no list holds it.
fn is_no_derived_word(article: &Article, at: usize) -> bool {
    let written = article.text(article.words[at].stem_span());
    !is_derived(article.lexicon, written) && !is_compound(article.lexicon, written)
}

fn is_derived(lexicon: &Lexicon, written: &str) -> bool {
    let is_frequent = |part: &str, least: usize, least_rank: u8| {
        let word = lexicon.find(part);
        part.len() >= least && lexicon.is_word(word) && (lexicon.rank(word) >= least_rank || lexicon.is_accepted(word))
    };
    let is_word = |part: &str, least: usize| is_frequent(part, least, 60);
    // A short stem that few know is chance after a prefix: dis-tain, pre-fere.
    let is_stem = |part: &str| is_frequent(part, 4, if part.len() == 4 { 110 } else { 60 });
    // Regular where the dictionary is not, as people say it: creeped, beared.
    let is_past = written.strip_suffix("ed").is_some_and(|stem| is_word(stem, 4) && lexicon.parts(lexicon.find(stem)).is_mainly(VERB));
    let takes_s = |part: &str| part.len() < 6 || lexicon.parts(lexicon.find(part)).may_be(NOUN | VERB | ADJECTIVE);
    let ends = |part: &str| {
        SUFFIXES.iter().filter_map(|end| part.strip_suffix(end)).any(|stem| {
            let before_vowel = part[stem.len()..].starts_with(['a', 'e', 'i', 'y']);
            let single = before_vowel && stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
            is_word(stem, 4)
                && (written.len() - stem.len() > 1 || !written.ends_with('s') || takes_s(stem))
                && !(stem.ends_with("ic") && written.ends_with("icly"))
                && !(stem.ends_with('e') && written.ends_with("eing"))
                && !(stem.ends_with('y') && written.ends_with("yy"))
                && !(stem.ends_with("ch") && written.ends_with("chs"))
                || (stem.ends_with('i') && is_word(&format!("{}y", &stem[..stem.len() - 1]), 5))
                || (stem.len() >= 4 && !written.ends_with("eing") && is_word(&format!("{stem}e"), 5))
                || (single && is_word(&stem[..stem.len() - 1], 3))
        })
    };
    let is_electronic = written.strip_prefix('e').is_some_and(|stem| is_stem(stem) && lexicon.parts(lexicon.find(stem)).is_mainly(NOUN));
    let lacks = written.strip_suffix("less").or_else(|| written.strip_suffix("like")).is_some_and(|stem| is_frequent(stem, 3, 110));
    let is_plural =
        written.strip_suffix('s').is_some_and(|stem| is_frequent(stem, 4, 1) && lexicon.parts(lexicon.find(stem)).is_mainly(NOUN));
    is_past
        || is_plural
        || is_electronic
        || lacks
        || ends(written)
        || PREFIXES.iter().filter_map(|start| written.strip_prefix(start)).any(|stem| is_stem(stem) || (stem.len() >= 8 && ends(stem)))
}

/// Two whole nouns, adjectives or verbs in one: `beachfront`, `churchgoers`. A little word in it is a missing space.
fn is_compound(lexicon: &Lexicon, written: &str) -> bool {
    (3..written.len().saturating_sub(2)).any(|cut| {
        let (first, second) = written.split_at(cut);
        let (first, second) = (lexicon.find(first), lexicon.find(second));
        let content = |word| lexicon.is_word(word) && lexicon.parts(word).may_be(0x7FF) && lexicon.rank(word) >= 120;
        content(first) && content(second)
    })
}

/// Where two words were typed as one: the length of the first.
pub(super) fn joined(lexicon: &Lexicon, written: &str) -> Option<usize> {
    const LITTLE: [&str; 59] = [
        "the", "their", "and", "of", "in", "to", "for", "with", "that", "this", "was", "is", "from", "by", "on", "at", "have", "has",
        "had", "are", "were", "will", "would", "they", "his", "her", "its", "our", "your", "not", "be", "been", "as", "it", "he", "who",
        "which", "but", "or", "an", "into", "about", "than", "so", "we", "my", "you", "she", "if", "when", "what", "them", "him", "these",
        "those", "could", "should", "did", "does",
    ];
    let rank = |part: &str| {
        let word = lexicon.find(part);
        if lexicon.marks(word) & mark::WORD == 0 { 0 } else { lexicon.rank(word) }
    };
    // findin is finding without its last letter.
    if written.ends_with("in") && rank(&format!("{written}g")) > 0 {
        return None;
    }
    let cuts = 1..written.len();
    cuts.filter(|&cut| {
        let (first, second) = written.split_at(cut);
        let common = |part: &str| part.len() >= 3 && rank(part) >= if part.len() >= 6 { 125 } else { 150 };
        // anothers are no “an others”.
        (LITTLE.contains(&first)
            && !(first == "an" && second.ends_with('s'))
            && (common(second) || LITTLE.contains(&second))
            && written.len() >= 5)
            || (LITTLE.contains(&second) && second.len() >= 2 && common(first) && written.len() >= 6)
            || (first == "a" && second.len() >= 6 && rank(second) >= 125 && !second.ends_with('s'))
    })
    .max_by_key(|&cut| {
        let (first, second) = written.split_at(cut);
        u16::from(rank(first).min(rank(second)))
    })
}
