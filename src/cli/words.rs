//! `newslint words add`: the newsroom's own words, kept in a file that newslint.toml names.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::args::{CopyArgs, RuleArgs, WordsArgs, WordsCommand};
use super::settings::{Configs, FILE_NAME, Rooted};
use super::{Desk, Failure, Outcome, visible, words_of};

/// The list where none is named yet, and the setting that names it.
const LIST: &str = "words.txt";
const SETTING: &str = "[words]\nfiles = [\"words.txt\"]\n";

pub fn run(args: &WordsArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let WordsCommand::Add { words } = &args.command;
    if let Some(wrong) = words.iter().find(|word| word.trim().is_empty() || word.contains(['#', '\n'])) {
        return Err(Failure::new(format!("“{}” is no word", visible(wrong))));
    }
    let configs = Configs::new(&CopyArgs::default(), &RuleArgs::default())?;
    let rooted = configs.of_folder(Path::new("."))?;
    let list = match rooted.config.words.files.first() {
        Some(named) => rooted.root.join(named.get_ref()),
        None => name_a_list(&rooted)?,
    };
    let added = add(&list, words).map_err(|error| failed(&list, &error))?;
    if !desk.quiet {
        let shown = list.file_name().unwrap_or_default().to_string_lossy();
        let (are, plural) = if added == 1 { ("is", "") } else { ("are", "s") };
        writeln!(desk.out, "{added} word{plural} {are} added to {}", visible(&shown))?;
    }
    Ok(Outcome::Clean)
}

/// Names a new list in newslint.toml, which is made where there is none.
fn name_a_list(rooted: &Rooted) -> Result<PathBuf, Failure> {
    let config = rooted.root.join(FILE_NAME);
    let text = rooted.source.as_ref().map_or("", |source| source.text());
    if text.parse::<toml::Table>().is_ok_and(|table| table.contains_key("words")) {
        return Err(Failure {
            message: format!("{FILE_NAME} has a [words] table that names no list"),
            hint: Some(format!("write `files = [\"{LIST}\"]` under it, and make that file")),
        });
    }
    let parted = if text.is_empty() { String::new() } else { "\n".to_owned() };
    let written = OpenOptions::new().append(true).create(true).open(&config);
    written.and_then(|mut file| file.write_all((parted + SETTING).as_bytes())).map_err(|error| failed(&config, &error))?;
    Ok(rooted.root.join(LIST))
}

/// Writes the words that the list does not hold yet at its end, and tells how many they are.
fn add(list: &Path, words: &[String]) -> io::Result<usize> {
    let held = match fs::read_to_string(list) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read?,
    };
    let mut new: Vec<&str> = words.iter().map(|word| word.trim()).filter(|word| !held.lines().any(|line| line.trim() == *word)).collect();
    new.sort_unstable();
    new.dedup();
    let mut text = if held.is_empty() || held.ends_with('\n') { String::new() } else { "\n".to_owned() };
    for word in &new {
        text.push_str(word);
        text.push('\n');
    }
    OpenOptions::new().append(true).create(true).open(list)?.write_all(text.as_bytes())?;
    Ok(new.len())
}

fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("{}: {}", path.display(), words_of(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_listed_once_and_the_list_keeps_what_it_has() {
        let folder = tempfile::tempdir().expect("a folder");
        let list = folder.path().join(LIST);
        fs::write(&list, "Tolna # a river\nBrem").expect("a list");
        let words: Vec<String> = ["Brem", "Osk", "Osk"].map(str::to_owned).into();
        assert_eq!(add(&list, &words).ok(), Some(1));
        assert_eq!(fs::read_to_string(&list).ok().as_deref(), Some("Tolna # a river\nBrem\nOsk\n"));
    }
}
