//! The clauses of a paragraph that say who speaks, found by `grammar/attribution.pest` over the classes of its words.

mod nouns;

use std::ops::Range;

use pest::Parser;

/// Generated from the grammar: its rules are documented there.
#[allow(missing_docs)]
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/attribution.pest"]
    pub struct AttributionGrammar;
}

use grammar::{AttributionGrammar, Rule};

/// How a clause is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `said Marsh`, after a quotation
    Inverted,
    /// `Marsh said`
    SpeakerFirst,
    /// `she smiled`, after a quotation
    Smiling,
    /// `according to Marsh`, `in Marsh’s words`
    According,
    /// `Marsh:`
    Label,
    /// `— Marsh`, after a quotation
    Epigraph,
    /// `saying`; the sentence has the speaker
    Participle,
    /// `and said`; the sentence has the speaker
    CueAlone,
}

/// One clause, as indices into the letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// How it is built.
    pub form: Form,
    /// From its first to its last letter; a quotation before it is no part of it.
    pub letters: Range<usize>,
    /// The words that name the speaker.
    pub speaker: Option<Range<usize>>,
    /// The word that says that somebody speaks.
    pub cue: Option<Range<usize>>,
}

/// How many letters before a cue its subject is looked for.
const REACH: usize = 160;

/// Adds the clauses in a string of word classes to `found`, in order.
pub fn clauses(letters: &[u8], found: &mut Vec<Clause>) {
    let first = found.len();
    Reader { bytes: letters, clauses: found }.read();
    found[first..].sort_by_key(|clause| clause.letters.start);
}

/// The letters at which a clause may be found.
const TURNS: [bool; 256] = {
    let mut table = [false; 256];
    let turns = b"chgrf>W:-";
    let mut at = 0;
    while at < turns.len() {
        table[turns[at] as usize] = true;
        at += 1;
    }
    table
};

struct Reader<'a> {
    bytes: &'a [u8],
    clauses: &'a mut Vec<Clause>,
}

