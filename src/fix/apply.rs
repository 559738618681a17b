//! Puts edits into a text.

use crate::finding::Edit;
use crate::text::Span;

/// `text` with `edits` made, which are sorted and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let growth: usize = edits.iter().map(|edit| edit.text.len()).sum();
    let mut mended = String::with_capacity(text.len() + growth);
    let mut from = 0;
    for edit in edits {
        mended.push_str(Span::new(from, edit.span.from()).of(text));
        mended.push_str(&edit.text);
        from = edit.span.to();
    }
    mended.push_str(&text[from..]);
    mended
}

/// Where each edit's new words stand in the mended text.
pub(super) fn results(edits: &[Edit]) -> Vec<Span> {
    let (mut removed, mut added) = (0, 0);
    let result = |edit: &Edit| {
        let start = edit.span.from() - removed + added;
        removed += edit.span.len();
        added += edit.text.len();
        Span::new(start, start + edit.text.len())
    };
    edits.iter().map(result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_at_their_places_and_nowhere_else() {
        let edits = [Edit::insert(0, "“"), Edit::delete(Span::new(3, 7)), Edit::replace(Span::new(8, 11), "cat")];
        let mended = apply("the the dog.", &edits);
        assert_eq!(mended, "“the cat.");
        assert_eq!(apply("the the dog.", &[]), "the the dog.");
    }

    #[test]
    fn results_are_places_in_the_mended_text() {
        let edits = [Edit::replace(Span::new(0, 1), "“"), Edit::delete(Span::new(2, 4)), Edit::insert(5, "xy")];
        let mended = apply("\"a  bc", &edits);
        let words: Vec<&str> = results(&edits).into_iter().map(|span| span.of(&mended)).collect();
        assert_eq!(words, ["“", "", "xy"]);
    }
}
