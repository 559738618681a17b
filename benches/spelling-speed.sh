#!/usr/bin/env bash
# Measures the CPU seconds of `newslint --select spelling` beside those of `typos` on the same files, and fails when newslint
# takes more than a third. Needs `pip install typos`.
#
#   benches/spelling-speed.sh [NEWSLINT] [FOLDER]
set -euo pipefail

command -v typos >/dev/null || { echo "typos is not installed: pip install typos" >&2; exit 2; }
source benches/copy/folder.sh

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
