//! `U.S.` or `US` in a headline, where the house has decided.

use crate::article::{Article, without_points};
use crate::document::Role;
use crate::lint::{Context, Sink};
use crate::rules::acronyms::points::{Want, against_house, house, is_itself};

pub(crate) fn check(article: &Article, context: &Context, sink: &mut Sink) {
    let Some(points) = context.style.headline_acronym_points.or(context.style.acronym_points) else { return };
    for (block, _) in article.blocks_with(|role| matches!(role, Role::Headline | Role::TeaserHeadline)) {
        if article.is_all_capitals(block) {
            continue;
        }
        let words = article.words_of(block);
        let acronyms = article.acronyms();
        let first = acronyms.partition_point(|&at| (at as usize) < words.start);
        for &at in acronyms[first..].iter().take_while(|&&at| (at as usize) < words.end) {
            let written = article.text(article.words[at as usize].stem_span());
            let letters = without_points(written);
            let is_pointed = letters.len() < written.len();
            let wanted = house(points, context, &letters).filter(|points| *points != is_pointed);
            if let Some(points) = wanted.filter(|_| is_itself(article, context, at as usize)) {
                sink.report(against_house(article, at, if points { Want::Points } else { Want::None }));
            }
        }
    }
}
