//! `newslint config`: which newslint.toml holds, and what it says.

use toml::Value;

use super::args::{ConfigArgs, RuleArgs};
use super::settings::Configs;
use super::{Desk, Failure, Outcome, visible};

pub fn run(args: &ConfigArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    let configs = Configs::new(&args.copy, &RuleArgs::default())?;
    let rooted = if args.path.is_dir() { configs.of_folder(&args.path)? } else { configs.of_file(&args.path)? };
    match &rooted.source {
        Some(source) => writeln!(desk.out, "# {}", visible(source.path()))?,
        None => writeln!(desk.out, "# no newslint.toml: everything is as newslint has it")?,
    }
    let shown = toml::Table::try_from(&rooted.config).map(said).and_then(|table| toml::to_string(&table));
    let text = shown.map_err(|error| Failure::new(format!("the settings cannot be shown: {error}")))?;
    desk.out.write_all(text.as_bytes())?;
    Ok(Outcome::Clean)
}

/// The keys that say something: a list or table with nothing in it is left out.
fn said(table: toml::Table) -> toml::Table {
    let says = |value: &Value| match value {
        Value::Array(list) => !list.is_empty(),
        Value::Table(table) => !table.is_empty(),
        _ => true,
    };
    let kept = table.into_iter().map(|(key, value)| match value {
        Value::Table(inner) => (key, Value::Table(said(inner))),
        Value::Array(list) => (key, Value::Array(list.into_iter().map(said_in_list).collect())),
        value => (key, value),
    });
    kept.filter(|(_, value)| says(value)).collect()
}

fn said_in_list(value: Value) -> Value {
    match value {
        Value::Table(table) => Value::Table(said(table)),
        value => value,
    }
}
