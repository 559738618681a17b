//! Which newslint.toml holds for a file, and what it comes to together with the command line.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use ignore::WalkBuilder;

use super::args::{CopyArgs, RuleArgs};
use super::files::{relative, shown, without_dots};
use super::lists::{read_names, read_words};
use super::values::OutputFormat;
use super::{Failure, words_of};
use crate::check::{self, Place, Rulebook, Settings, SettingsError};
use crate::config::{Config, ConfigError, Date, Known, Pattern, Selection, SettledName, Spanned, nearest, unknown_selector};
use crate::lexicon::HouseName;
use crate::lint::Accept;
use crate::style::Style;
use crate::text::{LineIndex, Source, Span};

/// The name that is looked for.
pub const FILE_NAME: &str = "newslint.toml";

/// A configuration and the folder that its patterns and paths start from.
#[derive(Clone, Debug)]
pub struct Rooted {
    /// What it says.
    pub config: Config,
    /// Its folder.
    pub root: PathBuf,
    /// Its file; nothing when there is none.
    pub source: Option<Source>,
    /// Words that are right here, those of its word lists included.
    words: Vec<String>,
    /// Words that are right in the files of each of its overrides, in order.
    words_of_overrides: Vec<Vec<String>>,
    /// Names that the newsroom has settled, those of its files of names included.
    pub names: Vec<SettledName>,
    /// Rule pages of the newsroom's own.
    pub pages: Vec<Source>,
}

impl Rooted {
    /// Words that are right in the file at `path`, as seen from the root.
    fn words_in(&self, path: &Path) -> Vec<String> {
        let of_overrides = self.config.overrides.iter().zip(&self.words_of_overrides);
        let here = of_overrides.filter(|(over, _)| over.files.iter().any(|pattern| pattern.covers(path))).flat_map(|(_, words)| words);
        self.words.iter().chain(here).cloned().collect()
    }

    /// Whether the file at `path` is one of the lists of words and names that the configuration names.
    pub fn is_list(&self, path: &Path) -> bool {
        let Config { words, names, overrides, .. } = &self.config;
        let of_overrides = overrides.iter().flat_map(|over| &over.words.files);
        let mut lists = words.files.iter().chain(&names.files).chain(of_overrides).peekable();
        lists.peek().is_some() && {
            let path = absolute(path);
            lists.any(|list| absolute(&self.root.join(list.get_ref())) == path)
        }
    }
}

/// The folder of a configuration, and which of its patterns fit a file.
type Situation = (PathBuf, Vec<bool>);

/// Finds the configuration of each file, reading each newslint.toml once.
pub struct Configs {
    copy: CopyArgs,
    rules: RuleArgs,
    /// The one that holds for all files: `--config FILE` or `--isolated`.
    only: Option<Arc<Rooted>>,
    /// `--config 'key = value'`
    over: Config,
    by_folder: Mutex<HashMap<PathBuf, Result<Arc<Rooted>, ConfigError>>>,
    /// A wire day has a handful of different ones.
    made: Mutex<HashMap<Situation, Arc<Rulebook>>>,
    today: Date,
}

impl Configs {
    /// What the command line says about configurations.
    ///
    /// # Errors
    /// When it names a configuration or a rule that cannot be used.
    pub fn new(copy: &CopyArgs, rules: &RuleArgs) -> Result<Self, Failure> {
        check_style(copy)?;
        let mut configs = Self {
            copy: copy.clone(),
            rules: rules.clone(),
            only: None,
            over: Config::default(),
            by_folder: Mutex::default(),
            made: Mutex::default(),
            today: today(),
        };
        let here = absolute(Path::new("."));
        let mut only = copy.isolated.then(|| (Config::default(), here.clone(), None));
        for given in &copy.config {
            let path = Path::new(given);
            if !path.is_file() && given.contains('=') {
                let source = Source::from_text("--config", given.as_str());
                let over = Config::read(&source)?;
                validate(&over, &source, &[])?;
                configs.over = std::mem::take(&mut configs.over).overlaid(over);
            } else if !copy.isolated {
                let (config, source) = read(path)?;
                let folder = absolute(path).parent().map_or_else(|| here.clone(), Path::to_path_buf);
                only = Some((config, folder, Some(source)));
            }
        }
        if let Some((config, root, source)) = only {
            configs.only = Some(configs.rooted(config, root, source)?);
        }
        configs.check_selectors()?;
        Ok(configs)
    }

