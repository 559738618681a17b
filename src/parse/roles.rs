//! The role of each stretch of copy: a state machine over shapes (the newsroom's order of tests, first hit wins).

use crate::document::{Block, Role};
use crate::text::Span;

use super::bylines;
use super::shapes::{Shape, dateline_len};

/// A stretch of copy before its role is known: one line, or the lines of a soft-wrapped paragraph, markup trimmed off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// What its first line looks like.
    pub shape: Shape,
    /// Its words.
    pub span: Span,
}

/// Headings that close a teaser's text in exports of news sites; longest match at the end of the line wins.
const SECTION_LABELS: [&str; 34] = [
    "Middle East",
    "World News",
    "World",
    "Business",
    "Sport",
    "Sports",
    "Opinion",
    "Politics",
    "Africa",
    "Asia",
    "Asia Pacific",
    "Europe",
    "Americas",
    "Latin America",
    "North America",
    "Culture",
    "Technology",
    "Tech",
    "Science",
    "Health",
    "Environment",
    "Climate",
    "Economy",
    "Local News",
    "Local",
    "National",
    "US News",
    "UK News",
    "Australia",
    "Entertainment",
    "Lifestyle",
    "Travel",
    "Education",
    "Media",
];

/// Most words of a byline, an unbracketed credit, a subhead, a teaser headline, a standfirst; and of a headline that ends in a point.
const MOST_BYLINE: usize = 12;
const MOST_SUBHEAD: usize = 10;
const MOST_TEASER_HEADLINE: usize = 14;
const MOST_STANDFIRST: usize = 45;
const MOST_HEADLINE: usize = 30;

/// How far the reading of a story has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing but bylines, advisories and slugs so far.
    Top,
    /// The headline stands; the standfirst may follow.
    Headed,
    /// The body has begun.
    Body,
    /// A credit closed the body.
    Credited,
    /// Teasers of other stories; whether one waits for its text.
    Related { headline_open: bool },
}

/// Gives every unit its role. `furnished` says that a headline or standfirst was already found in front matter.
pub fn assign(copy: &str, units: &[Unit], furnished: bool) -> Vec<Block> {
    let mut reader =
        Reader { copy, units, stage: if furnished { Stage::Headed } else { Stage::Top }, blocks: Vec::with_capacity(units.len() + 8) };
    for index in 0..units.len() {
        reader.read(index, furnished);
    }
    reader.blocks
}

struct Reader<'a> {
    copy: &'a str,
    units: &'a [Unit],
    stage: Stage,
    blocks: Vec<Block>,
}

