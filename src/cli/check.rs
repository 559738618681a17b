//! `newslint check`: finds copy, checks it, and with `--fix` mends it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::args::CheckArgs;
use super::files::{self, CopyFile, Filter, Unread};
use super::git::Changed;
use super::job::{Job, batches, check_batch};
use super::levels::Levels;
use super::settings::{Configs, absolute};
use super::show::{self, Shown};
use super::story::{Engine, Story, check_story};
use super::values::OutputFormat;
use super::{Desk, Failure, Outcome, Problem, across, diff, git, tell};
use crate::check;
use crate::config::Config;
use crate::finding::Confirmed;
use crate::text::Source;

/// What came of all files.
#[derive(Default)]
struct Tally {
    stories: Vec<Story>,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
}

pub fn run(args: &CheckArgs, desk: &mut Desk<'_>) -> Result<Outcome, Failure> {
    run_with(args, desk, Engine::NEWSLINT)
}

fn run_with(args: &CheckArgs, desk: &mut Desk<'_>, engine: Engine) -> Result<Outcome, Failure> {
    let configs = Arc::new(Configs::new(&args.copy, &args.rules)?);
    let from_stdin = args.paths.iter().any(|path| path == Path::new("-")) || args.copy.stdin_filename.is_some();
    if from_stdin && args.paths.iter().any(|path| path != Path::new("-") && path != Path::new(".")) {
        return Err(Failure::new("standard input is a story of its own; check files in a run of their own"));
    }
    if from_stdin && args.changed.is_some() {
        let hint = Some("name its file instead, or leave --changed out".to_owned());
        return Err(Failure { message: "standard input has no version in git that --changed could compare".to_owned(), hint });
    }
    // What holds for the whole run is asked of the first path's configuration.
    let first = args.paths.first().map_or(Path::new("."), PathBuf::as_path);
    let rooted = match &args.copy.stdin_filename {
        Some(name) if from_stdin => configs.of_file(Path::new(name)),
        _ if first.is_dir() => configs.of_folder(first),
        _ => configs.of_file(first),
    };
    let config = &rooted?.config;
    let levels = Levels::of(args, config);
    let tally =
        if from_stdin { check_stdin(args, &configs, engine, levels)? } else { check_files(args, &configs, engine, levels, desk.quiet)? };
    report(args, desk, &configs, &Whole { config, levels, from_stdin }, tally)
}

fn check_files(args: &CheckArgs, configs: &Arc<Configs>, engine: Engine, levels: Levels, quiet: bool) -> Result<Tally, Failure> {
    let filter = Arc::new(Filter {
        configs: Arc::clone(configs),
        include: args.files.include.clone(),
        exclude: args.files.exclude.clone(),
        force_exclude: args.files.force_exclude(),
        respect_gitignore: args.files.respect_gitignore(),
        here: absolute(Path::new(".")),
    });
    let found = files::find(&args.paths, &filter, args.threads);
    if found.files.is_empty() && found.problems.is_empty() && !quiet {
        tell("warning", "no copy was found; in folders newslint reads .txt, .md and .markdown files that git does not ignore");
    }
    // All configurations are read before the first story is touched: a mistake in one must not leave half of them fixed.
    let files = chosen(args, found.files, quiet)?;
    let jobs = files.into_iter().map(|one| Job::new(args, configs, levels, one)).collect::<Result<Vec<Job>, Failure>>()?;
    let for_report = |story: Story, job: &Job| if job.across_files || args.verified { story } else { story.for_report(levels.shown) };
    let results = in_parallel(args.threads, batches(jobs, args.threads), |batch| {
        let stories = check_batch(&batch, engine);
        let reported = stories.into_iter().zip(batch).map(|(story, job)| story.map(|story| (for_report(story, &job), job)));
        reported.collect::<Vec<_>>()
    })?;
    let mut tally = Tally { problems: found.problems, ..Tally::default() };
    let mut compared = Vec::new();
    for result in results.into_iter().flatten() {
        match result {
            Ok((story, job)) => {
                if job.across_files {
                    compared.push((tally.stories.len(), job.rulebook));
                }
                tally.stories.push(story);
            }
            Err(Unread::Skipped(warning)) => tally.warnings.push(warning),
            Err(Unread::Failed(problem)) => tally.problems.push(problem),
        }
    }
    if compared.len() > 1 {
        across::compare(&mut tally.stories, compared, args.threads)?;
    }
    Ok(tally)
}

