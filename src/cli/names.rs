//! `newslint names`: the newsroom's own list of names.

use std::fs;
use std::path::PathBuf;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, value};

use super::args::{CopyArgs, NamesAddArgs, NamesArgs, NamesCommand, NamesListArgs, RuleArgs};
use super::files::{self, CopyFile, Origin, Unread};
use super::settings::{Configs, Rooted};
use super::{Desk, Failure, Outcome, visible, words_of, write};
use crate::article::{Article, Name, NameKind};
use crate::config::{NamesFile, check_names, nearest};
use crate::input;
use crate::text::{MOST_BYTES, Source};

pub fn run(args: &NamesArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    match &args.command {
        NamesCommand::Add(args) => add(args, desk),
        NamesCommand::List(args) => list(args, desk),
    }
}

/// Writes a name into the newsroom's list: its first file of names, or newslint.toml itself.
fn add(args: &NamesAddArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let configs = Configs::new(&CopyArgs::default(), &RuleArgs::default())?;
    let rooted = configs.of_folder(std::path::Path::new("."))?;
    let (path, is_own_file) = place(&rooted)?;
    let before = fs::read_to_string(&path).map_err(|error| Failure::new(format!("{}: {}", path.display(), words_of(&error))))?;
    let mut document: DocumentMut =
        before.parse().map_err(|error: toml_edit::TomlError| Failure::new(format!("{}: {}", path.display(), error.message())))?;
    let is_new = settle(entries(&mut document, is_own_file), args);
    let after = document.to_string();
    check_readable(&path.to_string_lossy(), &after, is_own_file)?;
    if after != before {
        write::replace(&path, &before, &after).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    }
    if !desk.quiet {
        let shown = files::shown(&files::relative(&path, &super::settings::absolute(std::path::Path::new("."))));
        let done = match (after == before, is_new) {
            (true, _) => "has it already:",
            (_, true) => "now has",
            _ => "is changed for",
        };
        writeln!(desk.out, "{} {done} {}", visible(&shown), visible(&args.name))?;
    }
    Ok(Outcome::Clean)
}

/// The file that the list is kept in, and whether it holds nothing else.
fn place(rooted: &Rooted) -> Result<(PathBuf, bool), Failure> {
    let Some(source) = &rooted.source else {
        let hint = "`newslint init` writes one".to_owned();
        return Err(Failure { message: "there is no newslint.toml to keep the name in".to_owned(), hint: Some(hint) });
    };
    Ok(match rooted.config.names.files.first() {
        Some(file) => (rooted.root.join(file.get_ref()), true),
        None => (rooted.root.join(source.path().rsplit(['/', '\\']).next().unwrap_or_default()), false),
    })
}

/// `[[name]]` of a file of names, `[[names.name]]` of newslint.toml; made if there is none.
fn entries(document: &mut DocumentMut, is_own_file: bool) -> &mut ArrayOfTables {
    let table = if is_own_file {
        document.as_table_mut()
    } else {
        let names = document.entry("names").or_insert_with(|| {
            let mut table = Table::new();
            table.set_implicit(true);
            Item::Table(table)
        });
        names.as_table_mut().expect("the configuration was read: [names] is a table")
    };
    let list = table.entry("name").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    list.as_array_of_tables_mut().expect("the configuration was read: its names are tables")
}

/// Adds the name, or what is new to the entry that there is; whether it is a new one.
fn settle(list: &mut ArrayOfTables, args: &NamesAddArgs) -> bool {
    let known = list.iter().position(|entry| entry.get("name").and_then(Item::as_str) == Some(&args.name));
    let at = known.unwrap_or_else(|| {
        let mut entry = Table::new();
        entry["name"] = value(&args.name);
        list.push(entry);
        list.len() - 1
    });
    let entry = list.get_mut(at).expect("it was found or made");
    add_aliases(entry, &args.alias);
    let said = [("role", &args.role), ("note", &args.note), ("guide", &args.guide)];
    for (key, text) in said.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))) {
        entry[key] = value(text);
    }
    if let Some(until) = args.until {
        entry["until"] = value(until.to_string());
    }
    known.is_none()
}

fn add_aliases(entry: &mut Table, aliases: &[String]) {
    if aliases.is_empty() {
        return;
    }
    let list = entry.entry("aliases").or_insert_with(|| value(Array::new()));
    let Some(list) = list.as_array_mut() else { return };
    for alias in aliases {
        if !list.iter().any(|known| known.as_str() == Some(alias)) {
            list.push(alias);
        }
    }
}

/// What is written must be what newslint reads.
fn check_readable(path: &str, text: &str, is_own_file: bool) -> Result<(), Failure> {
    let source = Source::from_text(path, text);
    if is_own_file {
        NamesFile::read(&source)?;
    } else {
        let names = crate::config::Config::read(&source)?.names;
        check_names(&source, &names.name)?;
    }
    Ok(())
}

/// Prints the names of a story that the list does not hold yet, as TOML to add.
fn list(args: &NamesListArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let configs = Configs::new(&args.copy, &RuleArgs::default())?;
    let file = CopyFile { shown: files::shown(&args.path), path: args.path.clone(), origin: Origin::Named };
    let (Unread::Failed(problem) | Unread::Skipped(problem)) = match files::read(&file, MOST_BYTES) {
        Ok(source) => return list_of(&source, args, &configs, desk),
        Err(problem) => problem,
    };
    Err(Failure::new(problem.to_string()))
}

fn list_of(source: &Source, args: &NamesListArgs, configs: &Configs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let rulebook = configs.rulebook(&args.path)?;
    let document = input::read(source);
    let article = Article::read(&document, &rulebook.lexicon);
    let settled: Vec<String> = configs.of_file(&args.path)?.names.iter().map(|name| name.name.get_ref().to_lowercase()).collect();
    let mut shown = Vec::new();
    for name in article.names().cast.iter().filter(|name| name.sure && name.kind != NameKind::Place) {
        let written = article.text(name.fullest).replace(['\n', '\r', '\t', '\u{A0}'], " ");
        let is_new = !settled.contains(&written.to_lowercase()) && !shown.contains(&written) && written.contains(' ');
        if is_new {
            desk.out.write_all(entry(&article, name, &written, settled.iter().map(String::as_str)).as_bytes())?;
            shown.push(written);
        }
    }
    Ok(Outcome::Clean)
}

fn entry<'s>(article: &Article, name: &Name, written: &str, settled: impl Iterator<Item = &'s str>) -> String {
    let mut entry = DocumentMut::new();
    let mut table = Table::new();
    table["name"] = value(written);
    let role = article.names().mentions_of(name).find_map(|mention| mention.title.filter(|title| !title.title.is_honorific()));
    if let Some(role) = role {
        table["role"] = value(article.text(role.span));
    }
    let mut list = ArrayOfTables::new();
    list.push(table);
    entry["name"] = Item::ArrayOfTables(list);
    let near = nearest(&written.to_lowercase(), settled).map(|near| format!("; the list has something near it: {near}"));
    let times = name.mentions.len();
    let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
    format!("# {times} in the story{}\n{}\n", visible(&near.unwrap_or_default()), entry)
}
