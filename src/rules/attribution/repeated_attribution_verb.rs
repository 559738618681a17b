//! The same verb of speech, not `said`, three times within a few paragraphs. One finding a verb.

use crate::article::{Article, Class, Quotation};
use crate::lexicon::WordId;
use crate::lint::{Context, Draft, Sink};
use crate::text::Span;

/// Verbs that nobody hears, those that tell how the words came (`wrote`), and those that mostly do other work than to attribute.
const UNHEARD: [&str; 24] = [
    "said",
    "says",
    "say",
    "saying",
    "told",
    "tells",
    "tell",
    "telling",
    "think",
    "thinks",
    "thought",
    "thinking",
    "believe",
    "believes",
    "believed",
    "asked",
    "according",
    "wrote",
    "writes",
    "write",
    "written",
    "tweeted",
    "tweeting",
    "posted",
];

/// One use of a verb, with its paragraph.
struct Use {
    verb: WordId,
    span: Span,
    paragraph: usize,
}

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let most = context.options.number("times").max(2);
    let near = context.options.number("paragraphs");
    let often = heard_often(article, most);
    if often.is_empty() {
        return;
    }
    let mut uses = uses(article, &often);
    uses.sort_by_key(|used| (used.verb, used.span));
    for same in uses.chunk_by(|one, other| one.verb == other.verb) {
        let Some(first) = same.windows(most).position(|group| group[most - 1].paragraph - group[0].paragraph < near) else { continue };
        let cluster: Vec<&Use> = same[first..].iter().take_while(|used| used.paragraph - same[first].paragraph < near).collect();
        let mut draft = Draft::at(cluster[0].span).say("verb", article.text(cluster[0].span)).say("count", cluster.len().to_string());
        for used in &cluster[1..] {
            draft = draft.label(used.span, "again");
        }
        sink.report(draft);
    }
}

/// The verbs that stand `most` times or more in the story: few have any, and no other need be looked at.
fn heard_often(article: &Article, most: usize) -> Vec<WordId> {
    if article.cues().len() < most {
        return Vec::new();
    }
    let mut verbs: Vec<WordId> = article.cues().iter().map(|&cue| article.words[cue as usize].id).collect();
    verbs.sort_unstable();
    let often = verbs.chunk_by(|one, other| one == other).filter(|same| same.len() >= most).map(|same| same[0]);
    often.filter(|verb| !UNHEARD.contains(&article.lexicon.word(*verb))).collect()
}

/// The uses of the verbs `often` to attribute.
fn uses(article: &Article, often: &[WordId]) -> Vec<Use> {
    let mut uses = Vec::new();
    let (mut block, mut paragraph) = (usize::MAX, 0);
    let mut from = 0;
    for index in article.cues().iter().map(|&cue| cue as usize) {
        let word = &article.words[index];
        if !often.contains(&word.id) || article.is_quoted(word.span.start) || !attributes(article, index) {
            continue;
        }
        if block != word.block as usize {
            block = word.block as usize;
            paragraph += article.blocks()[from..=block].iter().filter(|block| block.role.is_body_text()).count();
            from = block + 1;
        }
        uses.push(Use { verb: word.id, span: word.span, paragraph });
    }
    uses
}

/// Whether the verb leads into speech or follows it within a few words: `he added, “`, `,” he added`, `he added that`.
fn attributes(article: &Article, index: usize) -> bool {
    let word = &article.words[index];
    let words_between = |start: u32, end: u32| article.words_in(Span { start, end }).len();
    let next = article.quotations().partition_point(|quotation| quotation.outer.start < word.span.start);
    let is_speech = |quotation: &Quotation| {
        let longer = matches!(quotation.class, Class::Direct | Class::Partial | Class::Short);
        longer || article.text(quotation.span).ends_with([',', '.', '?', '!'])
    };
    let after = article.quotations().get(next).filter(|quotation| quotation.block == word.block && is_speech(quotation));
    let before = next.checked_sub(1).map(|at| &article.quotations()[at]);
    let before = before.filter(|quotation| quotation.block == word.block && is_speech(quotation));
    let leads = after.is_some_and(|quotation| {
        let gap = article.text(Span { start: word.span.end, end: quotation.outer.start });
        gap.starts_with([',', ':']) && words_between(word.span.end, quotation.outer.start) <= 4
    });
    let follows = before.is_some_and(|quotation| {
        let gap = article.text(Span { start: quotation.outer.end, end: word.span.start });
        words_between(quotation.outer.end, word.span.start) <= 5 && !gap.contains(['.', ';', ',', ':'])
    });
    let that = article.words.get(index + 1).is_some_and(|next| article.text(next.span) == "that");
    leads || follows || that
}
