//! A bare surname that two people of the paragraph have.

use rustc_hash::FxHashMap;

use crate::article::{Article, Shape};
use crate::lint::{Context, Draft, Sink};

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    let names = &article.names;
    let mut of_surname = vec![0_u32; names.forms.len()];
    for surname in names.people().filter(|(_, person)| person.sure).filter_map(|(_, person)| person.surname) {
        of_surname[surname as usize] += 1;
    }
    // Of each shared surname: the block, who was named in full there, and whether it has been reported.
    let mut named: FxHashMap<u32, (u32, Vec<(u32, u32)>, bool)> = FxHashMap::default();
    for (index, mention) in (0_u32..).zip(&names.mentions) {
        let Some(surname) = names.cast[mention.name as usize].surname.filter(|&surname| of_surname[surname as usize] > 1) else { continue };
        if !mention.is_in_narration() {
            continue;
        }
        let block = article.words[mention.words.start as usize].block;
        let entry = named.entry(surname).or_insert((block, Vec::new(), false));
        if entry.0 != block {
            entry.0 = block;
            entry.1.clear();
        }
        if mention.shape == Shape::Full {
            if !entry.1.iter().any(|&(name, _)| name == mention.name) {
                entry.1.push((mention.name, index));
            }
        } else if let [.., (_, one), (_, other)] = entry.1[..]
            && mention.title.is_none()
            && mention.shape == Shape::Surname
            && !entry.2
        {
            entry.2 = true;
            let (one, other) = (&names.mentions[one as usize], &names.mentions[other as usize]);
            let draft = Draft::at(mention.span).say("surname", article.text(mention.span)).say("one", article.text(one.span));
            sink.report(draft.say("other", article.text(other.span)).label(one.span, "here").label(other.span, "here"));
        }
    }
}
