//! Quotations that need nobody to say them: definitions, titles, nicknames, slogans, transcripts.

use crate::article::{Article, Class, Quotation};
use crate::document::Role;

/// Why a quotation needs no attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exemption {
    /// The title of a work.
    Title,
    /// A word as a word, a definition, a name that something goes by.
    Term,
    /// A sign, a slogan, a chant, a law.
    Sign,
    /// `Q:` and `A:`, or a transcript with names.
    Transcript,
    /// Set apart with its source.
    BlockQuote,
    /// In a headline, a standfirst, a caption.
    Display,
    /// What somebody might say or think.
    Hypothetical,
}

/// Words before a quotation that make a title, a sign or a term of it.
const SIGNS: [&str; 40] = [
    "sign",
    "signs",
    "banner",
    "banners",
    "slogan",
    "slogans",
    "motto",
    "chant",
    "chants",
    "placard",
    "placards",
    "shirt",
    "shirts",
    "hat",
    "hats",
    "poster",
    "posters",
    "billboard",
    "hashtag",
    "sticker",
    "stickers",
    "graffiti",
    "caption",
    "captioned",
    "inscription",
    "inscribed",
    "engraved",
    "emblazoned",
    "lyric",
    "lyrics",
    "act",
    "law",
    "amendment",
    "clause",
    "button",
    "buttons",
    "ballot",
    "plaque",
    "headline",
    "headlines",
];
const TITLES: [&str; 38] = [
    "book",
    "film",
    "movie",
    "song",
    "album",
    "play",
    "show",
    "article",
    "report",
    "essay",
    "novel",
    "poem",
    "memoir",
    "documentary",
    "series",
    "episode",
    "column",
    "paper",
    "study",
    "titled",
    "entitled",
    "podcast",
    "musical",
    "painting",
    "single",
    "track",
    "sitcom",
    "drama",
    "exhibition",
    "anthem",
    "hymn",
    "video",
    "ad",
    "commercial",
    "program",
    "programme",
    "band",
    "hit",
];
const TERMS: [&str; 42] = [
    "called",
    "known",
    "dubbed",
    "nicknamed",
    "so-called",
    "labelled",
    "labeled",
    "termed",
    "word",
    "words",
    "term",
    "terms",
    "phrase",
    "phrases",
    "expression",
    "means",
    "meaning",
    "meant",
    "mean",
    "refers",
    "named",
    "code-named",
    "codenamed",
    "aka",
    "spelled",
    "branded",
    "deemed",
    "considered",
    "defined",
    "acronym",
    "name",
    "names",
    "nickname",
    "reads",
    "read",
    "category",
    "listed",
    "marked",
    "option",
    "abbreviation",
    "translated",
    "translates",
];
const HYPOTHETICAL: [&str; 10] = ["imagine", "think", "thinking", "wonder", "wondering", "asking", "ask", "saying", "goes", "adage"];

/// Why `quotation` needs no attribution, if it needs none.
pub fn exemption(article: &Article, quotation: &Quotation) -> Option<Exemption> {
    let block = &article.blocks()[quotation.block as usize];
    if block.role.is_display() || matches!(block.role, Role::Caption | Role::Subhead) || quotation.class == Class::Display {
        return Some(Exemption::Display);
    }
    if block.role == Role::BlockQuote {
        return Some(Exemption::BlockQuote);
    }
    if is_transcript(article.text(block.span)) {
        return Some(Exemption::Transcript);
    }
    if quotation.class == Class::Title {
        return Some(Exemption::Title);
    }
    let (before, after) = around(article, quotation);
    let near = |list: &[&str], most: usize| before.iter().rev().take(most).any(|word| list.contains(&word.as_str()));
    if after
        .first()
        .is_some_and(|word| ["means", "meaning", "refers", "is", "was"].contains(&word.as_str()) && quotation.class == Class::Term)
    {
        return Some(Exemption::Term);
    }
    if near(&TERMS, 4) {
        return Some(Exemption::Term);
    }
    if near(&SIGNS, 5) {
        return Some(Exemption::Sign);
    }
    if near(&TITLES, 4) && quotation.class != Class::Direct {
        return Some(Exemption::Title);
    }
    (near(&HYPOTHETICAL, 3)).then_some(Exemption::Hypothetical)
}

/// `Q:`, `A.`, `INTERVIEWER:`, and inside the marks `“Ida Marsh: We go.”`: a line of a transcript.
fn is_transcript(text: &str) -> bool {
    let Some((at, _)) = text.char_indices().take(26).find(|(_, mark)| matches!(mark, ':' | '.')) else { return false };
    let label = text[..at].trim_start_matches(['“', '"', '‘']);
    let letters = label.chars().filter(|letter| letter.is_alphabetic()).count();
    let in_capitals = letters > 0 && label.len() <= 24 && !label.chars().any(char::is_lowercase);
    if in_capitals && (text[at..].starts_with(':') || letters == 1) {
        return true;
    }
    let names = label.split(' ').count();
    let is_name = (2..=3).contains(&names) && label.split(' ').all(|name| name.starts_with(char::is_uppercase));
    is_name && label.len() < at && text[at..].starts_with(": ")
}

/// The lower-cased words of the sentence right before and after a quotation.
fn around(article: &Article, quotation: &Quotation) -> (Vec<String>, Vec<String>) {
    let words = article.words_of(quotation.block as usize);
    let first = words.start + article.words[words.clone()].partition_point(|word| word.span.start < quotation.outer.start);
    let last = words.start + article.words[words.clone()].partition_point(|word| word.span.start < quotation.outer.end);
    let lower = |range: std::ops::Range<usize>| -> Vec<String> {
        article.words[range].iter().map(|word| article.text(word.span).to_lowercase()).collect()
    };
    (lower(first.saturating_sub(5).max(words.start)..first), lower(last..(last + 3).min(words.end)))
}
