//! `newslint rules`: the list of rules, and the tests of a newsroom's own.

use std::fs;
use std::path::{Path, PathBuf};

use super::args::{CopyArgs, RuleArgs, RulesArgs, RulesCommand};
use super::settings::Configs;
use super::{Desk, Failure, Outcome, tell, visible, words_of};
use crate::check;
use crate::lint::Registry;
use crate::text::Source;

pub fn run(args: &RulesArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    match &args.command {
        None => list(desk),
        Some(RulesCommand::Test { pages }) => test(pages, desk),
    }
}

fn list(desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let pages = Registry::built_in_pages();
    let width = pages.iter().map(|page| page.name.len()).max().unwrap_or_default();
    for page in pages {
        let severity = if page.default { page.severity.as_str() } else { "off" };
        writeln!(desk.out, "{:width$}  {severity:7}  {}", page.name, page.summary)?;
    }
    Ok(Outcome::Clean)
}

fn test(pages: &[PathBuf], desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let pages = if pages.is_empty() {
        Configs::new(&CopyArgs::default(), &RuleArgs::default())?.of_folder(Path::new("."))?.pages.clone()
    } else {
        pages.iter().map(|path| read(path)).collect::<Result<_, Failure>>()?
    };
    if pages.is_empty() {
        let hint = "name pages, or list them in newslint.toml: [rules] paths = [\"style/*.toml\"]".to_owned();
        return Err(Failure { message: "there are no rule pages to test".to_owned(), hint: Some(hint) });
    }
    let mut outcome = Outcome::Clean;
    for page in &pages {
        for failed in check::test_page(page) {
            tell("error", &failed);
            outcome = Outcome::Findings;
        }
    }
    if outcome == Outcome::Clean && !desk.quiet {
        let names: Vec<&str> = pages.iter().map(Source::path).collect();
        writeln!(desk.out, "every example holds: {}", visible(&names.join(", ")))?;
    }
    Ok(outcome)
}

fn read(path: &Path) -> Result<Source, Failure> {
    let name = super::files::shown(path);
    let bytes = fs::read(path).map_err(|error| Failure::new(format!("{name}: {}", words_of(&error))))?;
    Source::decode(&name, bytes).map_err(|error| Failure::new(format!("{name}: {error}")))
}
