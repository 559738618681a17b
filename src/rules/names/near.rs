//! Names that are nearly the same: every pair of distinct forms one slip apart, found without comparing each with each.
//!
//! A slip after the first letter (a letter more, less, other, or two swapped) changes the length by one at most and the set of
//! letters by two. So forms with one first letter are put in order of length, and only those are measured whose sets are that
//! near. First letters that were swapped with the second are looked for in a second order.

use crate::article::{Article, slips};

/// Shortest name that is compared: shorter ones are all one slip apart.
const SHORTEST: usize = 4;

/// Longest name: what is longer is no name, and would cost its length squared.
const LONGEST: usize = 24;

/// Most forms that one form is compared with; a story has a handful of names with one first letter.
const CROWD: usize = 48;

/// A form as it is compared.
struct Candidate<'a> {
    form: u32,
    written: &'a str,
    /// The two letters it begins with, in small letters.
    opening: [char; 2],
    length: usize,
    /// One bit for each letter; letters outside a to z share bits.
    letters: u32,
    is_ascii: bool,
}

/// Where a candidate stands in an order, above its place among the candidates: one number, which is sorted fast.
type Place = u64;

/// The pairs of forms one slip apart that `may_be_name` lets in, each once, the smaller index first.
pub(super) fn pairs(article: &Article, may_be_name: impl Fn(u32) -> bool) -> Vec<(u32, u32)> {
    let forms = 0..article.names().forms.len() as u32;
    let mut candidates: Vec<Candidate<'_>> = Vec::with_capacity(forms.len());
    candidates.extend(forms.filter_map(|form| Candidate::new(article, form, &may_be_name)));
    let mut pairs = Vec::new();
    // The first letter stays: slips there are rare, and Harry, Barry and Larry are three people.
    let place = |at: u32, place: u32| u64::from(place) << 32 | u64::from(at);
    let mut order: Vec<Place> = (0..).zip(&candidates).map(|(at, one)| place(at, one.place_by_first())).collect();
    order.sort_unstable();
    compare(&candidates, &order, |one, other| one >> 8 == other >> 8 && other <= one + 1, &mut pairs);
    let openings = Openings::of(&candidates);
    order.clear();
    order.extend((0..).zip(&candidates).filter(|(_, one)| openings.may_be_swapped(one)).map(|(at, one)| place(at, one.place_by_both())));
    order.sort_unstable();
    compare(&candidates, &order, |one, other| one == other, &mut pairs);
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Adds the pairs that are one slip apart, of those that stand side by side as long as `is_near` holds.
fn compare(candidates: &[Candidate<'_>], order: &[Place], is_near: impl Fn(u64, u64) -> bool, pairs: &mut Vec<(u32, u32)>) {
    let candidate = |place: Place| &candidates[place as u32 as usize];
    for (at, &place) in order.iter().enumerate() {
        let one = candidate(place);
        let beside = order[at + 1..].iter().take(CROWD).take_while(|&other| is_near(place >> 32, other >> 32));
        for other in beside.map(|&other| candidate(other)) {
            if one.may_be(other) && slips(one.written, other.written).is_some() {
                pairs.push((one.form.min(other.form), one.form.max(other.form)));
            }
        }
    }
}

/// For the last five bits of a first letter those of the second letters after it.
struct Openings([u32; 32]);

impl Openings {
    fn of(candidates: &[Candidate<'_>]) -> Self {
        let mut seconds = [0; 32];
        for [first, second] in candidates.iter().map(|one| one.opening.map(|letter| letter as usize % 32)) {
            seconds[first] |= 1 << second;
        }
        Self(seconds)
    }

    /// Whether a name may begin with the same two letters the other way round.
    fn may_be_swapped(&self, one: &Candidate<'_>) -> bool {
        let [first, second] = one.opening.map(|letter| letter as usize % 32);
        first != second && self.0[second] >> first & 1 != 0
    }
}

impl<'a> Candidate<'a> {
    fn new(article: &'a Article, form: u32, may_be_name: impl Fn(u32) -> bool) -> Option<Self> {
        let written = article.names().written(article, form);
        let is_ascii = written.is_ascii();
        let length = if is_ascii { written.len() } else { written.chars().count() };
        if !(SHORTEST - 1..=LONGEST).contains(&length) || !may_be_name(form) {
            return None;
        }
        // The last five bits of a letter are the same for its capital.
        let set = |text: &[u8]| text.iter().fold(0, |set, byte| set | 1_u32 << (byte % 32));
        if let (true, [first, second, ..]) = (is_ascii, written.as_bytes()) {
            let opening = [first, second].map(|letter| char::from(letter.to_ascii_lowercase()));
            return Some(Self { form, written, opening, length, letters: set(written.as_bytes()), is_ascii });
        }
        let lower = written.to_lowercase();
        let mut letters = lower.chars();
        let opening = [letters.next()?, letters.next()?];
        Some(Self { form, written, opening, length, letters: set(lower.as_bytes()), is_ascii })
    }

    /// By the first letter, then by length.
    fn place_by_first(&self) -> u32 {
        u32::from(self.opening[0]) << 8 | self.length as u32
    }

    /// By both of the first letters, whichever stands first, then by length. Of a letter twelve bits tell it from those of its script.
    fn place_by_both(&self) -> u32 {
        let [one, other] = self.opening;
        let bits = |letter: char| u32::from(letter) & 0xFFF;
        bits(one.min(other)) << 20 | bits(one.max(other)) << 8 | self.length as u32
    }

    /// Whether no more letters differ than one slip can change: two at most, and more bytes of a letter outside ASCII.
    fn may_be(&self, other: &Self) -> bool {
        let differ = self.letters ^ other.letters;
        let less_one = differ & differ.wrapping_sub(1);
        less_one & less_one.wrapping_sub(1) == 0 || !self.is_ascii || !other.is_ascii
    }
}
