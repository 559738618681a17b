//! The rules that need code, one file each, at the same path as their pages in `rules/`.

mod attribution;
mod quotes;
mod spelling;

use crate::lint::Check;

/// Every rule that is code, by name.
pub static CODE: &[(&str, Check)] = &[
    ("attribution/anonymity-unexplained", attribution::anonymity_unexplained::check),
    ("attribution/double-attribution", attribution::double_attribution::check),
    ("attribution/loaded-attribution-verb", attribution::loaded_attribution_verb::check),
    ("attribution/non-speech-verb", attribution::non_speech_verb::check),
    ("attribution/orphan-quote", attribution::orphan_quote::check),
    ("attribution/pronoun-speaker-unclear", attribution::pronoun_speaker_unclear::check),
    ("attribution/speaker-never-identified", attribution::speaker_never_identified::check),
    ("attribution/unattributed-accusation", attribution::unattributed_accusation::check),
    ("attribution/unattributed-partial-quote", attribution::unattributed_partial_quote::check),
    ("attribution/unattributed-quote", attribution::unattributed_quote::check),
    ("attribution/vague-source", attribution::vague_source::check),
    ("quotes/continuation-not-reopened", quotes::continuation_not_reopened::check),
    ("quotes/introducer", quotes::introducer::check),
    ("quotes/running-quote-closed-early", quotes::running_quote_closed_early::check),
    ("quotes/scare-quotes", quotes::scare_quotes::check),
    ("quotes/terminal-point-place", quotes::terminal_point_place::check),
    ("quotes/that-plus-full-quote", quotes::that_plus_full_quote::check),
    ("spelling/a-an", spelling::a_an::check),
    ("spelling/doubled-word", spelling::doubled_word::check),
    ("spelling/misspelling", spelling::misspelling::check),
];
