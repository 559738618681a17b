//! Quotation marks and brackets: which mark closes which, what is an apostrophe, which mark has no partner.
//!
//! One pass over a block finds its marks; a stack pairs them. Nothing recurses, so the time is linear in the number of marks: a
//! grammar would have to recurse, or find single characters at ten times the cost.

mod found;
mod pairing;

use crate::document::{Block, Role};
use crate::text::Span;

use found::{Places, marks_of_block};
use pairing::Scanner;

/// The family of a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// “ ” or "
    Double,
    /// ‘ ’ or '
    Single,
}

/// A pair of quotation marks and what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The opening mark.
    pub open: Span,
    /// The closing mark; empty, at the end of the block, when the quotation runs on into the next paragraph.
    pub close: Span,
    /// Its family.
    pub glyph: Glyph,
    /// Whether its marks are straight.
    pub straight: bool,
    /// 1 for a quotation, 2 for one inside it ...
    pub level: u8,
    /// The block it stands in.
    pub block: u32,
    /// Whether it runs on: AP, Reuters and the Guardian reopen a running quotation in each paragraph and close only the last.
    pub continues: bool,
    /// Whether it takes up a quotation that the block before left open.
    pub continued: bool,
}

impl Quote {
    /// The quoted words, without the marks.
    pub fn inner(&self) -> Span {
        Span { start: self.open.end, end: self.close.start }
    }

    /// The quoted words with their marks.
    pub fn outer(&self) -> Span {
        self.open.join(self.close)
    }
}

/// What is wrong with a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An opening mark that nothing closes.
    Unclosed,
    /// A closing mark that nothing opened.
    Unopened,
    /// A mark that looks the wrong way; the right glyph.
    WrongWay(char),
    /// An inner quotation with the marks of the outer one, or a third level.
    WrongLevel,
}

/// A mark with its fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FaultyMark {
    /// The mark.
    pub span: Span,
    /// What is wrong with it.
    pub fault: Fault,
    /// Where the words it may quote end: the end of the block for an unclosed mark.
    pub reach: Span,
}

/// A pair of brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bracket {
    /// From the opening to the closing bracket, both included.
    pub span: Span,
    /// Whether it is `[ ]` rather than `( )`.
    pub square: bool,
}

/// Everything that pairs in a story.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// All quotations, inner ones too, in order of their opening mark.
    pub quotes: Vec<Quote>,
    /// Marks without a partner or of the wrong kind.
    pub faults: Vec<FaultyMark>,
    /// All closed brackets, in order of their opening one.
    pub brackets: Vec<Bracket>,
    /// Brackets without a partner.
    pub lone_brackets: Vec<Span>,
}

/// Pairs the marks of all blocks.
pub fn read(copy: &str, blocks: &[Block]) -> Marks {
    let mut marks = Marks::default();
    let mut running: Option<Quote> = None;
    let (mut found, mut stack) = (Vec::with_capacity(16), Vec::with_capacity(8));
    let mut places = Places::new(copy);
    for (index, block) in blocks.iter().enumerate() {
        if !block.role.is_copy() {
            continue;
        }
        marks_of_block(copy, block.span, &mut places, &mut found);
        if found.is_empty() && running.is_none() {
            continue;
        }
        let mut scanner = Scanner {
            copy,
            block: block.span,
            index: index as u32,
            found: &found,
            stack: &mut stack,
            marks: &mut marks,
            running,
            seen_straight: false,
        };
        scanner.read();
        running = scanner.close_block(following_paragraph(blocks, index));
    }
    marks.quotes.sort_by_key(|quote| quote.open);
    marks.faults.sort_by_key(|fault| fault.span);
    marks.brackets.sort_by_key(|bracket| bracket.span);
    marks
}

