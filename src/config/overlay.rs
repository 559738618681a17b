//! Settings given with `--config 'key = value'` go over those of a file.

use super::{Config, Lint};

impl Config {
    /// What `over` says, and for the rest what this says. Lists are replaced, tables are joined key by key.
    #[must_use]
    pub fn overlaid(self, over: Config) -> Config {
        Config {
            schema: over.schema.or(self.schema),
            required_version: over.required_version.or(self.required_version),
            style: over.style.or(self.style),
            language: over.language.or(self.language),
            include: over.include.or(self.include),
            extend_include: over_list(self.extend_include, over.extend_include),
            exclude: over.exclude.or(self.exclude),
            extend_exclude: over_list(self.extend_exclude, over.extend_exclude),
            respect_gitignore: over.respect_gitignore.or(self.respect_gitignore),
            force_exclude: over.force_exclude.or(self.force_exclude),
            max_file_size: over.max_file_size.or(self.max_file_size),
            fix: over.fix.or(self.fix),
            unsafe_fixes: over.unsafe_fixes.or(self.unsafe_fixes),
            output_format: over.output_format.or(self.output_format),
            fail_level: over.fail_level.or(self.fail_level),
            lint: self.lint.overlaid(over.lint),
            words: super::Words {
                accept: over_list(self.words.accept, over.words.accept),
                files: over_list(self.words.files, over.words.files),
            },
            names: super::Names { files: over_list(self.names.files, over.names.files), name: over_list(self.names.name, over.names.name) },
            rules: super::Rules { paths: over_list(self.rules.paths, over.rules.paths) },
            story: super::Story { date: over.story.date.or(self.story.date) },
            crosscheck: super::Crosscheck { across_files: over.crosscheck.across_files.or(self.crosscheck.across_files) },
            accept: over_list(self.accept, over.accept),
            overrides: over_list(self.overrides, over.overrides),
        }
    }
}

impl Lint {
    fn overlaid(self, over: Lint) -> Lint {
        Lint {
            select: over.select.or(self.select),
            extend_select: over_list(self.extend_select, over.extend_select),
            ignore: over_list(self.ignore, over.ignore),
            severity: self.severity.into_iter().chain(over.severity).collect(),
            per_file_ignores: self.per_file_ignores.into_iter().chain(over.per_file_ignores).collect(),
            rules: self.rules.into_iter().chain(over.rules).collect(),
        }
    }
}

fn over_list<T>(below: Vec<T>, over: Vec<T>) -> Vec<T> {
    if over.is_empty() { below } else { over }
}
