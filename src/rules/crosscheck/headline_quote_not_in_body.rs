//! Words that a headline, standfirst or caption quotes must be somebody's in the body.

use crate::article::{Article, Quotation, Word, is_answer};
use crate::document::Role;
use crate::finding::{Edit, Safety, Severity};
use crate::lint::{Context, Draft, Sink, in_case_of};
use crate::text::Span;

/// A display quotation longer than this is compared by its first words.
const MOST_WORDS: usize = 40;
/// A body shorter than this is an extract: its quotations may stand elsewhere.
const SHORTEST_BODY: usize = 30;
/// A page has some captions; more quotations than these are not compared.
const MOST_SHOWN: usize = 64;
/// Quoted words of the body without marks: from this many on a reader takes them for speech.
const SPEECH: usize = 4;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let mut body: Option<Vec<usize>> = None;
    let shown = |quotation: &&Quotation| {
        let role = article.blocks()[quotation.block as usize].role;
        quotation.level == 1 && matches!(role, Role::Headline | Role::Standfirst | Role::Caption)
    };
    for quotation in article.quotations().iter().filter(shown).take(MOST_SHOWN) {
        let body = body.get_or_insert_with(|| body_words(article));
        if body.len() >= SHORTEST_BODY {
            sink.report_all(quotation_draft(article, body, quotation));
        }
    }
}

/// The words of the body, as indices; an editor's gloss in square brackets is nobody's words.
fn body_words(article: &Article) -> Vec<usize> {
    let mut glosses = article.marks.brackets.iter().filter(|bracket| bracket.square).map(|bracket| bracket.span).peekable();
    let mut words = Vec::with_capacity(article.words.len());
    for (block, of) in article.blocks_with(|role| role.is_body_text() || role == Role::Subhead) {
        while glosses.next_if(|gloss| gloss.end <= of.span.start).is_some() {}
        if glosses.peek().is_none_or(|gloss| gloss.start >= of.span.end) {
            words.extend(article.words_of(block));
            continue;
        }
        for index in article.words_of(block) {
            let at = article.words[index].span.start;
            while glosses.next_if(|gloss| gloss.end <= at).is_some() {}
            if !glosses.peek().is_some_and(|gloss| gloss.holds(at)) {
                words.push(index);
            }
        }
    }
    words
}

fn quotation_draft(article: &Article, body: &[usize], quotation: &Quotation) -> Option<Draft> {
    let text = article.text(quotation.span);
    if text.contains('*') {
        return None;
    }
    let mut unmarked = None;
    for part in parts(article, quotation.span) {
        let wanted: Vec<usize> = part.take(MOST_WORDS).collect();
        match find(article, body, &wanted) {
            Found::Quoted => {}
            Found::Unquoted(span) => unmarked = unmarked.or(Some(span)),
            Found::No if is_inflected(article, body, &wanted) => {}
            Found::No => return Some(missing(article, body, quotation, &wanted)),
        }
    }
    let span = unmarked?;
    let words = article.words_in(quotation.span).len();
    let draft = Draft::at(quotation.span)
        .wording("unmarked")
        .say("quote", trimmed(article, quotation))
        .say("where", article.place_name(quotation.span.start));
    let draft = draft.say("place", article.place_name(span.start)).label(span, "unmarked-here");
    Some(if words >= SPEECH { draft } else { draft.severity(Severity::Info) })
}

/// The quoted words without the point or comma that the house puts inside the marks.
fn trimmed<'a>(article: &'a Article, quotation: &Quotation) -> &'a str {
    article.text(quotation.span).trim_end_matches(['.', ','])
}

/// The stretches between ellipses, as runs of word indices.
fn parts(article: &Article, span: Span) -> impl Iterator<Item = std::ops::Range<usize>> {
    let text = article.text(span);
    let mut cuts = vec![span.start];
    for (at, _) in text.match_indices('…').chain(text.match_indices("...")) {
        cuts.push(span.start + at as u32);
    }
    cuts.push(span.end);
    cuts.sort_unstable();
    let parts: Vec<_> = cuts.windows(2).map(|pair| article.words_in(Span { start: pair[0], end: pair[1] })).collect();
    parts.into_iter().filter(|part| !part.is_empty())
}

enum Found {
    Quoted,
    Unquoted(Span),
    No,
}

fn find(article: &Article, body: &[usize], wanted: &[usize]) -> Found {
    let mut unquoted = None;
    let first = article.words[wanted[0]].id;
    for start in 0..(body.len() + 1).saturating_sub(wanted.len()) {
        if first.is_known() && article.words[body[start]].id != first {
            continue;
        }
        let window = &body[start..start + wanted.len()];
        if !window.iter().zip(wanted).all(|(&there, &here)| same(article, there, here)) {
            continue;
        }
        let span = article.words[window[0]].span.join(article.words[window[window.len() - 1]].span);
        let block = article.words[window[0]].block as usize;
        if article.overlaps_quotation(span) || article.blocks()[block].role == Role::BlockQuote {
            return Found::Quoted;
        }
        unquoted = unquoted.or(Some((span, block)));
    }
    match unquoted {
        Some((_, block)) if is_answer(article, block) => Found::Quoted,
        Some((span, _)) => Found::Unquoted(span),
        None => Found::No,
    }
}

#[inline]
fn same(article: &Article, one: usize, other: usize) -> bool {
    let (one, other) = (&article.words[one], &article.words[other]);
    one.id == other.id && (one.id.is_known() || same_letters(article, one, other))
}

