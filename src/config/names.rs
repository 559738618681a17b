//! `[names]`: the names that a newsroom has settled, in newslint.toml or in files of their own.

use serde::{Deserialize, Serialize};
pub use toml::Spanned;

use super::{ConfigError, Date};
use crate::lexicon::HouseName;
use crate::text::{Source, Span};

/// `[names]`: names as they are written here.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Names {
    /// Files of names, beside newslint.toml.
    pub files: Vec<Spanned<String>>,
    /// The names themselves: `[[names.name]]`.
    pub name: Vec<SettledName>,
}

/// A file of names: nothing but `[[name]]`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct NamesFile {
    /// The names.
    pub name: Vec<SettledName>,
}

/// A name that is settled.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SettledName {
    /// As it is written here.
    pub name: Spanned<String>,
    /// How it is not written here.
    #[serde(default)]
    pub aliases: Vec<Spanned<String>>,
    /// Who or what it is.
    #[serde(default)]
    pub role: Option<String>,
    /// A sentence for an editor who has it otherwise.
    #[serde(default)]
    pub note: Option<String>,
    /// The address of the house rule.
    #[serde(default)]
    pub guide: Option<String>,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<Date>,
}

impl NamesFile {
    /// Reads a file of names.
    ///
    /// # Errors
    /// At the first key or value in it that cannot be meant.
    pub fn read(source: &Source) -> Result<Self, ConfigError> {
        let file: Self = toml::from_str(source.text()).map_err(|error| ConfigError::from_toml(source, &error))?;
        check_names(source, &file.name)?;
        Ok(file)
    }
}

/// Whether each name is one, and no alias is the name itself.
///
/// # Errors
/// At the first that is not.
pub fn check_names(source: &Source, names: &[SettledName]) -> Result<(), ConfigError> {
    for settled in names {
        let written = std::iter::once(&settled.name).chain(&settled.aliases);
        for (at, form) in written.enumerate() {
            let problem = if !form.get_ref().contains(char::is_alphanumeric) {
                "a name needs a letter"
            } else if at > 0 && form.get_ref() == settled.name.get_ref() {
                "this is the name itself; an alias is how it is not written"
            } else {
                continue;
            };
            let range = form.span();
            return Err(ConfigError::new(source, Some(Span::new(range.start, range.end)), problem, None));
        }
    }
    Ok(())
}

impl From<&SettledName> for HouseName {
    fn from(settled: &SettledName) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            name: settled.name.get_ref().clone(),
            aliases: settled.aliases.iter().map(|alias| alias.get_ref().clone()).collect(),
            role: text(&settled.role),
            note: text(&settled.note),
            guide: text(&settled.guide),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        let error = NamesFile::read(&Source::from_text("names.toml", text)).expect_err("these are no names");
        format!("{error} | {}", error.hint.as_deref().unwrap_or_default())
    }

    #[test]
    fn a_mistake_in_a_file_of_names_is_placed() {
        assert_eq!(refused("[[name]]\nname = 'A'\nalias = []"), "names.toml:3:1: unknown key `alias` | did you mean `aliases`?");
        assert_eq!(refused("[[name]]\nrole = 'A'"), "names.toml:1:1: this table is missing the key `name` | ");
        assert_eq!(refused("[[name]]\nname = ' '"), "names.toml:2:8: a name needs a letter | ");
        assert!(refused("[[name]]\nname = 'A'\naliases = ['A']").starts_with("names.toml:3:12: this is the name itself"));
        assert!(refused("[[name]]\nname = 'A'\nuntil = 'x'").starts_with("names.toml:3:9: `x` is no date"));
    }
}