/// The files that are to be checked: all, or with `--changed` those that differ from their version in git.
fn chosen(args: &CheckArgs, files: Vec<CopyFile>, quiet: bool) -> Result<Vec<Changed>, Failure> {
    let Some(reference) = &args.changed else {
        return Ok(files.into_iter().map(|file| Changed { file, committed: None }).collect());
    };
    let found_some = !files.is_empty();
    let changed = git::changed(reference, files)?;
    if changed.is_empty() && found_some && !quiet {
        tell("note", &format!("no story here differs from {reference}"));
    }
    Ok(changed)
}

/// The results in the order of the jobs, whoever was done first.
pub(super) fn in_parallel<J: Send, T: Send>(threads: usize, jobs: Vec<J>, work: impl Fn(J) -> T + Sync + Send) -> Result<Vec<T>, Failure> {
    if threads == 1 || jobs.len() < 2 {
        // To start threads takes longer than to read a story.
        return Ok(jobs.into_iter().map(work).collect());
    }
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    let pool = pool.map_err(|error| Failure::new(format!("no threads could be started: {error}")))?;
    Ok(pool.install(|| jobs.into_par_iter().map(work).collect()))
}

fn check_stdin(args: &CheckArgs, configs: &Configs, engine: Engine, levels: Levels) -> Result<Tally, Failure> {
    let name = args.copy.stdin_filename.as_deref().unwrap_or("<stdin>");
    let file = CopyFile { shown: name.to_owned(), path: PathBuf::from(name), origin: files::Origin::Named };
    let job = Job::new(args, configs, levels, Changed { file, committed: None })?;
    Ok(match files::read_stdin(name, job.most_bytes) {
        Ok(source) => Tally { stories: vec![check_story(source, &job.orders(engine))], ..Tally::default() },
        Err(problem) => Tally { problems: vec![problem], ..Tally::default() },
    })
}

/// What holds for a whole run.
struct Whole<'a> {
    config: &'a Config,
    levels: Levels,
    from_stdin: bool,
}

fn report(args: &CheckArgs, desk: &mut Desk<'_>, configs: &Configs, whole: &Whole<'_>, mut tally: Tally) -> Result<Outcome, Failure> {
    let Whole { config, levels, from_stdin } = *whole;
    tally.problems.extend(tally.stories.iter().filter_map(|story| story.problem.clone()));
    tally.problems.sort();
    for warning in tally.warnings.iter().filter(|_| !desk.quiet) {
        tell("warning", &warning.to_string());
    }
    for problem in &tally.problems {
        tell("error", &problem.to_string());
    }
    let fails = |story: &Story| levels.fails.is_some_and(|least| story.findings.iter().any(|finding| finding.severity >= least));
    let mut outcome = if tally.stories.iter().any(fails) && !args.exit_zero { Outcome::Findings } else { Outcome::Clean };
    if args.diff {
        let changed = write_diffs(&tally.stories, desk)?;
        outcome = if changed > 0 && !args.exit_zero { Outcome::Findings } else { Outcome::Clean };
    } else {
        for story in &mut tally.stories {
            story.findings.retain(|finding| finding.severity >= levels.shown);
        }
        let configured = config.output_format.as_ref().map(|format| OutputFormat::named(format.get_ref()));
        let usual = if desk.terminal.interactive { OutputFormat::Full } else { OutputFormat::Concise };
        let confirmed = if args.verified { Some(confirm(&tally.stories, configs)?) } else { None };
        let shown = Shown {
            stories: &tally.stories,
            confirmed: confirmed.as_deref(),
            problems: &tally.problems,
            format: args.output_format.or(configured).unwrap_or(usual),
            statistics: args.statistics,
        };
        let fixes_stdin = from_stdin && (args.fix().or(config.fix) == Some(true));
        if fixes_stdin {
            // Standard output belongs to the story.
            for story in &tally.stories {
                desk.out.write_all(story.source.text().as_bytes())?;
            }
            let mut stderr = io::stderr().lock();
            show::findings(&shown, &mut Desk { out: &mut stderr, ..*desk })?;
        } else {
            show::findings(&shown, desk)?;
        }
    }
    Ok(if tally.problems.is_empty() { outcome } else { Outcome::Trouble })
}