impl Reader<'_> {
    fn read(&mut self, index: usize, furnished: bool) {
        let unit = self.units[index];
        let role = self.role(index, furnished);
        self.stage = self.next_stage(unit, role);
        match role {
            Role::Paragraph if !self.has_body() => self.push_lede(unit.span),
            Role::TeaserText => self.push_teaser_text(unit.span),
            _ => self.blocks.push(Block::new(role, unit.span)),
        }
    }

    fn role(&self, index: usize, furnished: bool) -> Role {
        let unit = self.units[index];
        match (unit.shape, self.stage) {
            (Shape::Embed, _) => Role::Embed,
            (Shape::EndMark, _) => Role::EndMark,
            (Shape::Separator, _) => Role::Separator,
            (Shape::Credit, _) => Role::Credit,
            (Shape::CreditLine, Stage::Body | Stage::Credited) if self.is_plain_credit(unit) => Role::Credit,
            (Shape::Correction, _) => Role::Correction,
            (Shape::Advisory, _) => Role::Advisory,
            (Shape::Caption, _) => Role::Caption,
            (Shape::Pull, _) => Role::BlockQuote,
            (Shape::Related, Stage::Body | Stage::Credited | Stage::Related { .. }) => Role::SectionLabel,
            (Shape::Byline, Stage::Top | Stage::Headed) if self.is_byline(unit) => Role::Byline,
            (Shape::Byline | Shape::Text | Shape::CreditLine, Stage::Headed) if self.signs(index) => Role::Byline,
            (_, Stage::Related { .. }) if SECTION_LABELS.contains(&unit.span.of(self.copy)) => Role::SectionLabel,
            (_, Stage::Related { headline_open }) => self.teaser_role(unit, headline_open),
            (Shape::Heading(_), Stage::Top) => Role::Headline,
            (Shape::Heading(_), _) => Role::Subhead,
            (Shape::ListItem, Stage::Headed | Stage::Body | Stage::Credited) => Role::ListItem,
            (_, Stage::Top) => self.first_role(unit),
            (_, Stage::Headed) => self.second_role(index, furnished),
            (_, Stage::Body | Stage::Credited) => self.body_role(index),
        }
    }

    fn next_stage(&self, unit: Unit, role: Role) -> Stage {
        let dashes = |text: &str| text.trim().chars().all(|mark| matches!(mark, '-' | '–' | '—'));
        match (role, self.stage) {
            (Role::Headline, _) => Stage::Headed,
            (Role::Separator, Stage::Credited) if dashes(unit.span.of(self.copy)) => Stage::Related { headline_open: false },
            (Role::SectionLabel, _) if unit.shape == Shape::Related => Stage::Related { headline_open: false },
            (Role::TeaserHeadline, stage) => {
                let was_open = matches!(stage, Stage::Related { headline_open: true });
                Stage::Related { headline_open: !was_open || unit.shape != Shape::ListItem }
            }
            (Role::TeaserText | Role::Separator, Stage::Related { .. }) => Stage::Related { headline_open: false },
            (Role::Credit, Stage::Body) => Stage::Credited,
            (Role::Paragraph | Role::ListItem | Role::BlockQuote | Role::Subhead, Stage::Top | Stage::Headed) => Stage::Body,
            (_, stage) => stage,
        }
    }

    /// The first text is the headline unless it reads as a paragraph: long, with a point, or several sentences.
    fn first_role(&self, unit: Unit) -> Role {
        let text = unit.span.of(self.copy);
        let words = word_count(text);
        let sentences = text.matches(['.', '!', '?']).count();
        let has_dateline = dateline_len(text).is_some_and(|len| len + 1 < text.len());
        let reads_as_paragraph = ends_terminal(text) && (words > MOST_HEADLINE || (sentences > 2 && words > 18) || has_dateline);
        if reads_as_paragraph || words > 2 * MOST_HEADLINE { Role::Paragraph } else { Role::Headline }
    }

    fn second_role(&self, index: usize, furnished: bool) -> Role {
        let text = self.units[index].span.of(self.copy);
        let follows_headline = self.blocks.last().is_some_and(|block| block.role == Role::Headline);
        let body_follows = || self.next_copy(index).is_some_and(|next| ends_terminal(next.span.of(self.copy)));
        // A whole sentence is one only where the byline stands between it and the body.
        let may_be_one = || !ends_terminal(text) || (dateline_len(text).is_none() && self.opens_byline(index + 1));
        let is_standfirst = !furnished && follows_headline && word_count(text) <= MOST_STANDFIRST && may_be_one() && body_follows();
        if is_standfirst { Role::Standfirst } else { Role::Paragraph }
    }

    fn body_role(&self, index: usize) -> Role {
        let text = self.units[index].span.of(self.copy);
        let follows_paragraph =
            self.blocks.iter().rev().find(|block| block.role != Role::Separator).is_some_and(|block| block.role.is_body_text());
        let heads_something = self.units.get(index + 1).is_some_and(|next| {
            let text = next.span.of(self.copy);
            matches!(next.shape, Shape::Text | Shape::ListItem | Shape::Pull) && (ends_terminal(text) || word_count(text) > 15)
        });
        let is_subhead = follows_paragraph && heads_something && !ends_terminal(text) && word_count(text) <= MOST_SUBHEAD;
        if is_subhead { Role::Subhead } else { Role::Paragraph }
    }

    /// In the related zone headlines and texts take turns; a list of links has headlines only.
    fn teaser_role(&self, unit: Unit, headline_open: bool) -> Role {
        let text = unit.span.of(self.copy);
        let reads_as_headline = !ends_terminal(text) && word_count(text) <= MOST_TEASER_HEADLINE && section_label(text).is_none();
        let is_text = !reads_as_headline || (headline_open && unit.shape == Shape::Text);
        if is_text { Role::TeaserText } else { Role::TeaserHeadline }
    }

    fn is_plain_credit(&self, unit: Unit) -> bool {
        let text = unit.span.of(self.copy);
        word_count(text) <= MOST_BYLINE && bylines::names_agency(text)
    }

    fn is_byline(&self, unit: Unit) -> bool {
        let text = unit.span.of(self.copy);
        word_count(text) <= MOST_BYLINE && !text.ends_with('.') && !self.has_body()
    }

    /// Whether the words of a unit make it a byline, or part of the byline above.
    fn signs(&self, index: usize) -> bool {
        let is_under_one = || self.blocks.last().is_some_and(|block| block.role == Role::Byline) && self.goes_on_byline(index);
        self.opens_byline(index) || is_under_one()
    }

    fn goes_on_byline(&self, index: usize) -> bool {
        let span = self.units[index].span;
        let gap = index.checked_sub(1).map_or("", |above| &self.copy[self.units[above].span.to()..span.from()]);
        bylines::is_under_byline(span.of(self.copy), gap.lines().count() <= 1)
    }

    fn opens_byline(&self, index: usize) -> bool {
        self.units.get(index).is_some_and(|unit| bylines::is_byline(unit.span.of(self.copy), &self.copy[unit.span.to()..]))
    }

    fn has_body(&self) -> bool {
        self.blocks.iter().any(|block| block.role == Role::Paragraph)
    }

    /// The next unit that is neither furniture nor a byline.
    fn next_copy(&self, index: usize) -> Option<Unit> {
        let mut under_byline = false;
        (index + 1..self.units.len())
            .find(|&next| {
                let unit = self.units[next];
                let signs = unit.shape == Shape::Byline || self.opens_byline(next) || (under_byline && self.goes_on_byline(next));
                under_byline = signs;
                !signs && !matches!(unit.shape, Shape::Embed | Shape::Caption | Shape::Advisory)
            })
            .map(|next| self.units[next])
    }

    fn push_lede(&mut self, span: Span) {
        match dateline_len(span.of(self.copy)) {
            Some(len) if len < span.len() => {
                let dateline = Span::new(span.from(), span.from() + len);
                self.blocks.push(Block::new(Role::Dateline, dateline));
                self.blocks.push(Block::new(Role::Paragraph, Span::new(dateline.to(), span.to()).trim(self.copy)));
            }
            Some(_) => self.blocks.push(Block::new(Role::Dateline, span)),
            None => self.blocks.push(Block::new(Role::Paragraph, span)),
        }
    }

    /// A teaser's text may have its section's name and a dash run on to it: `… in New York later this month Middle East -`.
    fn push_teaser_text(&mut self, span: Span) {
        let text = span.of(self.copy);
        let Some((label, dash)) = section_label(text) else {
            self.blocks.push(Block::new(Role::TeaserText, span));
            return;
        };
        let at = |from: usize, to: usize| Span::new(span.from() + from, span.from() + to);
        let words = text[..label.start].trim_end().len();
        self.blocks.push(Block::new(Role::TeaserText, at(0, words)));
        self.blocks.push(Block::new(Role::SectionLabel, at(label.start, label.end)));
        if let Some(dash) = dash {
            self.blocks.push(Block::new(Role::Separator, at(dash, text.len())));
        }
    }
}

