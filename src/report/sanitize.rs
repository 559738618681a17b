//! Makes text safe to look at: nothing from the copy, a path or a message may steer a terminal or a build server.

use std::borrow::Cow;

use super::uri;

/// How one character is put on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    AsIs,
    /// As a picture of one column.
    Picture(char),
    /// As its number: `<U+202E>`.
    Number,
    /// Not at all: a part of an emoji that terminals draw in different widths.
    Nothing,
}

/// How `next` is shown between its neighbours. Tabs are left to the layout.
pub(super) fn shown(next: char, before: Option<char>, after: Option<char>) -> Shown {
    match next {
        ' '..='~' | '\t' => Shown::AsIs,
        '\0'..='\x1F' => Shown::Picture(char::from_u32(0x2400 + u32::from(next)).expect("the pictures follow the order of the controls")),
        '\x7F' => Shown::Picture('␡'),
        '\u{80}'..='\u{9F}' => Shown::Number,
        _ if is_part_of_emoji(next, before, after) => Shown::Nothing,
        _ if is_unseen(next) => Shown::Number,
        _ => Shown::AsIs,
    }
}

/// Bidirectional controls, joiners, fillers and other characters that take no room.
pub(super) fn is_unseen(next: char) -> bool {
    matches!(next,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// Joiners, variation selectors, skin tones and tags that belong to an emoji. One terminal draws such a sequence in two columns,
/// the next in four or five, and every caret after it would be out of place: so only the emoji themselves are shown.
fn is_part_of_emoji(next: char, before: Option<char>, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    match next {
        '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' => is_emoji(before),
        '\u{200D}' => (is_emoji(before) || before == '\u{FE0F}') && after.is_some_and(is_emoji),
        '\u{E0020}'..='\u{E007F}' => is_emoji(before) || matches!(before, '\u{E0020}'..='\u{E007F}'),
        _ => false,
    }
}

fn is_emoji(next: char) -> bool {
    matches!(next, '\u{1F000}'..='\u{1FAFF}' | '\u{2190}'..='\u{2BFF}' | '#' | '*' | '0'..='9' | '©' | '®' | '‼' | '⁉' | '™' | '〰' | '〽')
}

/// The picture of a character of `copy` at `at`, appended to `screen`.
pub(super) fn push_shown(screen: &mut String, next: char, shown: Shown) {
    match shown {
        Shown::AsIs => screen.push(next),
        Shown::Picture(picture) => screen.push(picture),
        Shown::Number => screen.push_str(&number(next)),
        Shown::Nothing => {}
    }
}

/// `<U+202E>`
pub(super) fn number(next: char) -> String {
    format!("<U+{:04X}>", u32::from(next))
}

/// Whether a bracket that follows `before` would begin a command of a build server.
pub(super) fn begins_command(before: &str) -> bool {
    before.ends_with("##") || before.ends_with("##vso") || before.ends_with("##teamcity")
}

/// Text in one line: white space is folded to single spaces, every control and unseen character is visible.
pub(super) fn line(text: &str, ci: bool) -> Cow<'_, str> {
    if is_harmless(text) && !(ci && (text.contains('[') || text.contains("::"))) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(visible(&text.replace(['\t', '\n', '\r'], " "), ci))
}

/// Whether every character is shown as it is, whatever stands beside it.
fn is_harmless(text: &str) -> bool {
    let is_skin_tone = |next: char| matches!(next, '\u{1F3FB}'..='\u{1F3FF}');
    text.chars().all(|next| matches!(next, ' '..='~') || next > '\u{9F}' && !is_unseen(next) && !is_skin_tone(next))
}

/// Text with every control and unseen character visible, line ends and tabs too.
pub(super) fn visible(text: &str, ci: bool) -> String {
    let mut screen = String::with_capacity(text.len());
    let mut before = None;
    let mut characters = text.chars().peekable();
    while let Some(next) = characters.next() {
        let starts_word = before.is_none_or(char::is_whitespace);
        if ci && (next == '[' && begins_command(&screen) || next == ':' && starts_word && characters.peek() == Some(&':')) {
            screen.push('\\');
        }
        match next {
            '\t' => screen.push('␉'),
            _ => push_shown(&mut screen, next, shown(next, before, characters.peek().copied())),
        }
        before = Some(next);
    }
    screen
}

/// `text` as an OSC 8 link to `url`, when links are wanted and there is one.
pub(super) fn link<'t>(text: &'t str, url: Option<&str>, hyperlinks: bool) -> Cow<'t, str> {
    match url {
        Some(url) if hyperlinks => Cow::Owned(format!("\u{1B}]8;;{}\u{1B}\\{text}\u{1B}]8;;\u{1B}\\", uri::address(url))),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_survives() {
        let hostile: String = (0..=0x2FFF_u32).chain(0xE0000..=0xE0FFF).chain([0xFEFF, 0xFFF9]).filter_map(char::from_u32).collect();
        for screen in [line(&hostile, false).into_owned(), visible(&hostile, true)] {
            assert!(!screen.chars().any(|next| next.is_control() || is_unseen(next)), "{screen:?}");
        }
    }

    #[test]
    fn a_message_stays_in_its_line() {
        assert_eq!(line("two\nlines\u{1B}[31m \u{202E}evil", false), "two lines␛[31m <U+202E>evil");
        for harmless in ["plain words", "“words” – 1½ %"] {
            assert!(matches!(line(harmless, false), Cow::Borrowed(_)), "{harmless}");
        }
        assert_eq!(line("“a\tb” \u{2028}👍🏽", false), "“a b” <U+2028>👍");
    }

    #[test]
    fn commands_of_build_servers_are_broken() {
        let copy = "::error::a ##[error]b ##vso[task]c ##teamcity[x d::e";
        assert_eq!(line(copy, true), "\\::error::a ##\\[error]b ##vso\\[task]c ##teamcity\\[x d::e");
        assert_eq!(line(copy, false), copy);
    }

    #[test]
    fn an_emoji_is_shown_without_its_joiners() {
        assert_eq!(visible("👩‍🚒 👍🏽 ❤️ a\u{200D}b", false), "👩🚒 👍 ❤ a<U+200D>b");
    }
}
