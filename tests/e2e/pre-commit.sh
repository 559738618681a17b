#!/usr/bin/env bash
# The hook, as a newsroom uses it: pre-commit builds newslint from this repository and runs it on a scratch repository's story.
set -euo pipefail
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME="$work/cache" CARGO_TARGET_DIR="$work/target"
# The hook's own build need not be the fastest program.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
pre-commit validate-manifest .pre-commit-hooks.yaml

git init --quiet "$work/newsroom"
cd "$work/newsroom"
git config user.name "A reporter" && git config user.email reporter@newsroom.invalid
printf 'Mill to close in spring\n\nThe mill will close in in spring, its owners said.\n' > story.txt
printf 'A clean story\n\nThe mill stays open, its owners said.\n' > clean.txt
git add . && git commit --quiet -m "copy"

if pre-commit try-repo "$root" newslint --files story.txt > out.txt 2>&1; then
  cat out.txt; echo "the hook let a doubled word pass"; exit 1
fi
grep -q 'spelling/doubled-word' out.txt || { cat out.txt; exit 1; }
pre-commit try-repo "$root" newslint --files clean.txt > out.txt 2>&1 || { cat out.txt; echo "the hook refused clean copy"; exit 1; }
pre-commit try-repo "$root" newslint-fix --files story.txt > out.txt 2>&1 || true
grep -q 'will close in spring' story.txt || { cat out.txt; cat story.txt; echo "the fixing hook did not fix"; exit 1; }
echo "the pre-commit hooks work"
