//! File patterns, relative to the folder of the newslint.toml they stand in.

use std::fmt;
use std::path::Path;

use globset::{GlobBuilder, GlobMatcher};
use serde::{Deserialize, Serialize};

/// A glob: `*.txt` in any folder, `sport/**` from the folder of the configuration.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    text: String,
    matcher: GlobMatcher,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// In words, when a bracket or brace is left open and the like.
    pub fn new(text: impl Into<String>) -> Result<Self, String> {
        let text = text.into();
        let bare = text.trim_start_matches("./").trim_end_matches('/');
        // As in .gitignore: a name without a slash means that name anywhere.
        let glob = match bare.strip_prefix('/') {
            Some(rooted) => rooted.to_owned(),
            None if bare.contains('/') => bare.to_owned(),
            None => format!("**/{bare}"),
        };
        let compiled = GlobBuilder::new(&glob).literal_separator(true).build();
        let matcher = compiled.map_err(|error| format!("`{text}` is no file pattern: {}", error.kind()))?.compile_matcher();
        Ok(Self { text, matcher })
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it fits this very path.
    pub fn fits(&self, path: &Path) -> bool {
        self.matcher.is_match(path)
    }

    /// Whether it fits the path or a folder that holds it.
    pub fn covers(&self, path: &Path) -> bool {
        path.ancestors().any(|part| !part.as_os_str().is_empty() && self.fits(part))
    }
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::new(text)
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.text
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl PartialOrd for Pattern {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Pattern {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_fits_in_every_folder() {
        let pattern = Pattern::new("*.txt").expect("it is one");
        assert!(pattern.fits(Path::new("a.txt")) && pattern.fits(Path::new("a/b/c.txt")));
        assert!(!pattern.fits(Path::new("a.md")));
    }

    #[test]
    fn a_pattern_with_a_slash_starts_at_the_configuration() {
        let pattern = Pattern::new("sport/*.txt").expect("it is one");
        assert!(pattern.fits(Path::new("sport/a.txt")));
        assert!(!pattern.fits(Path::new("uk/sport/a.txt")) && !pattern.fits(Path::new("sport/uk/a.txt")));
    }

    #[test]
    fn a_folder_covers_what_is_in_it() {
        for text in ["archive", "archive/", "./archive/", "/archive", "archive/**"] {
            let pattern = Pattern::new(text).expect("it is one");
            assert!(pattern.covers(Path::new("archive/2025/a.txt")), "{text}");
            assert!(!pattern.covers(Path::new("archived/a.txt")), "{text}");
        }
    }
}
