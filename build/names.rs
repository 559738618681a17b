//! The name lists: alias sets, places, acronyms.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::record::{CaseRule, PhraseKind};
use crate::table::{WordId, fold_title};
use crate::tag::Tag;
use crate::vocabulary::{Vocabulary, fill_slots};

/// `aliases.toml` holds sets, `transliterations.toml` names of the same form.
#[derive(Deserialize)]
struct Aliases {
    #[serde(default)]
    set: Vec<Set>,
    #[serde(default)]
    name: Vec<Set>,
}

/// One alias set; `aliases.toml` explains its keys.
#[derive(Deserialize)]
struct Set {
    id: String,
    /// A name whose set stands in `aliases.toml`.
    #[serde(default)]
    alias: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    forms: Vec<String>,
    #[serde(default)]
    plural: bool,
    #[serde(default)]
    since: String,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    same: Vec<Vec<String>>,
    #[serde(default)]
    also_ok: Vec<(String, String)>,
    #[serde(default)]
    house: std::collections::BTreeMap<String, String>,
    #[serde(default)]
    safe: bool,
    #[serde(default)]
    contains_ok: Vec<String>,
    #[serde(default)]
    on: bool,
    #[serde(default)]
    note: String,
}

/// A form that is none: the payload of a longer name that holds one and is right.
const NO_FORM: u16 = u16::MAX;

/// Reads the lists, adds their phrases, gives their Rust source.
pub fn read(folder: &Path, vocabulary: &mut Vocabulary) -> Result<String, String> {
    let mut source = aliases(&[folder.join("aliases.toml"), folder.join("transliterations.toml")], vocabulary)?;
    source.push_str(&places(folder, vocabulary)?);
    source.push_str(&acronyms(&folder.join("acronyms.tsv"))?);
    forenames(folder, vocabulary)?;
    particles(folder, vocabulary)?;
    source.push_str(&titles(folder, vocabulary)?);
    source.push_str(&forename_pairs(folder)?);
    source.push_str(&household(folder)?);
    source.push_str(&outlets(folder)?);
    source.push_str(&look_alikes(&folder.join("aliases.toml"))?);
    source.push_str(&miswritten(folder, vocabulary)?);
    Ok(source)
}

fn sets(path: &Path) -> Result<Vec<Set>, String> {
    let text = crate::read_text(path)?;
    let aliases: Aliases = toml::from_str(&text).map_err(|error| {
        let line = 1 + text[..error.span().map_or(0, |span| span.start)].matches('\n').count();
        format!("{}:{line}: {}", path.display(), error.message())
    })?;
    Ok(aliases.set.into_iter().chain(aliases.name).filter(|set| set.alias.is_empty()).collect())
}

