//! The generated documentation is fresh: the rule reference comes from the pages, the settings from the template that
//! `newslint init` writes. `NEWSLINT_BLESS=1 cargo test --test docs` rewrites both.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use newslint::check::markdown;
use newslint::lint::Registry;

fn assert_fresh(path: &str, wanted: &str) {
    if std::env::var_os("NEWSLINT_BLESS").is_some() {
        fs::create_dir_all(Path::new(path).parent().expect("docs lie in a folder")).expect("the folder can be made");
        fs::write(path, wanted).expect("the file can be written");
    }
    let there = fs::read_to_string(path).unwrap_or_default();
    assert!(there == wanted, "{path} is stale; NEWSLINT_BLESS=1 cargo test --test docs rewrites it");
}

#[test]
fn the_rule_reference_is_fresh() {
    let mut families: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for page in Registry::built_in_pages() {
        families.entry(page.family()).or_default().push(page);
    }
    let mut index = String::from(
        "# Rules\n\nMade from the pages in `rules/`; edit those. “off” rules run when a house style or newslint.toml asks for them.\n",
    );
    for (family, pages) in &families {
        let _ = write!(index, "\n## [{family}]({family}.md)\n\n| rule | severity | what it finds |\n|---|---|---|\n");
        let mut reference = format!("# {family}\n\nMade from the pages in `rules/{family}/`; edit those.\n");
        for page in pages {
            let anchor = page.name.replace('/', "");
            let severity = if page.default { page.severity.as_str() } else { "off" };
            let _ = writeln!(index, "| [{}]({family}.md#{anchor}) | {severity} | {} |", page.name, page.summary);
            reference.push('\n');
            reference.push_str(&markdown(page));
        }
        assert_fresh(&format!("docs/rules/{family}.md"), &reference);
    }
    assert_fresh("docs/rules/README.md", &index);
    let known: Vec<String> = families.keys().map(|family| format!("{family}.md")).chain(["README.md".to_owned()]).collect();
    for entry in fs::read_dir("docs/rules").expect("the reference is there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(known.contains(&name), "docs/rules/{name} belongs to no family of rules");
    }
}

#[test]
fn the_settings_reference_is_fresh() {
    let template = fs::read_to_string("src/cli/init.toml").expect("the template");
    let text = format!(
        "# newslint.toml\n\nMade from the file that `newslint init` writes; edit `src/cli/init.toml`. The nearest newslint.toml above a story holds for it; \
         what stands on the command line goes before it. Every setting below is commented out: it shows an example, not the default.\n\n```toml\n{template}```\n"
    );
    assert_fresh("docs/config.md", &text);
}

#[test]
fn every_link_between_the_documents_leads_somewhere() {
    let mut broken = Vec::new();
    for file in ["README.md", "docs/ARCHITECTURE.md", "docs/CONTRIBUTING.md", "docs/writing-rules.md"] {
        let text = fs::read_to_string(file).unwrap_or_else(|_| panic!("{file} is missing"));
        let folder = Path::new(file).parent().expect("a file lies in a folder");
        for (at, _) in text.match_indices("](") {
            let target: String = text[at + 2..].chars().take_while(|next| !matches!(next, ')' | '#')).collect();
            let is_local = !target.is_empty() && !target.contains("://") && !target.contains('`');
            if is_local && !folder.join(&target).exists() {
                broken.push(format!("{file}: {target}"));
            }
        }
    }
    assert!(broken.is_empty(), "links that lead nowhere: {broken:?}");
}