impl Reader<'_> {
    fn read(mut self) {
        for (at, &letter) in self.bytes.iter().enumerate().filter(|&(_, &letter)| TURNS[usize::from(letter)]) {
            match letter {
                b'c' | b'h' => self.verb(at),
                b'g' | b'r' => self.participle(at),
                b'f' => self.smile(at),
                b'>' => self.name_after(at, Form::According),
                b'W' => self.words(at),
                b':' | b'-' => self.mark(at),
                _ => {}
            }
        }
    }

    fn letter(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b'.')
    }

    /// The place past which the letters right before `at` are all among `these`.
    fn back_over(&self, at: usize, these: &[u8]) -> usize {
        self.bytes[..at].iter().rposition(|letter| !these.contains(letter)).map_or(0, |last| last + 1)
    }

    fn push(&mut self, form: Form, speaker: Option<Range<usize>>, cue: Option<Range<usize>>) {
        let parts = [&speaker, &cue];
        let start = parts.iter().filter_map(|part| part.as_ref()).map(|part| part.start).min().unwrap_or(0);
        let end = parts.iter().filter_map(|part| part.as_ref()).map(|part| part.end).max().unwrap_or(start);
        self.clauses.push(Clause { form, letters: start..end, speaker, cue });
    }

    /// `said`, `notes`: inverted after a quotation, else with its subject before it.
    fn verb(&mut self, at: usize) {
        let weak = self.bytes[at] == b'h';
        let start = self.back_over(at, b"xat");
        if start > 0 && self.bytes[start - 1] == b'y' {
            // was told: the speaker is not the subject
            return;
        }
        let joint = self.back_over(at, b"a");
        let joint = joint - usize::from(joint > 0 && matches!(self.bytes[joint - 1], b'&' | b'b'));
        let joint = joint - usize::from(joint > 0 && matches!(self.bytes[joint - 1], b',' | b'?' | b'-' | b':'));
        let follows_quotation = joint > 0 && self.bytes[joint - 1] == b'q';
        let leads = at == 0 || self.bytes[at - 1] == b'.';
        let may_invert = if weak { follows_quotation && matches!(self.letter(at + 1), b'n' | b'p') } else { follows_quotation || leads };
        if may_invert
            && let Some(speaker) = self.after(at + 1)
            && (follows_quotation || (self.letter(speaker.end) == b':' && self.letter(speaker.end + 1) == b'q'))
        {
            return self.push(Form::Inverted, Some(speaker), Some(at..at + 1));
        }
        if weak && !self.counts(at) {
            return;
        }
        match self.before(at) {
            // Marsh’s comments: the word is a noun.
            Some(speaker) if self.bytes[speaker.end - 1] == b'm' => {}
            // Such request: a determiner alone speaks only beside a verb that is nothing else.
            Some(speaker) if weak && self.bytes[speaker.clone()].iter().all(|&letter| letter == b'd') => {}
            Some(speaker) => self.push(Form::SpeakerFirst, Some(speaker), Some(at..at + 1)),
            None if weak => {}
            None => self.push(Form::CueAlone, None, Some(at..at + 1)),
        }
    }

    /// Whether what follows makes a verb of a word that may be a noun: a quotation, that, the end of the clause.
    fn counts(&self, at: usize) -> bool {
        let next = self.letter(at + 1);
        let past = if matches!(next, b',' | b':' | b'-' | b'?') { self.letter(at + 2) } else { next };
        matches!(past, b'q' | b's') || matches!(next, b',' | b'.') || (next == b'p' && self.letter(at + 2) == b'q')
    }

    /// `was saying`, `was quoted as saying`; `saying` alone has its sentence's speaker.
    fn participle(&mut self, at: usize) {
        let start = self.back_over(at, b"xaty");
        let finite = self.bytes[start..at].contains(&b'y') || (start == at && at > 0 && matches!(self.bytes[at - 1], b'n'));
        let speaker = if finite { self.before(start) } else { None };
        let form = if speaker.is_some() { Form::SpeakerFirst } else { Form::Participle };
        self.push(form, speaker, Some(at..at + 1));
    }

    /// `she smiled`, right after a quotation.
    fn smile(&mut self, at: usize) {
        let Some(speaker) = self.before(at) else { return };
        let joint = speaker.start - usize::from(speaker.start > 0 && matches!(self.bytes[speaker.start - 1], b',' | b'?' | b'-'));
        if joint > 0 && self.bytes[joint - 1] == b'q' {
            self.push(Form::Smiling, Some(speaker), Some(at..at + 1));
        }
    }

    fn name_after(&mut self, at: usize, form: Form) {
        if let Some(speaker) = self.after(at + 1) {
            self.push(form, Some(speaker), Some(at..at + 1));
        }
    }

    /// `in Marsh’s words`
    fn words(&mut self, at: usize) {
        let end = self.back_over(at, b"a");
        let start = self.back_over(end, b"dmnj");
        let owned = end > start && matches!(self.bytes[end - 1], b'm' | b'd');
        if owned && start > 0 && self.bytes[start - 1] == b'o' {
            self.push(Form::According, Some(start..end), Some(at..at + 1));
        }
    }

    /// `Marsh: “`, `Marsh – “`, `” – Marsh`
    fn mark(&mut self, at: usize) {
        let starts = |start: usize| start == 0 || self.bytes[start - 1] == b'.';
        if self.letter(at + 1) == b'q' {
            let speaker =
                if self.bytes[at] == b':' { self.before(at) } else { Some(self.back_over(at, b"n")..at).filter(|names| !names.is_empty()) };
            if let Some(speaker) = speaker.filter(|speaker| starts(speaker.start) && speaker.end == at) {
                self.push(Form::Label, Some(speaker), None);
            }
        } else if self.bytes[at] == b'-' && at > 0 && self.bytes[at - 1] == b'q' {
            let speaker = self.after(at + 1).filter(|speaker| matches!(self.letter(speaker.end), b'.' | b',' | b'q' | b'?'));
            if let Some(speaker) = speaker {
                self.push(Form::Epigraph, Some(speaker), None);
            }
        }
    }

    /// The speaker right after a cue.
    fn after(&self, from: usize) -> Option<Range<usize>> {
        if self.letter(from) == b'p' {
            return Some(from..from + 1);
        }
        // Neither rule reads past the end of a clause; a short string is a cheap one.
        let rest = &self.bytes[from..self.bytes.len().min(from + REACH)];
        let end = from + rest.iter().position(|letter| b".;?:q".contains(letter)).map_or(rest.len(), |stop| stop + 1);
        let letters = &self.bytes[from..end];
        let adverbs = letters.iter().take(2).take_while(|&&letter| letter == b'a').count();
        if !nouns::opens_with_time(&letters[adverbs..]) {
            return nouns::speaker(&letters[adverbs..]).map(|end| from + adverbs..from + adverbs + end);
        }
        let found = parse(Rule::after, Rule::speaker, str::from_utf8(letters).ok()?)?;
        Some(from + found.start..from + found.end)
    }

    /// The subject right before a cue.
    fn before(&self, cue: usize) -> Option<Range<usize>> {
        // A pronoun, a bare name or a bare noun beside its verb is the commonest subject: no grammar is needed to read it.
        if cue > 0 && matches!(self.bytes[cue - 1], b'p' | b'w') {
            return Some(cue - 1..cue);
        }
        // has also said
        let verb = self.back_over(cue, b"xa");
        let last = *self.bytes[..verb].last()?;
        let is_joined = verb > 1 && self.bytes[verb - 2] == b'&';
        if cue - verb <= 4 && matches!(last, b'p' | b'w') && !is_joined {
            return Some(verb - 1..verb);
        }
        // No subject ends so, and nothing that may stand between it and its cue.
        if !matches!(last, b'h'..=b'n' | b'0' | b'd' | b'p' | b'w' | b't' | b',' | b')' | b'-') {
            return None;
        }
        let nouns = self.back_over(verb, b"hjmn");
        let start = nouns - usize::from(nouns > 0 && self.bytes[nouns - 1] == b'd');
        let stands_alone = start == 0 || !goes_on(self.bytes[start - 1]);
        if cue - verb <= 4 && nouns < verb && verb - nouns <= 12 && stands_alone {
            return Some(start..verb);
        }
        let nearest = cue.saturating_sub(REACH);
        let from = self.bytes[nearest..cue].iter().rposition(|letter| b".;?:q".contains(letter)).map_or(nearest, |stop| nearest + stop);
        let mut turned = [0; REACH];
        let backwards = turned_round(&self.bytes[from..cue], &mut turned);
        if let Some(end) = nouns::subject_at_once(backwards) {
            return Some(cue - end..cue);
        }
        let rule = if memchr::memchr2(b'v', b'%', backwards).is_some() { Rule::before_reduced } else { Rule::before };
        let found = parse(rule, Rule::subject, str::from_utf8(backwards).ok()?)?;
        Some(cue - found.end..cue - found.start)
    }
}