fn aliases(paths: &[PathBuf], vocabulary: &mut Vocabulary) -> Result<String, String> {
    let mut all = Vec::new();
    for path in paths {
        all.extend(sets(path)?);
    }
    let mut sets = String::from("pub(super) static ALIAS_SETS: &[AliasSet] = &[\n");
    let mut phrases = String::from("pub(super) static ALIAS_PHRASES: &[(u16, u16, &str)] = &[");
    let mut payload = 0;
    for (set_index, set) in all.iter().enumerate() {
        let index = |form: &String| {
            set.forms.iter().position(|known| known == form).ok_or_else(|| format!("alias set {}: “{form}” is not among its forms", set.id))
        };
        let mut forms = String::new();
        for form in &set.forms {
            let groups: u32 = set.same.iter().enumerate().filter(|(_, group)| group.contains(form)).map(|(at, _)| 1 << at).sum();
            let _ = write!(forms, "AliasForm {{ text: {form:?}, weak: {}, groups: {groups} }}, ", set.weak.contains(form));
        }
        let mut also_ok = String::new();
        for (one, other) in &set.also_ok {
            let _ = write!(also_ok, "({}, {}), ", index(one)?, index(other)?);
        }
        let house: String = set.house.iter().fold(String::new(), |mut rows, (style, form)| {
            let _ = write!(rows, "({style:?}, {form:?}), ");
            rows
        });
        let _ = writeln!(
            sets,
            "AliasSet {{ id: {:?}, kind: {:?}, forms: &[{forms}], also_ok: &[{also_ok}], house: &[{house}], safe: {}, on: {}, since: {}, note: {:?} }},",
            set.id,
            set.kind,
            set.safe,
            set.on,
            set.since.parse::<u16>().unwrap_or(0),
            set.note
        );
        let own = set.forms.iter().enumerate().map(|(at, form)| (form.clone(), at as u16));
        let plurals = set.forms.iter().enumerate().filter(|_| set.plural).map(|(at, form)| (plural(form), at as u16));
        for (form, form_index) in own.chain(plurals).chain(set.contains_ok.iter().map(|longer| (longer.clone(), NO_FORM))) {
            vocabulary.add_phrase(&form, PhraseKind::Alias, CaseRule::Exact, payload)?;
            let _ = write!(phrases, "({set_index}, {form_index}, {form:?}), ");
            payload += 1;
        }
    }
    Ok(format!("{sets}];\n{phrases}];\n"))
}

/// `Muslims`, `Gypsies`.
fn plural(form: &str) -> String {
    form.strip_suffix('y').map_or_else(|| format!("{form}s"), |stem| format!("{stem}ies"))
}

fn places(folder: &Path, vocabulary: &mut Vocabulary) -> Result<String, String> {
    let mut source = String::from("pub(super) static PLACES: &[Place] = &[\n");
    let mut payload = 0;
    let mut add = |text: &str, kind: &str, country: &str, note: &str| -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        vocabulary.add_phrase(text, PhraseKind::Place, CaseRule::Exact, payload)?;
        payload += 1;
        let _ = writeln!(source, "Place {{ text: {text:?}, kind: PlaceKind::{kind}, country: {country:?}, note: {note:?} }},");
        Ok(())
    };
    for (_, row) in crate::rows(&crate::read_text(&folder.join("countries.tsv"))?) {
        let column = |at: usize| row.get(at).copied().unwrap_or_default().split('|');
        let country = row[0];
        let adjective = column(1).next().unwrap_or_default();
        for name in std::iter::once(country).chain(column(4)) {
            add(name, "Country", country, adjective)?;
        }
        for name in column(1) {
            add(name, "Adjective", country, "")?;
        }
        for name in column(2) {
            add(name, "People", country, "")?;
        }
    }
    for (_, row) in crate::rows(&crate::read_text(&folder.join("cities.tsv"))?) {
        add(row[0], "City", row.get(1).copied().unwrap_or_default(), row.get(2).copied().unwrap_or_default())?;
    }
    for (_, row) in crate::rows(&crate::read_text(&folder.join("us-states.tsv"))?) {
        add(row[0], "State", "United States", row.get(1).copied().unwrap_or_default())?;
    }
    source.push_str("];\n");
    Ok(source)
}

fn acronyms(path: &Path) -> Result<String, String> {
    let text = crate::read_text(path)?;
    let mut rows: Vec<Vec<&str>> = crate::rows(&text).map(|(_, row)| row).collect();
    rows.sort_by_key(|row| row[0]);
    let mut source = slots("ACRONYM_SLOTS", rows.iter().map(|row| row[0]));
    source.push_str("pub(super) static ACRONYMS: &[Acronym] = &[\n");
    for row in rows {
        let column = |at: usize| row.get(at).copied().unwrap_or_default();
        let expansions: Vec<&str> = column(2).split('|').filter(|expansion| !expansion.is_empty()).collect();
        let _ = writeln!(
            source,
            "Acronym {{ letters: {:?}, known: {}, expansions: &{expansions:?}, irregular: {} }},",
            column(0),
            column(1) == "known",
            column(3) == "irregular"
        );
    }
    source.push_str("];\n");
    Ok(source)
}

