//! What a fix would change, word by word, as an editor marks it on a page.

use similar::{ChangeTag, TextDiff};
use unicode_width::UnicodeWidthStr;

use super::layout::Piece;
use super::paint::Ink;
use super::places::Places;
use super::sanitize;
use crate::finding::{Edit, Fix};
use crate::text::Span;

/// Edits this near to each other are shown as one change.
const NEAR: usize = 24;
/// A neighbouring word is shown only up to this many bytes.
const LONGEST_WORD: usize = 40;
/// A run of words longer than this is cut in its middle.
const LONGEST_RUN: usize = 16;
/// Words kept at either end of a run that is cut.
const KEPT: usize = 4;

/// How a change is written.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    /// Columns of a line.
    pub(super) width: usize,
    pub(super) colour: bool,
    pub(super) ci: bool,
}

/// One stretch of copy before and after a fix.
pub(super) struct Change {
    /// Where it is in the copy.
    pub(super) span: Span,
    old: String,
    new: String,
}

/// The stretches that `fix` changes, each with the words beside it that make it readable.
pub(super) fn changes(places: &Places<'_>, fix: &Fix) -> Vec<Change> {
    let mut groups: Vec<(Span, Vec<(Span, &str)>)> = Vec::new();
    for Edit { span, text } in &fix.edits {
        let span = places.clamp(*span);
        match groups.last_mut() {
            Some((group, edits)) if span.start >= group.end && is_near(places.text(), *group, span) => {
                *group = group.join(span);
                edits.push((span, text));
            }
            _ => groups.push((span, vec![(span, text)])),
        }
    }
    groups.into_iter().map(|(span, edits)| change(places.text(), span, &edits)).collect()
}

fn is_near(text: &str, group: Span, next: Span) -> bool {
    let between = &text[group.to()..next.from()];
    between.len() <= NEAR && !between.contains('\n')
}

fn change(text: &str, group: Span, edits: &[(Span, &str)]) -> Change {
    let speaks = edits.iter().all(|&(span, new)| is_words(span.of(text)) && is_words(new));
    let shown = if speaks || is_inside_word(text, group, edits) { whole_words(text, group) } else { with_neighbours(text, group) };
    let mut new = String::new();
    let mut at = shown.from();
    for &(span, words) in edits {
        new.push_str(&text[at..span.from()]);
        new.push_str(words);
        at = span.to();
    }
    new.push_str(&text[at..shown.to()]);
    Change { span: group, old: shown.of(text).to_owned(), new }
}

/// Whether these words can be understood without their neighbours.
fn is_words(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether only letters of one word come or go.
fn is_inside_word(text: &str, group: Span, edits: &[(Span, &str)]) -> bool {
    let lies_inside = text[..group.from()].ends_with(is_letter) && text[group.to()..].starts_with(is_letter);
    lies_inside && group.of(text).chars().all(is_letter) && edits.iter().all(|(_, new)| new.chars().all(is_letter))
}

fn is_letter(next: char) -> bool {
    next.is_alphanumeric() || matches!(next, '’' | '\'' | '\u{300}'..='\u{36F}')
}

/// `span` with the rest of the words that it cuts.
fn whole_words(text: &str, span: Span) -> Span {
    let cuts_first = text[span.from()..].starts_with(is_letter);
    let cuts_last = text[..span.to()].ends_with(is_letter);
    let left = if cuts_first { run_before(&text[..span.from()], is_letter) } else { 0 };
    let right = if cuts_last { run_after(&text[span.to()..], is_letter) } else { 0 };
    Span::new(span.from() - left, span.to() + right)
}

/// `span` with the word before and the word after, as far as they stand in the same line.
fn with_neighbours(text: &str, span: Span) -> Span {
    let is_gap = |next: char| next.is_whitespace() && !matches!(next, '\n' | '\r');
    let (before, after) = (&text[..span.from()], &text[span.to()..]);
    let left = run_before(before, is_gap);
    let left = left + run_before(&before[..before.len() - left], |next| !next.is_whitespace());
    let right = run_after(after, is_gap);
    let right = right + run_after(&after[right..], |next| !next.is_whitespace());
    Span::new(span.from() - left, span.to() + right)
}

fn run_before(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    let run = text.chars().rev().take_while(|&next| belongs(next)).map(char::len_utf8).scan(0, within).last();
    run.unwrap_or(0)
}

fn run_after(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    let run = text.chars().take_while(|&next| belongs(next)).map(char::len_utf8).scan(0, within).last();
    run.unwrap_or(0)
}

fn within(total: &mut usize, len: usize) -> Option<usize> {
    *total += len;
    (*total <= LONGEST_WORD).then_some(*total)
}

impl Change {
    /// The change as coloured words: `old → new` when that fits in `hand.width`, the copy with old and new words in it otherwise.
    pub(super) fn pieces(&self, hand: Hand) -> Vec<Piece> {
        let runs = runs(&self.old, &self.new);
        let arrow = [side(&runs, ChangeTag::Delete, hand), vec![Piece::plain(" → ")], side(&runs, ChangeTag::Insert, hand)].concat();
        if width(&arrow) <= hand.width && !self.old.is_empty() && !self.new.is_empty() { arrow } else { inline(&runs, hand) }
    }
}

/// Columns of `pieces` in one line.
pub(super) fn width(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.text.width()).sum()
}

