//! How far two words are from each other when somebody mistypes one.

/// How many slips make one word of the other, capitals aside: 0 or 1, none for more. A slip is a letter more, less or other, or two
/// swapped.
pub fn slips(one: &str, other: &str) -> Option<usize> {
    if !one.is_ascii() || !other.is_ascii() {
        return Some(strsim::osa_distance(&one.to_lowercase(), &other.to_lowercase())).filter(|&slips| slips <= 1);
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let is_same = |(one, other): &(&u8, &u8)| one.eq_ignore_ascii_case(other);
    let before = one.iter().zip(other).take_while(is_same).count();
    let (one, other) = (&one[before..], &other[before..]);
    let after = one.iter().rev().zip(other.iter().rev()).take_while(is_same).count();
    match (&one[..one.len() - after], &other[..other.len() - after]) {
        ([], []) => Some(0),
        ([] | [_], [] | [_]) => Some(1),
        ([a, b], [c, d]) if a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn one_letter_more_less_other_or_two_swapped_are_one_slip() {
        assert_eq!(slips("Tolvan", "TOLVAN"), Some(0));
        for other in ["Tolvann", "olvan", "Tolven", "Tovlan", "tolva"] {
            assert_eq!(slips("Tolvan", other), Some(1), "{other}");
        }
        for other in ["Tolv", "Nolvat", "Toavln", ""] {
            assert_eq!(slips("Tolvan", other), None, "{other}");
        }
        assert_eq!(slips("Müller", "Muller"), Some(1));
        assert_eq!(slips("Müller", "MÜLLER"), Some(0));
    }
}
