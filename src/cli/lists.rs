//! The lists of words and names that a newslint.toml names.

use std::fs;
use std::path::Path;

use super::settings::read_named;
use super::words_of;
use crate::config::{ConfigError, NamesFile, SettledName, Spanned, Words};
use crate::text::{Source, Span};

/// Words and the words of lists: one a line; what stands after `#` is a note.
///
/// # Errors
/// When a list cannot be read, at the place that names it in `named_in`.
pub fn read_words(root: &Path, named_in: Option<&Source>, words: &Words) -> Result<Vec<String>, ConfigError> {
    let mut read = words.accept.clone();
    for list in &words.files {
        let text = fs::read_to_string(root.join(list.get_ref())).map_err(|error| {
            let message = format!("the word list `{}` cannot be read: {}", list.get_ref(), words_of(&error));
            unreadable(named_in, list, message)
        })?;
        let words = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        read.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    Ok(read)
}

/// A file that a configuration names and that cannot be read: the mistake stands where it is named.
fn unreadable(named_in: Option<&Source>, file: &Spanned<String>, message: String) -> ConfigError {
    let range = file.span();
    let nowhere = Source::from_text("--config", "");
    let span = named_in.is_some().then(|| Span::new(range.start, range.end));
    ConfigError::new(named_in.unwrap_or(&nowhere), span, message, None)
}

/// The names of a file of names.
///
/// # Errors
/// When there is no such file or it is none of names.
pub fn read_names(root: &Path, named_in: Option<&Source>, file: &Spanned<String>) -> Result<Vec<SettledName>, ConfigError> {
    let path = root.join(file.get_ref());
    if !path.is_file() {
        let why = "there is no such file";
        return Err(unreadable(named_in, file, format!("the file of names `{}` cannot be read: {why}", file.get_ref())));
    }
    Ok(NamesFile::read(&read_named(&path)?)?.name)
}
