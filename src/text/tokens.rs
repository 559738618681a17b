//! Words and numbers of a stretch of copy, read in one pass.

use super::Span;
use super::word_hash::leading_letters;

/// Stands in the copy for bytes of markup: no word, no space, and one byte long, so that offsets stay those of the file.
pub const FILLER: char = '\0';

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, apostrophes between them, points of an abbreviation (`U.S.`): `don’t`, `O’Neill`, `a.m.`, `G20`.
    Word,
    /// Starts with a digit: `1,500`, `11.6`, `40th`, `1980s`, `3pm`.
    Number,
    /// An address, a handle or a hashtag: never copy.
    Link,
}

/// How a token is capitalised; numbers and links are `Lower`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `war`
    Lower,
    /// `War`, also `I`, `A` and `O’Neill`
    Capitalised,
    /// `NATO`, `U.S.`: two capitals or more and no small letter
    Upper,
    /// `iPhone`, `McCain`, `MPs`
    Mixed,
}

/// One word, number or link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// The hash of its small letters, where it is a word of nothing but letters from a to z after a small letter or a capital; else 0.
    pub hash: u64,
}

impl Token {
    /// Whether it is a word of nothing but letters from a to z, the first of them small or a capital.
    pub fn is_plain(&self) -> bool {
        self.hash != 0
    }
}

/// Whether `mark` may be an apostrophe: the curly or the straight one.
pub fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '’' | '\'')
}

/// Whether `next` may stand inside a word. Combining accents count, so that decomposed letters stay whole.
pub fn is_word_char(next: char) -> bool {
    next.is_ascii_alphabetic()
        || (!next.is_ascii() && !is_common_mark(next) && (next.is_alphabetic() || matches!(next, '\u{300}'..='\u{36F}')))
}

/// Quotation marks, dashes, points and spaces of the block of general punctuation, which holds no letter: most of what is not ASCII.
fn is_common_mark(next: char) -> bool {
    matches!(next, '\u{2000}'..='\u{206F}')
}

/// Whether the letters after an apostrophe are a word that is always clipped: ’90s, ’em, ’til, rock ’n’ roll.
pub fn is_elision(after: &str) -> bool {
    let word: &str = &after[..after.find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(after.len())];
    let digits = word.trim_end_matches('s');
    let decade = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    decade || ["em", "til", "tis", "twas", "cause", "cos", "n", "round", "bout"].iter().any(|clipped| word.eq_ignore_ascii_case(clipped))
}

/// The tokens of `copy` inside `span`, in order.
pub fn tokens(copy: &str, span: Span) -> impl Iterator<Item = Token> + '_ {
    Scanner { copy, bytes: &copy.as_bytes()[..span.to()], at: span.from(), end: span.to() }
}

struct Scanner<'a> {
    copy: &'a str,
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl Iterator for Scanner<'_> {
    type Item = Token;

    #[allow(clippy::inline_always, reason = "a token is taken apart where it is made: a third less work for each word")]
    #[inline(always)]
    fn next(&mut self) -> Option<Token> {
        while self.at < self.end {
            let byte = self.bytes[self.at];
            if byte.is_ascii_alphabetic() {
                return Some(self.word());
            }
            if byte.is_ascii_digit() {
                return Some(self.number());
            }
            if byte >= 0x80 {
                let next = self.char_at(self.at);
                if is_word_char(next) {
                    return Some(self.word());
                }
                self.at += next.len_utf8();
            } else if matches!(byte, b'@' | b'#') && self.starts_link() {
                return Some(self.link(self.at));
            } else {
                self.at += 1;
            }
        }
        None
    }
}

