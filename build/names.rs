//! The name lists: alias sets, places, acronyms.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::record::{CaseRule, PhraseKind};
use crate::vocabulary::Vocabulary;

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
    let mut source = String::from("pub(super) static ACRONYMS: &[Acronym] = &[\n");
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
