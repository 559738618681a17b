//! Every output format against the files in `tests/outputs/`. After a change that is meant, run the test with `NEWSLINT_BLESS=1`
//! and read the difference.

use std::fs;
use std::path::Path;

use newslint::finding::{Edit, Finding, Fix, Label, Safety, Severity};
use newslint::report::{Format, Problem, Report, RuleNote, Story, View, write};
use newslint::text::{Source, Span};

/// Invented copy with everything that is hard to show: a paragraph of 900 characters, an emoji, a tab, a right-to-left word, a
/// control character, a byte order mark and an end without a line feed.
const HARBOUR: &str = "\u{FEFF}Council backs harbor wall after storm To spare old town\n\
\n\
By Ines Calloway\n\
\n\
The city council of Port Merrow voted on Tuesday to raise the harbour wall by two metres, a step that the mayor, Tobias Wren, said Thursday would spare the old town the fate of its neighbour Saint Elwy, where the sea came over the quay in January and carried off eleven fishing boats, a chandlery and the roof of the lifeboat station. The wall will cost 14.2 million pounds, of which the Coastal Fund is to pay a large pecentage, and work is to begin in the spring if the the tenders come in below that figure. “We have the SWA (Severn Harbour Authority) behind us, and we have the boats,” Wren told a meeting that packed the fish hall until people stood on the steps outside. The Old Town Society, which has fought the plan for six years, said it would ask a court to look at the drawings again, and its chairwoman, Dilys Okoro, called the vote a surrender by people who do not have to look at concrete every morning.\n\
\n\
The crew 👩‍🚒👍🏽 waved\tas the ferry \u{1B}[31mShalom (שלום) came in, and the skipper teh watched.\n\
\n\
Okoro said that the Society hopes that the minister will listen. The Old Town group is small. It met in Bristol where the drawings hang.\n\
\n\
“No one asked the fishermen, \u{202E}Okoro said.  She left.";

fn at(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap_or_else(|| panic!("“{words}” is not in the copy"));
    Span::new(start, start + words.len())
}

fn fix(title: &str, safety: Safety, edits: Vec<Edit>) -> Fix {
    Fix { title: title.to_owned(), safety, edits }
}

fn label(span: Span, message: &str) -> Label {
    Label { span, message: message.to_owned() }
}

#[allow(clippy::too_many_lines)]
fn harbour_findings() -> Vec<Finding> {
    let find = |words: &str| at(HARBOUR, words);
    let mut findings = Vec::new();
    let mut add = |rule: &'static str, severity, span, message: &str| {
        findings.push(Finding::new(rule, severity, span, message));
        findings.len() - 1
    };
    let harbor =
        add("spelling/variant-mixed", Severity::Warning, find("harbor"), "“harbor” here, “harbour” twice in the copy: use one spelling");
    let capital = add("headline/stray-capital", Severity::Warning, Span::at(0), "“To” has a capital in a sentence-case headline");
    let lede = add(
        "clarity/lede-too-long",
        Severity::Info,
        at(HARBOUR, HARBOUR.split('\n').nth(4).and_then(|line| line.split_inclusive("station.").next()).expect("the lede is there")),
        "The first sentence has 63 words, 28 more than the limit of 35",
    );
    let thursday = add(
        "dates/weekday-preposition",
        Severity::Warning,
        find("said Thursday"),
        "“Thursday” stands without “on” here and with it everywhere else in the story; a reader who goes through it in one sitting will stumble",
    );
    let typo = add("spelling/misspelling", Severity::Error, find("pecentage"), "“pecentage” is a misspelling of “percentage”");
    let doubled = add("spelling/doubled-word", Severity::Error, find("the the"), "“the the”: the word is typed twice");
    let expansion = add(
        "acronyms/expansion-mismatch",
        Severity::Error,
        find("SWA (Severn Harbour Authority)"),
        "“SWA” cannot stand for “Severn Harbour Authority”: its initials are SHA",
    );
    let alias = add(
        "names/alias-inconsistent",
        Severity::Warning,
        find("The Old Town group"),
        "“The Old Town group” is “The Old Town Society” elsewhere; use one name",
    );
    let where_ = add(
        "typography/nonrestrictive-where",
        Severity::Warning,
        find("Bristol where"),
        "“Bristol where”: a comma is missing before “where”",
    );
    let that = add("clarity/double-that", Severity::Info, find("that the minister"), "Two “that” in one chain: “said that … hopes that”");
    let typo_after_emoji = add("spelling/misspelling", Severity::Error, find("teh"), "“teh” is a misspelling of “the”");
    let control =
        add("structure/hidden-characters", Severity::Error, find("\u{1B}[31m"), "A control character (U+001B) stands in the copy");
    let shalom = add("names/script-mixed", Severity::Info, find("שלום"), "“שלום” repeats the name before it in another script");
    let bidi = add(
        "structure/hidden-characters",
        Severity::Error,
        find("\u{202E}"),
        "An unseen character (U+202E, right-to-left override) turns the words after it round",
    );
    let quote = add(
        "quotes/unbalanced-quote",
        Severity::Error,
        find("“No one asked the fishermen, \u{202E}Okoro said.  She left."),
        "The quotation that opens here never closes",
    );
    let gap = add("typography/double-space", Severity::Warning, find("  She"), "Two spaces after a full stop");
    let end = add("structure/line-endings", Severity::Info, Span::at(HARBOUR.len()), "The file does not end with a line end");

    findings[harbor].labels =
        vec![label(find("harbour wall"), "“harbour” here"), label(find("Harbour Authority"), "and here, in a proper name")];
    findings[capital].span = at(HARBOUR, "To spare");
    findings[capital].span.end = findings[capital].span.start + 2;
    findings[capital].fixes = vec![fix("Write “to”", Safety::Safe, vec![Edit::replace(findings[capital].span, "to")])];
    findings[thursday].help =
        Some("Write “said on Thursday”, or take the “on” out before “Tuesday” in the first line of the story.".to_owned());
    findings[thursday].fixes = vec![fix("Put “on” in", Safety::Suggested, vec![Edit::insert(find("Thursday").start, "on ")])];
    findings[lede].help = Some("Make two sentences of it.".to_owned());
    findings[typo].fixes = vec![fix("Write “percentage”", Safety::Safe, vec![Edit::replace(find("pecentage"), "percentage")])];
    findings[typo].url = Some("https://desk.example/rules/spelling/misspelling".to_owned());
    findings[doubled].help = Some("Delete one of them.".to_owned());
    let second = find("the the").start + 4;
    findings[doubled].fixes = vec![fix("Delete one", Safety::Safe, vec![Edit::delete(Span { start: second, end: second + 4 })])];
    findings[expansion].help = Some("The speaker’s words stay as they are; the gloss is the reporter’s.".to_owned());
    findings[expansion].fixes = vec![
        fix("Correct the acronym", Safety::Display, vec![Edit::replace(find("SWA"), "SHA")]),
        fix("Correct the gloss", Safety::Display, vec![Edit::replace(find("Severn Harbour Authority"), "Severn Waters Authority")]),
    ];
    findings[alias].labels = vec![label(find("The Old Town Society"), "first named so"), label(find("the Society hopes"), "and so here")];
    findings[alias].fixes = vec![fix(
        "Use “The Old Town Society”",
        Safety::Suggested,
        vec![
            Edit::replace(find("The Old Town group"), "The Old Town Society"),
            Edit::replace(find("the Society hopes"), "the Old Town Society hopes"),
        ],
    )];
    findings[where_].fixes = vec![fix("Put a comma in", Safety::Suggested, vec![Edit::insert(find(" where the drawings").start, ",")])];
    findings[that].labels = vec![label(find("that the Society"), "the first")];
    findings[typo_after_emoji].fixes = vec![fix("Write “the”", Safety::Safe, vec![Edit::replace(find("teh"), "the")])];
    findings[control].fixes = vec![fix("Delete it", Safety::Safe, vec![Edit::delete(find("\u{1B}[31m"))])];
    findings[shalom].labels = vec![label(find("Shalom"), "the name")];
    findings[bidi].fixes = vec![fix("Delete it", Safety::Safe, vec![Edit::delete(find("\u{202E}"))])];
    findings[quote].help = Some("Close the quotation after the speaker’s last word.".to_owned());
    findings[gap].span = Span { start: find("  She").start, end: find("  She").start + 2 };
    findings[gap].fixes = vec![fix("Leave one", Safety::Safe, vec![Edit::replace(findings[gap].span, " ")])];
    findings[end].fixes = vec![fix("Put a line end in", Safety::Safe, vec![Edit::insert(HARBOUR.len() as u32, "\n")])];
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings
}