impl Scanner<'_> {
    fn char_at(&self, at: usize) -> char {
        self.copy[at..].chars().next().expect("offsets stay on character boundaries")
    }

    fn byte(&self, at: usize) -> u8 {
        if at < self.end { self.bytes[at] } else { b' ' }
    }

    /// Length of the letter or combining mark at `at`, 0 when there is none.
    fn letter_len(&self, at: usize) -> usize {
        match self.byte(at) {
            byte if byte.is_ascii_alphabetic() => 1,
            byte if byte >= 0x80 => Some(self.char_at(at)).filter(|&next| is_word_char(next)).map_or(0, char::len_utf8),
            _ => 0,
        }
    }

    /// Length of the apostrophe at `at`, 0 when there is none.
    fn apostrophe_len(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xE2 if self.bytes[at..self.end].starts_with("’".as_bytes()) => 3,
            _ => 0,
        }
    }

    #[allow(clippy::inline_always, reason = "as for the token")]
    #[inline(always)]
    fn word(&mut self) -> Token {
        let start = self.at;
        let is_ascii = self.bytes[start].is_ascii_alphabetic();
        let capital = self.bytes[start].is_ascii_uppercase();
        let letters = leading_letters(&self.bytes[start..]);
        let at = start + letters.count;
        let is_before_space = self.byte(at) == b' ';
        if !is_ascii || !is_before_space && !self.ends_word(at) {
            return self.long_word(start);
        }
        self.at = at + usize::from(is_before_space);
        let case = if capital { Case::Capitalised } else { Case::Lower };
        Token { span: Span::new(start, at), kind: TokenKind::Word, case, hash: letters.hash }
    }

    /// Whether a word whose letters end at `at` surely ends there: most do. What else may stand in one needs a closer look.
    fn ends_word(&self, at: usize) -> bool {
        let next = |ahead: usize| self.byte(at + ahead);
        match self.byte(at) {
            b'.' | b'\'' | b'@' => next(1).is_ascii() && !next(1).is_ascii_alphanumeric(),
            b':' => next(1) != b'/',
            // “ ” – — … and a ’ that no letter follows
            0xE2 => match (next(1), next(2)) {
                (0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6) => true,
                (0x80, 0x99) => next(3).is_ascii() && !next(3).is_ascii_alphanumeric(),
                _ => false,
            },
            other => other.is_ascii() && !other.is_ascii_alphanumeric(),
        }
    }

    /// A word that may hold an apostrophe, a point, figures, more capitals, or letters outside ASCII.
    fn long_word(&mut self, start: usize) -> Token {
        let mut at = start;
        let (mut capitals, mut smalls) = (0, 0);
        let mut first_is_capital = false;
        loop {
            let byte = self.byte(at);
            if byte.is_ascii_lowercase() {
                smalls += 1;
                at += 1;
            } else if byte.is_ascii_uppercase() {
                first_is_capital |= at == start;
                capitals += 1;
                at += 1;
            } else if byte.is_ascii_digit() {
                at += 1;
            } else if byte >= 0x80 && self.letter_len(at) > 0 {
                let letter = self.char_at(at);
                if letter.is_uppercase() {
                    first_is_capital |= at == start;
                    capitals += 1;
                } else {
                    smalls += 1;
                }
                at += letter.len_utf8();
            } else if self.joins(at) {
                at += self.apostrophe_len(at);
            } else {
                break;
            }
        }
        if byte_is_point(self.byte(at)) && at - start <= 2 && self.letter_len(at + 1) > 0 {
            at = self.pointed_abbreviation(start, at, &mut capitals);
        }
        if self.runs_into_link(start, at) {
            return self.link(start);
        }
        self.at = at;
        let case = case_of(first_is_capital, capitals, smalls);
        Token { span: Span::new(start, at), kind: TokenKind::Word, case, hash: 0 }
    }

    /// An apostrophe inside a word has a letter right after it.
    fn joins(&self, at: usize) -> bool {
        let len = self.apostrophe_len(at);
        len > 0 && self.letter_len(at + len) > 0
    }

    /// `U.S.`, `a.m.`, `J.K.`, `Ph.D.`: groups of one or two letters, each with its point. Gives the end.
    fn pointed_abbreviation(&self, start: usize, first_point: usize, capitals: &mut usize) -> usize {
        let (mut end, mut at, mut points) = (first_point, first_point, 0);
        loop {
            if !byte_is_point(self.byte(at)) {
                break;
            }
            points += 1;
            end = at + 1;
            let group = at + 1;
            let mut letters = 0;
            at = group;
            while letters < 3 && self.byte(at).is_ascii_alphabetic() {
                at += 1;
                letters += 1;
            }
            if letters == 0 || letters > 2 || !byte_is_point(self.byte(at)) {
                break;
            }
        }
        let whole = points >= 2;
        if whole {
            *capitals = self.bytes[start..end].iter().filter(|byte| byte.is_ascii_uppercase()).count();
        }
        if whole { end } else { first_point }
    }

    fn number(&mut self) -> Token {
        let start = self.at;
        let mut at = start;
        loop {
            let byte = self.byte(at);
            let joins_digits = matches!(byte, b'.' | b',' | b':') && self.byte(at + 1).is_ascii_digit() && at > start;
            if byte.is_ascii_alphanumeric() || joins_digits {
                at += 1;
            } else {
                break;
            }
        }
        self.at = at;
        Token { span: Span::new(start, at), kind: TokenKind::Number, case: Case::Lower, hash: 0 }
    }

    /// Whether an `@` or `#` begins a handle or a hashtag.
    fn starts_link(&self) -> bool {
        let before = self.at.checked_sub(1).map_or(b' ', |at| self.bytes[at]);
        !before.is_ascii_alphanumeric() && (self.byte(self.at + 1).is_ascii_alphanumeric() || self.byte(self.at + 1) == b'_')
    }

    /// Whether the word that ends at `at` goes on as an address: `https://`, `name@host`, `example.com`.
    fn runs_into_link(&self, start: usize, at: usize) -> bool {
        match self.byte(at) {
            b':' => self.byte(at + 1) == b'/' && self.byte(at + 2) == b'/',
            b'@' => self.byte(at + 1).is_ascii_alphanumeric(),
            b'.' if self.byte(at + 1).is_ascii_alphanumeric() => {
                self.bytes[start..at].eq_ignore_ascii_case(b"www") || self.ends_in_domain(at)
            }
            _ => false,
        }
    }

    fn ends_in_domain(&self, point: usize) -> bool {
        const DOMAINS: [&[u8]; 16] =
            [b"com", b"org", b"net", b"gov", b"edu", b"mil", b"int", b"info", b"uk", b"io", b"co", b"eu", b"tv", b"news", b"ru", b"de"];
        let run = self.bytes[point..self.end].iter().position(|byte| !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')));
        let host = self.bytes[point..run.map_or(self.end, |len| point + len)].trim_suffix_points();
        let last = host.rsplit(|&byte| byte == b'.').next().unwrap_or_default();
        DOMAINS.contains(&last)
    }

    fn link(&mut self, start: usize) -> Token {
        let mut end = start + self.char_at(start).len_utf8();
        while end < self.end {
            let next = self.char_at(end);
            if next.is_whitespace() || matches!(next, FILLER | '<' | '>' | '"' | '”' | '“' | '|') {
                break;
            }
            end += next.len_utf8();
        }
        let trimmed = self.copy[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*', '…', '—', '–']);
        let end = start + trimmed.len().max(self.char_at(start).len_utf8());
        self.at = end;
        Token { span: Span::new(start, end), kind: TokenKind::Link, case: Case::Lower, hash: 0 }
    }
}

trait TrimPoints {
    fn trim_suffix_points(&self) -> &[u8];
}

impl TrimPoints for [u8] {
    /// Without the full stops at its end: a host at the end of a sentence.
    fn trim_suffix_points(&self) -> &[u8] {
        let end = self.iter().rposition(|&byte| byte != b'.').map_or(0, |last| last + 1);
        &self[..end]
    }
}

fn byte_is_point(byte: u8) -> bool {
    byte == b'.'
}

fn case_of(first_is_capital: bool, capitals: usize, smalls: usize) -> Case {
    match (first_is_capital, capitals, smalls) {
        (_, 0, _) => Case::Lower,
        (true, 1, _) => Case::Capitalised,
        (_, 2.., 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(copy: &str) -> Vec<&str> {
        tokens(copy, Span::new(0, copy.len())).map(|token| token.span.of(copy)).collect()
    }

    #[test]
    fn apostrophes_inside_words_belong_to_them() {
        assert_eq!(words("O’Neill's players’ didn't ‘go’"), ["O’Neill's", "players", "didn't", "go"]);
    }

    #[test]
    fn points_of_abbreviations_belong_to_them() {
        assert_eq!(words("The U.S. at 3 a.m. met J.K. Rowe, Ph.D."), ["The", "U.S.", "at", "3", "a.m.", "met", "J.K.", "Rowe", "Ph.D."]);
        assert_eq!(words("They did so.He left. No."), ["They", "did", "so", "He", "left", "No"]);
    }

    #[test]
    fn numbers_keep_their_marks_and_suffixes() {
        assert_eq!(
            words("1,500 of 11.6 in the 1980s, 40th, 10:30, 5."),
            ["1,500", "of", "11.6", "in", "the", "1980s", "40th", "10:30", "5"]
        );
    }

    #[test]
    fn hyphens_part_words() {
        assert_eq!(words("war-torn counter-ISIL G20 F-16"), ["war", "torn", "counter", "ISIL", "G20", "F", "16"]);
    }

    #[test]
    fn addresses_handles_and_hashtags_are_links() {
        let copy = "See https://a.example/x?y, www.b.org. or c@d.com @newsdesk #vote example.co.uk.";
        let links: Vec<&str> =
            tokens(copy, Span::new(0, copy.len())).filter(|token| token.kind == TokenKind::Link).map(|token| token.span.of(copy)).collect();
        assert_eq!(links, ["https://a.example/x?y", "www.b.org", "c@d.com", "@newsdesk", "#vote", "example.co.uk"]);
    }

    #[test]
    fn case_is_told() {
        let copy = "war War NATO U.S. McCain I MPs";
        let cases: Vec<Case> = tokens(copy, Span::new(0, copy.len())).map(|token| token.case).collect();
        assert_eq!(cases, [Case::Lower, Case::Capitalised, Case::Upper, Case::Upper, Case::Mixed, Case::Capitalised, Case::Mixed]);
    }
}
