//! The pattern language of rule pages (`grammar/pattern.pest`), expanded to the plain phrases it stands for.

use std::fmt;

use pest::Parser;
use pest::iterators::Pair;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/pattern.pest"]
    pub struct PatternGrammar;
}

use grammar::{PatternGrammar, Rule};

/// A pattern that stands for more phrases than this is refused: it is a rule of its own.
const MOST_PHRASES: usize = 1024;

/// Groups inside groups beyond this depth are refused, so that a hostile pack cannot exhaust the stack.
const MOST_NESTING: usize = 16;

/// One phrase that a pattern stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// Which form each `{verb}` took, in order; the replacement takes the same.
    forms: Vec<usize>,
}

/// Why a pattern is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// A bracket without its partner or an empty word, at this byte of the pattern.
    Syntax(usize),
    /// It stands for too many phrases.
    TooMany,
    /// It nests too deep.
    TooDeep,
}

impl fmt::Display for PatternError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PatternError::Syntax(at) => {
                write!(out, "character {} of the pattern does not fit: every (, [ and {{ needs its partner", at + 1)
            }
            PatternError::TooMany => write!(out, "the pattern stands for more than {MOST_PHRASES} phrases"),
            PatternError::TooDeep => write!(out, "brackets stand more than {MOST_NESTING} deep"),
        }
    }
}

impl std::error::Error for PatternError {}

/// The phrases that `pattern` stands for, each once.
///
/// # Errors
/// When brackets do not pair, or the pattern stands for too much.
pub fn expand(pattern: &str) -> Result<Vec<Phrase>, PatternError> {
    if deepest(pattern) > MOST_NESTING {
        return Err(PatternError::TooDeep);
    }
    let root = PatternGrammar::parse(Rule::pattern, pattern)
        .map_err(|error| match error.location {
            pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => PatternError::Syntax(at),
        })?
        .next()
        .and_then(|pair| pair.into_inner().next())
        .ok_or(PatternError::Syntax(0))?;
    let mut phrases = sequence(root, &[])?;
    for phrase in &mut phrases {
        phrase.text = tidy(&phrase.text);
    }
    phrases.retain(|phrase| !phrase.text.is_empty());
    let mut seen = std::collections::HashSet::new();
    phrases.retain(|phrase| seen.insert(phrase.text.clone()));
    Ok(phrases)
}

/// What to put in place of `found`: `replacement` with each `{verb}` in the form that the pattern's verb had there.
///
/// # Errors
/// When the replacement is no pattern, or holds a choice.
pub fn replacement(replacement: &str, found: &Phrase) -> Result<String, PatternError> {
    let root = PatternGrammar::parse(Rule::pattern, replacement)
        .map_err(|_| PatternError::Syntax(0))?
        .next()
        .and_then(|pair| pair.into_inner().next());
    let mut phrases = sequence(root.ok_or(PatternError::Syntax(0))?, &found.forms)?;
    match phrases.len() {
        0 => Ok(String::new()),
        1 => Ok(tidy(&phrases.remove(0).text)),
        _ => Err(PatternError::TooMany),
    }
}

