//! The facade: a source and what it is held to in, findings out.

use crate::article::Article;
use crate::finding::{Finding, Severity};
use crate::input;
use crate::lexicon::Lexicon;
use crate::lint::engine::{self, Enabled, Orders};
use crate::lint::{Accept, Registry};
use crate::rules;
use crate::style::Style;
use crate::text::{Source, Span};

/// What stories are held to: rules, words, house style.
pub struct Settings {
    /// All rules there are.
    pub registry: Registry,
    /// What words are.
    pub lexicon: Lexicon,
    /// The rules that run, in order of index.
    pub enabled: Vec<Enabled>,
    /// The house style.
    pub style: Style,
    /// The story's date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Words that the newsroom wants as they are.
    pub accepted: Vec<Accept>,
}

impl Settings {
    /// The rules of the binary that run when nobody asks for others.
    pub fn new(style: Style) -> Self {
        let registry = Registry::new(rules::CODE);
        let enabled = default_rules(&registry, &style);
        Self { registry, lexicon: Lexicon::built_in(), enabled, style, date: None, accepted: Vec::new() }
    }

    /// Runs the rules at `selected` and no others, at their pages' severities.
    pub fn select(&mut self, selected: &[usize]) {
        let mut selected = selected.to_vec();
        selected.sort_unstable();
        selected.dedup();
        self.enabled = selected.into_iter().map(|rule| enabled(&self.registry, &self.style, rule)).collect();
    }
}

/// The rules that run when nobody asks for others: those that are on by their pages, and those that the house style wants.
pub fn default_rules(registry: &Registry, style: &Style) -> Vec<Enabled> {
    let wanted =
        |name: &str, on: bool| (on || style.enable.iter().any(|rule| rule == name)) && !style.disable.iter().any(|rule| rule == name);
    let on = registry.pages().enumerate().filter(|(_, page)| wanted(&page.name, page.default));
    on.map(|(rule, _)| enabled(registry, style, rule)).collect()
}

/// A rule as the house style has it.
pub fn enabled(registry: &Registry, style: &Style, rule: usize) -> Enabled {
    let page = registry.page(rule);
    let severity: Severity = style.severity.get(page.name.as_ref()).copied().unwrap_or(page.severity);
    Enabled { rule, severity, options: Vec::new(), guide: style.guide.get(page.name.as_ref()).cloned() }
}

/// What an editor would query in `source`, in order of place.
pub fn check(source: &Source, settings: &Settings) -> Vec<Finding> {
    let document = input::read(source);
    let article = Article::read(&document, &settings.lexicon);
    let orders = Orders {
        registry: &settings.registry,
        enabled: &settings.enabled,
        style: &settings.style,
        date: settings.date.as_deref(),
        accepted: &settings.accepted,
    };
    engine::run(&article, &orders)
}

/// What stands inside quotation marks in `source`: the words that no edit may change.
pub fn quoted(source: &Source, settings: &Settings) -> Vec<Span> {
    let document = input::read(source);
    Article::read(&document, &settings.lexicon).quoted().to_vec()
}
