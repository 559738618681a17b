//! The pairs of `rules/data/lexicon/confusables.toml`, checked and written as Rust.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::confusable::{self, Glance, gap, sight};
use crate::parts::PARTS;
use crate::vocabulary::Vocabulary;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    lists: BTreeMap<String, String>,
    classes: BTreeMap<String, String>,
    pair: Vec<toml::Spanned<Pair>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    #[serde(default = "confusable")]
    rule: String,
    wrong: String,
    right: OneOrMore,
    #[serde(default)]
    note: String,
    when: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

fn confusable() -> String {
    "confusable".to_owned()
}

/// The rules that the pairs may belong to.
const RULES: [&str; 3] = ["confusable", "its-whose-your", "missing-apostrophe"];

/// The pairs, their words added to the vocabulary, still without numbers.
pub struct Confusables {
    pairs: Vec<(Pair, Contexts, Contexts)>,
}

/// What `when` or `unless` holds, each context its tokens.
type Contexts = Vec<Vec<Token>>;

struct Token {
    optional: bool,
    any_of: Vec<Vec<Test>>,
    is_target: bool,
}

struct Test {
    not: bool,
    ask: Ask,
}

/// A question of the lexicon, or words that have no numbers yet.
enum Ask {
    Words(Vec<String>),
    Other(confusable::Ask),
}

/// Reads and checks the list.
pub fn read(path: &Path, vocabulary: &mut Vocabulary) -> Result<Confusables, String> {
    let text = crate::read_text(path)?;
    let line_of = |at: usize| 1 + text[..at].matches('\n').count();
    let file: File = toml::from_str(&text)
        .map_err(|error| format!("{}:{}: {}", path.display(), line_of(error.span().map_or(0, |span| span.start)), error.message()))?;
    let lists = expand(&file.lists)?;
    let mut pairs = Vec::new();
    for spanned in file.pair {
        let line = line_of(spanned.span().start);
        let pair = spanned.into_inner();
        let fail = |problem: String| format!("{}:{line}: “{}”: {problem}", path.display(), pair.wrong);
        if !RULES.contains(&pair.rule.as_str()) {
            return Err(fail(format!("no rule spelling/{} takes pairs", pair.rule)));
        }
        let parse =
            |contexts: &[String]| contexts.iter().map(|context| parse(context, &file.classes, &lists)).collect::<Result<Vec<_>, _>>();
        let when = parse(&pair.when).map_err(fail)?;
        let unless = parse(&pair.unless).map_err(fail)?;
        vocabulary.add_confusable(&pair.wrong);
        for test in when.iter().chain(&unless).flatten().flat_map(|token| token.any_of.iter().flatten()) {
            if let Ask::Words(words) = &test.ask {
                for word in words {
                    vocabulary.add_word(word);
                }
            }
        }
        pairs.push((pair, when, unless));
    }
    Ok(Confusables { pairs })
}

/// A list may hold others: `$name`.
fn expand(lists: &BTreeMap<String, String>) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut expanded: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut left: Vec<(&String, &String)> = lists.iter().collect();
    while !left.is_empty() {
        let before = left.len();
        left.retain(|(name, words)| {
            let mut all = Vec::new();
            for word in words.split_whitespace() {
                match word.strip_prefix('$') {
                    None => all.extend(forms(word)),
                    Some(other) => match expanded.get(other) {
                        Some(others) => all.extend(others.clone()),
                        None => return true,
                    },
                }
            }
            expanded.insert((*name).clone(), all);
            false
        });
        if left.len() == before {
            return Err(format!("confusables.toml: the list “{}” names a list that does not exist", left[0].0));
        }
    }
    Ok(expanded)
}

/// `{walk}` is all forms of the verb.
fn forms(word: &str) -> Vec<String> {
    if !word.starts_with('{') {
        return vec![word.to_owned()];
    }
    crate::pattern::expand(word).map_or_else(|_| vec![word.to_owned()], |phrases| phrases.into_iter().map(|phrase| phrase.text).collect())
}

fn parse(context: &str, classes: &BTreeMap<String, String>, lists: &BTreeMap<String, Vec<String>>) -> Result<Vec<Token>, String> {
    let context = &in_full(context, classes)?;
    let tokens: Vec<Token> = context.split_whitespace().map(|token| parse_token(token, lists)).collect::<Result<_, _>>()?;
    match tokens.iter().filter(|token| token.is_target).count() {
        1 => Ok(tokens),
        _ => Err(format!("“{context}” must hold one _, the word itself")),
    }
}