fn deepest(pattern: &str) -> usize {
    let mut depth: usize = 0;
    let mut most = 0;
    for mark in pattern.chars() {
        match mark {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}

/// One space where an empty option left two.
fn tidy(text: &str) -> String {
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All phrases of a sequence; with `forms`, each verb takes the form named there instead of all.
fn sequence(pair: Pair<'_, Rule>, forms: &[usize]) -> Result<Vec<Phrase>, PatternError> {
    let mut phrases = vec![Phrase { text: String::new(), forms: Vec::new() }];
    let mut fixed = forms.iter();
    for item in pair.into_inner() {
        let choices = match item.as_rule() {
            Rule::literal => vec![Phrase { text: item.as_str().to_owned(), forms: Vec::new() }],
            Rule::inflected => {
                let verb = item.into_inner().as_str().to_owned();
                let all = inflections(&verb);
                match fixed.next() {
                    Some(&form) => vec![Phrase { text: all[form].clone(), forms: vec![form] }],
                    None => all.into_iter().enumerate().map(|(form, text)| Phrase { text, forms: vec![form] }).collect(),
                }
            }
            rule => {
                let mut choices = Vec::new();
                for alternative in item.into_inner() {
                    choices.extend(sequence(alternative, &[])?);
                }
                if rule == Rule::optional {
                    choices.push(Phrase { text: String::new(), forms: Vec::new() });
                }
                choices
            }
        };
        if phrases.len() * choices.len() > MOST_PHRASES {
            return Err(PatternError::TooMany);
        }
        phrases = phrases.iter().flat_map(|head| choices.iter().map(|tail| head.then(tail))).collect();
    }
    Ok(phrases)
}

impl Phrase {
    fn then(&self, tail: &Phrase) -> Phrase {
        Phrase { text: format!("{}{}", self.text, tail.text), forms: self.forms.iter().chain(&tail.forms).copied().collect() }
    }
}

/// Verbs whose past and participle follow no pattern: base, past, participle.
const IRREGULAR: [(&str, &str, &str); 66] = [
    ("be", "was", "been"),
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("bite", "bit", "bitten"),
    ("blow", "blew", "blown"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("fall", "fell", "fallen"),
    ("feel", "felt", "felt"),
    ("fight", "fought", "fought"),
    ("find", "found", "found"),
    ("fly", "flew", "flown"),
    ("get", "got", "got"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("hang", "hung", "hung"),
    ("have", "had", "had"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("know", "knew", "known"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lie", "lay", "lain"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("pay", "paid", "paid"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("ride", "rode", "ridden"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("say", "said", "said"),
    ("see", "saw", "seen"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("shake", "shook", "shaken"),
    ("shoot", "shot", "shot"),
    ("shut", "shut", "shut"),
    ("sit", "sat", "sat"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("stand", "stood", "stood"),
    ("steal", "stole", "stolen"),
    ("strike", "struck", "struck"),
    ("swear", "swore", "sworn"),
    ("take", "took", "taken"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("throw", "threw", "thrown"),
    ("write", "wrote", "written"),
];

/// A verb's five forms: base, -s, past, participle, -ing.
pub fn inflections(verb: &str) -> Vec<String> {
    let (past, participle) = IRREGULAR
        .iter()
        .find(|(base, ..)| *base == verb)
        .map_or_else(|| (with_ed(verb), with_ed(verb)), |(_, past, participle)| ((*past).to_owned(), (*participle).to_owned()));
    vec![verb.to_owned(), with_s(verb), past, participle, with_ing(verb)]
}

fn with_s(verb: &str) -> String {
    match verb {
        "be" => "is".into(),
        "have" => "has".into(),
        _ if ["s", "sh", "ch", "x", "z", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ if ends_in_consonant_y(verb) => format!("{}ies", &verb[..verb.len() - 1]),
        _ => format!("{verb}s"),
    }
}

fn with_ed(verb: &str) -> String {
    if verb.ends_with('e') {
        format!("{verb}d")
    } else if ends_in_consonant_y(verb) {
        format!("{}ied", &verb[..verb.len() - 1])
    } else {
        format!("{}ed", doubled(verb))
    }
}

fn with_ing(verb: &str) -> String {
    match verb.strip_suffix("ie") {
        Some(stem) => format!("{stem}ying"),
        None if verb.ends_with('e') && !verb.ends_with("ee") && verb != "be" => format!("{}ing", &verb[..verb.len() - 1]),
        None => format!("{}ing", doubled(verb)),
    }
}

fn ends_in_consonant_y(verb: &str) -> bool {
    verb.ends_with('y') && !verb.ends_with(['a', 'e', 'i', 'o', 'u']) && !["ay", "ey", "oy", "uy"].iter().any(|end| verb.ends_with(end))
}

/// `slam` doubles its last letter, `boast` and `open` do not: one short vowel before one consonant in a word of one syllable.
fn doubled(verb: &str) -> String {
    let letters: Vec<char> = verb.chars().collect();
    let vowel = |letter: &char| "aeiou".contains(*letter);
    let one_syllable = letters.iter().filter(|letter| vowel(letter)).count() == 1;
    match letters.as_slice() {
        [.., before, short, last] if one_syllable && vowel(short) && !vowel(before) && !vowel(last) && !"wxy".contains(*last) => {
            format!("{verb}{last}")
        }
        _ => verb.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(pattern: &str) -> Vec<String> {
        expand(pattern).expect("a pattern").into_iter().map(|phrase| phrase.text).collect()
    }

    #[test]
    fn groups_options_and_inflections_are_spelled_out() {
        assert_eq!(phrases("(boots|feet) on the ground"), ["boots on the ground", "feet on the ground"]);
        assert_eq!(phrases("current[ly] tense"), ["currently tense", "current tense"]);
        assert_eq!(phrases("{slam} it"), ["slam it", "slams it", "slammed it", "slamming it"]);
        assert_eq!(phrases("as [so] often"), ["as so often", "as often"]);
    }

    #[test]
    fn a_replacement_takes_the_verb_form_that_was_found() {
        let found = expand("{pass} away").expect("a pattern");
        let dead: Vec<String> = found.iter().map(|phrase| replacement("{die}", phrase).expect("a replacement")).collect();
        assert_eq!(dead, ["die", "dies", "died", "dying"]);
    }

    #[test]
    fn broken_patterns_say_where() {
        assert_eq!(expand("(a|b"), Err(PatternError::Syntax(4)));
        assert_eq!(expand(&"(".repeat(40)), Err(PatternError::TooDeep));
        assert_eq!(expand(&"(a|b)".repeat(11)), Err(PatternError::TooMany));
    }
}
