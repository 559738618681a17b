//! `word ,` and `end.Next`: a space too many before a mark, or none after it.

use crate::article::Article;
use crate::finding::{Edit, Safety};
use crate::lint::{Context, Draft, Sink};
use crate::text::{Case, Span, TokenKind};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    space_before(article, sink);
    no_space_after(article, sink);
    no_space_beside_quotation(article, sink);
}

/// `word ,`
fn space_before(article: &Article, sink: &mut Sink) {
    let copy = article.copy();
    for pair in [" ,", " .", " ;", " ?", " !"].into_iter().filter(|pair| article.gaps().part(pair.as_bytes()[1])) {
        for at in memchr::memmem::find_iter(copy.as_bytes(), pair) {
            let mark = at + 1;
            let before = copy[..at].chars().next_back();
            let after = copy[mark + 1..].chars().next();
            let follows_word = before.is_some_and(|before| before.is_alphanumeric() || matches!(before, '”' | ')' | '%'));
            let ends_word = after.is_none_or(|after| after.is_whitespace() || matches!(after, '”' | '"' | '’'));
            if !follows_word || !ends_word || is_spaced_row(copy, mark) {
                continue;
            }
            let first = article.words.partition_point(|word| word.span.to() < at);
            let start = article.words.get(first).filter(|word| word.span.to() == at).map_or(at, |word| word.span.from());
            let found = Span::new(start, mark + 1);
            let draft = Draft::at(found).say("found", article.text(found)).say("mark", &pair[1..]);
            let right = format!("{}{}", article.text(Span::new(start, at)), &pair[1..]);
            sink.report(draft.say("right", right).fix(Safety::Safe, vec![Edit::delete(Span::new(at, mark))]));
        }
    }
}

/// `. . .` is an ellipsis, and French copy sets a space before `?` and `!` everywhere.
fn is_spaced_row(copy: &str, mark: usize) -> bool {
    let glyph = copy.as_bytes()[mark];
    let rest = copy[mark + 1..].trim_start_matches(' ');
    let row = rest.as_bytes().first() == Some(&glyph) || rest.starts_with('.');
    // French quotation marks stand near; the bound keeps hostile copy linear.
    let near = &copy[floor(copy, mark.saturating_sub(300))..mark];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let french = matches!(glyph, b'?' | b'!' | b';') && line.contains('«');
    row || french
}

fn floor(copy: &str, at: usize) -> usize {
    (0..=at).rev().find(|&at| copy.is_char_boundary(at)).unwrap_or(0)
}

/// `end.Next`, `word,word`
fn no_space_after(article: &Article, sink: &mut Sink) {
    let bytes = article.copy().as_bytes();
    for at in article.gaps().joints().iter().map(|&at| at as usize).filter(|&at| matches!(bytes[at], b',' | b'.')) {
        if at == 0 || !bytes[at - 1].is_ascii_lowercase() || !bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let index = article.words.partition_point(|word| word.span.to() < at);
        let Some([word, next]) = article.words.get(index..index + 2) else { continue };
        let touch = word.span.to() == at && next.span.from() == at + 1;
        let (known, next_known) = (article.lexicon.is_word(word.id), article.lexicon.is_word(next.id));
        let are_words = touch && word.kind == TokenKind::Word && next.kind == TokenKind::Word && known && word.span.len() > 1;
        let after = bytes.get(next.span.to()).copied().unwrap_or(b' ');
        let is_address =
            matches!(after, b'/' | b'_' | b'@') || after == b'.' && bytes.get(next.span.to() + 1).is_some_and(u8::is_ascii_alphanumeric);
        let slip = match bytes[at] {
            b'.' => next.case == Case::Capitalised && next_known && (next.span.len() > 1 || article.text(next.span) == "A"),
            _ => next_known && next.span.len() > 1,
        };
        let part_of_name = index > 0 && article.words[index - 1].span.end + 1 == word.span.start && bytes[word.span.from() - 1] == b'.';
        if are_words && slip && !is_address && !part_of_name && !is_domain(article.text(next.span)) {
            let found = word.span.join(next.span);
            let mark = char::from(bytes[at]);
            let right = format!("{}{mark} {}", article.text(word.span), article.text(next.span));
            let draft = Draft::at(found).wording("after").say("found", article.text(found)).say("mark", mark).say("right", right);
            sink.report(draft.fix(Safety::Safe, vec![Edit::insert(at as u32 + 1, " ")]));
        }
    }
}

/// `Salon.Com`: a name that is an address.
fn is_domain(word: &str) -> bool {
    ["Com", "Org", "Net", "Info", "News", "Co", "Me"].contains(&word)
}

/// `“We go,”he said` and `said“We go`
fn no_space_beside_quotation(article: &Article, sink: &mut Sink) {
    for quotation in article.quotations().iter().filter(|quotation| quotation.level == 1 && !quotation.continues) {
        let before = article.copy()[..quotation.outer.from()].chars().next_back();
        let after = article.copy()[quotation.outer.to()..].chars().next();
        let next = || article.words.partition_point(|word| word.span.start < quotation.outer.end);
        let glued_after = after.is_some_and(char::is_alphabetic)
            && article.words.get(next()).is_some_and(|word| word.span.start == quotation.outer.end && word.span.len() > 2);
        let glued_before = before.is_some_and(|before| before.is_alphabetic() || matches!(before, ',' | ':'));
        if glued_after {
            let word = article.words[next()].span;
            let close = Span { start: quotation.span.end, end: quotation.outer.end };
            report_glued(article, close.join(word), quotation.outer.end, sink);
        }
        if glued_before {
            let last = article.words.partition_point(|word| word.span.end <= quotation.outer.start);
            let Some(word) = last.checked_sub(1).map(|last| article.words[last].span) else { continue };
            let open = Span { start: quotation.outer.start, end: quotation.span.start };
            report_glued(article, word.join(open), quotation.outer.start, sink);
        }
    }
}

fn report_glued(article: &Article, found: Span, place: u32, sink: &mut Sink) {
    let (one, other) = article.text(found).split_at((place - found.start) as usize);
    let draft = Draft::at(found).wording("beside").say("found", article.text(found)).say("right", format!("{one} {other}"));
    sink.report(draft.say("mark", "").fix(Safety::Safe, vec![Edit::insert(place, " ")]));
}