/// `@name` is a class of words, put in its place.
fn in_full(context: &str, classes: &BTreeMap<String, String>) -> Result<String, String> {
    let mut full = context.to_owned();
    for _ in 0..16 {
        let Some(at) = full.find('@') else { return Ok(full) };
        let end = full[at + 1..].find(|next: char| !(next.is_alphanumeric() || next == '-')).map_or(full.len(), |len| at + 1 + len);
        let class = classes.get(&full[at + 1..end]).ok_or_else(|| format!("there is no class “{}”", &full[at..end]))?;
        full.replace_range(at..end, &class.clone());
    }
    if full.contains('@') { Err(format!("“{context}” has too many classes")) } else { Ok(full) }
}

fn parse_token(token: &str, lists: &BTreeMap<String, Vec<String>>) -> Result<Token, String> {
    if token == "_" {
        return Ok(Token { optional: false, any_of: Vec::new(), is_target: true });
    }
    let (inner, optional) = token.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map_or((token, false), |inner| (inner, true));
    let mut any_of = Vec::new();
    let mut words = Vec::new();
    for alternative in inner.split('|') {
        let tests: Vec<Test> = alternative.split('&').map(|test| parse_test(test, lists)).collect::<Result<_, _>>()?;
        match &tests[..] {
            [Test { not: false, ask: Ask::Words(more) }] => words.extend(more.iter().cloned()),
            _ => any_of.push(tests),
        }
    }
    if !words.is_empty() {
        any_of.push(vec![Test { not: false, ask: Ask::Words(words) }]);
    }
    Ok(Token { optional, any_of, is_target: false })
}

fn parse_test(test: &str, lists: &BTreeMap<String, Vec<String>>) -> Result<Test, String> {
    let (name, not) = test.strip_prefix('~').map_or((test, false), |name| (name, true));
    let part = |name: &str| PARTS.iter().position(|(_, known)| *known == name).map(|at| 1_u16 << at);
    let ask = match name {
        "" => Err(format!("“{test}” is empty")),
        "NUMBER" => Ok(Ask::Other(confusable::Ask::Number)),
        "CAPITAL" => Ok(Ask::Other(confusable::Ask::Capital)),
        "POSSESSIVE" => Ok(Ask::Other(confusable::Ask::Possessive)),
        "ANY" => Ok(Ask::Other(confusable::Ask::Any)),
        "END" => Ok(Ask::Other(confusable::Ask::Gap(gap::END))),
        "START" => Ok(Ask::Other(confusable::Ask::Gap(gap::END | gap::QUOTE))),
        "COMMA" => Ok(Ask::Other(confusable::Ask::Gap(gap::COMMA))),
        "QUOTE" => Ok(Ask::Other(confusable::Ask::Gap(gap::QUOTE))),
        "HYPHEN" => Ok(Ask::Other(confusable::Ask::Gap(gap::HYPHEN))),
        "PUNCTUATION" => Ok(Ask::Other(confusable::Ask::Gap(gap::END | gap::COMMA))),
        _ if name.starts_with(|first: char| first.is_ascii_uppercase()) && name.len() > 1 => match name.strip_suffix('!') {
            Some(name) => part(name).map(|bit| Ask::Other(confusable::Ask::Mainly(bit))),
            None => part(name).map(|bit| Ask::Other(confusable::Ask::MayBe(bit))),
        }
        .ok_or_else(|| format!("“{name}” is no part of speech")),
        _ => match name.strip_prefix('$') {
            Some(list) => lists.get(list).cloned().map(Ask::Words).ok_or_else(|| format!("there is no list “{list}”")),
            None => Ok(Ask::Words(forms(name))),
        },
    };
    Ok(Test { not, ask: ask? })
}

impl Confusables {
    /// The pairs as Rust source, sorted by the wrong word's number.
    pub fn rust(&self, vocabulary: &Vocabulary) -> String {
        let mut sources: Vec<(u32, [Glance; 2], String)> = self
            .pairs
            .iter()
            .map(|(pair, when, unless)| {
                let right = match &pair.right {
                    OneOrMore::One(right) => std::slice::from_ref(right),
                    OneOrMore::More(rights) => rights,
                };
                let wrong = vocabulary.id(&pair.wrong);
                let glance = either(when.iter().map(|context| glances(context, vocabulary)));
                let source = format!(
                    "Confusable {{ rule: {:?}, right: &{right:?}, note: {:?}, glance: {glance:?}, when: &[{}], unless: &[{}] }},\n",
                    pair.rule,
                    pair.note,
                    surroundings(when, vocabulary),
                    surroundings(unless, vocabulary)
                );
                (wrong, glance, source)
            })
            .collect();
        sources.sort_by_key(|(wrong, ..)| *wrong);
        // The words have their numbers among the confused in the order of their numbers in the lexicon.
        let words: Vec<&[(u32, [Glance; 2], String)]> = sources.chunk_by(|one, other| one.0 == other.0).collect();
        let ends = words.iter().scan(0, |end, pairs| {
            *end += pairs.len();
            Some(*end)
        });
        let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
        let glances: Vec<[Glance; 2]> = words.iter().map(|pairs| either(pairs.iter().map(|pair| pair.1))).collect();
        let mut all = format!("pub(super) static CONFUSED_STARTS: &[u16] = &{starts:?};\n");
        let _ = writeln!(all, "pub(super) static CONFUSED_GLANCES: &[[Glance; 2]] = &{glances:?};");
        all.push_str("pub(super) static CONFUSABLES: &[Confusable] = &[\n");
        for (_, _, source) in &sources {
            all.push_str(source);
        }
        all.push_str("];\n");
        all
    }
}

