//! Who is credited, and what was corrected.

use std::sync::LazyLock;

pub(super) mod agency_not_credited;
pub(super) mod agency_typo;
pub(super) mod caption_incomplete;
pub(super) mod caption_name_mismatch;
pub(super) mod correction_label;
pub(super) mod correction_says_nothing;
pub(super) mod format;
pub(super) mod published_change_without_note;

/// The agencies: their names, and what kind of house each is. Rows of `rules/data/names/agencies.tsv`.
const HOUSES: &str = include_str!("../../../rules/data/names/agencies.tsv");

/// Every form of every agency's name. Read once, by the first story that asks.
static AGENCIES: LazyLock<Vec<&str>> = LazyLock::new(|| rows().filter(|row| row.ends_with("\tagency")).flat_map(forms).collect());

fn rows() -> impl Iterator<Item = &'static str> {
    HOUSES.lines().filter(|line| !line.starts_with('#'))
}

/// The name of a row and its other forms.
fn forms(row: &'static str) -> impl Iterator<Item = &'static str> {
    let mut columns = row.split('\t');
    let (name, others) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
    std::iter::once(name).chain(others.split('|')).filter(|form| form.len() > 1)
}

/// The names and other forms of every agency, paper and broadcaster.
fn all_names() -> impl Iterator<Item = &'static str> {
    rows().flat_map(forms)
}