/// Turns `letters` round. A comma that what stands between commas may begin with becomes `<`: the grammar need look at no other.
fn turned_round<'a>(letters: &[u8], turned: &'a mut [u8; REACH]) -> &'a [u8] {
    let turned = &mut turned[..letters.len()];
    let mut next = b',';
    for (&letter, turned) in letters.iter().rev().zip(&mut *turned) {
        let opens = letter == b',' && !matches!(next, b'p' | b's' | b'&' | b'b' | b',');
        *turned = if opens { b'<' } else { letter };
        next = letter;
    }
    turned
}

/// Whether the subject may go on past a noun with this letter.
fn goes_on(letter: u8) -> bool {
    matches!(letter, b'h'..=b'o' | b'0' | b'd' | b'v' | b'%' | b'&')
}

fn parse(rule: Rule, part: Rule, letters: &str) -> Option<Range<usize>> {
    let root = AttributionGrammar::parse(rule, letters).ok()?.next()?;
    let found = root.into_inner().find(|pair| pair.as_rule() == part)?;
    Some(found.as_span().start()..found.as_span().end())
}

/// The subject of a sentence, past what leads up to it.
pub fn subject(letters: &[u8]) -> Option<Range<usize>> {
    let leads_on = |comma: &u8| *comma == b',';
    match letters {
        [b'p' | b'w'] => return Some(0..1),
        [b'p' | b'w', next, ..] if *next != b'&' => return Some(0..1),
        // A clause of its own leads up to nothing where no comma ends it; with other letters no subject begins.
        [b's' | b'%' | b'g' | b'v' | b'c', rest @ ..] if !rest.iter().take(REACH).any(leads_on) => return None,
        [b',' | b'&' | b'%' | b'0' | b'a'..=b'd' | b'g'..=b'p' | b's' | b't' | b'v' | b'w', ..] => {}
        _ => return None,
    }
    let letters = &letters[..letters.len().min(REACH)];
    let start = past_leads(letters);
    match &letters[start..] {
        [b'p' | b'w', next, ..] if *next != b'&' => return Some(start..start + 1),
        rest if !nouns::opens_with_time(rest) => return nouns::speaker(rest).map(|end| start..start + end),
        _ => {}
    }
    parse(Rule::opening, Rule::speaker, str::from_utf8(letters).ok()?)
}