    /// The configuration of the file at `path`.
    ///
    /// # Errors
    /// When it cannot be used.
    pub fn of_file(&self, path: &Path) -> Result<Arc<Rooted>, ConfigError> {
        if let Some(only) = &self.only {
            return Ok(Arc::clone(only));
        }
        // The files of a folder are asked about one after the other: what holds for it as it is named here needs no look at the disk.
        let named = path.parent().filter(|_| path.file_name().is_some());
        if let Some(known) = named.and_then(|named| lock(&self.by_folder).get(named).cloned()) {
            return known;
        }
        let found = self.search(absolute(path).parent().unwrap_or(Path::new("/")));
        if let Some(named) = named {
            lock(&self.by_folder).insert(named.to_path_buf(), found.clone());
        }
        found
    }

    /// The configuration of files in `folder`.
    ///
    /// # Errors
    /// When it cannot be used.
    pub fn of_folder(&self, folder: &Path) -> Result<Arc<Rooted>, ConfigError> {
        match &self.only {
            Some(only) => Ok(Arc::clone(only)),
            None => self.search(&absolute(folder)),
        }
    }

    /// Whether the rules that the command line names exist, if only on the pages of the newsroom it is called in.
    fn check_selectors(&self) -> Result<(), Failure> {
        let RuleArgs { select, extend_select, ignore } = &self.rules;
        let mut named = select.iter().chain([extend_select, ignore]).flatten().peekable();
        if named.peek().is_none() {
            return Ok(());
        }
        let own = check::rule_names_in(&self.of_folder(Path::new("."))?.pages);
        match named.find_map(|name| unknown_selector(name, &all_rules(&own))) {
            Some((message, hint)) => Err(Failure { message, hint }),
            None => Ok(()),
        }
    }

    fn search(&self, folder: &Path) -> Result<Arc<Rooted>, ConfigError> {
        if let Some(known) = lock(&self.by_folder).get(folder) {
            return known.clone();
        }
        let path = folder.join(FILE_NAME);
        let found = match folder.parent() {
            _ if path.is_file() => read(&path).and_then(|(config, source)| self.rooted(config, folder.to_path_buf(), Some(source))),
            Some(above) => self.search(above),
            None => self.rooted(Config::default(), absolute(Path::new(".")), None),
        };
        lock(&self.by_folder).insert(folder.to_path_buf(), found.clone());
        found
    }

    /// `config` under the single settings of the command line, with what it names read.
    fn rooted(&self, config: Config, root: PathBuf, source: Option<Source>) -> Result<Arc<Rooted>, ConfigError> {
        let own = config.clone();
        let config = config.overlaid(self.over.clone());
        let names = config.names.name.clone();
        let mut rooted = Rooted { words: Vec::new(), words_of_overrides: Vec::new(), names, config, root, source, pages: Vec::new() };
        let named_in = if self.over.words.files.is_empty() { rooted.source.as_ref() } else { None };
        rooted.words = read_words(&rooted.root, named_in, &rooted.config.words)?;
        let named_in = if self.over.overrides.is_empty() { rooted.source.as_ref() } else { None };
        let of_overrides = rooted.config.overrides.iter().map(|over| read_words(&rooted.root, named_in, &over.words));
        rooted.words_of_overrides = of_overrides.collect::<Result<_, _>>()?;
        let named_in = if self.over.names.files.is_empty() { rooted.source.as_ref() } else { None };
        for file in &rooted.config.names.files {
            rooted.names.extend(read_names(&rooted.root, named_in, file)?);
        }
        if !rooted.config.rules.paths.is_empty() {
            rooted.pages = read_pages(&rooted)?;
        }
        if let Some(source) = &rooted.source {
            validate(&own, source, &rooted.pages)?;
        }
        Ok(Arc::new(rooted))
    }

