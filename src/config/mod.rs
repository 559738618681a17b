//! newslint.toml: what a newsroom decides. It is read from text here; which file that text comes from, `cli` knows.
//!
//! The structs are the schema: a key that is no field is an error with its place and the nearest key that there is.

mod error;
mod names;
mod nearest;
mod overlay;
mod pattern;
mod select;
mod validate;
mod values;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
pub use toml::Spanned;

use crate::finding::Severity;
use crate::style::Language;
use crate::text::Source;

pub use error::ConfigError;
pub use names::{Names, NamesFile, SettledName, check_names};
pub use nearest::nearest;
pub use pattern::Pattern;
pub use select::{Selection, selector_fits};
pub use validate::{Known, unknown_selector};
pub use values::{Date, FailLevel, Moment, Size};

/// One newslint.toml. A key that is missing says nothing: what holds then is decided where the setting is used.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Config {
    /// For editors that check TOML files; newslint does not read it.
    #[serde(rename = "$schema", skip_serializing)]
    pub schema: Option<String>,
    /// The versions of newslint that this file is written for: `">=0.1, <2"`.
    pub required_version: Option<Spanned<String>>,
    /// The house style: `"ap"`.
    pub style: Option<Spanned<String>>,
    /// The English that is written here.
    pub language: Option<Language>,
    /// Which files in a folder are copy.
    pub include: Option<Vec<Pattern>>,
    /// More files that are copy.
    pub extend_include: Vec<Pattern>,
    /// Which files and folders are left out.
    pub exclude: Option<Vec<Pattern>>,
    /// More that is left out.
    pub extend_exclude: Vec<Pattern>,
    /// Whether files that git ignores are left out; they are.
    pub respect_gitignore: Option<bool>,
    /// Whether `exclude` holds for files named on the command line too; it does not.
    pub force_exclude: Option<bool>,
    /// Files above this size are left out.
    pub max_file_size: Option<Size>,
    /// Whether safe fixes are made.
    pub fix: Option<bool>,
    /// Whether suggested fixes are made as well.
    pub unsafe_fixes: Option<bool>,
    /// How findings are written.
    pub output_format: Option<Spanned<String>>,
    /// From which severity on a finding makes the run fail.
    pub fail_level: Option<FailLevel>,
    /// Which rules run, and how.
    pub lint: Lint,
    /// Words that are right here.
    pub words: Words,
    /// Names as they are written here.
    pub names: Names,
    /// Rules of your own.
    pub rules: Rules,
    /// What newslint cannot know about the story.
    pub story: Story,
    /// What stories are held against besides themselves.
    pub crosscheck: Crosscheck,
    /// Findings that an editor has settled.
    pub accept: Vec<Accept>,
    /// What holds for some files only; a later entry beats an earlier one.
    pub overrides: Vec<Override>,
}

/// `[lint]`: which rules run, and how.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Lint {
    /// These rules and families and no others; `"all"` for every rule.
    pub select: Option<Vec<Spanned<String>>>,
    /// These too.
    pub extend_select: Vec<Spanned<String>>,
    /// Not these.
    pub ignore: Vec<Spanned<String>>,
    /// How much the findings of a rule or a family matter.
    pub severity: BTreeMap<Spanned<String>, Severity>,
    /// Rules that do not run on some files.
    pub per_file_ignores: BTreeMap<Pattern, Vec<Spanned<String>>>,
    /// Options of single rules.
    pub rules: BTreeMap<Spanned<String>, toml::Table>,
}

/// `[words]`: words that are right here.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Words {
    /// The words themselves.
    pub accept: Vec<String>,
    /// Files with a word a line, beside newslint.toml.
    pub files: Vec<Spanned<String>>,
}

/// `[rules]`: rules of your own.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Rules {
    /// Rule pages, beside newslint.toml: `"style/*.toml"`.
    pub paths: Vec<Pattern>,
}

/// `[story]`: what newslint cannot know about the story.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Story {
    /// The day it is dated.
    pub date: Option<Date>,
}

/// `[crosscheck]`: what stories are held against besides themselves.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Crosscheck {
    /// Whether stories of a run that belong together are compared; they are not.
    pub across_files: Option<bool>,
}

/// `[[accept]]`: a finding that an editor has settled.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Accept {
    /// The exact words that are right as they stand.
    pub text: String,
    /// The files it holds for; all when empty.
    #[serde(default)]
    pub files: Vec<Pattern>,
    /// The rules and families it holds for; all when empty.
    #[serde(default)]
    pub rules: Vec<Spanned<String>>,
    /// Why.
    #[serde(default)]
    pub reason: Option<String>,
    /// The last day on which it holds.
    #[serde(default)]
    pub until: Option<Date>,
}

/// `[[overrides]]`: what holds for some files only.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Override {
    /// The files.
    pub files: Vec<Pattern>,
    /// Their house style.
    #[serde(default)]
    pub style: Option<Spanned<String>>,
    /// Their English.
    #[serde(default)]
    pub language: Option<Language>,
    /// Their rules.
    #[serde(default)]
    pub lint: Lint,
    /// Words that are right in them.
    #[serde(default)]
    pub words: Words,
}

impl Config {
    /// Reads a newslint.toml. The rules, styles and formats that it names are not looked up yet: rule pages that it
    /// names itself have to be read first.
    ///
    /// # Errors
    /// At the first key or value in it that cannot be meant.
    pub fn read(source: &Source) -> Result<Self, ConfigError> {
        toml::from_str(source.text()).map_err(|error| ConfigError::from_toml(source, &error))
    }

