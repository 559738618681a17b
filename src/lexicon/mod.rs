//! What a word is: its number, how common it is, which lists hold it, which phrases start from it.
//!
//! Everything here lies in the binary as `build.rs` made it from `rules/`; a user's own words and rule packs are laid over it.

mod confusable;
mod cue;
mod house;
mod names;
mod overlay;
mod parts;
mod phrases;
mod record;
mod suggest;
pub mod table;
mod tag;

pub use confusable::{Ask, Confusable, Element, Glance, Surroundings, Test, gap, sight};
pub use cue::Strength;
pub use house::{House, HouseName, words as words_of_name};
pub use names::{Acronym, AliasForm, AliasSet, Place, PlaceKind, Title};
pub use overlay::Overlay;
pub use parts::Parts;
pub use phrases::{PhraseHit, PhraseView};
pub use record::{CaseRule, Gap, ListedCase, PhraseKind, PhraseRecord};
pub use suggest::{Reach, Suggestion};
pub use table::{Rare, WordId};
pub use tag::{Tag, WordBits};

use crate::text::word_hash;
use table::fold;
pub use table::{fold_title, fold_title_into};

/// The tables that `build.rs` made.
#[allow(clippy::unreadable_literal, reason = "numbers of words, written by a program")]
mod generated {
    use super::confusable::{Ask, Confusable, Element, Glance, Surroundings, Test};
    use super::names::{Acronym, AliasForm, AliasSet, Place, PlaceKind, Title};
    use super::table::{Numbers, Pairs, Slots, Table, WordId};

    include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
}

/// What is known of a word besides its letters.
pub mod mark {
    /// Stands in the dictionary as a lower-case word.
    pub const WORD: u8 = 1;
    /// Stands in the dictionary with a capital: a name, a place, a demonym.
    pub const PROPER: u8 = 2;
    /// Spelled so in the United States only, or there too.
    pub const US: u8 = 4;
    /// Spelled so in Britain.
    pub const GB: u8 = 8;
    /// Spelled so in Oxford style.
    pub const OXFORD: u8 = 16;
    /// A listed misspelling.
    pub const MISSPELLING: u8 = 32;
    /// Mistaken for another word.
    pub const CONFUSABLE: u8 = 64;
    /// Has another spelling that a story should not mix with it.
    pub const PAIRED: u8 = 128;

    /// Whether a word is spelled otherwise in another variety of English.
    pub const fn varies(marks: u8) -> bool {
        const VARIETIES: u8 = US | GB | OXFORD;
        marks & WORD != 0 && marks & VARIETIES != VARIETIES && marks & VARIETIES != 0
    }
}

/// One word, three spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant {
    /// `color`, `organize`
    pub american: WordId,
    /// `colour`, `organise`
    pub british: WordId,
    /// `colour`, `organize`
    pub oxford: WordId,
}

/// The words newslint knows: the tables of the binary, and the newsroom's own over them.
#[derive(Clone, Default)]
pub struct Lexicon {
    overlay: Option<Overlay>,
}

impl Lexicon {
    /// The tables of the binary alone.
    pub const fn built_in() -> Self {
        Self { overlay: None }
    }

    /// The tables of the binary with a newsroom's words and phrases over them.
    pub fn with(overlay: Overlay) -> Self {
        Self { overlay: Some(overlay) }
    }

    /// The number of a word as written; upper and lower case and both apostrophes are alike.
    pub fn find(&self, word: &str) -> WordId {
        let mut buffer = String::new();
        self.find_with(word, &mut buffer)
    }

    /// The same with a buffer of the caller's, for the hot path.
    pub fn find_with(&self, word: &str, buffer: &mut String) -> WordId {
        self.find_folded(fold(word, buffer))
    }

    fn find_folded(&self, folded: &str) -> WordId {
        let found = generated::WORDS.find(word_hash(folded));
        match &self.overlay {
            Some(overlay) if !found.is_known() => overlay.find(folded),
            _ => found,
        }
    }

    /// The numbers of words by the [`word_hash`]es of their folded letters, 0 standing for none; the newsroom's own words left out.
    /// `found` is told each by its place in `hashes`.
    pub fn find_all(&self, hashes: &[u64], rare: &mut Rare, found: impl FnMut(usize, WordId)) {
        generated::WORDS.find_all(hashes, rare, found);
    }

