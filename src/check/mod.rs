//! The facade: a source and the rulebook it is held to in, findings out.

mod confirmed;
mod examples;
mod pages;
mod parsed;
mod settings;

pub use confirmed::confirmed;
pub use examples::failing_examples;
pub use pages::{explain, markdown};
pub use parsed::parsed;
pub use settings::{Place, Settings, SettingsError};

use std::cell::Cell;

use crate::article::{Article, Companion};
use crate::config::{Date, Moment};
use crate::finding::{Finding, Severity};
use crate::input;
use crate::lexicon::{Lexicon, Overlay};
use crate::lint::engine::{self, Enabled, Orders};
use crate::lint::page::Text;
use crate::lint::{Accept, Needs, Page, Registry, option_value};
use crate::rules;
use crate::style::Style;
use crate::text::{Source, Span};

/// What stories are held to: rules, words, house style. Made once, used for every story that the same settings hold for.
pub struct Rulebook {
    /// All rules there are.
    pub registry: Registry,
    /// What words are.
    pub lexicon: Lexicon,
    /// The rules that run, in order of index.
    pub enabled: Vec<Enabled>,
    /// The house style.
    pub style: Style,
    /// The day the story is dated.
    pub date: Option<Date>,
    /// The moment of the run, if embargoes are to be judged.
    pub now: Option<Moment>,
    /// Words that the newsroom wants as they are.
    pub accepted: Vec<Accept>,
}

impl Default for Rulebook {
    /// The rules of the binary, no house style.
    fn default() -> Self {
        Self::of_style(Style::default())
    }
}

impl Rulebook {
    /// The rules of the binary that run under a house style when nobody asks for others.
    pub fn of_style(style: Style) -> Self {
        let registry = Registry::new(rules::CODE);
        let enabled =
            registry.pages().enumerate().filter(|(_, page)| runs(page, &style)).map(|(rule, page)| as_house_has_it(rule, page, &style));
        Self { enabled: enabled.collect(), registry, lexicon: Lexicon::built_in(), style, date: None, now: None, accepted: Vec::new() }
    }

    /// What a newsroom decided.
    ///
    /// # Errors
    /// When there is no such style, an option does not fit its rule, or one of its own rule pages is wrong or fails its examples.
    pub fn new(settings: &Settings) -> Result<Self, SettingsError> {
        let mut style = settings
            .style
            .as_deref()
            .map_or_else(|| Ok(Style::default()), Style::preset)
            .map_err(|error| SettingsError::of_style(&error))?;
        style.language = settings.language.or(style.language);
        let mut rulebook = Self { style, date: settings.date, now: settings.now, accepted: settings.accepted.clone(), ..Self::default() };
        rulebook.read_overlay(settings)?;
        rulebook.choose(settings)?;
        Ok(rulebook)
    }

    /// The newsroom's own words and rule pages.
    fn read_overlay(&mut self, settings: &Settings) -> Result<(), SettingsError> {
        if settings.words.is_empty() && settings.pages.is_empty() && settings.names.is_empty() {
            return Ok(());
        }
        let mut overlay = Overlay::default();
        for word in &settings.words {
            overlay.accept(word);
        }
        for name in &settings.names {
            overlay.add_name(name.clone());
        }
        let mut own = Vec::new();
        for page in &settings.pages {
            let rule = self.registry.add(&rule_name(page), page.text(), &mut overlay);
            own.push((rule.map_err(|error| SettingsError::of_page(page, error.line, error.message))?, page));
        }
        self.lexicon = Lexicon::with(overlay);
        // A page whose examples fail would cry wolf or stay silent: it does not load.
        for (rule, page) in own {
            if let Some((line, problem)) = failing_examples(self, rule).into_iter().next() {
                return Err(SettingsError::of_page(page, line, problem));
            }
        }
        Ok(())
    }

    fn choose(&mut self, settings: &Settings) -> Result<(), SettingsError> {
        let mut enabled = Vec::new();
        for (rule, page) in self.registry.pages().enumerate() {
            if !settings.runs(&page.name, runs(page, &self.style)) {
                continue;
            }
            let mut one = as_house_has_it(rule, page, &self.style);
            one.severity = settings.severity_of(&page.name, one.severity);
            for (option, value) in settings.options.get(page.name.as_ref()).into_iter().flatten() {
                one.options.push(option_value(page, option, value).map_err(|message| SettingsError::of_rule(&page.name, message))?);
            }
            enabled.push(one);
        }
        self.enabled = enabled;
        Ok(())
    }

    /// What a story is held to that stands alone.
    fn orders(&self) -> Orders<'_> {
        Orders {
            registry: &self.registry,
            enabled: &self.enabled,
            style: &self.style,
            date: self.date,
            now: self.now,
            before: None,
            others: &[],
            accepted: &self.accepted,
            least: Severity::Info,
        }
    }

    /// Runs the rule at `rule` and no other, at its page's severity.
    pub fn only(&mut self, rule: usize) {
        self.enabled = vec![as_house_has_it(rule, self.registry.page(rule), &self.style)];
    }

    /// Runs these rules too.
    fn besides(&mut self, rules: &[Text]) {
        for rule in rules.iter().filter_map(|name| self.registry.find(name)) {
            self.enabled.push(as_house_has_it(rule, self.registry.page(rule), &self.style));
        }
        self.enabled.sort_by_key(|enabled| enabled.rule);
    }
}