/// Where a section's name stands at the end of `text`, and the dash after it. Not when it is the object of a preposition
/// ("in the Middle East").
fn section_label(text: &str) -> Option<(std::ops::Range<usize>, Option<usize>)> {
    let body = text.trim_end_matches(['-', '–', '—', ' ', '\u{A0}']);
    let dash = (body.len() < text.trim_end().len()).then(|| body.len() + text[body.len()..].find(['-', '–', '—']).unwrap_or(0));
    let label = SECTION_LABELS.iter().filter(|label| body.ends_with(*label)).max_by_key(|label| label.len())?;
    let start = body.len() - label.len();
    let before = body[..start].trim_end();
    if before.len() == start || before.is_empty() {
        return None;
    }
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let is_object = ["the", "in", "of", "to", "from", "across", "for", "on", "and", "a", "at", "with", "into", "over", "about"]
        .contains(&last.as_str());
    (!is_object).then_some((start..body.len(), dash))
}

/// Whether the copy ends as a sentence does: a point or the like, then perhaps closing marks.
pub fn ends_terminal(text: &str) -> bool {
    // Nearly all paragraphs end in one of these.
    if matches!(text.as_bytes().last(), Some(b'.' | b'?' | b'!')) || text.ends_with('”') {
        return true;
    }
    let closing = |mark: char| matches!(mark, '”' | '’' | '"' | '\'' | ')' | ']' | '*' | '_' | crate::text::FILLER) || mark.is_whitespace();
    let bare = text.trim_end_matches(closing);
    bare.ends_with(['.', '!', '?', '…', ':', ';', ',']) || text.trim_end().ends_with(['”', '"'])
}

