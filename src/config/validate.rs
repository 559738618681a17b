//! Holds the names in a configuration against those that there are.

use super::{Config, ConfigError, Lint, Spanned, nearest};
use crate::text::{Source, Span};

/// The names that a configuration may use.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// `family/rule`, all of them.
    pub rules: &'a [&'a str],
    /// House styles.
    pub styles: &'a [&'a str],
    /// Output formats.
    pub formats: &'a [&'a str],
    /// This newslint's version.
    pub version: &'a str,
}

/// What to say of a selector that names no rule and no family: the message and the hint; nothing when it names one.
pub fn unknown_selector(selector: &str, rules: &[&str]) -> Option<(String, Option<String>)> {
    let families = || rules.iter().filter_map(|rule| rule.split_once('/')).map(|(family, _)| family);
    if selector.eq_ignore_ascii_case("all") || rules.contains(&selector) || families().any(|family| family == selector) {
        return None;
    }
    let what = if selector.contains('/') { "rule" } else { "rule or family" };
    let hint = match nearest(selector, families().chain(rules.iter().copied())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`newslint rules` lists them".to_owned(),
    };
    Some((format!("there is no {what} `{selector}`"), Some(hint)))
}

impl Config {
    /// Holds the names in a configuration, which was read from `source`, against what is `known`.
    ///
    /// # Errors
    /// At the first that there is not.
    pub fn validate(&self, source: &Source, known: &Known<'_>) -> Result<(), ConfigError> {
        if let Some(wanted) = &self.required_version {
            check_version(source, wanted, known.version)?;
        }
        let styles = self.style.iter().chain(self.overrides.iter().filter_map(|one| one.style.as_ref()));
        for style in styles.filter(|style| style.get_ref() != "none") {
            check_name(source, style, "style", known.styles)?;
        }
        if let Some(format) = &self.output_format {
            check_name(source, format, "output format", known.formats)?;
        }
        let lints = std::iter::once(&self.lint).chain(self.overrides.iter().map(|one| &one.lint));
        for lint in lints {
            check_lint(source, lint, known.rules)?;
        }
        super::check_names(source, &self.names.name)?;
        let mut accepted = self.accept.iter().flat_map(|accept| &accept.rules);
        accepted.try_for_each(|selector| check_selector(source, selector, known.rules))
    }
}

fn check_lint(source: &Source, lint: &Lint, rules: &[&str]) -> Result<(), ConfigError> {
    let lists = lint.select.iter().chain([&lint.extend_select, &lint.ignore]).chain(lint.per_file_ignores.values());
    for selector in lists.flatten().chain(lint.severity.keys()) {
        check_selector(source, selector, rules)?;
    }
    for rule in lint.rules.keys() {
        check_selector(source, rule, rules)?;
        if !rules.contains(&rule.get_ref().as_str()) {
            let name = rule.get_ref();
            let hint = "name one rule, as in [lint.rules.\"family/rule\"]".to_owned();
            return Err(at(source, rule, format!("`{name}` is a family; options belong to a rule"), Some(hint)));
        }
    }
    Ok(())
}

fn check_selector(source: &Source, selector: &Spanned<String>, rules: &[&str]) -> Result<(), ConfigError> {
    match unknown_selector(selector.get_ref(), rules) {
        Some((message, hint)) => Err(at(source, selector, message, hint)),
        None => Ok(()),
    }
}

fn check_name(source: &Source, name: &Spanned<String>, what: &str, known: &[&str]) -> Result<(), ConfigError> {
    let word = name.get_ref().as_str();
    if known.contains(&word) {
        return Ok(());
    }
    let hint = match nearest(word, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None => (!known.is_empty()).then(|| format!("there are {}", known.join(", "))),
    };
    Err(at(source, name, format!("there is no {what} `{word}`"), hint))
}

fn check_version(source: &Source, wanted: &Spanned<String>, version: &str) -> Result<(), ConfigError> {
    let holds = wanted.get_ref().split(',').map(|part| version_fits(part.trim(), version)).try_fold(true, |all, one| Some(all & one?));
    let (message, hint) = match holds {
        Some(true) => return Ok(()),
        Some(false) => (
            format!("this is newslint {version}, and the file asks for {}", wanted.get_ref()),
            "install a version that fits, or change required-version",
        ),
        None => (format!("`{}` names no versions", wanted.get_ref()), "write them as in \">=0.1, <2\""),
    };
    Err(at(source, wanted, message, Some(hint.to_owned())))
}

/// Whether `version` fits one comparison; nothing when that is none.
fn version_fits(comparison: &str, version: &str) -> Option<bool> {
    let number = comparison.trim_start_matches(['<', '>', '=']);
    let sign = comparison[..comparison.len() - number.len()].trim();
    let (wanted, have) = (release(number.trim())?, release(version)?);
    // `=0.1` means any 0.1.x: only as many parts count as are written.
    let same = have[..wanted.len().min(have.len())] == wanted[..];
    Some(match sign {
        ">=" => have >= wanted,
        "<=" => have <= wanted || same,
        ">" => have > wanted && !same,
        "<" => have < wanted,
        "=" | "==" | "" => same,
        _ => return None,
    })
}

fn release(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|part| part.parse().ok()).collect()
}

fn at(source: &Source, place: &Spanned<String>, message: String, hint: Option<String>) -> ConfigError {
    let range = place.span();
    ConfigError::new(source, Some(Span::new(range.start, range.end)), message, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_by_their_numbers() {
        for fits in [">=0.1", "<2", "=0.1", "0.1.0", "<=0.1", ">0.0.9", "<0.1.1"] {
            assert_eq!(version_fits(fits, "0.1.0"), Some(true), "{fits}");
        }
        for not in [">=0.1.1", "<0.1", "=1", ">0.1", "<=0.0"] {
            assert_eq!(version_fits(not, "0.1.0"), Some(false), "{not}");
        }
        assert_eq!(version_fits("~0.1", "0.1.0"), None);
    }

    #[test]
    fn selectors_are_rules_families_or_all() {
        let rules = ["quotes/unbalanced-quote"];
        assert!(["all", "ALL", "quotes", "quotes/unbalanced-quote"].iter().all(|name| unknown_selector(name, &rules).is_none()));
        assert_eq!(unknown_selector("zebra", &rules).and_then(|(_, hint)| hint).as_deref(), Some("`newslint rules` lists them"));
    }
}