    /// Reads a newslint.toml and holds every name in it against what is `known`.
    ///
    /// # Errors
    /// At the first thing in it that cannot be meant.
    pub fn parse(source: &Source, known: &Known<'_>) -> Result<Self, ConfigError> {
        let config = Self::read(source)?;
        config.validate(source, known)?;
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: Known<'_> = Known {
        rules: &["spelling/doubled-word", "quotes/unbalanced-quote", "names/alias-inconsistent"],
        styles: &["ap", "guardian"],
        formats: &["full", "json"],
        version: "0.1.0",
    };

    fn parse(text: &str) -> Result<Config, ConfigError> {
        Config::parse(&Source::from_text("newslint.toml", text), &KNOWN)
    }

    /// Where the error stands, what it says and what it advises.
    fn refused(text: &str) -> String {
        let error = parse(text).expect_err("this is not a configuration");
        format!("{error} | {}", error.hint.as_deref().unwrap_or_default())
    }

    #[test]
    fn every_key_is_read() {
        let config = parse(
            r#"
            "$schema" = "newslint.schema.json"
            required-version = ">=0.1, <2"
            style = "ap"
            language = "en-GB"
            include = ["*.txt"]
            extend-include = ["*.copy"]
            exclude = ["archive/**"]
            extend-exclude = ["old"]
            respect-gitignore = false
            force-exclude = true
            max-file-size = "8MiB"
            fix = true
            unsafe-fixes = false
            output-format = "json"
            fail-level = "error"

            [lint]
            select = ["spelling", "quotes/unbalanced-quote"]
            extend-select = ["names"]
            ignore = ["all"]

            [lint.severity]
            names = "info"

            [lint.per-file-ignores]
            "opinion/**" = ["names"]

            [lint.rules."spelling/doubled-word"]
            allow = ["that that"]

            [words]
            accept = ["Guantánamo"]
            files = ["words.txt"]

            [names]
            files = ["names.toml"]

            [[names.name]]
            name = "Marta Tolvan"
            aliases = ["Martha Tolvan"]
            role = "mayor of Harbour"
            note = "She signs so."
            guide = "https://style.example/tolvan"
            until = 2027-01-31

            [rules]
            paths = ["style/*.toml"]

            [story]
            date = "2026-01-31"

            [crosscheck]
            across-files = true

            [[accept]]
            text = "the the"
            files = ["a.txt"]
            rules = ["spelling"]
            reason = "A band."
            until = 2027-01-31

            [[overrides]]
            files = ["sport/**"]
            style = "guardian"
            language = "en-US"
            lint.ignore = ["names"]
            "#,
        )
        .expect("it is all meant");
        assert_eq!(config.max_file_size, Some(Size { bytes: 8 << 20 }));
        assert_eq!(config.accept[0].until.map(|date| date.to_string()).as_deref(), Some("2027-01-31"));
        assert_eq!(config.overrides[0].lint.ignore[0].get_ref(), "names");
        toml::to_string(&config).expect("it can be shown");
    }

    #[test]
    fn an_unknown_key_is_placed_and_its_neighbour_named() {
        assert_eq!(refused("style = 'ap'\nfixx = true"), "newslint.toml:2:1: unknown key `fixx` | did you mean `fix`?");
        assert_eq!(refused("[lint]\nselct = []"), "newslint.toml:2:1: unknown key `selct` | did you mean `select`?");
        let far = refused("[story]\nqqq = 1");
        assert_eq!(far, "newslint.toml:2:1: unknown key `qqq` | the only key here is `date`");
    }

    #[test]
    fn an_unknown_rule_is_placed_and_its_neighbour_named() {
        assert_eq!(
            refused("[lint]\nignore = ['quotes', 'spelling/doubled-words']"),
            "newslint.toml:2:21: there is no rule `spelling/doubled-words` | did you mean `spelling/doubled-word`?"
        );
        assert_eq!(
            refused("[lint]\nselect = ['quote']"),
            "newslint.toml:2:11: there is no rule or family `quote` | did you mean `quotes`?"
        );
        assert_eq!(
            refused("[lint.severity]\nunbalanced-quote = 'info'"),
            "newslint.toml:2:1: there is no rule or family `unbalanced-quote` | did you mean `quotes/unbalanced-quote`?"
        );
        assert!(refused("[lint.rules.spelling]\nallow = []").starts_with("newslint.toml:1:13: `spelling` is a family"));
        assert!(refused("[[overrides]]\nfiles = ['a']\nlint.extend-select = ['x']").starts_with("newslint.toml:3:23: "));
        assert!(refused("[[accept]]\ntext = 'a'\nrules = ['x']").starts_with("newslint.toml:3:10: "));
    }

    #[test]
    fn a_wrong_value_is_placed_and_said_plainly() {
        assert_eq!(refused("style = 3"), "newslint.toml:1:9: expected a string, found integer `3` | ");
        assert_eq!(refused("style = 'app'"), "newslint.toml:1:9: there is no style `app` | did you mean `ap`?");
        assert_eq!(refused("language = 'en-UK'"), "newslint.toml:1:12: unknown value `en-UK` | did you mean `en-US`?");
        assert_eq!(refused("output-format = 'jason'"), "newslint.toml:1:17: there is no output format `jason` | did you mean `json`?");
        assert!(refused("max-file-size = 'big'").starts_with("newslint.toml:1:17: `big` is no size"));
        assert!(refused("include = ['[']").starts_with("newslint.toml:1:11: `[` is no file pattern"));
        assert!(refused("[story]\ndate = '31.1.2026'").starts_with("newslint.toml:2:8: `31.1.2026` is no date"));
        assert!(refused("required-version = '>=9'").starts_with("newslint.toml:1:20: this is newslint 0.1.0"));
        assert!(refused("fix = \n").starts_with("newslint.toml:1:7: "));
        assert!(refused("[[accept]]\nreason = 'x'").contains("missing the key `text`"));
    }
}
