//! Invented news copy, as much as a bench asks for: the same for the same seed.

/// A small generator of numbers, so that the copy never changes.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

const PEOPLE: [&str; 10] = [
    "Ida Marsh",
    "Oskar Lindqvist",
    "Rosa Bellweather",
    "Tomas Okoro",
    "Helena Voss",
    "Abdul Karim Daoud",
    "Nora Fitzgibbon",
    "Pavel Sedlak",
    "Grace Mbeki",
    "Lucia Ferreira",
];
const ROLES: [&str; 8] = [
    "Mayor",
    "harbour spokeswoman",
    "Prime Minister",
    "union leader",
    "Foreign Minister",
    "opposition lawmaker",
    "police spokesman",
    "Judge",
];
const PLACES: [&str; 10] =
    ["Vell", "North Haven", "Port Aldous", "Sandwick", "London", "Geneva", "Chicago", "the Oder valley", "Brackwater", "Ostend"];
const THINGS: [&str; 14] = [
    "the harbour plan",
    "a ferry strike",
    "the budget",
    "talks on fishing rights",
    "the closure of the mill",
    "a new tram line",
    "flood defences",
    "the school's roof",
    "a trade agreement",
    "the inquiry into the fire",
    "wage demands",
    "a vote of confidence",
    "the water board's accounts",
    "the night bus",
];
const VERBS: [&str; 8] = ["welcomed", "criticised", "postponed", "defended", "rejected", "announced", "discussed", "approved"];
const CUES: [&str; 6] = ["said", "said", "said", "added", "told reporters", "wrote in a letter"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const SPOKEN: [&str; 8] = [
    "We have waited long enough, and nobody has told us what it will cost",
    "It is not the end of the matter",
    "I do not think that anybody expected this, least of all the people who live there",
    "They’re asking for more than the town can give",
    "This is a good day for the harbour",
    "You can’t run a ferry on promises",
    "Our members will decide on Friday whether to go on",
    "The figures speak for themselves",
];

/// One story of about 600 words.
pub fn story(seed: u64) -> String {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut copy = format!("{} {} {}\n\n", dice.pick(&PLACES), dice.pick(&VERBS), dice.pick(&THINGS));
    let mut words = 0;
    while words < 600 {
        let paragraph = paragraph(&mut dice);
        words += paragraph.split_whitespace().count();
        copy.push_str(&paragraph);
        copy.push_str("\n\n");
    }
    copy.push_str("(With Reuters and AFP)\n");
    copy
}

fn paragraph(dice: &mut Dice) -> String {
    let (person, role, place, thing) = (dice.pick(&PEOPLE), dice.pick(&ROLES), dice.pick(&PLACES), dice.pick(&THINGS));
    let (verb, cue, day, spoken) = (dice.pick(&VERBS), dice.pick(&CUES), dice.pick(&DAYS), dice.pick(&SPOKEN));
    let surname = person.rsplit(' ').next().unwrap_or(person);
    let number = 12 + dice.roll(900);
    match dice.roll(7) {
        0 => format!("“{spoken},” {role} {person} {cue} on {day} after a meeting in {place}."),
        1 => format!(
            "{role} {person} {verb} {thing} on {day}, {number} days after the council in {place} had first met to talk about it, and said that a decision would follow before the summer."
        ),
        2 => format!("“{spoken},” {surname} {cue}. “{}.”", dice.pick(&SPOKEN)),
        3 => format!(
            "About {number} people came to {place} to hear the mayor speak about {thing}; the police counted fewer. The meeting lasted until 10 p.m."
        ),
        4 => format!("According to {person}, the cost of {thing} rose from ${number} million to ${} million in two years.", number + 40),
        5 => format!(
            "The U.N. has called {thing} “a test for the region”. In {place}, {surname} {verb} the report, which runs to {number} pages and names no one."
        ),
        _ => format!("{person} was born in {place}. She {verb} {thing} as a member of the council’s committee, whose work ended on {day}."),
    }
}

/// A megabyte in which every surname is another, and many are one slip apart.
pub fn fifty_thousand_names() -> String {
    const STARTS: [&str; 20] = [
        "Bar", "Cor", "Dun", "Fel", "Gar", "Hol", "Jor", "Kel", "Lun", "Mor", "Nor", "Pel", "Ros", "Sel", "Tor", "Vel", "Wen", "Yar",
        "Zel", "Krom",
    ];
    const SOUNDS: [&str; 5] = ["a", "e", "i", "o", "u"];
    const LETTERS: [&str; 10] = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r"];
    let mut copy = String::from("Council meets on names\n\n");
    for at in 0..50_000 {
        let (first, middle, last) = (SOUNDS[at / 20 % 5], LETTERS[at / 100 % 10], LETTERS[at / 5000 % 10]);
        let name = format!("{}{first}{middle}{}{last}", STARTS[at % 20], SOUNDS[at / 1000 % 5]);
        let gap = if at % 5 == 4 { "\n\n" } else { " " };
        copy.extend(["Ida ", &name, " spoke.", gap]);
    }
    copy
}