/// The block that would take up a quotation left open by block `index`.
fn following_paragraph(blocks: &[Block], index: usize) -> Option<Span> {
    let role = blocks[index].role;
    if !role.is_body_text() {
        return None;
    }
    blocks[index + 1..].iter().find(|block| block.role != Role::Embed).filter(|block| block.role.is_body_text()).map(|block| block.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quoted words with their levels, then the faults with their marks.
    fn read_story(paragraphs: &[&str]) -> (Vec<String>, Vec<String>) {
        let copy = paragraphs.join("\n\n");
        let mut at = 0;
        let blocks: Vec<Block> = paragraphs
            .iter()
            .map(|paragraph| {
                let span = Span::new(at, at + paragraph.len());
                at = span.to() + 2;
                Block::new(Role::Paragraph, span)
            })
            .collect();
        let marks = read(&copy, &blocks);
        let quotes = marks.quotes.iter().map(|quote| {
            let runs = if quote.continues { "→" } else { "" };
            format!("{}{}{runs}", quote.level, quote.inner().of(&copy))
        });
        let faults = marks.faults.iter().map(|mark| format!("{:?} at {}", mark.fault, mark.span.start));
        (quotes.collect(), faults.collect())
    }

    fn quotes(paragraph: &str) -> Vec<String> {
        let (quotes, faults) = read_story(&[paragraph]);
        assert!(faults.is_empty(), "{faults:?}");
        quotes
    }

    #[test]
    fn nested_quotations_have_levels() {
        assert_eq!(quotes("“He said ‘go’ to us,” she said."), ["1He said ‘go’ to us,", "2go"]);
    }

    #[test]
    fn apostrophes_are_not_quotation_marks() {
        assert!(quotes("O’Neill’s players’ union liked rock ’n’ roll in the ’90s; it's the boys' club.").is_empty());
        assert_eq!(quotes("‘The players’ union won’t go,’ he said."), ["1The players’ union won’t go,"]);
    }

    #[test]
    fn straight_marks_toggle_and_inches_do_not_count() {
        assert_eq!(quotes("\"Go,\" she said. \"Stay.\""), ["1Go,", "1Stay."]);
        assert!(quotes("A 12\" pipe burst.").is_empty());
    }

    #[test]
    fn a_running_quotation_needs_no_closing_mark() {
        let (quotes, faults) = read_story(&["“We go on.", "“And on,” he said."]);
        assert_eq!(quotes, ["1We go on.→", "1And on,"]);
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn an_unclosed_mark_is_a_fault_and_leaves_the_next_quotation_its_level() {
        let (quotes, faults) = read_story(&["“We go, he said. “And more,” he added."]);
        assert_eq!(quotes, ["1And more,"]);
        assert_eq!(faults, ["Unclosed at 0"]);
    }

    #[test]
    fn a_closing_mark_alone_is_a_fault() {
        assert_eq!(read_story(&["We go,” he said."]).1, ["Unopened at 6"]);
    }

    #[test]
    fn marks_that_look_the_wrong_way_are_faults_and_still_pair() {
        let (quotes, faults) = read_story(&["She said: ”Go on.” It was the ‘90s."]);
        assert_eq!(quotes, ["1Go on."]);
        assert_eq!(faults, ["WrongWay('“') at 10", "WrongWay('’') at 34"]);
        assert_eq!(read_story(&["They like rock ‘n’ roll."]).1, ["WrongWay('’') at 15"]);
    }

    #[test]
    fn an_opening_mark_before_a_space_closes() {
        assert_eq!(read_story(&["He said “go.“ It got a ‘D-‘ rating."]).1, ["WrongWay('”') at 14", "WrongWay('’') at 32"]);
        assert_eq!(read_story(&["” … and so it goes,” she said."]).1, ["WrongWay('“') at 0"]);
    }

    #[test]
    fn a_straight_mark_closes_a_curly_single_one() {
        assert_eq!(quotes("“He said: ‘Wait for me.'” They’re the boys' marks."), ["1He said: ‘Wait for me.'", "2Wait for me."]);
    }

    #[test]
    fn two_apostrophes_are_a_double_mark() {
        assert_eq!(quotes("''He said 'go.' Then he left,'' she said. ''Go.''"), ["1He said 'go.' Then he left,", "2go.", "1Go."]);
        assert_eq!(quotes("''He said 'go.''' '''Go' is a word.''"), ["1He said 'go.'", "2go.", "1'Go' is a word.", "2Go"]);
    }

    #[test]
    fn two_curly_single_marks_close_a_double_one() {
        let (quotes, faults) = read_story(&["A “gate’’ is a gate; ‘gates’ are two."]);
        assert_eq!(quotes, ["1gate", "1gates"]);
        assert_eq!(faults, ["WrongWay('”') at 9"]);
        assert_eq!(read_story(&["“He said ‘go’,’’ she said. “Go.”"]).0, ["1He said ‘go’,", "2go", "1Go."]);
    }

    #[test]
    fn straight_and_curly_double_marks_close_each_other() {
        assert_eq!(quotes("\"We go on,” she said. “And on.\" \"And on.”"), ["1We go on,", "1And on.", "1And on."]);
        let (quotes, faults) = read_story(&["\"They call it a “gate” here,\" she said."]);
        assert_eq!(quotes, ["1They call it a “gate” here,", "2gate"]);
        assert_eq!(faults, ["WrongLevel at 16"]);
    }

    #[test]
    fn a_running_quotation_is_reopened_in_either_glyph() {
        let (quotes, faults) = read_story(&["\"We go on.", "“And on,” he said.", "“On and on.", "\"And on,\" he said."]);
        assert_eq!(quotes, ["1We go on.→", "1And on,", "1On and on.→", "1And on,"]);
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn a_single_mark_does_not_close_across_a_double_one() {
        let (quotes, faults) = read_story(&["And how ‘bout this: “The boys’ gate is shut.” It is."]);
        assert_eq!(quotes, ["1The boys’ gate is shut."]);
        assert_eq!(faults, ["WrongWay('’') at 8"]);
        let (quotes, _) = read_story(&["‘Go to “the boys’ gate” and wait,’ she said."]);
        assert_eq!(quotes, ["1Go to “the boys’ gate” and wait,", "2the boys’ gate"]);
    }

    #[test]
    fn feet_and_inches_close_nothing() {
        assert_eq!(quotes("“He’s like 6’2”,” she said. “I am 5’2”. So there.”"), ["1He’s like 6’2”,", "1I am 5’2”. So there."]);
    }

    #[test]
    fn marks_of_a_tag_are_no_copy() {
        assert!(quotes("<a href=\"x\" id=”y”>gate</a> was shut < and \">").is_empty());
        assert_eq!(quotes("5 < 6, \"he said\" > that"), ["1he said"]);
    }

    #[test]
    fn inner_marks_of_the_outer_kind_are_a_fault() {
        assert_eq!(read_story(&["“He said “go” twice,” she said."]).1, ["WrongLevel at 11"]);
    }

    #[test]
    fn british_single_marks_hold_double_ones() {
        assert_eq!(quotes("‘He said “go” to the boys’, she said."), ["1He said “go” to the boys", "2go"]);
        assert_eq!(quotes("'We're off,' she said. 'Don't wait.'"), ["1We're off,", "1Don't wait."]);
    }

    #[test]
    fn a_hundred_thousand_marks_are_read_in_linear_time() {
        for mark in ["“", "”", "‘", "’", "\"", "'", "(", ")", "[", " “a", " ‘a", "<a \"", "6'2\"", "1”"] {
            let copy = mark.repeat(100_000);
            let marks = read(&copy, &[Block::new(Role::Paragraph, Span::new(0, copy.len()))]);
            assert!(marks.quotes.len() <= 100_000);
        }
    }
}
