//! Who is credited, and what was corrected.

pub(super) mod agency_not_credited;
pub(super) mod agency_typo;
pub(super) mod correction_says_nothing;

/// The agencies: their names, and what kind of house each is. Rows of `rules/data/names/agencies.tsv`.
const HOUSES: &str = include_str!("../../../rules/data/names/agencies.tsv");

/// The names and other forms of every agency; papers and broadcasters with `all`.
fn names(all: bool) -> impl Iterator<Item = &'static str> {
    HOUSES.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let mut columns = line.split('\t');
        let (name, others, kind) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        let wanted = all || kind == "agency";
        std::iter::once(name).chain(others.split('|')).filter(move |form| wanted && form.len() > 1)
    })
}