/// Runs of words that stay, go or come.
fn runs(old: &str, new: &str) -> Vec<(ChangeTag, String)> {
    let diff = TextDiff::from_words(old, new);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, run)) if *tag == change.tag() => run.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    runs
}

/// The old or the new words, with what stays.
fn side(runs: &[(ChangeTag, String)], tag: ChangeTag, hand: Hand) -> Vec<Piece> {
    let ink = if tag == ChangeTag::Delete { Ink::Old } else { Ink::New };
    let belongs = runs.iter().filter(|(of, _)| *of == tag || *of == ChangeTag::Equal);
    belongs.map(|(of, run)| Piece { ink: if *of == tag { ink } else { Ink::Plain }, text: run_text(run, *of, hand.ci) }).collect()
}

/// The copy with the old words struck out and the new ones beside them.
fn inline(runs: &[(ChangeTag, String)], hand: Hand) -> Vec<Piece> {
    let piece = |(tag, run): &(ChangeTag, String)| {
        let text = cut(&run_text(run, *tag, hand.ci));
        match tag {
            ChangeTag::Equal => Piece::plain(text),
            ChangeTag::Delete if hand.colour => Piece { ink: Ink::Struck, text },
            ChangeTag::Insert if hand.colour => Piece { ink: Ink::New, text },
            ChangeTag::Delete => Piece::plain(format!("[-{text}-]")),
            ChangeTag::Insert => Piece::plain(format!("{{+{text}+}}")),
        }
    };
    runs.iter().map(piece).collect()
}

/// A run as it is shown; when only white space goes or comes, it must be seen.
fn run_text(run: &str, tag: ChangeTag, ci: bool) -> String {
    let text = sanitize::visible(run, ci);
    if tag != ChangeTag::Equal && run.chars().all(char::is_whitespace) {
        return text.replace(' ', "␣").replace(['\u{A0}', '\u{202F}'], "⍽");
    }
    text
}

/// `run` without the middle of it when it is long.
fn cut(run: &str) -> String {
    let words: Vec<&str> = run.split_inclusive(' ').collect();
    if words.len() <= LONGEST_RUN {
        return run.to_owned();
    }
    format!("{}… {}", words[..KEPT].concat(), words[words.len() - KEPT..].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Safety;
    use crate::text::Source;

    const HAND: Hand = Hand { width: 60, colour: false, ci: false };

    fn shown(copy: &str, edits: Vec<Edit>) -> Vec<String> {
        let source = Source::from_text("a.txt", copy);
        let fix = Fix { title: "t".to_owned(), safety: Safety::Safe, edits };
        let text = |change: Change| change.pieces(HAND).into_iter().map(|piece| piece.text).collect();
        changes(&Places::new(&source), &fix).into_iter().map(text).collect()
    }

    #[test]
    fn a_word_is_shown_whole() {
        assert_eq!(shown("A large pecentage, here", vec![Edit::insert(10, "r")]), ["pecentage → percentage"]);
        assert_eq!(shown("A large pecentage, here", vec![Edit::replace(Span::new(9, 11), "erc")]), ["pecentage → percentage"]);
    }

    #[test]
    fn a_mark_is_shown_with_its_neighbours() {
        assert_eq!(shown("in London where he", vec![Edit::insert(9, ",")]), ["London where → London, where"]);
        assert_eq!(shown("to the the door", vec![Edit::delete(Span::new(3, 7))]), ["to the the → to the"]);
    }

    #[test]
    fn white_space_that_changes_is_seen() {
        assert_eq!(shown("left.  He", vec![Edit::delete(Span::new(5, 6))]), ["left.␣␣He → left.␣He"]);
        assert_eq!(shown("left.", vec![Edit::insert(5, "\n")]), ["left. → left.␊"]);
        assert_eq!(shown("a\r\nb", vec![Edit::replace(Span::new(1, 3), "\n")]), ["a␍␊b → a␊b"]);
    }

    #[test]
    fn two_edits_near_to_each_other_are_one_change() {
        let edits = vec![Edit::replace(Span::new(3, 4), "‘"), Edit::replace(Span::new(14, 15), "’")];
        assert_eq!(shown("to \"halt march\" now", edits), ["to \"halt march\" now → to ‘halt march’ now"]);
    }

    #[test]
    fn a_long_change_is_marked_within_the_copy() {
        let copy = "one two three four five six seven eight nine ten eleven twelve";
        let new = copy.replace("six", "SIX");
        let whole = Span::new(0, copy.len());
        assert_eq!(
            shown(copy, vec![Edit::replace(whole, new)]),
            ["one two three four five [-six-]{+SIX+} seven eight nine ten eleven twelve"]
        );
        assert_eq!(shown("One.", vec![Edit::delete(Span::new(0, 4))]), ["[-One.-]"]);
    }
}