    /// Whether the newsroom has words of its own.
    pub fn has_overlay(&self) -> bool {
        self.overlay.is_some()
    }

    /// The folded letters of a word; empty for the unknown one.
    pub fn word(&self, word: WordId) -> &str {
        if word.0 as usize <= generated::WORDS.len() {
            generated::WORDS.word(word)
        } else {
            self.overlay.as_ref().map_or("", |overlay| overlay.word(word))
        }
    }

    /// What kind of entry it is: bits of [`mark`].
    pub fn marks(&self, word: WordId) -> u8 {
        generated::MARKS.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// How frequent it is: 255 for `the`, falling with the logarithm of its frequency; 0 when not known.
    pub fn rank(&self, word: WordId) -> u8 {
        generated::RANKS.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// What was meant by an unknown word of lower-case letters, likeliest first. Takes up to 0.1 ms: for words that would be reported.
    pub fn suggest(&self, wrong: &str, reach: Reach) -> Vec<Suggestion> {
        suggest::suggest(self, wrong, reach)
    }

    /// What parts of speech it can be.
    #[inline]
    pub fn parts(&self, word: WordId) -> Parts {
        let at = word.0 as usize * 2;
        generated::PARTS.get(at..at + 2).map_or(Parts::default(), |bytes| Parts(u16::from_le_bytes([bytes[0], bytes[1]])))
    }

    /// How a word is spelled elsewhere, if it varies in all its senses.
    pub fn variant(&self, word: WordId) -> Option<Variant> {
        let table = generated::VARIANTS;
        let (mut low, mut high) = (0, table.len() / 4);
        while low < high {
            let middle = usize::midpoint(low, high);
            if table.get(middle * 4) < word.0 { low = middle + 1 } else { high = middle }
        }
        let at = low * 4;
        (at < table.len() && table.get(at) == word.0).then(|| Variant {
            american: WordId(table.get(at + 1)),
            british: WordId(table.get(at + 2)),
            oxford: WordId(table.get(at + 3)),
        })
    }

    /// The spellings that should not stand in one story with this one, all as written.
    pub fn not_to_mix_with(&self, written: &str) -> impl Iterator<Item = &'static str> + Clone {
        let from = generated::PAIRS.partition_point(|(one, _)| *one < written);
        generated::PAIRS[from..].iter().take_while(move |(one, _)| *one == written).map(|(_, other)| *other)
    }

    /// What is seen at a glance before and after a word, whichever of its pairs gives it away, and the pairs themselves; none for a
    /// word that nobody mistakes for another.
    #[inline]
    pub fn confused(&self, word: WordId) -> Option<([Glance; 2], &'static [Confusable])> {
        let number = self.bits(word).confused()?;
        let pairs = usize::from(generated::CONFUSED_STARTS[number - 1])..usize::from(generated::CONFUSED_STARTS[number]);
        Some((generated::CONFUSED_GLANCES[number - 1], &generated::CONFUSABLES[pairs]))
    }

    /// The closed lists that hold it: bits of [`Tag`].
    pub fn tags(&self, word: WordId) -> u32 {
        self.bits(word).tags()
    }

    /// Whether it is in a closed list.
    pub fn is(&self, word: WordId, tag: Tag) -> bool {
        self.tags(word) & tag.bit() != 0
    }

    /// Its class in the grammar of attributions, a letter; 0 for a word of no class.
    pub fn class(&self, word: WordId) -> u8 {
        generated::CLASSES.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// How strong a cue it is, if it is a form of one.
    pub fn cue_strength(&self, word: WordId) -> Option<Strength> {
        Strength::from_letter(generated::CUES.get(word.0 as usize).copied().unwrap_or(0))
    }

    /// Whether the dictionary holds it as a lower-case word of any variety of English, or the newsroom accepts it.
    pub fn is_word(&self, word: WordId) -> bool {
        self.marks(word) & mark::WORD != 0 || self.is_accepted(word)
    }

    /// Whether the newsroom's own list holds it.
    pub fn is_accepted(&self, word: WordId) -> bool {
        self.overlay.as_ref().is_some_and(|overlay| overlay.is_accepted(word))
    }

    /// The right forms of a listed misspelling, best first; empty for any other word.
    pub fn corrections(&self, word: WordId) -> impl Iterator<Item = &'static str> {
        let list = if self.marks(word) & mark::MISSPELLING == 0 { "" } else { generated::correction(word) };
        list.split(',').filter(|right| !right.is_empty())
    }

    /// The alias set and the form of an alias phrase; no form for a longer name that holds one and is right.
    pub fn alias(&self, payload: u32) -> (&'static AliasSet, Option<&'static AliasForm>) {
        let (set, form, _) = generated::ALIAS_PHRASES[payload as usize];
        let set = &generated::ALIAS_SETS[usize::from(set)];
        (set, set.forms.get(usize::from(form)))
    }

    /// The place of a place phrase.
    pub fn place(&self, payload: u32) -> &'static Place {
        &generated::PLACES[payload as usize]
    }

