//! The words of attributions: cues with their strengths, and the classes of words that the grammar tells apart.

use std::path::Path;

use crate::pattern::{expand, inflections};
use crate::record::{CaseRule, PhraseKind};
use crate::vocabulary::Vocabulary;

/// Reads `cues.tsv` and `word-classes.tsv`.
pub fn read(data: &Path, vocabulary: &mut Vocabulary) -> Result<(), String> {
    let path = data.join("word-classes.tsv");
    for (line, row) in crate::rows(&crate::read_text(&path)?) {
        let [letter, words] = row[..] else { return Err(format!("{}:{line}: needs a letter and words", path.display())) };
        for word in words.split(' ') {
            vocabulary.set_class(word, one_byte(letter), 0);
        }
    }
    let path = data.join("cues.tsv");
    for (line, row) in crate::rows(&crate::read_text(&path)?) {
        let [cue, strength, also, irregular] = row[..] else {
            return Err(format!("{}:{line}: needs cue, strength, noun|all|-, irregular forms|-", path.display()));
        };
        let wrong = |problem: String| format!("{}:{line}: “{cue}”: {problem}", path.display());
        let strength = one_byte(strength);
        if cue.contains(' ') {
            for phrase in expand(cue).map_err(|error| wrong(error.to_string()))? {
                let is_ing = phrase.text.split(' ').next().is_some_and(|verb| verb.ends_with("ing"));
                let letter = match strength {
                    b'P' => b'>',
                    b'Q' => b'r',
                    _ if is_ing => b'g',
                    _ => b'c',
                };
                let payload = u32::from(letter) | u32::from(strength) << 8;
                vocabulary.add_phrase(&phrase.text, PhraseKind::Cue, CaseRule::Any, payload).map_err(&wrong)?;
            }
        } else {
            for (form, letter) in forms(cue, also, irregular).map_err(wrong)? {
                // A smile is a noun: only the forms of the past and of the third person may stand for said.
                let letter = match strength {
                    b'X' if form == cue => continue,
                    b'X' => b'f',
                    _ => letter,
                };
                vocabulary.set_class(&form, letter, strength);
            }
        }
    }
    Ok(())
}

fn one_byte(column: &str) -> u8 {
    column.bytes().next().unwrap_or(0)
}

/// The forms of a verb with their classes: `c` a cue, `h` a cue or something else, `g` the -ing form.
fn forms(verb: &str, also: &str, irregular: &str) -> Result<Vec<(String, u8)>, String> {
    let mut all = inflections(verb);
    if irregular != "-" {
        let given: Vec<&str> = irregular.split('|').collect();
        let [past, participle, ing] = given[..] else { return Err("irregular forms are past|participle|-ing".into()) };
        all.truncate(2);
        all.extend([past, participle, ing].map(str::to_owned));
    }
    let (base, finite) = match also {
        "-" => (b'c', b'c'),
        "noun" => (b'h', b'c'),
        "all" => (b'h', b'h'),
        other => return Err(format!("“{other}” is none of noun, all, -")),
    };
    let ing = if also == "all" { b'h' } else { b'g' };
    let letters = [base, base, finite, finite, ing];
    Ok(all.into_iter().zip(letters).collect())
}