/// Slots that give for each key one more than its place in the list, so that it is found without comparing texts.
fn slots<'k>(name: &str, keys: impl Iterator<Item = &'k str>) -> String {
    let numbered: Vec<(&str, WordId)> = keys.zip(1..).map(|(key, number)| (key, WordId(number))).collect();
    let bytes = fill_slots(&numbered, (numbered.len() * 2).next_power_of_two());
    format!("pub(super) static {name}: Slots = Slots(&{bytes:?});\n")
}

/// Forenames; those after the line of dashes are also words, places or surnames.
fn forenames(folder: &Path, vocabulary: &mut Vocabulary) -> Result<(), String> {
    let text = crate::read_text(&folder.join("forenames.tsv"))?;
    let (strong, weak) = text.split_once("# ---- weak evidence").ok_or("forenames.tsv has no line of weak evidence")?;
    for (list, tag) in [(strong, Tag::Forename), (weak.split_once('\n').map_or("", |(_, rows)| rows), Tag::WeakForename)] {
        for (_, row) in crate::rows(list) {
            // `Abdel-Fattah` is two words to the reader of copy; its first is evidence enough.
            if let Some(first) = row[0].split(['-', ' ']).next() {
                vocabulary.add_tag(first, tag);
            }
        }
    }
    Ok(())
}

fn particles(folder: &Path, vocabulary: &mut Vocabulary) -> Result<(), String> {
    for (_, row) in crate::rows(&crate::read_text(&folder.join("particles.txt"))?) {
        for part in row[0].split([' ', '-']).filter(|part| part.len() >= 2 && !part.contains(['\'', '.'])) {
            vocabulary.add_tag(part, Tag::Particle);
        }
    }
    Ok(())
}

/// Titles by their comparable form, each with the office it names where one office has several titles.
fn titles(folder: &Path, vocabulary: &mut Vocabulary) -> Result<String, String> {
    let mut rows: std::collections::BTreeMap<String, (String, String, bool, String)> = std::collections::BTreeMap::new();
    for (_, row) in crate::rows(&crate::read_text(&folder.join("titles.tsv"))?) {
        let column = |at: usize| row.get(at).copied().unwrap_or_default();
        // Forenames and abbreviations of other things far more often than titles.
        if matches!(fold_title(row[0]).as_str(), "don" | "dc" | "pc" | "td" | "st" | "saint" | "elder" | "daw" | "tun" | "fellow") {
            continue;
        }
        let formal = column(2) == "yes";
        let entry =
            rows.entry(fold_title(row[0])).or_insert_with(|| (row[0].to_owned(), column(1).to_owned(), formal, column(3).to_owned()));
        entry.2 &= formal;
    }
    let mut offices: Vec<String> = Vec::new();
    for (_, row) in crate::rows(&crate::read_text(&folder.join("title-equivalents.tsv"))?) {
        let office = row[0].to_owned();
        for title in std::iter::once(row[0]).chain(row.get(1).copied().unwrap_or_default().split('|')).filter(|title| !title.is_empty()) {
            let known = rows.entry(fold_title(title)).or_insert_with(|| (title.to_owned(), "political".to_owned(), true, String::new()));
            known.3.clone_from(&office);
        }
        offices.push(office);
    }
    let mut source = slots("TITLE_SLOTS", rows.keys().map(String::as_str));
    source.push_str("pub(super) static TITLES: &[Title] = &[\n");
    for (key, (text, kind, formal, office)) in &rows {
        if let Some(last) = key.rsplit(' ').next() {
            vocabulary.add_tag(last, Tag::TitleEnd);
        }
        let _ = writeln!(source, "Title {{ key: {key:?}, text: {text:?}, kind: {kind:?}, formal: {formal}, office: {office:?} }},");
    }
    source.push_str("];\n");
    Ok(source)
}

