//! What a number counts, and what happened to those it counts.

use crate::document::Role;
use crate::lexicon::Tag;
use crate::text::Span;

use super::{Article, Quantity};

/// What happened to the people that a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// killed, dead, died
    Killed,
    /// injured, wounded, hurt
    Injured,
    /// arrested, detained
    Arrested,
    /// missing
    Missing,
}

impl Fate {
    fn of(written: &str) -> Option<Self> {
        // Few words begin as one of them.
        if !matches!(written.as_bytes().first()? | 0x20, b'a' | b'd' | b'f' | b'h' | b'i' | b'k' | b'm' | b'w') {
            return None;
        }
        let mut buffer = [0; 10];
        let small = buffer.get_mut(..written.len())?;
        small.copy_from_slice(written.as_bytes());
        small.make_ascii_lowercase();
        Some(match std::str::from_utf8(small).ok()? {
            "dead" | "killed" | "kills" | "kill" | "killing" | "died" | "die" | "dies" | "deaths" | "fatalities" => Fate::Killed,
            "injured" | "injures" | "injure" | "injuring" | "wounded" | "wounds" | "wounding" | "hurt" | "injuries" => Fate::Injured,
            "arrested" | "arrests" | "arrest" | "detained" | "detains" => Fate::Arrested,
            "missing" => Fate::Missing,
            _ => return None,
        })
    }
}

/// Plurals without an s.
const PLURALS: [&str; 8] = ["people", "men", "women", "children", "troops", "police", "seats", "percent"];

impl Article<'_> {
    /// The noun that a number counts, without its plural s: `home` of `14,000 wet homes`.
    pub fn counted(&self, quantity: &Quantity) -> Option<String> {
        let mut at = quantity.span().end;
        for word in self.words.get(quantity.end as usize..)?.iter().take(3) {
            let between = self.copy().get(at as usize..word.span.from())?;
            let joined = between.chars().all(|mark| mark.is_whitespace() || matches!(mark, '-' | crate::text::FILLER));
            let closed = word.tags() & (Tag::FunctionWord.bit() | Tag::Pronoun.bit() | Tag::Cue.bit() | Tag::NumberWord.bit());
            if word.block != quantity.block || !joined || !word.is_word() || closed != 0 || word.possessive > 0 {
                return None;
            }
            let text = self.text(word.span).to_lowercase();
            if PLURALS.contains(&text.as_str()) {
                return Some(text);
            }
            if text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("’s") {
                return Some(singular(&text));
            }
            at = word.span.end;
        }
        None
    }

    /// What happened to those a number counts: `12 dead`, `killed at least 12 people`, `12 people were killed`.
    pub fn fate(&self, quantity: &Quantity) -> Option<Fate> {
        let fate_at = |index: usize| {
            let word = self.words.get(index).filter(|word| word.block == quantity.block)?;
            let fate = Fate::of(self.text(word.span))?;
            let near = self.copy().get(word.span.to().min(quantity.span().from())..quantity.span().from().max(word.span.to()))?;
            (!near.contains(['.', ';', ':'])).then_some(fate)
        };
        let words_of_hedge = if quantity.hedge.is_some() { 2 } else { 0 };
        let before = (1..=1 + words_of_hedge).filter_map(|back| (quantity.first as usize).checked_sub(back)).find_map(fate_at);
        let end = quantity.end as usize;
        before.or_else(|| (end..end + 5).take_while(|&index| self.goes_on(quantity, index)).find_map(fate_at))
    }

    /// A number with what it counts or with what happened, as a message shows it: `40 people dead`, `14,000 homes`.
    pub fn with_counted(&self, quantity: &Quantity) -> Span {
        let end = quantity.end as usize;
        let follows = |index: &usize| self.goes_on(quantity, *index) && self.words[*index].possessive == 0;
        let written = |index: usize| self.text(self.words[index].span);
        let text = |index: usize| written(index).to_lowercase();
        let fate = (end..end + 4).take_while(follows).find(|&index| Fate::of(written(index)).is_some() || text(index) == "were");
        let counted = self.counted(quantity);
        let noun =
            || (end..end + 3).take_while(follows).find(|&index| counted.as_deref().is_some_and(|noun| text(index).starts_with(noun)));
        let last = fate.filter(|&index| text(index) != "were").or_else(noun);
        last.map_or(quantity.span(), |index| quantity.span().join(self.words[index].span))
    }

    /// Whether the word at `index` belongs to the clause of a number before it.
    fn goes_on(&self, quantity: &Quantity, index: usize) -> bool {
        let Some(word) = self.words.get(index).filter(|word| word.block == quantity.block) else { return false };
        let between = &self.copy()[quantity.span().to()..word.span.from()];
        let joins = || matches!(self.text(word.span), "and" | "but" | "after" | "when" | "in" | "who" | "to" | "by");
        // The first byte of a dash is that of many marks.
        let may_part = |byte: u8| matches!(byte, b',' | b'.' | b';' | b':' | b'(' | 0xE2);
        let parts = || between.bytes().any(may_part) && between.contains([',', '.', ';', ':', '(', '—', '–']);
        word.is_word() && !joins() && !parts()
    }

    /// How a message calls the place of `offset`: `the headline`, `paragraph 3`.
    pub fn place_name(&self, offset: u32) -> String {
        let Some(block) = self.document.block_at(offset) else { return "the story".into() };
        match self.blocks()[block].role {
            Role::Headline => "the headline".into(),
            Role::Standfirst => "the standfirst".into(),
            Role::Caption => "the caption".into(),
            Role::Subhead => "the subhead".into(),
            Role::Dateline => "the dateline".into(),
            Role::TeaserHeadline | Role::TeaserText | Role::SectionLabel => "the teaser".into(),
            Role::Correction => "the correction".into(),
            _ => format!("paragraph {}", self.paragraph_number(block)),
        }
    }

    /// The quantities that stand in `span`.
    pub fn quantities_in(&self, span: Span) -> &[Quantity] {
        let start = self.quantities().partition_point(|quantity| quantity.span().start < span.start);
        let end = start + self.quantities()[start..].partition_point(|quantity| quantity.span().end <= span.end);
        &self.quantities()[start..end]
    }
}

fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = plural.strip_suffix('s').unwrap_or(plural);
    ["sse", "she", "che", "xe"].iter().find(|end| stem.ends_with(**end)).map_or(stem, |_| &stem[..stem.len() - 1]).to_owned()
}
