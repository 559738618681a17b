//! Places that somebody meant to fill: TK, XX, ???, ____, `[NAME]`, lorem ipsum.

use crate::article::{Article, Word};
use crate::document::Block;
use crate::lint::page::Text;
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, FILLER, Span};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let mut found: Vec<Span> = Vec::new();
    found.extend(capitals(article));
    if article.gaps().double(b'?') {
        found.extend(question_marks(article));
    }
    if article.gaps().double(b'_') {
        found.extend(underscores(article));
    }
    found.extend(lorem(article));
    found.extend(brackets(article, context.options.words("fields")));
    found.sort_unstable();
    found.dedup_by(|next, kept| kept.contains(*next));
    for span in found {
        sink.report(Draft::at(span).say("found", article.text(span)));
    }
}

/// `TK`, `XX`, `FIXME`: words in capitals that stand for what is to come.
fn capitals(article: &Article) -> impl Iterator<Item = Span> {
    let capitals = article.capitals.iter().map(|&at| (at as usize, &article.words[at as usize]));
    capitals.filter(|(_, word)| word.case == Case::Upper).filter_map(|(index, word)| {
        let written = article.text(word.span);
        let is_placeholder = match written.as_bytes() {
            [b'T', b'K', ..] => is_tk(article, index, written),
            [b'X', b'X', ..] => is_xx(article, index, written),
            [b'F', ..] => written == "FIXME",
            _ => false,
        };
        is_placeholder.then_some(word.span)
    })
}

/// `TK`, `TKTK`: what a reporter types for “to come”. TK Maxx is a shop, T.K. a person.
fn is_tk(article: &Article, index: usize, written: &str) -> bool {
    let is_tk = written.len().is_multiple_of(2) && written.as_bytes().chunks(2).all(|pair| pair == b"TK");
    is_tk && (written.len() > 2 || !has_capital_beside(article, index))
}

/// `XX percent`, `$XX`, `XXX people`: figures to come. Super Bowl XX, XX chromosomes and XXX films are not.
fn is_xx(article: &Article, index: usize, written: &str) -> bool {
    if !written.bytes().all(|byte| byte == b'X') || has_capital_beside(article, index) {
        return false;
    }
    let copy = article.copy();
    let span = article.words[index].span;
    let (before, after) = (&copy[..span.from()], &copy[span.to()..]);
    let is_sum = before.ends_with(['$', '£', '€']) || after.starts_with('%');
    let next = neighbour(article, index, index + 1).filter(|_| after.starts_with([' ', '-', '\u{A0}']));
    let is_count = next.is_some_and(|next| next.case == Case::Lower && next.is_word() && !is_about_sex(article.text(next.span)));
    let is_genes = after.starts_with(['/', '-']) && !is_count || before.ends_with(['/', '-']);
    // A figure's place stands before what it counts; three letters or more may also stand for a name.
    let stands_for_name = written.len() > 2 && (after.starts_with([',', '.', ';', ')']) || before.ends_with(['(', '[']));
    !is_genes && (is_sum || is_count || stands_for_name || written.len() > 3)
}

fn is_about_sex(next: &str) -> bool {
    [
        "chromosome",
        "chromosomes",
        "karyotype",
        "rated",
        "film",
        "films",
        "movie",
        "movies",
        "video",
        "videos",
        "theater",
        "theatre",
        "genotype",
    ]
    .contains(&next)
        || ["female", "females", "male", "males", "and", "or"].contains(&next)
}

/// Whether a name stands right before or after: the letters are then likely a part of it.
fn has_capital_beside(article: &Article, index: usize) -> bool {
    let is_name = |other: usize| {
        neighbour(article, index, other).is_some_and(|word| {
            word.is_word() && word.is_capitalised() && !article.starts_sentence(other) && {
                let (first, second) = if other < index { (other, index) } else { (index, other) };
                let gap = Span { start: article.words[first].span.end, end: article.words[second].span.start };
                article.text(gap).chars().all(|between| matches!(between, ' ' | '\u{A0}' | '-' | FILLER))
            }
        })
    };
    is_name(index + 1) || index.checked_sub(1).is_some_and(is_name)
}

fn neighbour<'a>(article: &'a Article, index: usize, other: usize) -> Option<&'a Word> {
    article.words.get(other).filter(|word| word.block == article.words[index].block)
}

