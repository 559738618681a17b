//! What a story says, found once: its words, sentences, quotations, phrases and acronyms, in flat lists that every rule reads.

mod acronyms;
mod attribution;
mod beside;
mod companion;
mod counted;
mod dates;
mod gaps;
mod interview;
mod names;
mod phrases;
mod pull_quotes;
mod quantities;
mod quotations;
mod quoted;
mod story_date;
mod words;

use std::cell::OnceCell;
use std::ops::Range;

pub use acronyms::{Definition, gives, is_acronym, without_points};
pub use attribution::{Exemption, Saying, exemption};
pub use beside::{Direction, Side, Suspect, gap_beside, neighbour};
pub use companion::{Companion, Counted, Figure, Heading, Person, company};
pub use counted::Fate;
pub use dates::{Date, days_between};
pub use gaps::{ByteSet, Gaps};
pub use interview::is_answer;
pub use names::{Form, Mention, Name, NameKind, Names, Shape, TitleUse, are_one_person, slips, stem};
pub use quantities::Quantity;
pub use quotations::{Attributed, Certainty, Class, Quotation, Speaker};
pub use story_date::StoryDate;
pub use words::{Held, Sentence, Word};

use crate::document::{Block, Document, Role};
use crate::lexicon::{Lexicon, PhraseHit, PhraseKind, Tag};
use crate::parse::marks::{self, Marks};
use crate::text::{Case, Span};

/// A story, read.
pub struct Article<'a> {
    /// The file it was read from.
    pub document: &'a Document<'a>,
    /// What words are.
    pub lexicon: &'a Lexicon,
    /// All words and numbers of all blocks that hold copy, in order.
    pub words: Vec<Word>,
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Quotation marks and brackets, paired.
    pub marks: Marks,
    /// Every figure, as indices into `words`.
    pub numbers: Vec<u32>,
    /// Every word that neither the lexicon nor the newsroom knows, as indices into `words`.
    pub unknown: Vec<u32>,
    /// Every word with a capital, as indices into `words`.
    pub capitals: Vec<u32>,
    /// Every word that has the number of the word before it in its block, or is as unknown, as indices into `words`.
    pub repeated: Vec<u32>,
    /// Every word with a possessive ending, as indices into `words`.
    pub possessives: Vec<u32>,
    /// What its words are, taken together.
    pub held: Held,
    words_of_block: Vec<Range<u32>>,
    sentences_of_block: Vec<Range<u32>>,
    tagged: Vec<u32>,
    marked: Vec<u32>,
    confused: Vec<u32>,
    anchors: Vec<u32>,
    quoted: Vec<Span>,
    starts: words::Starts,
    /// The quotations before anybody looked for who said them.
    scanned: Vec<Quotation>,
    // What follows is read when the first rule asks: a run with few rules reads little.
    phrases: OnceCell<Vec<PhraseHit>>,
    quotations: OnceCell<Vec<Quotation>>,
    cues: OnceCell<Vec<u32>>,
    acronyms: OnceCell<Vec<u32>>,
    definitions: OnceCell<Vec<Definition>>,
    names: OnceCell<Names>,
    dates: OnceCell<Vec<Date>>,
    gaps: OnceCell<Gaps>,
    quantities: OnceCell<Vec<Quantity>>,
    suspects: OnceCell<Vec<Suspect>>,
}

impl<'a> Article<'a> {
    /// Reads what `document` says.
    pub fn read(document: &'a Document<'a>, lexicon: &'a Lexicon) -> Self {
        let read = words::read(document, lexicon);
        let marks = marks::read(&document.copy, &document.blocks);
        let mut article = Self {
            document,
            lexicon,
            words: read.words,
            sentences: read.sentences,
            numbers: read.numbers,
            unknown: read.unknown,
            capitals: read.capitals,
            repeated: read.repeated,
            possessives: read.possessives,
            held: read.held,
            words_of_block: read.words_of_block,
            sentences_of_block: read.sentences_of_block,
            tagged: read.tagged,
            marked: read.marked,
            confused: read.confused,
            anchors: read.anchors,
            quoted: quoted::spans(&marks),
            starts: read.starts,
            marks,
            scanned: Vec::new(),
            phrases: OnceCell::new(),
            quotations: OnceCell::new(),
            cues: OnceCell::new(),
            acronyms: OnceCell::new(),
            definitions: OnceCell::new(),
            names: OnceCell::new(),
            dates: OnceCell::new(),
            gaps: OnceCell::new(),
            quantities: OnceCell::new(),
            suspects: OnceCell::new(),
        };
        article.scanned = quotations::read(&article);
        article.mark_quoted_starts();
        article
    }

