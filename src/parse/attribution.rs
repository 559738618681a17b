//! The clauses of a paragraph that say who speaks, found by `grammar/attribution.pest` over the classes of its words.

use std::ops::Range;

use pest::Parser;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/attribution.pest"]
    pub struct AttributionGrammar;
}

use grammar::{AttributionGrammar, Rule};

/// How a clause is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `said Marsh`, after a quotation
    Inverted,
    /// `Marsh said`
    SpeakerFirst,
    /// `she smiled`, after a quotation
    Smiling,
    /// `according to Marsh`, `in Marsh’s words`
    According,
    /// `Marsh:`
    Label,
    /// `— Marsh`, after a quotation
    Epigraph,
    /// `saying`; the sentence has the speaker
    Participle,
    /// `and said`; the sentence has the speaker
    CueAlone,
}

/// One clause, as indices into the letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// How it is built.
    pub form: Form,
    /// From its first to its last letter; a quotation before it is no part of it.
    pub letters: Range<usize>,
    /// The words that name the speaker.
    pub speaker: Option<Range<usize>>,
    /// The word that says that somebody speaks.
    pub cue: Option<Range<usize>>,
}

/// The clauses in a string of word classes.
pub fn clauses(letters: &str) -> Vec<Clause> {
    let Ok(mut pairs) = AttributionGrammar::parse(Rule::clauses, letters) else {
        debug_assert!(false, "the grammar takes any letters: {letters}");
        return Vec::new();
    };
    let mut clauses = Vec::new();
    for pair in pairs.next().expect("a parse has its root").into_inner() {
        let form = match pair.as_rule() {
            Rule::inverted | Rule::leading_cue => Form::Inverted,
            Rule::speaker_first => Form::SpeakerFirst,
            Rule::smiling => Form::Smiling,
            Rule::according | Rule::in_words => Form::According,
            Rule::label => Form::Label,
            Rule::epigraph => Form::Epigraph,
            Rule::participle => Form::Participle,
            Rule::cue_alone => Form::CueAlone,
            _ => continue,
        };
        let (mut speaker, mut cue) = (None, None);
        for part in pair.into_inner() {
            let range = part.as_span().start()..part.as_span().end();
            match part.as_rule() {
                Rule::speaker | Rule::possessor | Rule::tabloid => speaker = Some(range),
                _ => cue = Some(range),
            }
        }
        let parts = [&speaker, &cue];
        let start = parts.iter().filter_map(|part| part.as_ref()).map(|part| part.start).min().unwrap_or(0);
        let end = parts.iter().filter_map(|part| part.as_ref()).map(|part| part.end).max().unwrap_or(start);
        clauses.push(Clause { form, letters: start..end, speaker, cue });
    }
    clauses
}

/// The subject of a sentence, past what leads up to it.
pub fn subject(sentence: &str) -> Option<Range<usize>> {
    let opening = AttributionGrammar::parse(Rule::opening, sentence).ok()?.next()?;
    let speaker = opening.into_inner().find(|part| part.as_rule() == Rule::speaker)?;
    Some(speaker.as_span().start()..speaker.as_span().end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(letters: &str) -> Vec<String> {
        let part = |range: &Option<Range<usize>>| range.clone().map_or("-".to_owned(), |range| letters[range].to_owned());
        clauses(letters).iter().map(|clause| format!("{:?} {} {}", clause.form, part(&clause.speaker), part(&clause.cue))).collect()
    }

    #[test]
    fn clauses_are_found_in_the_letters() {
        assert_eq!(read("qcnn,dj."), ["Inverted nn c"]);
        assert_eq!(read("qpc."), ["SpeakerFirst p c"]);
        assert_eq!(read("nn,djon,cq."), ["SpeakerFirst nn c"]);
        assert_eq!(read("odjncq."), ["SpeakerFirst n c"]);
        assert_eq!(read("odj,dj,dn,cq."), ["SpeakerFirst dj c"]);
        assert_eq!(read("q,lnn."), ["According nn l"]);
        assert_eq!(read("qpf."), ["Smiling p f"]);
        assert_eq!(read("pycsq."), Vec::<String>::new());
        assert_eq!(read("nhsq."), ["SpeakerFirst n h"]);
    }

    #[test]
    fn the_subject_of_a_sentence_is_found() {
        assert_eq!(subject("odj,nnvdj,gq"), Some(4..6));
        assert_eq!(subject("pvdj"), Some(0..1));
    }

    #[test]
    fn hostile_letters_take_linear_time() {
        for unit in ["j", "n,", "q", "qj", "dj,", "no", "w", "(", "x", "n-", "jk"] {
            assert!(clauses(&unit.repeat(2_000)).len() <= 4_000);
        }
    }
}
