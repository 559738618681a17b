//! The ways in which copy says who speaks, each in double marks, with an inner quotation, in British single marks, in straight
//! marks, and with the quotation running over a paragraph break.

use newslint::article::{Article, Attributed};
use newslint::input;
use newslint::lexicon::Lexicon;
use newslint::text::{Source, Span};

/// A pattern: its name, copy with `[quotation]`, the speaker and the cue of every quotation in it.
type Pattern = (&'static str, &'static str, &'static str, &'static str);

const PATTERNS: &[Pattern] = &[
    ("Q, S cue", "[The harbour is safe now,] Ida Marsh said.", "Ida Marsh", "said"),
    ("Q, pronoun cue", "[The harbour is safe now,] she added.", "she", "added"),
    ("Q, cue S", "[The harbour is safe now,] said Ida Marsh.", "Ida Marsh", "said"),
    ("Q, cue S, apposition", "[The harbour is safe now,] said Ida Marsh, who runs the port.", "Ida Marsh", "said"),
    ("Q, S cue, Q", "[The harbour is safe now,] Ida Marsh said, [and it will stay safe.]", "Ida Marsh", "said"),
    ("Q, S cue. Q", "[The harbour is safe now,] Ida Marsh said. [Nobody will close the safe road.]", "Ida Marsh", "said"),
    ("S cue: Q", "Ida Marsh said: [The harbour is safe now.]", "Ida Marsh", "said"),
    ("S cue, Q", "Ida Marsh said, [The harbour is safe now.]", "Ida Marsh", "said"),
    ("S cue Q", "Ida Marsh said [The harbour is safe now.]", "Ida Marsh", "said"),
    ("S cue that partial Q", "Ida Marsh said that the harbour was [safe for all the boats] again.", "Ida Marsh", "said"),
    ("According to S, Q", "According to Ida Marsh, [The harbour is safe now.]", "Ida Marsh", "According to"),
    ("clause, according to S", "The harbour is [safe for all the boats] again, according to Ida Marsh.", "Ida Marsh", "according to"),
    ("clause, S cue after", "The harbour is [safe for all the boats] again, Ida Marsh said after the vote.", "Ida Marsh", "said"),
    ("clause, S cue as", "The harbour is [safe for all the boats] again, Ida Marsh said as the vote began.", "Ida Marsh", "said"),
    ("clause, S cue when", "The harbour is [safe for all the boats] again, Ida Marsh said when she was asked.", "Ida Marsh", "said"),
    ("Q, he added, referring to", "[The harbour is safe now,] he added, referring to the new wall.", "he", "added"),
    ("S told agency Q", "Ida Marsh told Reuters: [The harbour is safe now.]", "Ida Marsh", "told"),
    ("S, who, cue Q", "Ida Marsh, who runs the port, said: [The harbour is safe now.]", "Ida Marsh", "said"),
    ("In a statement, S cue Q", "In a statement, Ida Marsh said: [The harbour is safe now.]", "Ida Marsh", "said"),
    ("In a statement S cue Q", "In a statement on Friday Ida Marsh said: [The harbour is safe now.]", "Ida Marsh", "said"),
    ("S, role, cue", "Ida Marsh, the mayor of Lund, said: [The harbour is safe now.]", "Ida Marsh", "said"),
    ("cue S, role of Y", "[The harbour is safe now,] said Ida Marsh, mayor of Lund.", "Ida Marsh", "said"),
    ("title and name", "[The harbour is safe now,] said Prime Minister Ida Marsh.", "Prime Minister Ida Marsh", "said"),
    ("S and T cue", "[The harbour is safe now,] Ida Marsh and Bo Lind said.", "Ida Marsh and Bo Lind", "said"),
    ("S’s spokesman cue", "[The harbour is safe now,] Marsh’s spokesman said.", "Marsh’s spokesman", "said"),
    ("a spokesman for X cue", "[The harbour is safe now,] a spokesman for the port said.", "a spokesman for the port", "said"),
    ("the house cue weekday", "The Port Office said Thursday the harbour was [safe for all the boats] again.", "The Port Office", "said"),
    ("the ministry cue", "[The harbour is safe now,] the ministry said on Friday.", "the ministry", "said"),
    ("Q? S asked", "[Is the harbour safe now?] Ida Marsh asked.", "Ida Marsh", "asked"),
    ("Q? cue S", "[Is the harbour safe now?] asked Ida Marsh.", "Ida Marsh", "asked"),
    ("Q! S shouted", "[The harbour is safe now!] Ida Marsh shouted.", "Ida Marsh", "shouted"),
    ("S cue Q and Q", "Ida Marsh called it [safe for all the boats] and [a safe place to be].", "Ida Marsh", "called"),
    ("S called X term", "Ida Marsh called the harbour [safe].", "Ida Marsh", "called"),
    ("S described Y as partial Q", "Ida Marsh described the harbour as [safe for all the boats].", "Ida Marsh", "described"),
    ("S, cue-ing Q", "Ida Marsh opened the road, saying: [The harbour is safe now.]", "Ida Marsh", "saying"),
    ("S, calling Q", "Ida Marsh opened the road, calling it [safe for all the boats].", "Ida Marsh", "calling"),
    ("S cue, adding Q", "Ida Marsh said the wall was old, adding: [The harbour is safe now.]", "Ida Marsh", "adding"),
    ("S was quoted as saying Q", "Ida Marsh was quoted as saying: [The harbour is safe now.]", "Ida Marsh", "quoted as saying"),
    ("S put it", "As Ida Marsh put it: [The harbour is safe now.]", "Ida Marsh", "put it"),
    ("in S’s words", "In Marsh’s words, [The harbour is safe now.]", "Marsh’s", "words"),
    ("S went on", "Ida Marsh went on: [The harbour is safe now.]", "Ida Marsh", "went on"),
    ("said S: Q", "Said Ida Marsh: [The harbour is safe now.]", "Ida Marsh", "Said"),
];

