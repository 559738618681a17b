//! `critics say`, `sources said`: somebody whom no reader can weigh.

use std::cell::OnceCell;

use crate::article::{Article, Saying};
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let vague = context.options.words("sources");
    let initials = vague.iter().filter_map(|name| name.bytes().next()).fold(0, |initials, first| initials | initial(first));
    let sayings: OnceCell<Vec<Saying>> = OnceCell::new();
    let mut last_block = None;
    for cue in article.cues().iter().map(|&cue| cue as usize) {
        let word = &article.words[cue];
        let Some(source) = cue.checked_sub(1).map(|before| &article.words[before]) else { continue };
        let lower = article.text(source.span);
        let may_be_listed = lower.bytes().next().is_some_and(|first| initials & initial(first) != 0);
        let listed = may_be_listed && vague.iter().any(|name| name.eq_ignore_ascii_case(lower));
        if !listed || source.block != word.block || last_block == Some(word.block) || article.is_quoted(word.span.start) {
            continue;
        }
        let says = matches!(
            article.lexicon.word(word.id),
            "say"
                | "said"
                | "says"
                | "believe"
                | "believed"
                | "argue"
                | "argued"
                | "think"
                | "told"
                | "warn"
                | "warned"
                | "suggest"
                | "suggested"
        );
        if !says || !stands_alone(article, cue - 1) {
            continue;
        }
        let sayings = sayings.get_or_init(|| article.sayings());
        if !is_named_near(article, sayings, source.span, word.block) {
            last_block = Some(word.block);
            let span = source.span.join(word.span);
            sink.report(Draft::at(span).say("found", article.text(span)).say("source", lower));
        }
    }
}

/// The bit of a name's first letter, small or capital: most words before a cue begin with none of those in the list.
fn initial(first: u8) -> u32 {
    1 << (first & 0x1F)
}

/// Whether nothing says what kind of sources they are: `critics say`, not `two police sources say`.
fn stands_alone(article: &Article, source: usize) -> bool {
    let before = &article.copy()[..article.words[source].span.from()];
    if article.starts_sentence(source) || before.trim_end().ends_with([',', ';', '—', '–', ':']) {
        return true;
    }
    let Some(word) = source.checked_sub(1).map(|before| &article.words[before]) else { return true };
    matches!(
        article.lexicon.word(word.id),
        "but" | "and" | "as" | "that" | "while" | "although" | "though" | "which" | "some" | "many" | "what"
    )
}

/// Whether the same paragraph or the next names a speaker.
fn is_named_near(article: &Article, sayings: &[Saying], source: Span, block: u32) -> bool {
    let next = (block as usize + 1..article.blocks().len()).find(|&at| article.blocks()[at].role.is_body_text());
    sayings
        .iter()
        .filter(|saying| saying.block == block || Some(saying.block as usize) == next)
        .filter_map(|saying| saying.speaker)
        .any(|speaker| !speaker.overlaps(source) && article.words_in(speaker).any(|word| is_name_or_person(article, word)))
}

fn is_name_or_person(article: &Article, word: usize) -> bool {
    let found = &article.words[word];
    (found.is_capitalised() && article.lexicon.class(found.id) == 0) || matches!(article.lexicon.word(found.id), "he" | "she")
}
