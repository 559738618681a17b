//! How fast newslint reads: each stage and the whole, over copy that the bench makes. `cargo bench`
//!
//! MB/s are of copy on one thread. Allocations are counted.

mod copy;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};

use newslint::article::Article;
use newslint::check::{Rulebook, check};
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

#[divan::bench]
fn article(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    let lexicon = Lexicon::built_in();
    bencher
        .counter(bytes(&stories))
        .bench(|| documents.iter().map(|document| Article::read(document, &lexicon).words.len()).sum::<usize>());
}

/// What `article` spends on who said what: at most a quarter of what the rest of it costs.
#[divan::bench]
fn attribution(bencher: Bencher) {
    let stories = stories();
    let documents: Vec<_> = stories.iter().map(input::read).collect();
    let lexicon = Lexicon::built_in();
    let mut articles: Vec<_> = documents.iter().map(|document| Article::read(document, &lexicon)).collect();
    bencher.counter(bytes(&stories)).bench_local(|| articles.iter_mut().for_each(Article::attribute));
}

#[divan::bench]
fn everything_with_all_default_rules(bencher: Bencher) {
    let stories = stories();
    let rulebook = Rulebook::default();
    bencher.counter(bytes(&stories)).bench(|| stories.iter().map(|source| check(source, &rulebook).len()).sum::<usize>());
}

#[divan::bench]
fn one_story_from_a_new_rulebook(bencher: Bencher) {
    let source = Source::from_text("story.txt", copy::story(7));
    bencher.counter(BytesCount::new(source.text().len())).bench(|| check(black_box(&source), &Rulebook::default()).len());
}

#[divan::bench]
fn full_report(bencher: Bencher) {
    let rulebook = Rulebook::default();
    let stories: Vec<Source> = stories().into_iter().take(100).collect();
    let findings: Vec<_> = stories.iter().map(|source| check(source, &rulebook)).collect();
    let shown: Vec<Story> = stories.iter().zip(&findings).map(|(source, findings)| Story { source, findings }).collect();
    let report = Report { stories: &shown, rules: &[], problems: &[], checked: shown.len(), fixed: 0 };
    bencher.bench(|| {
        let mut out = Vec::new();
        report::write(Format::Full, &report, &View::default(), &mut out).expect("a vector takes everything");
        out.len()
    });
}