fn surroundings(contexts: &[Vec<Token>], vocabulary: &Vocabulary) -> String {
    let mut source = String::new();
    for tokens in contexts {
        let target = tokens.iter().position(|token| token.is_target).expect("checked when it was read");
        let before: String = tokens[..target].iter().rev().map(|token| element(token, vocabulary)).collect();
        let after: String = tokens[target + 1..].iter().map(|token| element(token, vocabulary)).collect();
        let glances = glances(tokens, vocabulary);
        let _ = write!(source, "Surroundings {{ glance: {glances:?}, before: &[{before}], after: &[{after}] }}, ");
    }
    source
}

/// What is seen before and after a word where one of several things stands.
fn either(glances: impl Iterator<Item = [Glance; 2]>) -> [Glance; 2] {
    glances.fold([Glance::default(); 2], |[before, after], [more_before, more_after]| [before.or(more_before), after.or(more_after)])
}

/// What is seen before and after the word where a context stands.
fn glances(tokens: &[Token], vocabulary: &Vocabulary) -> [Glance; 2] {
    let target = tokens.iter().position(|token| token.is_target).expect("checked when it was read");
    [tokens[..target].last(), tokens.get(target + 1)].map(|token| glance(token, vocabulary))
}

/// What must be seen where `token` stands, if anything must.
fn glance(token: Option<&Token>, vocabulary: &Vocabulary) -> Glance {
    let Some(token) = token.filter(|token| !token.optional) else { return Glance::of_kinds(sight::WHATEVER) };
    let mut all_of = Glance::default();
    for alternative in &token.any_of {
        // All tests of an alternative hold: to look for one of them is enough.
        let seen = alternative.iter().find(|test| !test.not).map_or_else(
            || {
                let of_gap = alternative.iter().all(|test| matches!(test.ask, Ask::Other(confusable::Ask::Gap(_))));
                Glance::of_kinds(if of_gap { sight::WHATEVER } else { sight::WORD })
            },
            |test| seen(&test.ask, vocabulary),
        );
        all_of = all_of.or(seen);
    }
    all_of
}

/// What is seen where the answer to `ask` is yes.
fn seen(ask: &Ask, vocabulary: &Vocabulary) -> Glance {
    let ask = match ask {
        Ask::Words(words) => {
            let all = words.iter().map(|word| Glance::of_word(vocabulary.id(word)));
            return all.fold(Glance::default(), Glance::or);
        }
        Ask::Other(ask) => ask,
    };
    match ask {
        confusable::Ask::Mainly(parts) => Glance::of_parts(0, *parts),
        confusable::Ask::MayBe(parts) => Glance::of_parts(*parts, 0),
        confusable::Ask::Gap(bits) => Glance::of_gap(*bits),
        confusable::Ask::Number => Glance::of_kinds(sight::NUMBER),
        confusable::Ask::Capital => Glance::of_kinds(sight::CAPITAL),
        confusable::Ask::Possessive => Glance::of_kinds(sight::POSSESSIVE),
        // Words have numbers here, and stand above.
        confusable::Ask::Any | confusable::Ask::Word(_) => Glance::of_kinds(sight::WORD),
    }
}

fn element(token: &Token, vocabulary: &Vocabulary) -> String {
    let mut any_of = String::new();
    for all in &token.any_of {
        let tests: String = all.iter().map(|one| test(one, vocabulary)).collect();
        let _ = write!(any_of, "&[{tests}], ");
    }
    format!("Element {{ optional: {}, any_of: &[{any_of}] }}, ", token.optional)
}

fn test(test: &Test, vocabulary: &Vocabulary) -> String {
    let ask = match &test.ask {
        Ask::Words(words) => {
            let mut ids: Vec<u32> = words.iter().map(|word| vocabulary.id(word)).collect();
            ids.sort_unstable();
            ids.dedup();
            format!("Ask::Word(&{ids:?})")
        }
        Ask::Other(ask) => format!("Ask::{ask:?}"),
    };
    format!("Test {{ not: {}, ask: {ask} }}, ", test.not)
}
