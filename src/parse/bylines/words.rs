//! The words that bylines are told by.

/// Agencies by the names they sign with.
pub const AGENCIES: [&str; 14] = [
    "Reuters",
    "AFP",
    "AP",
    "Associated Press",
    "Agence France-Presse",
    "UPI",
    "dpa",
    "PA",
    "Bloomberg",
    "Xinhua",
    "TASS",
    "EFE",
    "ANSA",
    "agencies",
];

/// What leads to the writer's name and to nothing else, in small letters.
pub const LEADS: [&str; 7] = ["by ", "exclusive by ", "special report by ", "written by ", "words by ", "text by ", "story by "];

/// What may lead to any name, so that the name has to be surely a person's.
pub const WEAK_LEADS: [&str; 11] = [
    "report by ",
    "analysis by ",
    "review by ",
    "comment by ",
    "opinion by ",
    "interview by ",
    "report: ",
    "reporter: ",
    "words: ",
    "text: ",
    "author: ",
];

/// Who else worked on the story.
pub const HELPERS: [&str; 13] = [
    "photographs by ",
    "photography by ",
    "photos by ",
    "photo by ",
    "pictures by ",
    "picture by ",
    "illustrations by ",
    "illustration by ",
    "graphics by ",
    "graphic by ",
    "video by ",
    "additional reporting by ",
    "research by ",
];

/// `By our health staff`, `By a staff reporter`
pub const UNNAMED: [&str; 7] = ["our", "a", "an", "the", "staff", "agencies", "agency"];

/// The last word of a journalist's title.
pub const POSTS: [&str; 20] = [
    "correspondent",
    "correspondents",
    "reporter",
    "reporters",
    "editor",
    "writer",
    "writers",
    "columnist",
    "critic",
    "staff",
    "desk",
    "bureau",
    "team",
    "newsroom",
    "agencies",
    "photographer",
    "producer",
    "journalist",
    "contributor",
    "analyst",
];

/// The last word of a paper's name.
pub const PAPERS: [&str; 30] = [
    "Advertiser",
    "Argus",
    "Chronicle",
    "Courier",
    "Dispatch",
    "Echo",
    "Enquirer",
    "Examiner",
    "Express",
    "Gazette",
    "Globe",
    "Guardian",
    "Herald",
    "Independent",
    "Inquirer",
    "Journal",
    "Mail",
    "Mercury",
    "Monitor",
    "News",
    "Observer",
    "Post",
    "Press",
    "Register",
    "Sentinel",
    "Standard",
    "Star",
    "Telegraph",
    "Times",
    "Tribune",
];

/// Small words inside a surname.
pub const PARTICLES: [&str; 12] = ["de", "da", "di", "du", "la", "van", "von", "der", "den", "bin", "ibn", "al"];

/// How the months begin.
pub const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a line of a date may hold besides the month and figures.
pub const OF_DATES: [&str; 26] = [
    "published",
    "updated",
    "posted",
    "on",
    "at",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "am",
    "pm",
    "gmt",
    "bst",
    "utc",
    "et",
    "est",
];