/// The end of what leads up to a subject, as the grammar would read it, times left to the grammar.
fn past_leads(letters: &[u8]) -> usize {
    let mut at = 0;
    for _ in 0..4 {
        at += match &letters[at..] {
            [b',' | b'a' | b'b' | b'&', ..] => 1,
            // On Friday: a time.
            [b'o', b't', ..] | [b'o', b'd', b't', ..] => return at,
            [b'o' | b's' | b'%' | b'g' | b'v' | b'c', clause @ ..] => match clause.iter().position(|letter| b",.?:;q".contains(letter)) {
                Some(comma) if clause[comma] == b',' => comma + 2,
                _ => return at,
            },
            _ => return at,
        };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(letters: &str) -> Vec<String> {
        let part = |range: &Option<Range<usize>>| range.clone().map_or("-".to_owned(), |range| letters[range].to_owned());
        let mut found = Vec::new();
        clauses(letters.as_bytes(), &mut found);
        found.iter().map(|clause| format!("{:?} {} {}", clause.form, part(&clause.speaker), part(&clause.cue))).collect()
    }

    #[test]
    fn clauses_are_found_in_the_letters() {
        assert_eq!(read("qcnn,dj."), ["Inverted nn c"]);
        assert_eq!(read("qpc."), ["SpeakerFirst p c"]);
        assert_eq!(read("nn,djon,cq."), ["SpeakerFirst nn c"]);
        assert_eq!(read("odjncq."), ["SpeakerFirst n c"]);
        assert_eq!(read("odj,dj,dn,cq."), ["SpeakerFirst dj c"]);
        assert_eq!(read("q,>nn."), ["According nn >"]);
        assert_eq!(read("qpf."), ["Smiling p f"]);
        assert_eq!(read("pycsq."), Vec::<String>::new());
        assert_eq!(read("nhsq."), ["SpeakerFirst n h"]);
    }

    #[test]
    fn the_subject_of_a_sentence_is_found() {
        assert_eq!(subject(b"odj,nnvdj,gq"), Some(4..6));
        assert_eq!(subject(b"pvdj"), Some(0..1));
        assert_eq!(subject(b",aotdnv"), Some(4..6));
        assert_eq!(subject(b"&sjv,n&n"), Some(5..8));
    }

    /// Strings of the letters of nouns and what may stand beside them, many of them and each time the same.
    fn made_up() -> impl Iterator<Item = String> {
        let mut state = 7_u64;
        (0..40_000).map(move |_| {
            let mut next = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as usize
            };
            let length = 1 + next() % 14;
            (0..length).map(|_| char::from(b"nnnjjjdddooohm0p&va%w,<.qtsx-"[next() % 29])).collect()
        })
    }

    #[test]
    fn nouns_are_read_as_the_grammar_reads_them() {
        for letters in made_up() {
            let bytes = letters.as_bytes();
            let adverbs = bytes.iter().take(2).take_while(|&&letter| letter == b'a').count();
            if !nouns::opens_with_time(&bytes[adverbs..]) {
                let by_letter = nouns::speaker(&bytes[adverbs..]).map(|end| adverbs..adverbs + end);
                assert_eq!(by_letter, parse(Rule::after, Rule::speaker, &letters), "{letters}");
            }
            if let Some(end) = nouns::subject_at_once(bytes) {
                let rule = if letters.contains(['v', '%']) { Rule::before_reduced } else { Rule::before };
                assert_eq!(Some(0..end), parse(rule, Rule::subject, &letters), "{letters}");
            }
            let start = past_leads(bytes);
            if !nouns::opens_with_time(&bytes[start..]) {
                let by_letter = nouns::speaker(&bytes[start..]).map(|end| start..start + end);
                assert_eq!(by_letter, parse(Rule::opening, Rule::speaker, &letters), "{letters}");
            }
        }
    }

    #[test]
    fn hostile_letters_take_linear_time() {
        for unit in ["j", "n,", "q", "qj", "dj,", "no", "w", "(", "x", "n-", "j&"] {
            let mut found = Vec::new();
            clauses(unit.repeat(2_000).as_bytes(), &mut found);
            assert!(found.len() <= 4_000);
        }
    }
}