/// Words as a desk counts them: what white space parts.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(story: &str) -> Vec<(Role, &str)> {
        let units: Vec<Unit> = super::super::shapes::lines(story, 0)
            .into_iter()
            .filter(|line| line.shape != Shape::Blank)
            .map(|line| Unit { shape: line.shape, span: line.span.trim(story) })
            .collect();
        assign(story, &units, false).into_iter().map(|block| (block.role, block.span.of(story))).collect()
    }

    #[test]
    fn a_wire_story_is_read_from_headline_to_last_teaser() {
        let story = "Harbour talks open in Vell\nMinister hopes for an early deal\nVELL (AP) — The talks opened on Monday.\nA long road\nThe minister said she was hopeful.\n(With Reuters and AFP)\n-\nFerry strike ends\nCrews return to work after nine days Business -\nVell fights to keep its mill\nOwners say no buyer has come forward Europe\n";
        assert_eq!(
            roles(story),
            [
                (Role::Headline, "Harbour talks open in Vell"),
                (Role::Standfirst, "Minister hopes for an early deal"),
                (Role::Dateline, "VELL (AP) —"),
                (Role::Paragraph, "The talks opened on Monday."),
                (Role::Subhead, "A long road"),
                (Role::Paragraph, "The minister said she was hopeful."),
                (Role::Credit, "(With Reuters and AFP)"),
                (Role::Separator, "-"),
                (Role::TeaserHeadline, "Ferry strike ends"),
                (Role::TeaserText, "Crews return to work after nine days"),
                (Role::SectionLabel, "Business"),
                (Role::Separator, "-"),
                (Role::TeaserHeadline, "Vell fights to keep its mill"),
                (Role::TeaserText, "Owners say no buyer has come forward"),
                (Role::SectionLabel, "Europe"),
            ]
        );
    }

    #[test]
    fn a_section_name_on_its_own_line_is_no_teaser() {
        let story = "Mill closes\nThe mill closed.\n(With agencies)\n-\nFerry strike ends\nCrews return to work\nBusiness\n-\n";
        assert_eq!(
            roles(story)[5..],
            [(Role::TeaserText, "Crews return to work"), (Role::SectionLabel, "Business"), (Role::Separator, "-")]
        );
    }

    #[test]
    fn an_unbracketed_with_line_is_a_paragraph_unless_it_names_an_agency() {
        let story = "Mill closes\n\nThe mill closed.\n\nWith winter near, the town waits.\n\nWith Reuters and AFP\n";
        assert_eq!(roles(story)[2].0, Role::Paragraph);
        assert_eq!(roles(story)[3].0, Role::Credit);
    }

    #[test]
    fn a_story_without_a_headline_starts_with_its_paragraph() {
        let lede =
            "The council voted on Tuesday to close the mill. Its owners had asked for help in March. Nobody came forward, they said.";
        assert_eq!(roles(lede), [(Role::Paragraph, lede)]);
    }

    #[test]
    fn the_lines_under_a_byline_belong_to_it() {
        for byline in [
            "By Ida Marsh\nHealth correspondent",
            "By Ida Marsh\nAssociated Press",
            "By Ida Marsh\nThe Vell Courier",
            "By Ida Marsh\nida.marsh@vell.example",
            "By Ida Marsh\n\nNov. 23, 2026",
            "By Ida Marsh\nPhotographs by Jon Lind",
            "IDA MARSH",
            "By our health staff",
            "Report: Ida Marsh",
            "Exclusive by Ida Marsh",
        ] {
            for standfirst in ["Officials count 12 cases", "Officials count 12 cases."] {
                let story = format!("Measles in Vell\n\n{standfirst}\n\n{byline}\n\nTULSA, Okla. (AP) — The jury met.\n\nIt met again.\n");
                let mut expected = vec![(Role::Headline, "Measles in Vell"), (Role::Standfirst, standfirst)];
                expected.extend(byline.split('\n').filter(|line| !line.is_empty()).map(|line| (Role::Byline, line)));
                expected.extend([
                    (Role::Dateline, "TULSA, Okla. (AP) —"),
                    (Role::Paragraph, "The jury met."),
                    (Role::Paragraph, "It met again."),
                ]);
                assert_eq!(roles(&story), expected);
            }
        }
    }

    #[test]
    fn what_is_no_byline_by_its_words_stays_copy() {
        let read = roles("Mill closes\n\nBy Ida Marsh\n\nCourt jails editor\n\nThe mill closed.\n\nIDA MARSH\n\nThe owner left.\n");
        assert_eq!(read[2..5].iter().map(|(role, _)| *role).collect::<Vec<_>>(), [Role::Paragraph, Role::Paragraph, Role::Subhead]);
        assert_eq!(roles("Mill closes\n\nHealth correspondent\n\nThe mill closed.\n")[1].0, Role::Standfirst);
        assert_eq!(roles("Mill closes\n\nThe owner left.\n\nHOPE FADES\n\nThe mill closed.\n")[2].0, Role::Subhead);
    }
}
