//! What parts of speech a word can be, coarsely: from `rules/data/lexicon/pos.tsv`.

/// The parts of speech of a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts(pub u16);

/// The letters of the list and their names in contexts, in the order of their bits.
pub const PARTS: [(char, &str); 12] = [
    ('N', "NOUN"),
    ('S', "PLURAL"),
    ('V', "VERB"),
    ('Z', "VERBS"),
    ('D', "PAST"),
    ('E', "PARTICIPLE"),
    ('G', "ING"),
    ('J', "ADJ"),
    ('R', "ADV"),
    ('C', "COMPARATIVE"),
    ('T', "SUPERLATIVE"),
    ('K', "COUNTED"),
];

/// The bits that tell what a word can be; the rest tells what it mainly is.
const MAY: u16 = (1 << PARTS.len()) - 1;

impl Parts {
    /// From the letters of the list: `VN!K`.
    pub fn read(letters: &str) -> Option<Self> {
        let (mut bits, mut last, mut main) = (0, None, 0);
        for letter in letters.chars() {
            if letter == '!' {
                let last: u16 = last?;
                main = if main == 0 { last + 1 } else { 0xF };
                continue;
            }
            let at = PARTS.iter().position(|(known, _)| *known == letter)? as u16;
            bits |= 1 << at;
            last = Some(at);
        }
        Some(Self(bits | main << PARTS.len()))
    }

    /// Whether the word can be one of `parts`.
    pub fn may_be(self, parts: u16) -> bool {
        self.may() & parts != 0
    }

    /// The parts of speech that the word can be.
    #[inline]
    pub const fn may(self) -> u16 {
        self.0 & MAY
    }

    /// The parts of speech of which nearly every use of the word is one.
    #[inline]
    pub const fn main(self) -> u16 {
        /// The past tense and the participle of a verb share their uses.
        const BY_NUMBER: [u16; 16] =
            [0, 1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 0, 0, 1 << 4 | 1 << 5];
        BY_NUMBER[(self.0 >> PARTS.len()) as usize]
    }

    /// Whether nearly every use of the word is one of `parts`.
    pub fn is_mainly(self, parts: u16) -> bool {
        self.main() & parts != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_say_what_a_word_can_be() {
        let (noun, verb, past, participle) = (1, 1 << 2, 1 << 4, 1 << 5);
        let led = Parts::read("D!E!N").expect("letters of the list");
        assert!(led.may_be(noun) && led.may_be(past) && !led.may_be(verb));
        assert!(led.is_mainly(past) && led.is_mainly(participle) && !led.is_mainly(noun));
        assert!(!Parts::read("NV").expect("letters of the list").is_mainly(noun));
        assert_eq!(Parts::read("Q"), None);
    }
}
