//! A bare surname that two people of the paragraph have.

use rustc_hash::FxHashMap;

use crate::article::{Article, Shape};
use crate::lint::{Context, Draft, Sink};

/// What is known of a surname that two people have.
#[derive(Default)]
struct Shared {
    /// The paragraph that is being read.
    block: u32,
    /// Who was named in full there: person and mention.
    named: Vec<(u32, u32)>,
    reported: bool,
}

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = article.names();
    if !names.has_namesakes {
        return;
    }
    let mut of_surname = vec![0_u32; names.forms.len()];
    for surname in names.people().filter(|(_, person)| person.sure).filter_map(|(_, person)| person.surname) {
        of_surname[surname as usize] += 1;
    }
    let mut shared: FxHashMap<u32, Shared> = FxHashMap::default();
    for (index, mention) in (0_u32..).zip(&names.mentions) {
        let Some(surname) = names.cast[mention.name as usize].surname.filter(|&surname| of_surname[surname as usize] > 1) else { continue };
        if !mention.is_in_narration() {
            continue;
        }
        let block = article.words[mention.words.start as usize].block;
        let entry = shared.entry(surname).or_default();
        if entry.block != block {
            entry.block = block;
            entry.named.clear();
        }
        if mention.shape == Shape::Full {
            if !entry.named.iter().any(|&(name, _)| name == mention.name) {
                entry.named.push((mention.name, index));
            }
        } else if let [.., (_, one), (_, other)] = entry.named[..]
            && mention.title.is_none()
            && mention.shape == Shape::Surname
            && !entry.reported
        {
            entry.reported = true;
            let (one, other) = (&names.mentions[one as usize], &names.mentions[other as usize]);
            let draft = Draft::at(mention.span).say("surname", article.text(mention.span)).say("one", article.text(one.span));
            sink.report(draft.say("other", article.text(other.span)).label(one.span, "here").label(other.span, "here"));
        }
    }
}
