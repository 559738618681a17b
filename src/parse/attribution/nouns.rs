//! Nouns, pronouns and two of them joined, read letter by letter: nearly all speakers are no more, and the grammar need run only
//! where a time, an apposition or a clause may stand before one. Each function reads what the grammar's rule of its name reads.

/// Past the end of the letters.
const END: u8 = 0;

fn letter(letters: &[u8], at: usize) -> u8 {
    letters.get(at).copied().unwrap_or(END)
}

/// The end of the speaker that `letters` open with.
pub(super) fn speaker(letters: &[u8]) -> Option<usize> {
    let end = one(letters, 0)?;
    Some(if letter(letters, end) == b'&' { one(letters, end + 1).unwrap_or(end) } else { end })
}

fn one(letters: &[u8], at: usize) -> Option<usize> {
    if matches!(letter(letters, at), b'p' | b'w') { Some(at + 1) } else { noun(letters, at) }
}

fn noun(letters: &[u8], at: usize) -> Option<usize> {
    let named = determiners(letters, at, 4);
    let mut end = match head(letters, named) {
        end if end > named => end,
        _ if letter(letters, at) == b'd' => at + 1 + usize::from(letter(letters, at + 1) == b'd'),
        _ => return None,
    };
    while letter(letters, end) == b'o' {
        let named = determiners(letters, end + 1, 3);
        let last = head(letters, named);
        if last == named {
            break;
        }
        end = last;
    }
    Some(end)
}

/// The end of the determiners from `at` on, so many at most.
fn determiners(letters: &[u8], mut at: usize, most: usize) -> usize {
    for _ in 0..most {
        at = match letter(letters, at) {
            b'm' | b'0' => at + 1,
            b'd' => {
                let verb = at + 1 + usize::from(letter(letters, at + 1) == b'a');
                if matches!(letter(letters, verb), b'v' | b'%') { verb + 1 } else { at + 1 }
            }
            _ => return at,
        };
    }
    at
}

fn head(letters: &[u8], mut at: usize) -> usize {
    loop {
        match letter(letters, at) {
            b'j'..=b'n' | b'0' => at += 1,
            b'h' if !matches!(letter(letters, at + 1), b'q' | b',' | b':' | b's' | b'.' | b'p' | b'd' | END) => at += 1,
            _ => return at,
        }
    }
}

/// Whether a time may stand at the start of `letters`.
pub(super) fn opens_with_time(letters: &[u8]) -> bool {
    matches!(letters, [b't', ..] | [b'o' | b'd', b't', ..] | [b'o', b'd', b't', ..])
}

/// The end of the subject that `letters`, which run backwards, open with; none where something else may stand before it, and the
/// grammar has to tell.
pub(super) fn subject_at_once(letters: &[u8]) -> Option<usize> {
    match letters {
        [b'0', b't', ..] => None,
        // The statement released on Friday: what stands between may be part of the subject, or not.
        [b'h'..=b'n' | b'0', ..] if letter(letters, last_head_with_front(letters, 0)) == b'o' && tells_of_deed(letters) => None,
        [b'h'..=b'n' | b'0' | b'd' | b'p' | b'w', ..] => subject(letters),
        _ => None,
    }
}

fn tells_of_deed(letters: &[u8]) -> bool {
    memchr::memchr2(b'v', b'%', letters).is_some()
}

fn subject(letters: &[u8]) -> Option<usize> {
    let end = last_one(letters, 0)?;
    Some(if letter(letters, end) == b'&' { last_one(letters, end + 1).unwrap_or(end) } else { end })
}

fn last_one(letters: &[u8], at: usize) -> Option<usize> {
    match letter(letters, at) {
        b'p' | b'w' => Some(at + 1),
        _ => the_name(letters, at).or_else(|| last_noun(letters, at)),
    }
}

fn the_name(letters: &[u8], at: usize) -> Option<usize> {
    let end = over(letters, at, b'n', 4);
    let nouns = over(letters, end, b'j', 3);
    let is_led = letter(letters, nouns) == b'd' && letter(letters, nouns + 1) == b'o';
    let ends = matches!(letter(letters, nouns + 2), END | b'.' | b'?' | b':' | b';' | b'q' | b',' | b'<');
    (end > at && nouns > end && is_led && ends).then_some(end)
}

/// Past the letters that are `these`, so many at most.
fn over(letters: &[u8], at: usize, these: u8, most: usize) -> usize {
    at + letters[at.min(letters.len())..].iter().take(most).take_while(|&&letter| letter == these).count()
}

fn last_noun(letters: &[u8], at: usize) -> Option<usize> {
    let mut end = match last_head_with_front(letters, at) {
        end if end > at => end,
        _ if letter(letters, at) == b'd' => at + 1 + usize::from(letter(letters, at + 1) == b'd'),
        _ => return None,
    };
    while letter(letters, end) == b'o' {
        end = match last_head_with_front(letters, end + 1) {
            last if last > end + 1 => last,
            _ if letter(letters, end + 1) == b'd' => end + 2,
            _ => break,
        };
    }
    Some(end)
}

/// The end of a noun and what stands before it, such as its determiner; `at` if there is none.
fn last_head_with_front(letters: &[u8], at: usize) -> usize {
    let mut end = at;
    while matches!(letter(letters, end), b'h'..=b'n' | b'0') {
        end += 1;
    }
    while end > at {
        end = match letter(letters, end) {
            b'd' | b'm' | b'0' => end + 1,
            b'v' | b'%' => {
                let determiner = end + 1 + usize::from(letter(letters, end + 1) == b'a');
                if letter(letters, determiner) != b'd' {
                    break;
                }
                determiner + 1
            }
            _ => break,
        };
    }
    end
}