    /// What applies to the copy at `path`: its configuration under the command line.
    ///
    /// # Errors
    /// When the configuration, or a file that it names, cannot be used.
    pub fn rulebook(&self, path: &Path) -> Result<Arc<Rulebook>, ConfigError> {
        let rooted = self.of_file(path)?;
        let mut patterns = conditions(&rooted.config).peekable();
        // Where no pattern decides it matters to nothing how the path reads.
        let seen_from_root = patterns.peek().map(|_| relative(path, &rooted.root)).unwrap_or_default();
        let fits: Vec<bool> = patterns.map(|patterns| patterns.iter().any(|one| one.covers(&seen_from_root))).collect();
        let key = (rooted.root.clone(), fits);
        if let Some(made) = lock(&self.made).get(&key) {
            return Ok(Arc::clone(made));
        }
        let made = Rulebook::new(&self.make(&rooted, &seen_from_root)).map_err(|error| placed(&rooted, &error))?;
        let made = Arc::new(made);
        lock(&self.made).insert(key, Arc::clone(&made));
        Ok(made)
    }

    fn make(&self, rooted: &Rooted, path: &Path) -> Settings {
        let config = &rooted.config;
        let covers = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.covers(path));
        let overrides: Vec<_> = config.overrides.iter().filter(|over| covers(&over.files)).collect();
        let style = last(config.style.as_ref(), overrides.iter().map(|over| over.style.as_ref()));
        let mut settings = Settings {
            style: self.copy.style.clone().or_else(|| style.map(|style| style.get_ref().clone())).filter(|style| style != "none"),
            language: last(config.language, overrides.iter().map(|over| over.language)),
            date: self.copy.date.or(config.story.date),
            now: self.copy.now,
            words: rooted.words_in(path),
            names: self.in_force(&rooted.names),
            pages: rooted.pages.clone(),
            ..Settings::default()
        };
        for lint in std::iter::once(&config.lint).chain(overrides.iter().map(|over| &over.lint)) {
            settings.selection.push(Selection {
                select: lint.select.as_deref().map(plain),
                extend_select: plain(&lint.extend_select),
                ignore: plain(&lint.ignore),
            });
            let ignored = lint.per_file_ignores.iter().filter(|(pattern, _)| pattern.covers(path));
            let ignore: Vec<String> = ignored.flat_map(|(_, rules)| plain(rules)).collect();
            settings.selection.push(Selection { ignore, ..Selection::default() });
            settings.severity.extend(lint.severity.iter().map(|(name, severity)| (name.get_ref().clone(), *severity)));
            for (rule, options) in &lint.rules {
                settings.options.entry(rule.get_ref().clone()).or_default().extend(options.clone());
            }
        }
        let RuleArgs { select, extend_select, ignore } = self.rules.clone();
        settings.selection.push(Selection { select, extend_select, ignore });
        settings.selection.retain(|layer| *layer != Selection::default());
        let accepts = config.accept.iter().filter(|accept| accept.files.is_empty() || covers(&accept.files));
        let in_force = accepts.filter(|accept| accept.until.is_none_or(|until| self.today <= until));
        settings.accepted = in_force.map(|accept| Accept { text: accept.text.clone(), rules: plain(&accept.rules) }).collect();
        settings
    }
}

impl Configs {
    /// The names that still hold.
    fn in_force(&self, names: &[SettledName]) -> Vec<HouseName> {
        names.iter().filter(|name| name.until.is_none_or(|until| self.today <= until)).map(HouseName::from).collect()
    }
}

/// The patterns that decide, file by file, what of a configuration holds.
fn conditions(config: &Config) -> impl Iterator<Item = &[Pattern]> {
    let overrides = config.overrides.iter().map(|over| over.files.as_slice());
    let lints = std::iter::once(&config.lint).chain(config.overrides.iter().map(|over| &over.lint));
    let ignores = lints.flat_map(|lint| lint.per_file_ignores.keys().map(std::slice::from_ref));
    overrides.chain(ignores).chain(config.accept.iter().map(|accept| accept.files.as_slice()))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A path from the root of the disk, links left as they are.
pub fn absolute(path: &Path) -> PathBuf {
    without_dots(&std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf()))
}