    /// A quotation begins like a sentence.
    fn mark_quoted_starts(&mut self) {
        for quotation in &self.scanned {
            let start = quotation.span.start;
            let index = self.words.partition_point(|word| word.span.start < start);
            if self.words.get(index).is_some_and(|word| word.span.start == start) {
                self.starts.add(index);
            }
        }
    }

    /// The phrases of all lists, in order of their first word, longest first.
    pub fn phrases(&self) -> &[PhraseHit] {
        self.phrases.get_or_init(|| phrases::find(self.document, self.lexicon, &self.words, &self.anchors))
    }

    /// The quotations, in order of their opening mark, inner ones too, with who said them.
    pub fn quotations(&self) -> &[Quotation] {
        self.quotations.get_or_init(|| {
            let mut quotations = self.scanned.clone();
            for found in attribution::find(self) {
                found.tell(&mut quotations[found.quotation]);
            }
            quotations
        })
    }

    /// The words that are written as acronyms, as indices, in order.
    pub fn acronyms(&self) -> &[u32] {
        self.acronyms.get_or_init(|| acronyms::written(self))
    }

    /// Where the story spells an acronym out, in order.
    pub fn definitions(&self) -> &[Definition] {
        self.definitions.get_or_init(|| acronyms::definitions(self))
    }

    /// Whom and what it names.
    pub fn names(&self) -> &Names {
        self.names.get_or_init(|| names::read(self))
    }

    /// The dates, in order.
    pub fn dates(&self) -> &[Date] {
        self.dates.get_or_init(|| dates::read(self))
    }

    /// Which marks stand between its words.
    pub fn gaps(&self) -> &Gaps {
        self.gaps.get_or_init(|| gaps::read(self))
    }

    /// The same where the copy is the file as stored, so that it tells of the file too.
    pub fn gaps_of_file(&self) -> Option<&Gaps> {
        matches!(self.document.copy, std::borrow::Cow::Borrowed(_)).then(|| self.gaps())
    }

    /// The quantities, in order; figures of dates left out.
    pub fn quantities(&self) -> &[Quantity] {
        self.quantities.get_or_init(|| quantities::read(self))
    }

    /// The words of speech, as indices, in order: `said`, `according`.
    pub fn cues(&self) -> &[u32] {
        self.cues.get_or_init(|| self.tagged(Tag::Cue).map(|index| index as u32).collect())
    }

    /// All clauses of the body that say that somebody speaks, in order: with quotations or without. Read anew at each call.
    pub fn sayings(&self) -> Vec<Saying> {
        attribution::sayings(self)
    }

    /// The words of which the lexicon knows that they are misspelled or spelled otherwise elsewhere, with their indices, in order:
    /// few of all words.
    pub fn marked(&self) -> impl Iterator<Item = (usize, &Word)> {
        self.marked.iter().map(|&index| (index as usize, &self.words[index as usize]))
    }

    /// The words that may stand for others, in order, several times if there are several others. Found at the first call: three
    /// rules ask.
    pub fn suspects(&self) -> &[Suspect] {
        self.suspects.get_or_init(|| beside::suspects(self))
    }

    /// The copy of the whole file, markup blanked out.
    #[inline]
    pub fn copy(&self) -> &str {
        &self.document.copy
    }