const RULES: [RuleNote<'static>; 2] = [
    RuleNote {
        name: "spelling/doubled-word",
        summary: "A word is typed twice",
        why: "The eye skips it, the reader does not.",
        severity: Severity::Error,
        url: None,
    },
    RuleNote {
        name: "spelling/misspelling",
        summary: "A word is misspelled",
        why: "A slip in the first line costs the trust in the last.",
        severity: Severity::Error,
        url: Some("https://desk.example/rules/spelling/misspelling"),
    },
];

/// The harbour story in `format` as `view` shows it.
fn harbour(format: Format, view: &View) -> String {
    let source = Source::from_text("copy/harbour wall.txt", HARBOUR);
    let findings = harbour_findings();
    let stories = [Story { source: &source, findings: &findings, confirmed: None }];
    let problems = [Problem { path: "copy/old.txt", message: "line 3: byte 0x93 at offset 14 is not UTF-8 text" }];
    written(format, &Report { stories: &stories, rules: &RULES, problems: &problems, checked: 3, fixed: 0 }, view)
}

fn written(format: Format, report: &Report<'_>, view: &View) -> String {
    let mut out = Vec::new();
    write(format, report, view, &mut out).expect("a Vec takes all");
    String::from_utf8(out).expect("every format is UTF-8")
}

/// Compares `text` with a golden file, or writes it when the environment asks for that.
fn assert_golden(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outputs").join(name);
    if std::env::var_os("NEWSLINT_BLESS").is_some() {
        fs::write(&path, text).expect("the golden file can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(golden == text, "{name} differs; bless it with NEWSLINT_BLESS=1 if this is meant:\n{text}");
}

#[test]
fn full_at_80_columns() {
    assert_golden("harbour.full-80.txt", &harbour(Format::Full, &View::default()));
}

#[test]
fn full_at_120_columns() {
    assert_golden("harbour.full-120.txt", &harbour(Format::Full, &View { width: 120, ..View::default() }));
}

#[test]
fn full_in_colour_with_links() {
    assert_golden("harbour.full-colour.txt", &harbour(Format::Full, &View { colour: true, hyperlinks: true, ..View::default() }));
}

#[test]
fn concise() {
    assert_golden("harbour.concise.txt", &harbour(Format::Concise, &View::default()));
}

#[test]
fn machine_formats() {
    assert_golden("harbour.json.txt", &harbour(Format::Json, &View::default()));
    assert_golden("harbour.jsonl.txt", &harbour(Format::Jsonl, &View::default()));
    assert_golden("harbour.github.txt", &harbour(Format::Github, &View::default()));
    assert_golden("harbour.sarif.txt", &harbour(Format::Sarif, &View::default()));
}
