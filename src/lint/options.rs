//! The options of a rule: the page's defaults under what the newsroom set.

use super::page::{OptionValue, Page, Text};

/// What a rule reads its options from.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    page: &'a Page,
    set: &'a [(Text, OptionValue)],
}

impl<'a> Options<'a> {
    /// The defaults of `page`, with `set` over them.
    pub fn new(page: &'a Page, set: &'a [(Text, OptionValue)]) -> Self {
        Self { page, set }
    }

    fn value(&self, name: &str) -> &'a OptionValue {
        let set = self.set.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        let default = || self.page.options.iter().find(|option| option.name == name).map(|option| &option.default);
        set.or_else(default).unwrap_or_else(|| panic!("rules/{}.toml has no option “{name}”", self.page.name))
    }

    /// An option that is a number; never negative.
    pub fn number(&self, name: &str) -> usize {
        match self.value(name) {
            OptionValue::Number(number) => usize::try_from(*number).unwrap_or(0),
            other => panic!("option “{name}” of {} is {}, not a number", self.page.name, other.kind()),
        }
    }

    /// An option that is on or off.
    pub fn is_on(&self, name: &str) -> bool {
        matches!(self.value(name), OptionValue::Switch(true))
    }

    /// An option that is a text.
    pub fn word(&self, name: &str) -> &str {
        match self.value(name) {
            OptionValue::Word(word) => word,
            other => panic!("option “{name}” of {} is {}, not a text", self.page.name, other.kind()),
        }
    }

    /// An option that is a list of words.
    pub fn words(&self, name: &str) -> &'a [Text] {
        match self.value(name) {
            OptionValue::Words(words) => words,
            other => panic!("option “{name}” of {} is {}, not a list", self.page.name, other.kind()),
        }
    }
}

/// What a newsroom wrote for an option, checked against the option's page.
///
/// # Errors
/// When the rule has no such option, or the value is of another kind than its default; says what to write.
pub fn option_value(page: &Page, name: &str, value: &toml::Value) -> Result<(Text, OptionValue), String> {
    let Some(option) = page.options.iter().find(|option| option.name == name) else {
        let names: Vec<&str> = page.options.iter().map(|option| option.name.as_ref()).collect();
        let nearest = names.iter().find(|known| strsim::jaro_winkler(known, name) > 0.8);
        return Err(match nearest {
            Some(nearest) => format!("{} has no option “{name}”; did you mean “{nearest}”?", page.name),
            None if names.is_empty() => format!("{} has no options", page.name),
            None => format!("{} has no option “{name}”; it has {}", page.name, names.join(", ")),
        });
    };
    let set = match (value, &option.default) {
        (toml::Value::Integer(number), OptionValue::Number(_)) if *number >= 0 => OptionValue::Number(*number),
        (toml::Value::Boolean(on), OptionValue::Switch(_)) => OptionValue::Switch(*on),
        (toml::Value::String(word), OptionValue::Word(_)) => OptionValue::Word(word.clone().into()),
        (toml::Value::Array(items), OptionValue::Words(_)) if items.iter().all(toml::Value::is_str) => {
            OptionValue::Words(items.iter().filter_map(toml::Value::as_str).map(|item| Text::from(item.to_owned())).collect())
        }
        _ => return Err(format!("{name} of {} must be {}", page.name, option.default.kind())),
    };
    Ok((option.name.clone(), set))
}