    /// The copy of `span`.
    #[inline]
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.document.copy)
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.document.blocks
    }

    /// The blocks with their indices whose role `wanted` takes.
    pub fn blocks_with(&self, wanted: impl Fn(Role) -> bool) -> impl Iterator<Item = (usize, &Block)> {
        self.document.blocks.iter().enumerate().filter(move |(_, block)| wanted(block.role))
    }

    /// The indices of the words of a block.
    pub fn words_of(&self, block: usize) -> Range<usize> {
        let range = &self.words_of_block[block];
        range.start as usize..range.end as usize
    }

    /// The sentences of a block.
    pub fn sentences_of(&self, block: usize) -> &[Sentence] {
        let range = &self.sentences_of_block[block];
        &self.sentences[range.start as usize..range.end as usize]
    }

    /// The indices of the words that lie in `span`.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.start < span.start);
        let end = start + self.words[start..].partition_point(|word| word.span.end <= span.end);
        start..end
    }

    /// The sentence that holds `offset`.
    pub fn sentence_at(&self, offset: u32) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.span.start <= offset).checked_sub(1)?;
        self.sentences.get(index).filter(|sentence| offset <= sentence.span.end)
    }

    /// The words of a closed list, as indices, in order: one of [`Tag::KEPT`].
    pub fn tagged(&self, tag: Tag) -> impl Iterator<Item = usize> {
        self.tagged_with(tag.bit())
    }

    /// Whether any word is in any of several closed lists, given as bits.
    pub fn holds(&self, tags: u32) -> bool {
        self.held.tags & tags != 0
    }

    /// The words of any of several closed lists, given as bits, as indices, in order: of [`Tag::KEPT`].
    pub fn tagged_with(&self, tags: u32) -> impl Iterator<Item = usize> {
        debug_assert!(tags & !Tag::KEPT == 0, "of these words no list is kept");
        let kept: &[u32] = if self.holds(tags) { &self.tagged } else { &[] };
        kept.iter().map(|&index| index as usize).filter(move |&index| self.words[index].tags() & tags != 0)
    }

    /// The phrases of one kind.
    pub fn phrases_of(&self, kind: PhraseKind) -> impl Iterator<Item = &PhraseHit> {
        self.phrases().iter().filter(move |hit| hit.kind == kind)
    }

    /// The places that start at the word `index`, longest first.
    pub fn places_at(&self, index: usize) -> impl Iterator<Item = &PhraseHit> {
        let from = self.phrases().partition_point(|hit| (hit.first as usize) < index);
        let starts_here = move |hit: &&PhraseHit| hit.first as usize == index;
        self.phrases()[from..].iter().take_while(starts_here).filter(|hit| hit.kind == PhraseKind::Place)
    }

    /// Where the newsroom's own list of names has a say, in order and merged: no other list need speak there.
    pub fn house_names(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        if self.lexicon.house().is_none() {
            return spans;
        }
        for hit in self.phrases_of(PhraseKind::House) {
            let span = self.span_of(hit);
            match spans.last_mut() {
                Some(last) if span.start < last.end => last.end = last.end.max(span.end),
                _ => spans.push(span),
            }
        }
        spans
    }

    /// The phrases of the newsroom's own list, one inside another left out.
    pub fn house_phrases(&self) -> impl Iterator<Item = &PhraseHit> {
        let mut covered = 0;
        self.phrases_of(PhraseKind::House).filter(move |hit| {
            let is_outer = hit.first >= covered;
            covered = if is_outer { hit.end } else { covered };
            is_outer
        })
    }

    /// From the first to the last word of a phrase, a possessive ending left out.
    pub fn span_of(&self, hit: &PhraseHit) -> Span {
        // Of one word too only the stem: joining two spans would bring the ending back.
        Span { start: self.words[hit.first as usize].span.start, end: self.words[hit.end as usize - 1].stem_span().end }
    }

    /// The role of the block that holds `offset`, if one does.
    pub fn role_at(&self, offset: u32) -> Option<Role> {
        let block = &self.document.blocks[self.document.block_at(offset)?];
        (offset <= block.span.end).then_some(block.role)
    }

    /// The headline.
    pub fn headline(&self) -> Option<(usize, &Block)> {
        self.blocks_with(|role| role == Role::Headline).next()
    }

    /// A block with the gap before it, as a deletion takes it out; the first block goes with the gap after it.
    pub fn block_with_gap(&self, block: usize) -> Span {
        let blocks = &self.document.blocks;
        let span = blocks[block].span;
        match (block.checked_sub(1), blocks.get(block + 1)) {
            (Some(before), _) => Span { start: blocks[before].span.end, end: span.end },
            (None, Some(after)) => Span { start: span.start, end: after.span.start },
            (None, None) => span,
        }
    }

    /// The body paragraph number of a block, from 1, as a message calls it.
    pub fn paragraph_number(&self, block: usize) -> usize {
        self.document.blocks[..=block].iter().filter(|block| block.role.is_body_text()).count()
    }

    /// Whether a word stands first in its sentence or in a quotation, so that its capital says nothing.
    pub fn starts_sentence(&self, index: usize) -> bool {
        self.starts.has(index)
    }

    /// Whether most words of a block are capitals: a heading set in capitals says nothing about acronyms.
    pub fn is_all_capitals(&self, block: usize) -> bool {
        let words = self.words_of(block).len();
        let of_block = self.capitals_of(block);
        // Most blocks have too few capitals of any kind.
        let may_be = words >= 2 && of_block.len() * 10 >= words * 7;
        may_be && of_block.iter().filter(|&&at| self.words[at as usize].case == Case::Upper).count() * 10 >= words * 7
    }

    /// The words of a block with a capital, as indices.
    pub fn capitals_of(&self, block: usize) -> &[u32] {
        let words = self.words_of(block);
        let from = self.capitals.partition_point(|&at| (at as usize) < words.start);
        let count = self.capitals[from..].partition_point(|&at| (at as usize) < words.end);
        &self.capitals[from..from + count]
    }
}