/// Whether a rule runs when nobody asks: by its page, and by the house style.
fn runs(page: &Page, style: &Style) -> bool {
    let named = |rules: &[String]| rules.iter().any(|rule| *rule == page.name);
    (page.default || named(&style.enable)) && !named(&style.disable)
}

fn as_house_has_it(rule: usize, page: &Page, style: &Style) -> Enabled {
    let severity = style.severity.get(page.name.as_ref()).copied().unwrap_or(page.severity);
    Enabled { rule, severity, options: Vec::new(), guide: style.guide.get(page.name.as_ref()).cloned() }
}

/// The name of a newsroom's own rule: the family that its page's folder names, or `house`, and the file's name.
pub fn rule_name(page: &Source) -> String {
    let mut parts = page.path().rsplit(['/', '\\']);
    let stem = parts.next().and_then(|file| file.strip_suffix(".toml")).unwrap_or_default();
    format!("house/{stem}")
}

/// The names of the rules of the binary, in order.
pub fn rule_names() -> impl Iterator<Item = &'static str> {
    Registry::built_in_pages().iter().map(|page| page.name.as_ref())
}

/// Runs every example of a newsroom's own rule page; what fails, with its place.
pub fn test_page(page: &Source) -> Vec<String> {
    let mut rulebook = Rulebook::default();
    let mut overlay = Overlay::default();
    let at = |line: usize, problem: &str| format!("{}:{line}: {problem}", page.path());
    match rulebook.registry.add(&rule_name(page), page.text(), &mut overlay) {
        Err(error) => vec![at(error.line, &error.message)],
        Ok(rule) => {
            rulebook.lexicon = Lexicon::with(overlay);
            failing_examples(&rulebook, rule).into_iter().map(|(line, problem)| at(line, &problem)).collect()
        }
    }
}

/// The names of the rules on a newsroom's own pages.
pub fn rule_names_in(pages: &[Source]) -> Vec<String> {
    pages.iter().map(rule_name).collect()
}

/// What an editor would query in `source`, in order of place.
pub fn check(source: &Source, rulebook: &Rulebook) -> Vec<Finding> {
    check_against(source, None, rulebook)
}

/// What an editor would query in `source`, held against the story as it was committed where `before` gives it.
pub fn check_against(source: &Source, before: Option<&Source>, rulebook: &Rulebook) -> Vec<Finding> {
    check_from(source, before, rulebook, Severity::Info)
}

/// The same, what is below `least` left out.
pub fn check_from(source: &Source, before: Option<&Source>, rulebook: &Rulebook, least: Severity) -> Vec<Finding> {
    let needs_before = |enabled: &Enabled| rulebook.registry.page(enabled.rule).needs == Needs::Committed;
    let committed = before.filter(|_| rulebook.enabled.iter().any(needs_before)).map(input::read);
    let before = committed.as_ref().map(|document| Article::read(document, &rulebook.lexicon));
    let document = input::read(source);
    let article = Article::read(&document, &rulebook.lexicon);
    engine::run(&article, &Orders { before: before.as_ref(), least, ..rulebook.orders() }, &|rule| AT_WORK.set(rule))
}

/// What `source` is to the other stories of a run.
pub fn companion(source: &Source, rulebook: &Rulebook) -> Companion {
    let document = input::read(source);
    Companion::of(&Article::read(&document, &rulebook.lexicon))
}

/// What an editor would query in `source` held against the stories that belong with it, and nothing else.
pub fn check_across(source: &Source, others: &[&Companion], rulebook: &Rulebook) -> Vec<Finding> {
    let enabled = rulebook.enabled.iter().filter(|enabled| rulebook.registry.page(enabled.rule).needs == Needs::Others);
    let enabled: Vec<Enabled> = enabled.cloned().collect();
    let document = input::read(source);
    let article = Article::read(&document, &rulebook.lexicon);
    engine::run(&article, &Orders { enabled: &enabled, others, ..rulebook.orders() }, &|rule| AT_WORK.set(rule))
}

/// What stands inside quotation marks in `source`: the words that no edit may change.
pub fn quoted(source: &Source, rulebook: &Rulebook) -> Vec<Span> {
    let document = input::read(source);
    Article::read(&document, &rulebook.lexicon).quoted().to_vec()
}

thread_local! {
    /// The index of the rule that reads a story on this thread.
    static AT_WORK: Cell<Option<usize>> = const { Cell::new(None) };
}

/// The rule at work on this thread, for the report of a breakdown.
pub fn rule_at_work() -> Option<&'static str> {
    AT_WORK.get().and_then(|rule| rule_names().nth(rule))
}