    /// What is known of an acronym, written without points.
    pub fn acronym(&self, letters: &str) -> Option<&'static Acronym> {
        let at = generated::ACRONYM_SLOTS.find(word_hash(letters)).0.checked_sub(1)?;
        generated::ACRONYMS.get(at as usize).filter(|row| row.letters == letters)
    }

    /// The title that `key` (see [`fold_title`]) is.
    pub fn title(&self, key: &str) -> Option<&'static Title> {
        let at = generated::TITLE_SLOTS.find(word_hash(key)).0.checked_sub(1)?;
        generated::TITLES.get(at as usize).filter(|title| title.key == key)
    }

    /// Whether two forenames, in lower case, are one name in two spellings.
    pub fn are_one_forename(&self, one: &str, other: &str) -> bool {
        let groups = |name: &str| {
            let from = generated::FORENAME_GROUPS.partition_point(|(known, _)| *known < name);
            let to = from + generated::FORENAME_GROUPS[from..].partition_point(|(known, _)| *known == name);
            generated::FORENAME_GROUPS[from..to].iter().map(|(_, group)| *group)
        };
        groups(one).any(|group| groups(other).any(|another| another == group))
    }

    /// Whether a word is no surname though it stands with a capital after a forename.
    pub fn is_no_surname(&self, word: WordId) -> bool {
        word.is_known() && generated::NO_SURNAMES.binary_search(&word).is_ok()
    }

    /// Whether a surname or a single name needs no first name in world copy.
    pub fn is_household(&self, name: &str) -> bool {
        generated::HOUSEHOLD.binary_search(&name).is_ok()
    }

    /// Whether an agency, a broadcaster or a paper has this name.
    pub fn is_news_outlet(&self, name: &str) -> bool {
        generated::OUTLETS.binary_search(&name).is_ok()
    }

    /// Whether two names in lower case look alike and are never one.
    pub fn never_one(&self, one: &str, other: &str) -> bool {
        generated::NEVER_MERGE.binary_search(&(one, other)).is_ok()
    }

    /// Whether two names in lower case are both real and also a classic slip for one another.
    pub fn are_common_pair(&self, one: &str, other: &str) -> bool {
        generated::COMMON_PAIRS.binary_search(&(one, other)).is_ok()
    }

    /// A miswritten official name and the right one.
    pub fn miswritten(&self, payload: u32) -> (&'static str, &'static str) {
        generated::MISWRITTEN[payload as usize]
    }

    /// An alias phrase as listed, a longer name that holds a form included.
    pub fn alias_text(&self, payload: u32) -> &'static str {
        generated::ALIAS_PHRASES[payload as usize].2
    }

    /// The newsroom's own names, if it has settled any.
    pub fn house(&self) -> Option<&House> {
        self.overlay.as_ref().map(|overlay| &overlay.house).filter(|house| !house.is_empty())
    }

    /// What rules start from, in one look.
    #[inline]
    pub fn bits(&self, word: WordId) -> WordBits {
        // What is known of the unknown word is nothing.
        let index = word.0 as usize;
        WordBits(generated::TAGS.get(if index < generated::TAGS.len() { index } else { 0 }))
    }

    /// Whether phrases of the newsroom's own hang off a word.
    pub fn has_own_phrases(&self, word: WordId) -> bool {
        self.overlay.as_ref().is_some_and(|overlay| !overlay.phrases(word).is_empty())
    }

    /// Tells `found` the phrases that hang off a word and that the words before and after it leave possible: lists of rules, names,
    /// places.
    pub fn each_phrase<'a>(&'a self, word: WordId, beside: [WordId; 2], found: impl FnMut(&PhraseView<'a>)) {
        phrases::beside(generated::PHRASES, generated::PHRASE_STARTS, word, beside, self.overlay.as_ref(), found);
    }
}
