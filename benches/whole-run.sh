#!/usr/bin/env bash
# Times a whole run with all default rules over a folder of stories, and one story from a cold start, with hyperfine.
#
#   benches/whole-run.sh [NEWSLINT] [FOLDER]
set -euo pipefail

command -v hyperfine >/dev/null || { echo "hyperfine is not installed: cargo install hyperfine" >&2; exit 2; }
source benches/copy/folder.sh
wire_day "$scratch/one" 1

check="$newslint check --isolated --exit-zero --output-format concise"
hyperfine --shell none --warmup 1 --export-json "$scratch/whole.json" "$check $folder"
hyperfine --shell none --warmup 5 "$check $scratch/one/00000.txt"

python3 - "$scratch/whole.json" "$folder" <<'PY'
import json, pathlib, sys
result = json.load(open(sys.argv[1]))["results"][0]
size = sum(path.stat().st_size for path in pathlib.Path(sys.argv[2]).rglob("*") if path.is_file()) / 1e6
print(f"{size:.1f} MB of copy: {size / result['min']:.1f} MB/s in the fastest run, {size / result['mean']:.1f} MB/s in the mean")
PY