/// `???` that hangs on no word: “Really???” is how people write, not a gap. What a speaker typed is no gap either.
fn question_marks(article: &Article) -> impl Iterator<Item = Span> {
    runs(article, b"???", '?').filter(|span| {
        let before = article.copy()[..span.from()].chars().next_back();
        let after = article.copy()[span.to()..].chars().next();
        let stands_alone = before.is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '$' | '£' | '€'));
        stands_alone && !after.is_some_and(|after| matches!(after, '!' | '”' | '"')) && !article.is_quoted(span.start)
    })
}

/// `____` between words; a line of nothing else is a rule, and in an address it is a letter.
fn underscores(article: &Article) -> impl Iterator<Item = Span> {
    runs(article, b"____", '_').filter(|span| {
        let before = article.copy()[..span.from()].chars().next_back();
        let after = article.copy()[span.to()..].chars().next();
        let is_letter = |next: Option<char>| next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '/' | '@' | '#'));
        block_at(article, *span).is_some_and(|block| block.span.len() > span.len() + 2) && !is_letter(before) && !is_letter(after)
    })
}

/// The runs of `mark` that hold `needle`, each once.
fn runs<'a>(article: &'a Article, needle: &'static [u8], mark: char) -> impl Iterator<Item = Span> + 'a {
    let copy = article.copy();
    let mut last = 0;
    memchr::memmem::find_iter(copy.as_bytes(), needle).filter_map(move |at| {
        let is_new = at >= last;
        if is_new {
            last = at + copy[at..].bytes().take_while(|&byte| byte == mark as u8).count();
        }
        is_new.then(|| Span::new(at, last))
    })
}

/// The printers’ dummy text; in quotation marks a story speaks of it.
fn lorem(article: &Article) -> impl Iterator<Item = Span> {
    let (first, second) = ("orem ", "ipsum");
    // No list of words holds it but a newsroom's own.
    let is_listed = article.lexicon.find(second).is_known();
    let unknown = article.unknown.iter().map(|&at| at as usize);
    let listed = (0..if is_listed { article.words.len() } else { 0 }).filter(|&at| article.words[at].id.is_known());
    let places = unknown.chain(listed).map(|at| article.words[at].span.from());
    let begins = move |at: usize| {
        let start = at.checked_sub(first.len() + 1)?;
        let is_lorem = matches!(article.copy().as_bytes()[start], b'L' | b'l') && article.copy()[..at].ends_with(first);
        is_lorem.then(|| Span::new(start, at + second.len()))
    };
    let places = places.filter(move |&at| article.copy()[at..].starts_with(second));
    places.filter_map(begins).filter(|span| !article.is_quoted(span.start))
}

/// `[NAME]`, `[DATE TK]`, `[insert photo here]`, `(quote to come)`.
fn brackets<'a>(article: &'a Article, fields: &'a [Text]) -> impl Iterator<Item = Span> + 'a {
    article.marks.brackets.iter().filter_map(move |bracket| {
        // What a speaker leaves open, as a joke or to be polite, is the speaker’s.
        if bracket.span.len() > 60 || article.is_quoted(bracket.span.start) {
            return None;
        }
        let inner = article.text(Span { start: bracket.span.start + 1, end: bracket.span.end - 1 }).trim();
        let is_field =
            |word: &str| fields.iter().any(|field| field.eq_ignore_ascii_case(word.trim_matches(|mark: char| !mark.is_alphanumeric())));
        let is_capitals = || !inner.is_empty() && !inner.contains(char::is_lowercase) && inner.split_whitespace().count() <= 4;
        let field_to_fill = bracket.square && is_capitals() && inner.split_whitespace().any(is_field);
        let to_insert = without_start(inner, "insert ").is_some_and(|rest| rest.split_whitespace().any(is_field));
        let to_come = without_end(inner, "to come")
            .is_some_and(|rest| rest.is_empty() || (rest.split_whitespace().count() <= 2 && rest.split_whitespace().any(is_field)));
        (field_to_fill || to_insert || to_come).then_some(bracket.span)
    })
}

/// What follows `start`, which may be written in capitals.
fn without_start<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    text.get(..start.len()).filter(|found| found.eq_ignore_ascii_case(start)).map(|_| &text[start.len()..])
}

/// What stands before `end`, which may be written in capitals.
fn without_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let rest = text.len().checked_sub(end.len())?;
    text.get(rest..).filter(|found| found.eq_ignore_ascii_case(end)).map(|_| &text[..rest])
}

fn block_at<'a>(article: &'a Article, span: Span) -> Option<&'a Block> {
    article.document.block_at(span.start).map(|index| &article.blocks()[index])
}