/// Whether the one word quoted stands in the body in another form: `loser` for “losers”.
fn is_inflected(article: &Article, body: &[usize], wanted: &[usize]) -> bool {
    let [only] = wanted else { return false };
    let stem = |index: usize| {
        let text = article.text(article.words[index].stem_span()).to_lowercase();
        text.trim_end_matches("ing").trim_end_matches("ed").trim_end_matches("es").trim_end_matches('s').to_owned()
    };
    let wanted = stem(*only);
    let begins_alike = |index: usize| {
        let (one, other) = (article.copy().as_bytes()[article.words[index].span.from()], wanted.as_bytes()[0]);
        one.eq_ignore_ascii_case(&other) || !one.is_ascii()
    };
    let is_near = |index: usize| article.words[index].span.len().abs_diff(wanted.len()) <= 3 && begins_alike(index);
    wanted.len() > 3 && body.iter().any(|&index| is_near(index) && stem(index) == wanted)
}

fn same_letters(article: &Article, one: &Word, other: &Word) -> bool {
    let letters = |word: &Word| article.text(word.span).chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase);
    letters(one).eq(letters(other))
}

fn missing(article: &Article, body: &[usize], quotation: &Quotation, wanted: &[usize]) -> Draft {
    let text = trimmed(article, quotation);
    let draft = Draft::at(quotation.span).say("quote", text).say("where", article.place_name(quotation.span.start));
    let Some(near) = nearest(article, body, wanted) else { return draft };
    let (first, last) = (near[0], near[near.len() - 1]);
    let span = article.words[first].span.join(article.words[last].span);
    let place = article.place_name(span.start);
    let (mine, theirs) = differing(article, wanted, near);
    let draft = draft.say("there", article.text(span)).say("place", place);
    let draft = draft.say("mine", words(article, &mine)).say("theirs", words(article, &theirs));
    let (mut draft, label) = match (mine.is_empty(), theirs.is_empty()) {
        (false, false) => (draft.wording("near"), "near-here"),
        (true, _) => (draft.wording("fewer"), "near-here"),
        (_, true) => (draft.wording("more"), "near-here"),
    };
    if let ([only], [word]) = (&mine[..], &theirs[..]) {
        let written = article.text(article.words[*only].span);
        let right = in_case_of(written, &article.text(article.words[*word].span).to_lowercase());
        draft = draft.fix(Safety::Display, vec![Edit::replace(article.words[*only].span, right)]);
    }
    draft.label(span, label)
}

/// The window of the body that shares most words with the quotation, if it shares half of them.
fn nearest<'a>(article: &Article, body: &'a [usize], wanted: &[usize]) -> Option<&'a [usize]> {
    let mut best: Option<(usize, std::ops::Range<usize>)> = None;
    let last = wanted.len() - 1;
    let ends_alike = |at: usize| body.get(at).is_some_and(|&there| same(article, there, wanted[last]));
    for start in starts(article, body, wanted) {
        let begins = same(article, body[start], wanted[0]);
        // Whether the windows of the body that are a word shorter, as long, and a word longer end as the quotation does.
        let ending =
            [start + last > 0 && ends_alike((start + last).saturating_sub(1)), ends_alike(start + last), ends_alike(start + last + 1)];
        for len in [wanted.len(), wanted.len() + 1, wanted.len().saturating_sub(1)] {
            let Some(window) = body.get(start..start + len).filter(|window| window.len() > 1) else { continue };
            let ends = begins || ending[len - last];
            let sentence_end =
                || article.sentence_at(article.words[window[0]].span.start).map_or(0, |sentence| sentence.words.end as usize);
            if !ends || window[len - 1] >= sentence_end() || article.words[window[0]].block != article.words[window[len - 1]].block {
                continue;
            }
            let (head, tail) = shared_ends(article, window, wanted);
            let quoted = usize::from(article.is_quoted(article.words[window[0]].span.start));
            let score = 4 * (head + tail) + 2 * quoted + usize::from(len == wanted.len());
            if 2 * (head + tail) >= wanted.len() && head + tail >= 2 && best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, start..start + len));
            }
        }
    }
    best.map(|(_, range)| &body[range])
}

/// Where the windows of the body start that share their first or their last word with the quotation: no other is the best.
fn starts(article: &Article, body: &[usize], wanted: &[usize]) -> Vec<usize> {
    let last = wanted.len() - 1;
    let [first_id, last_id] = [wanted[0], wanted[last]].map(|at| article.words[at].id);
    let mut starts = Vec::new();
    for (at, &there) in body.iter().enumerate() {
        let id = article.words[there].id;
        if id == first_id && same(article, there, wanted[0]) {
            starts.push(at);
        }
        if id == last_id && same(article, there, wanted[last]) {
            let shortest = (at + 1).saturating_sub(last);
            starts.extend(shortest.saturating_sub(2)..=shortest.min(body.len() - 1));
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// How many words two runs share from the front, and of the rest from the back.
fn shared_ends(article: &Article, one: &[usize], other: &[usize]) -> (usize, usize) {
    let head = one.iter().zip(other).take_while(|&(&a, &b)| same(article, a, b)).count();
    let rest = one.len().min(other.len()) - head;
    let tail = one.iter().rev().zip(other.iter().rev()).take(rest).take_while(|&(&a, &b)| same(article, a, b)).count();
    (head, tail)
}

/// The words of each that the other does not share.
fn differing(article: &Article, wanted: &[usize], near: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let (head, tail) = shared_ends(article, wanted, near);
    (wanted[head..wanted.len() - tail].to_vec(), near[head..near.len() - tail].to_vec())
}

fn words(article: &Article, indices: &[usize]) -> String {
    match indices {
        [] => String::new(),
        [first, ..] => article.text(article.words[*first].span.join(article.words[indices[indices.len() - 1]].span)).to_owned(),
    }
}