/// What is borne out in each story as it reads now.
fn confirm(stories: &[Story], configs: &Configs) -> Result<Vec<Vec<Confirmed>>, Failure> {
    let of_story = |story: &Story| match &story.problem {
        // A story that newslint could not read to its end has nothing to be sure of.
        Some(_) => Ok(Vec::new()),
        None => Ok(check::confirmed(&story.source, &*configs.rulebook(Path::new(story.source.path()))?)),
    };
    stories.iter().map(of_story).collect()
}

/// Writes the difference that the fixes make; how many stories they change.
fn write_diffs(stories: &[Story], desk: &mut Desk<'_>) -> Result<usize, Failure> {
    let mut changed = 0;
    let escape = desk.terminal.interactive || desk.terminal.ci;
    for (before, after) in stories.iter().filter_map(|story| Some((story.before.as_ref()?, &story.source))) {
        let text = diff::unified(after.path(), Source::text(before), after.text());
        let text = if escape { diff::escaped(&text) } else { text };
        desk.out.write_all(text.as_bytes())?;
        changed += 1;
    }
    if !desk.quiet && changed > 0 {
        tell("note", &format!("--fix would change {changed} {}", if changed == 1 { "file" } else { "files" }));
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use clap::Parser;
    use tempfile::TempDir;

    use super::super::args::{Cli, Command as Which};
    use super::super::story::tests::TEH;
    use super::super::terminal::Terminal;
    use super::*;

    const COPY: &str = "Pool stays open\n\nSaid teh “man”.\n";

    fn folder(files: &[(&str, &str)]) -> TempDir {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    /// What a run in `folder` prints, with the folder's own name taken out, and how it ends.
    fn check(folder: &TempDir, flags: &[&str]) -> (Result<Outcome, Failure>, String) {
        let path = folder.path().to_str().expect("temporary names are plain");
        let cli = Cli::parse_from(["newslint", "check", path].into_iter().chain(flags.iter().copied()));
        let Which::Check(args) = cli.command else { panic!("check was named") };
        let mut out = Vec::new();
        let terminal = Terminal { width: 80, interactive: false, colour: false, ci: false };
        let outcome = run_with(&args, &mut Desk { terminal, quiet: true, out: &mut out }, TEH);
        (outcome, String::from_utf8(out).expect("newslint writes UTF-8").replace(&format!("{path}/"), ""))
    }

    fn read(folder: &TempDir, name: &str) -> String {
        fs::read_to_string(folder.path().join(name)).unwrap()
    }

    #[test]
    fn findings_make_the_run_fail_from_the_level_on() {
        let folder = folder(&[("a.txt", COPY)]);
        let (outcome, out) = check(&folder, &[]);
        assert_eq!(
            (outcome, out.as_str()),
            (Ok(Outcome::Findings), "a.txt:3:6: error spelling/misspelling “teh” is a slip for “the”. [fix]\n")
        );
        assert_eq!(check(&folder, &["--fail-level", "never"]).0, Ok(Outcome::Clean));
        assert_eq!(check(&folder, &["--exit-zero"]).0, Ok(Outcome::Clean));
    }

    #[test]
    fn fixes_are_written_and_a_second_run_changes_nothing() {
        let folder = folder(&[("a.txt", COPY)]);
        assert_eq!(check(&folder, &["--fix"]), (Ok(Outcome::Clean), String::new()));
        assert_eq!(read(&folder, "a.txt"), COPY.replace("teh", "the"));
        let written = fs::metadata(folder.path().join("a.txt")).unwrap().modified().unwrap();
        check(&folder, &["--fix"]).0.unwrap();
        assert_eq!(fs::metadata(folder.path().join("a.txt")).unwrap().modified().unwrap(), written);
    }

    #[test]
    fn a_story_that_breaks_a_rule_stops_no_other() {
        let folder = folder(&[("a.txt", "teh boom"), ("b.txt", COPY), ("c.txt", COPY)]);
        assert_eq!(check(&folder, &["--fix"]).0, Ok(Outcome::Trouble));
        assert_eq!((read(&folder, "a.txt").as_str(), read(&folder, "b.txt")), ("teh boom", COPY.replace("teh", "the")));
    }

    #[test]
    fn stories_that_are_read_together_stand_alone() {
        let stories: Vec<(String, String)> = (0..40).map(|n| (format!("{n:02}.txt"), format!("{}\nteh end\n", "a\n".repeat(n)))).collect();
        let folder = folder(&stories.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
        fs::write(folder.path().join("17.txt"), "teh boom").unwrap();
        fs::write(folder.path().join("18.txt"), b"\xFF\xFE\x00 no text").unwrap();
        let (outcome, out) = check(&folder, &["-j", "1"]);
        assert_eq!(outcome, Ok(Outcome::Trouble));
        let places: Vec<String> = out.lines().filter_map(|line| line.split_once(": ")).map(|(place, _)| place.to_owned()).collect();
        let wanted = (0..40).filter(|n| ![17, 18].contains(n)).map(|n| format!("{n:02}.txt:{}:1", n + 2));
        assert_eq!(places, wanted.collect::<Vec<_>>());
    }

    #[test]
    fn what_is_not_shown_is_mended_only_where_it_is_safe() {
        let copy = "Pool stays open\n\n“The pool stays open,” claimed Ida Marsh, the mayor.  It opened in 1901.\n";
        let mended = |flags: &[&str]| {
            let folder = folder(&[("a.txt", copy)]);
            let path = folder.path().to_str().expect("temporary names are plain");
            let cli = Cli::parse_from(["newslint", "check", path].into_iter().chain(flags.iter().copied()));
            let Which::Check(args) = cli.command else { panic!("check was named") };
            let terminal = Terminal { width: 80, interactive: false, colour: false, ci: false };
            run(&args, &mut Desk { terminal, quiet: true, out: &mut Vec::new() }).unwrap();
            read(&folder, "a.txt")
        };
        let single_space = copy.replace("  ", " ");
        assert_eq!(mended(&["--fix", "--unsafe-fixes"]), single_space);
        assert_eq!(mended(&["--fix", "--unsafe-fixes", "--min-severity", "info"]), single_space.replace("claimed", "said"));
    }

    #[test]
    fn a_mistake_in_a_configuration_leaves_every_story_as_it_is() {
        let folder = folder(&[("a.txt", COPY)]);
        fs::create_dir(folder.path().join("z")).unwrap();
        fs::write(folder.path().join("z/newslint.toml"), "stile = 'ap'").unwrap();
        fs::write(folder.path().join("z/b.txt"), COPY).unwrap();
        assert!(check(&folder, &["--fix"]).0.is_err_and(|failure| failure.message.contains("unknown key `stile`")));
        assert_eq!(read(&folder, "a.txt"), COPY);
    }

    #[test]
    fn fix_may_stand_in_the_configuration() {
        let folder = folder(&[("a.txt", COPY), ("newslint.toml", "fix = true")]);
        check(&folder, &["--no-fix"]).0.unwrap();
        assert_eq!(read(&folder, "a.txt"), COPY);
        check(&folder, &[]).0.unwrap();
        assert_eq!(read(&folder, "a.txt"), COPY.replace("teh", "the"));
    }

    #[test]
    fn threads_do_not_change_the_output() {
        let stories: Vec<(String, String)> = (0..50).map(|n| (format!("{n}.txt"), "teh end\n".repeat(n % 5))).collect();
        let folder = folder(&stories.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
        let one = check(&folder, &["-j", "1", "--statistics"]).1;
        assert!(one.ends_with("   100  spelling/misspelling\n"), "{one}");
        assert_eq!(check(&folder, &["-j", "8", "--statistics"]).1, one);
    }

    #[test]
    fn git_can_apply_the_difference() {
        let copies = [
            ("plain", COPY),
            ("ends", "teh"),
            ("crlf", "a\r\nteh\r\n\r\nb"),
            ("cr", "a\rteh\rb\n"),
            ("mark", "\u{FEFF}teh\n"),
            ("my story", "teh\n"),
        ];
        let files: Vec<(String, &str)> = copies.iter().map(|(name, text)| (format!("{name}.txt"), *text)).collect();
        let folder = folder(&files.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
        let (outcome, diff) = check(&folder, &["--diff"]);
        assert_eq!(outcome, Ok(Outcome::Findings));
        assert_eq!(read(&folder, "plain.txt"), COPY);
        fs::write(folder.path().join("fixes.patch"), &diff).unwrap();
        let git = Command::new("git").args(["apply", "--whitespace=nowarn", "fixes.patch"]).current_dir(folder.path()).output();
        let Ok(git) = git else { return };
        assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
        for (name, text) in files {
            assert_eq!(read(&folder, &name), text.replace("teh", "the"), "{name}");
        }
    }
}
