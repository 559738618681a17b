//! How fast newslint reads: each stage and the whole, over copy that the bench makes. `cargo bench`
//!
//! MB/s are of copy on one thread, but for `everything_on_all_cores`. Allocations are counted.

mod copy;

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

use divan::counter::{BytesCount, ItemsCount};
use divan::{AllocProfiler, Bencher, black_box};

use newslint::article::Article;
use newslint::check::{Filed, Rulebook, check, check_all};
use newslint::finding::{Finding, Severity};
use newslint::input;
use newslint::lexicon::Lexicon;
use newslint::parse::marks;
use newslint::report::{self, Format, Report, Story, View};
use newslint::text::{Source, Span, tokens};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// A wire day: a thousand stories.
fn stories() -> Vec<Source> {
    (0..1000).map(|seed| Source::from_text(format!("{seed}.txt"), copy::story(seed))).collect()
}

fn bytes(stories: &[Source]) -> BytesCount {
    BytesCount::new(stories.iter().map(|source| source.text().len()).sum::<usize>())
}

#[divan::bench]
fn words(bencher: Bencher) {
    let stories = stories();
    bencher
        .counter(bytes(&stories))
        .bench(|| stories.iter().map(|source| tokens(source.text(), Span::new(0, source.text().len())).count()).sum::<usize>());
}

#[divan::bench]
fn blocks_and_roles(bencher: Bencher) {
    let stories = stories();
    bencher.counter(bytes(&stories)).bench(|| stories.iter().map(|source| input::read(source).blocks.len()).sum::<usize>());
}

#[divan::bench]
fn quotation_marks(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    bencher
        .counter(bytes(&stories))
        .bench(|| documents.iter().map(|document| marks::read(&document.copy, &document.blocks).quotes.len()).sum::<usize>());
}

/// Asks for all that an article reads only when a rule asks.
fn everything_of(article: &Article) -> usize {
    article.quotations().len() + everything_but_attribution_of(article)
}

fn everything_but_attribution_of(article: &Article) -> usize {
    let named = article.names().mentions.len() + article.phrases().len();
    named + article.dates().len() + article.quantities().len() + article.acronyms().len() + article.definitions().len()
}

#[divan::bench]
fn article(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    let lexicon = Lexicon::built_in();
    bencher
        .counter(bytes(&stories))
        .bench(|| documents.iter().map(|document| everything_of(&Article::read(document, &lexicon))).sum::<usize>());
}

/// What `article` takes without knowing who said what; `article` may take a quarter more.
#[divan::bench]
fn article_without_attribution(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    let lexicon = Lexicon::built_in();
    bencher
        .counter(bytes(&stories))
        .bench(|| documents.iter().map(|document| everything_but_attribution_of(&Article::read(document, &lexicon))).sum::<usize>());
}

/// Items are words: one must be found in less than 100 ns.
#[divan::bench]
fn words_looked_up(bencher: Bencher) {
    let lexicon = Lexicon::built_in();
    let story = copy::story(7);
    let words: Vec<&str> = story.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    bencher
        .counter(ItemsCount::new(words.len()))
        .bench(|| words.iter().map(|word| lexicon.find(black_box(word)).0).fold(0, u32::wrapping_add));
}

/// Who said what in stories that are read already, phrases included.
#[divan::bench]
fn attribution(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    let lexicon = Lexicon::built_in();
    bencher
        .counter(bytes(&stories))
        .with_inputs(|| documents.iter().map(|document| Article::read(document, &lexicon)).collect::<Vec<_>>())
        .bench_local_refs(|articles| articles.iter().map(|article| article.quotations().len()).sum::<usize>());
}

#[divan::bench]
fn everything_with_all_default_rules(bencher: Bencher) {
    let stories = stories();
    let rulebook = Rulebook::default();
    bencher.counter(bytes(&stories)).bench(|| stories.chunks(TOGETHER).map(|stories| findings_of(stories, &rulebook)).sum::<usize>());
}

/// As many stories as the command line reads together.
const TOGETHER: usize = 16;

fn findings_of(stories: &[Source], rulebook: &Rulebook) -> usize {
    let filed: Vec<Filed> = stories.iter().map(|source| Filed { source, before: None }).collect();
    check_all(&filed, rulebook).iter().map(Vec::len).sum()
}

/// As the command line does it: each core takes the next stories. The counting of allocations is shared by the cores and costs them time.
#[divan::bench]
fn everything_on_all_cores(bencher: Bencher) {
    let stories = stories();
    let rulebook = Rulebook::default();
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    bencher.counter(bytes(&stories)).bench(|| {
        let next = AtomicUsize::new(0);
        let batches: Vec<&[Source]> = stories.chunks(TOGETHER).collect();
        let take = || std::iter::from_fn(|| batches.get(next.fetch_add(1, Ordering::Relaxed)));
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| take().map(|stories| findings_of(stories, &rulebook)).sum::<usize>());
            }
        });
    });
}

#[divan::bench]
fn one_story_from_a_new_rulebook(bencher: Bencher) {
    let source = Source::from_text("story.txt", copy::story(7));
    bencher.counter(BytesCount::new(source.text().len())).bench(|| check(black_box(&source), &Rulebook::default()).len());
}

/// A megabyte of fifty thousand names, no two alike.
#[divan::bench(sample_count = 5)]
fn fifty_thousand_names(bencher: Bencher) {
    let source = Source::from_text("names.txt", copy::fifty_thousand_names());
    let rulebook = Rulebook::default();
    bencher.counter(BytesCount::new(source.text().len())).bench(|| check(black_box(&source), &rulebook).len());
}

#[divan::bench]
fn full_report(bencher: Bencher) {
    let rulebook = Rulebook::default();
    let stories: Vec<Source> = stories().into_iter().take(100).collect();
    let findings: Vec<_> = stories.iter().map(|source| check(source, &rulebook)).collect();
    let shown: Vec<Story> = stories.iter().zip(&findings).map(|(source, findings)| Story { source, findings, confirmed: None }).collect();
    let report = Report { stories: &shown, rules: &[], problems: &[], checked: shown.len(), fixed: 0 };
    bencher.bench(|| {
        let mut out = Vec::new();
        report::write(Format::Full, &report, &View::default(), &mut out).expect("a vector takes everything");
        out.len()
    });
}

/// No reading of the line for each finding.
#[divan::bench(sample_count = 5)]
fn a_hundred_thousand_findings_on_one_line(bencher: Bencher) {
    let source = Source::from_text("a.txt", "a few words of copy, ".repeat(50_000));
    let findings: Vec<Finding> =
        (0..100_000).map(|at| Finding::new("x/y", Severity::Warning, Span::new(at * 10, at * 10 + 4), "A slip.")).collect();
    let shown = [Story { source: &source, findings: &findings, confirmed: None }];
    let report = Report { stories: &shown, rules: &[], problems: &[], checked: 1, fixed: 0 };
    bencher.bench(|| {
        let mut out = Vec::new();
        report::write(Format::Full, &report, &View::default(), &mut out).expect("a vector takes everything");
        out.len()
    });
}
