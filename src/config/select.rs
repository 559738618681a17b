//! Which rules run.

/// One layer of choice: the configuration, an override for some files, the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// These and no others, whatever an earlier layer said.
    pub select: Option<Vec<String>>,
    /// These too.
    pub extend_select: Vec<String>,
    /// Not these.
    pub ignore: Vec<String>,
}

impl Selection {
    /// Whether `rule` runs after this layer, when it did or did not `before`.
    ///
    /// Inside a layer the more exact name wins, and `ignore` wins over `select` when both are equally exact.
    pub fn runs(&self, rule: &str, before: bool) -> bool {
        let exactness = |names: &[String]| names.iter().map(|name| selector_fits(name, rule)).max().unwrap_or_default();
        let chosen = exactness(self.select.as_deref().unwrap_or_default()).max(exactness(&self.extend_select));
        let ignored = exactness(&self.ignore);
        if ignored > 0 || chosen > 0 { chosen > ignored } else { before && self.select.is_none() }
    }
}

/// How exactly `selector` names `rule`: 0 not at all, 1 with all others, 2 with its family, 3 alone.
pub fn selector_fits(selector: &str, rule: &str) -> u8 {
    if selector == rule {
        3
    } else if rule.split_once('/').is_some_and(|(family, _)| family == selector) {
        2
    } else {
        u8::from(selector.eq_ignore_ascii_case("all"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(select: Option<&[&str]>, extend: &[&str], ignore: &[&str]) -> Selection {
        let own = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Selection { select: select.map(own), extend_select: own(extend), ignore: own(ignore) }
    }

    #[test]
    fn a_layer_that_says_nothing_changes_nothing() {
        assert!(layer(None, &[], &[]).runs("names/x", true));
        assert!(!layer(None, &[], &[]).runs("names/x", false));
    }

    #[test]
    fn select_means_these_and_no_others() {
        let layer = layer(Some(&["names"]), &["quotes/y"], &[]);
        assert!(layer.runs("names/x", false) && layer.runs("quotes/y", false));
        assert!(!layer.runs("quotes/z", true));
    }

    #[test]
    fn the_more_exact_name_wins_and_ignore_wins_a_tie() {
        let narrow = layer(Some(&["names/x"]), &[], &["names"]);
        assert!(narrow.runs("names/x", true) && !narrow.runs("names/y", true));
        assert!(!layer(Some(&["names"]), &[], &["names"]).runs("names/x", true));
        assert!(!layer(Some(&["all"]), &[], &["names/x"]).runs("names/x", true));
    }
}
