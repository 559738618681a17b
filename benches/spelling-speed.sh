#!/usr/bin/env bash
# Measures the CPU seconds of `newslint --select spelling` beside those of `typos` on the same files, and fails when newslint
# takes more than a third. Needs `pip install typos`.
#
#   benches/spelling-speed.sh [NEWSLINT] [FOLDER]
#
# Without a folder the copy is made here: the examples of the rule pages, repeated with line breaks, 20 MB in 500 files.
set -euo pipefail

newslint=${1:-target/release/newslint}
folder=${2:-}
command -v typos >/dev/null || { echo "typos is not installed: pip install typos" >&2; exit 2; }

scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
if [ -z "$folder" ]; then
    folder=$scratch/copy
    mkdir "$folder"
    python3 - "$folder" <<'PY'
import pathlib, re, sys, tomllib
stories = []
for page in sorted(pathlib.Path("rules").glob("[a-z]*/*.toml")):
    if page.parent.name in ("data", "styles"):
        continue
    stories += [example["good"] for example in tomllib.loads(page.read_text())["example"] if "good" in example and "\n" not in example["good"]]
for number in range(500):
    part = stories[number % len(stories):] + stories[:number % len(stories)]
    text = ""
    while len(text) < 40_000:
        text += "\n\n".join(part) + "\n\n"
    pathlib.Path(sys.argv[1], f"{number:03}.txt").write_text("Council meets\n\n" + text)
PY
fi

# User and system seconds of the best of three runs.
seconds() {
    for _ in 1 2 3; do
        { TIMEFORMAT='%U %S'; time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{ print $1 + $2 }'
    done | sort -n | head -1
}

ours=$(seconds "$newslint" check --isolated --exit-zero --select spelling --output-format concise "$folder")
theirs=$(seconds typos --isolated --format brief "$folder")
echo "newslint --select spelling: $ours CPU seconds; typos: $theirs CPU seconds; $(du -sm "$folder" | cut -f1) MB"
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { exit !(ours * 3 <= theirs) }' || { echo "newslint takes more than a third of typos"; exit 1; }
