//! Whether two forenames may be one person's.

use crate::lexicon::Lexicon;

/// Short forms that share too few letters with the long one to be seen from the letters.
const SHORT_FORMS: [(&str, &str); 34] = [
    ("bill", "william"),
    ("billy", "william"),
    ("will", "william"),
    ("liam", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("mike", "michael"),
    ("mick", "michael"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("jamie", "james"),
    ("jack", "john"),
    ("johnny", "john"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("ted", "edward"),
    ("ted", "theodore"),
    ("ned", "edward"),
    ("ed", "edward"),
    ("tony", "anthony"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("betsy", "elizabeth"),
    ("kate", "katherine"),
    ("katie", "katherine"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("peggy", "margaret"),
    ("maggie", "margaret"),
    ("nick", "nicholas"),
    ("sandy", "alexander"),
    ("hank", "henry"),
    ("harry", "henry"),
    ("larry", "lawrence"),
];

/// Whether two forenames can be one person's: the same, an initial of the other, a short form, another spelling.
pub fn are_one_person(lexicon: &Lexicon, one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    if one == other {
        return true;
    }
    let is_initial = |name: &str| name.len() == 1 || name.contains('.');
    if is_initial(&one) || is_initial(&other) {
        return one.chars().next() == other.chars().next();
    }
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let is_short_form = SHORT_FORMS.iter().any(|&(short, long)| (one == short && other == long) || (one == long && other == short));
    common >= 3 || is_short_form || lexicon.are_one_forename(&one, &other)
}
