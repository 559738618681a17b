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

/// Every form of a name, and whether it is an agency's. Read once, by the first story that asks.
static NAMES: LazyLock<Vec<(&str, bool)>> = LazyLock::new(|| {
    let rows = HOUSES.lines().filter(|line| !line.starts_with('#'));
    let forms = rows.flat_map(|line| {
        let mut columns = line.split('\t');
        let (name, others, kind) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        std::iter::once(name).chain(others.split('|')).map(move |form| (form, kind == "agency"))
    });
    forms.filter(|(form, _)| form.len() > 1).collect()
});

/// The names and other forms of every agency; papers and broadcasters with `all`.
fn names(all: bool) -> impl Iterator<Item = &'static str> {
    NAMES.iter().filter(move |(_, is_agency)| all || *is_agency).map(|(form, _)| *form)
}
