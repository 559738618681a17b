//! `(With Rueters)`: a credit one letter away from an agency.

use crate::article::Article;
use crate::document::Role;
use crate::finding::Safety;
use crate::lint::{Context, Draft, Sink};
use crate::text::FILLER;

pub(crate) fn check(article: &Article, _: &Context, sink: &mut Sink) {
    for (block, _) in article.blocks_with(|role| matches!(role, Role::Credit | Role::Dateline)) {
        for index in article.words_of(block) {
            let word = &article.words[index];
            let written = article.text(word.span);
            // A word of the language or a short name may be anybody's.
            let may_be_one = word.is_word()
                && word.is_capitalised()
                && written.len() >= 5
                && !article.lexicon.is_word(word.id)
                && !written.contains(FILLER);
            if !may_be_one {
                continue;
            }
            // `Tom Reuter` is somebody's name.
            let is_surname = index.checked_sub(1).map(|before| &article.words[before]).is_some_and(|before| {
                let gap = &article.copy()[before.span.to()..word.span.from()];
                gap == " " && before.is_capitalised() && article.text(before.span) != "With"
            });
            if is_surname || article.lexicon.is_news_outlet(written) {
                continue;
            }
            let lower = written.to_lowercase();
            let nearest = super::AGENCIES.iter().copied().find(|name| {
                let most = if name.len() >= 7 { 2 } else { 1 };
                let begins_alike = || name.as_bytes()[..2].iter().zip(lower.as_bytes()).any(|(one, other)| one.eq_ignore_ascii_case(other));
                // Each slip takes out one letter and puts in another.
                let has_other_letters =
                    || name.is_ascii() && lower.is_ascii() && (letters(name) ^ letters(&lower)).count_ones() > 2 * most as u32;
                let may_be_near = name.len() >= 5 && name.len().abs_diff(lower.len()) <= most && begins_alike() && !name.contains(' ');
                may_be_near && !has_other_letters() && strsim::osa_distance(&name.to_lowercase(), &lower) <= most
            });
            let is_known = || super::all_names().any(|name| name.split([' ', '-']).any(|part| part.eq_ignore_ascii_case(written)));
            if let Some(agency) = nearest.filter(|_| !is_known()) {
                sink.report(Draft::at(word.span).say("wrong", written).say("agency", agency).replace(Safety::Safe, agency));
            }
        }
    }
}

/// Which letters a word of ASCII has, as bits.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, letter| letters | 1 << (letter & 31))
}