/// Forenames that are one name in several spellings: each with the number of its row.
fn forename_pairs(folder: &Path) -> Result<String, String> {
    let mut rows = Vec::new();
    for (group, (_, row)) in crate::rows(&crate::read_text(&folder.join("forename-pairs.tsv"))?).enumerate() {
        let others = row.get(1).copied().unwrap_or_default().split('|');
        rows.extend(std::iter::once(row[0]).chain(others).map(|name| (name.to_lowercase(), group as u16)));
    }
    rows.sort();
    rows.dedup();
    Ok(format!("pub(super) static FORENAME_GROUPS: &[(&str, u16)] = &{rows:?};\n"))
}

/// The numbers of the words that are no surname. To be asked for when words have their numbers.
pub fn no_surnames(folder: &Path, vocabulary: &Vocabulary) -> Result<String, String> {
    let text = crate::read_text(&folder.join("no-surnames.txt"))?;
    let mut numbers: Vec<WordId> = crate::rows(&text).map(|(_, row)| WordId(vocabulary.id(row[0]))).collect();
    numbers.sort_unstable();
    Ok(format!("pub(super) static NO_SURNAMES: &[WordId] = &{numbers:?};\n"))
}

fn household(folder: &Path) -> Result<String, String> {
    let text = crate::read_text(&folder.join("household.txt"))?;
    let mut names: Vec<&str> = crate::rows(&text).map(|(_, row)| row[0]).collect();
    names.sort_unstable();
    Ok(format!("pub(super) static HOUSEHOLD: &[&str] = &{names:?};\n"))
}

/// Agencies, broadcasters and papers by every name.
fn outlets(folder: &Path) -> Result<String, String> {
    let text = crate::read_text(&folder.join("agencies.tsv"))?;
    let mut names: Vec<&str> = crate::rows(&text)
        .flat_map(|(_, row)| std::iter::once(row[0]).chain(row.get(1).copied().unwrap_or_default().split('|')))
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    names.dedup();
    Ok(format!("pub(super) static OUTLETS: &[&str] = &{names:?};\n"))
}

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
}

#[derive(Deserialize)]
struct LookAlikes {
    never_merge: Vec<Pair>,
    common_pair: Vec<Pair>,
}

/// Names that look alike: those that are never one, and those that are a classic slip; both ways round.
fn look_alikes(path: &Path) -> Result<String, String> {
    let lists: LookAlikes = toml::from_str(&crate::read_text(path)?).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut source = String::new();
    for (name, pairs) in [("NEVER_MERGE", &lists.never_merge), ("COMMON_PAIRS", &lists.common_pair)] {
        let both = |pair: &Pair| [(pair.a.to_lowercase(), pair.b.to_lowercase()), (pair.b.to_lowercase(), pair.a.to_lowercase())];
        let mut rows: Vec<(String, String)> = pairs.iter().flat_map(both).collect();
        rows.sort();
        rows.dedup();
        let _ = writeln!(source, "pub(super) static {name}: &[(&str, &str)] = &{rows:?};");
    }
    Ok(source)
}

/// Official names as they are often miswritten.
fn miswritten(folder: &Path, vocabulary: &mut Vocabulary) -> Result<String, String> {
    let mut source = String::from("pub(super) static MISWRITTEN: &[(&str, &str)] = &[");
    for (payload, (line, row)) in crate::rows(&crate::read_text(&folder.join("org-names.tsv"))?).enumerate() {
        let [wrong, right] = row[..] else { return Err(format!("org-names.tsv:{line}: needs wrong, right")) };
        vocabulary.add_phrase(wrong, PhraseKind::Miswritten, CaseRule::Exact, payload as u32)?;
        let _ = write!(source, "({wrong:?}, {right:?}), ");
    }
    source.push_str("];\n");
    Ok(source)
}
