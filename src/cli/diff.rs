//! The difference that fixes make, in the form that `git apply` and `patch` take.

use std::fmt::Write;

use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, TextDiff};

/// A unified difference of two states of the file at `path`; empty when they are the same.
pub fn unified(path: &str, before: &str, after: &str) -> String {
    // A line ends at a line feed and nowhere else, as git sees it: a carriage return is part of its line.
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let diff = TextDiff::from_slices(&old, &new);
    let mut text = String::new();
    for group in diff.grouped_ops(3).iter().filter(|group| !group.is_empty()) {
        if text.is_empty() {
            text.push_str(&header("---", "a", path));
            text.push_str(&header("+++", "b", path));
        }
        let _ = writeln!(text, "{}", UnifiedHunkHeader::new(group));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            text.push(match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            });
            text.push_str(change.value());
            if !change.value().ends_with('\n') {
                text.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    text
}

/// A difference as a terminal may see it: control characters are written out.
pub fn escaped(diff: &str) -> String {
    let lines = diff.split_inclusive('\n').map(|line| match line.strip_suffix('\n') {
        Some(line) => super::visible(line).replace("\\t", "\t") + "\n",
        None => super::visible(line),
    });
    lines.collect()
}

/// One of the two lines that name the file. Git quotes names with unusual characters and ends those with spaces in a tab.
fn header(sign: &str, side: &str, path: &str) -> String {
    let is_plain = |next: char| !next.is_control() && !matches!(next, '"' | '\\');
    if path.chars().all(is_plain) {
        let tab = if path.contains(' ') { "\t" } else { "" };
        return format!("{sign} {side}/{path}{tab}\n");
    }
    let mut quoted = String::new();
    for next in path.chars() {
        match next {
            '"' | '\\' => quoted.extend(['\\', next]),
            _ if next.is_control() => {
                let mut bytes = [0; 4];
                for byte in next.encode_utf8(&mut bytes).bytes() {
                    let _ = write!(quoted, "\\{byte:03o}");
                }
            }
            _ => quoted.push(next),
        }
    }
    format!("{sign} \"{side}/{quoted}\"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_the_file_and_the_lines() {
        assert_eq!(unified("a.txt", "one\nteh\n", "one\nthe\n"), "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n one\n-teh\n+the\n");
        assert_eq!(unified("a.txt", "one\n", "one\n"), "");
    }

    #[test]
    fn a_missing_last_line_end_is_said() {
        let wanted = "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-teh\n\\ No newline at end of file\n+the\n\\ No newline at end of file\n";
        assert_eq!(unified("a.txt", "teh", "the"), wanted);
    }

    #[test]
    fn carriage_returns_are_part_of_the_line() {
        let diff = unified("a.txt", "a\rteh\r\nb", "a\rthe\r\nb");
        assert!(diff.contains("-a\rteh\r\n+a\rthe\r\n b\n\\ No"), "{diff:?}");
    }

    #[test]
    fn unusual_names_are_quoted_as_git_quotes_them() {
        assert_eq!(header("---", "a", "my story.txt"), "--- a/my story.txt\t\n");
        assert_eq!(header("+++", "b", "a\n\"b\""), "+++ \"b/a\\012\\\"b\\\"\"\n");
    }

    #[test]
    fn a_terminal_sees_no_control_characters() {
        assert_eq!(escaped("+a\u{1b}[2J\tb\n-c"), "+a\\u{1b}[2J\tb\n-c");
    }
}