/// Whether the style that the command line names exists.
fn check_style(args: &CopyArgs) -> Result<(), Failure> {
    let styles: Vec<&str> = Style::names().collect();
    let Some(style) = args.style.as_deref().filter(|style| *style != "none" && !styles.contains(style)) else { return Ok(()) };
    let hint = match nearest(style, styles.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", styles.join(", ")),
    };
    Err(Failure { message: format!("there is no style `{style}`"), hint: Some(hint) })
}

/// A mistake in what a configuration comes to, at the words of it that are meant.
fn placed(rooted: &Rooted, error: &SettingsError) -> ConfigError {
    let nowhere = Source::from_text("newslint", "");
    match (&error.place, &rooted.source) {
        (Place::Page { path, line }, _) => {
            let page = rooted.pages.iter().find(|page| page.path() == path).unwrap_or(&nowhere);
            let lines = LineIndex::new(page.text());
            let span = lines.line_span(page.text(), (*line).clamp(1, lines.lines()));
            ConfigError::new(page, Some(span), &error.message, None)
        }
        (Place::Rule(rule), Some(source)) => {
            let span = source.text().find(rule.as_str()).map(|at| Span::new(at, at + rule.len()));
            ConfigError::new(source, span, &error.message, None)
        }
        (_, source) => ConfigError::new(source.as_ref().unwrap_or(&nowhere), None, &error.message, None),
    }
}

/// Whether every name in `config` is one: of newslint, or for rules of the newsroom's own `pages`.
fn validate(config: &Config, source: &Source, pages: &[Source]) -> Result<(), ConfigError> {
    let own = check::rule_names_in(pages);
    let (rules, styles, formats) = (all_rules(&own), Style::names().collect::<Vec<_>>(), OutputFormat::names());
    config.validate(source, &Known { rules: &rules, styles: &styles, formats: &formats, version: env!("CARGO_PKG_VERSION") })
}

fn all_rules(own: &[String]) -> Vec<&str> {
    let newslint: Vec<&str> = check::rule_names().collect();
    newslint.into_iter().chain(own.iter().map(String::as_str)).collect()
}

fn read(path: &Path) -> Result<(Config, Source), ConfigError> {
    let source = read_named(path)?;
    Ok((Config::read(&source)?, source))
}

/// Reads a file that belongs to a configuration.
pub(super) fn read_named(path: &Path) -> Result<Source, ConfigError> {
    let name = shown(&relative(path, &absolute(Path::new("."))));
    let failed = |message: String| ConfigError::new(&Source::from_text(&name, ""), None, message, None);
    let bytes = fs::read(path).map_err(|error| failed(words_of(&error)))?;
    Source::decode(&name, bytes).map_err(|error| failed(error.to_string()))
}

fn last<T>(first: Option<T>, later: impl DoubleEndedIterator<Item = Option<T>>) -> Option<T> {
    later.rev().flatten().next().or(first)
}

fn plain(names: &[Spanned<String>]) -> Vec<String> {
    names.iter().map(|name| name.get_ref().clone()).collect()
}

/// The rule pages that `[rules] paths` names, sorted by path.
fn read_pages(rooted: &Rooted) -> Result<Vec<Source>, ConfigError> {
    let patterns = &rooted.config.rules.paths;
    let walk = WalkBuilder::new(&rooted.root).standard_filters(false).hidden(true).sort_by_file_path(Ord::cmp).build();
    let files = walk.flatten().filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let is_page = |path: &Path| patterns.iter().any(|pattern| pattern.fits(&relative(path, &rooted.root)));
    files.filter(|entry| is_page(entry.path())).map(|entry| read_named(entry.path())).collect()
}

fn today() -> Date {
    Date::from_days_since_1970(seconds_since_1970() / (24 * 60 * 60))
}

/// What the clock says.
pub fn seconds_since_1970() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}