/// Patterns without a cue.
const UNCUED: &[(&str, &str, &str)] = &[
    ("S: Q", "Ida Marsh: [The harbour is safe now.]", "Ida Marsh"),
    ("S – Q", "Ida Marsh – [The harbour is safe now.]", "Ida Marsh"),
    ("Q – S", "[The harbour is safe now.] – Ida Marsh", "Ida Marsh"),
    ("prose: Q", "Ida Marsh was blunt: [The harbour is safe now.]", "Ida Marsh"),
];

/// The marks of a variant: opening and closing of the quotation, of one inside it.
type Marks = [&'static str; 4];

const CURLY: Marks = ["“", "”", "‘", "’"];
const BRITISH: Marks = ["‘", "’", "“", "”"];
const STRAIGHT: Marks = ["\"", "\"", "'", "'"];

fn plain(copy: &str, marks: Marks) -> String {
    copy.replace('[', marks[0]).replace(']', marks[1])
}

fn nested(copy: &str, marks: Marks) -> String {
    let inner = format!("{}safe{}", marks[2], marks[3]);
    // The inner word must not stand at the edge, where two marks meet and a one-word quotation would be empty of others.
    plain(&copy.replace(" safe ", &format!(" {inner} ")), marks)
}

/// The quotation opened a paragraph earlier, or closed one later; where it lies inside a sentence, one that follows it is.
fn running(copy: &str, marks: Marks) -> String {
    let [open, close, ..] = marks;
    if copy.starts_with('[') {
        return format!("{open}We have seen the wall.\n\n{}", nested(copy, marks));
    }
    let goes_on = format!("\n\n{open}And that is all there is.{close}");
    match copy.strip_suffix(".]").filter(|led| led.matches('[').count() == 1) {
        Some(led) => format!("{}.{goes_on}", nested(led, marks)),
        None => format!("{} {open}Nobody will close it.{goes_on}", nested(copy, marks)),
    }
}

/// Quotations of the first level as speaker, cue, how attributed.
fn read(copy: &str) -> Vec<(String, String, Option<Attributed>)> {
    let source = Source::from_text("story.txt", format!("Council meets on harbour plan\n\nIt rained in Lund.\n\n{copy}\n"));
    let document = input::read(&source);
    let lexicon = Lexicon::built_in();
    let article = Article::read(&document, &lexicon);
    let quotations = article.quotations().iter().filter(|quotation| quotation.level == 1);
    let text = |part: Option<Span>| part.map_or("", |span| article.text(span)).to_owned();
    quotations
        .map(|quotation| {
            let speaker = text(quotation.speaker.map(|speaker| speaker.span));
            (speaker, text(quotation.cue), quotation.attributed)
        })
        .collect()
}

fn check(wrong: &mut Vec<String>, name: &str, copy: &str, speaker: &str, cue: &str) {
    let found = read(copy);
    let right = |(found_speaker, found_cue, attributed): &(String, String, Option<Attributed>)| {
        found_speaker.as_str() == speaker && found_cue.as_str() == cue && attributed.is_some()
    };
    if found.is_empty() || !found.iter().all(right) {
        wrong.push(format!("{name}: {copy:?} gives {found:?}"));
    }
}

fn every_pattern(render: impl Fn(&str) -> Option<String>) {
    let mut wrong = Vec::new();
    let uncued = UNCUED.iter().map(|(name, copy, speaker)| (*name, *copy, *speaker, ""));
    for (name, copy, speaker, cue) in PATTERNS.iter().copied().chain(uncued) {
        if let Some(copy) = render(copy) {
            check(&mut wrong, name, &copy, speaker, cue);
        }
    }
    assert!(wrong.is_empty(), "{} patterns:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn patterns_in_double_marks() {
    every_pattern(|copy| Some(plain(copy, CURLY)));
}

#[test]
fn patterns_with_an_inner_quotation() {
    every_pattern(|copy| Some(nested(copy, CURLY)));
}

#[test]
fn patterns_in_british_single_marks() {
    every_pattern(|copy| Some(plain(copy, BRITISH)));
    every_pattern(|copy| Some(nested(copy, BRITISH)));
}

#[test]
fn patterns_in_straight_marks() {
    every_pattern(|copy| Some(plain(copy, STRAIGHT)));
    every_pattern(|copy| Some(nested(copy, STRAIGHT)));
}

#[test]
fn patterns_over_a_paragraph_break() {
    every_pattern(|copy| Some(running(copy, CURLY)));
    every_pattern(|copy| Some(running(copy, BRITISH)));
    every_pattern(|copy| Some(running(copy, STRAIGHT)));
}

/// A quotation's speaker and how it is attributed, in a headline, a caption and a transcript.
#[test]
fn a_colon_after_a_name_attributes_in_large_type_captions_and_transcripts() {
    for marks in [CURLY, BRITISH, STRAIGHT] {
        let quoted = nested("[The harbour is safe now]", marks);
        let headline = format!("Ida Marsh: {quoted}\n\nIt rained in Lund on Friday and the boats stayed in port.\n");
        assert_eq!(first_speaker(&headline).as_deref(), Some("Ida Marsh"), "{headline}");
        let caption = format!("Council meets on harbour plan\n\nIt rained in Lund.\n\nCaption: Ida Marsh: {quoted}\n");
        assert_eq!(first_speaker(&caption).as_deref(), Some("Ida Marsh"), "{caption}");
        let transcript = format!("Council meets on harbour plan\n\nIDA MARSH: {quoted}\n\nBO LIND: {quoted}\n");
        assert_eq!(first_speaker(&transcript).as_deref(), Some("IDA MARSH"), "{transcript}");
    }
}

fn first_speaker(story: &str) -> Option<String> {
    let source = Source::from_text("story.txt", story);
    let document = input::read(&source);
    let lexicon = Lexicon::built_in();
    let article = Article::read(&document, &lexicon);
    article.quotations().first()?.speaker.map(|speaker| article.text(speaker.span).to_owned())
}

#[test]
fn a_dialogue_gives_each_turn_its_own_speaker() {
    let found = read("“Is it safe?” Ida Marsh asked.\n\n“It is safe now,” said Bo Lind.\n\n“Then we go,” she said.");
    let speakers: Vec<&str> = found.iter().map(|(speaker, ..)| speaker.as_str()).collect();
    assert_eq!(speakers, ["Ida Marsh", "Bo Lind", "she"]);
}

#[test]
fn a_running_quotation_inherits_its_speaker() {
    let found = read("Ida Marsh said: “The wall is safe.\n\n“It stands.\n\n“It stays.”");
    assert!(found.iter().all(|(speaker, ..)| speaker == "Ida Marsh"), "{found:?}");
    assert_eq!(found[1].2, Some(Attributed::Running));
}

#[test]
fn a_bare_quotation_after_a_set_up_is_no_more_than_set_up() {
    let found = read("Ida Marsh said the wall would stand.\n\n“It has stood for a hundred years.”");
    assert_eq!(found[0].2, Some(Attributed::SetUp));
}

#[test]
fn a_bare_quotation_after_a_quoted_part_of_a_sentence_is_set_up() {
    let found = read("Ida Marsh said the wall had been “safe for a hundred years.”\n\n“It has stood for a hundred years.”");
    assert_eq!((found[1].0.as_str(), found[1].2), ("Ida Marsh", Some(Attributed::SetUp)));
    let split = read("“We go,” Ida Marsh said, “and come.”\n\n“It has stood for a hundred years.”");
    assert_eq!(split[2].2, None);
}

#[test]
fn a_bare_quotation_after_a_quotation_is_not_attributed() {
    let found = read("Ida Marsh said: “The wall will stand.”\n\n“It has stood for a hundred years.”");
    assert_eq!(found[1].2, None);
}

/// The names behind the speakers of the quotations.
fn names(copy: &str) -> Vec<Option<String>> {
    let source = Source::from_text("story.txt", format!("Council meets on harbour plan\n\n{copy}\n"));
    let document = input::read(&source);
    let lexicon = Lexicon::built_in();
    let article = Article::read(&document, &lexicon);
    article
        .quotations()
        .iter()
        .map(|quotation| quotation.speaker.and_then(|speaker| Some(article.text(speaker.name?).to_owned())))
        .collect()
}

#[test]
fn pronouns_and_roles_stand_for_the_last_named_speaker() {
    let copy = "Mayor Ida Marsh said the wall would stand.\n\n“It is old,” he said.\n\n“It is safe now,” the mayor said.\n\n“We know,” they added.";
    assert_eq!(names(copy), vec![Some("Ida Marsh".to_owned()); 3]);
}

#[test]
fn a_spokesman_for_somebody_is_not_that_somebody() {
    assert_eq!(names("“It is old,” a spokesman for Marsh said."), [None]);
}

#[test]
fn titles_are_no_part_of_a_name() {
    assert_eq!(names("“It is old,” said Prime Minister Ida Marsh."), [Some("Ida Marsh".to_owned())]);
    assert_eq!(names("“It is old,” Lund mayor Ida Marsh said."), [Some("Ida Marsh".to_owned())]);
}

#[test]
fn a_role_is_explained_by_the_name_after_it() {
    let some = |name: &str| Some(name.to_owned());
    let found = names(
        "Plans for a school were approved.\n\n“We are delighted,” said the head, Moira Quayle. “It took ten years.”\n\n\
         Kalovar’s mayor, Ante Rukavic, said the plan was sound. “It will last,” he added.",
    );
    assert_eq!(found, [some("Moira Quayle"), some("Moira Quayle"), some("Ante Rukavic")]);
    assert_eq!(names("Plans for a school were approved. “They will do,” he said."), [None]);
    for role in ["managing director", "acting head", "outgoing chairman"] {
        let story = format!("“No,” said Bo Lind.\n\nCalder’s {role}, Moira Quayle, apologised. “It was wrong,” she said.");
        assert_eq!(names(&story)[1], some("Moira Quayle"), "{role}");
    }
}
