//! “Did you mean”.

/// The candidate that `word` was most likely meant to be, if one is near enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Below this share of likeness a suggestion is a guess that sends people the wrong way.
    const NEAR: f64 = 0.8;
    let likeness = |candidate: &&'a str| {
        // Someone who knows the rule but not its family has still named it exactly.
        let bare = candidate.rsplit('/').next().unwrap_or(candidate);
        strsim::jaro_winkler(word, candidate).max(strsim::jaro_winkler(word, bare) - 0.01)
    };
    candidates
        .into_iter()
        .map(|candidate| (likeness(&candidate), candidate))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|(one, first), (other, second)| one.total_cmp(other).then_with(|| second.cmp(first)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_named_and_nothing_far() {
        assert_eq!(nearest("quote", ["quotes", "quotes/unbalanced-quote", "names"]), Some("quotes"));
        assert_eq!(nearest("unbalanced-quote", ["quotes", "quotes/unbalanced-quote"]), Some("quotes/unbalanced-quote"));
        assert_eq!(nearest("zebra", ["quotes", "names"]), None);
    }
}
