#!/usr/bin/env bash
# The README's first command shows findings on the sample stories and exits 0; the program starts with no configuration anywhere.
set -euo pipefail
newslint=${NEWSLINT:?the built program}
out=$("$newslint" check --exit-zero examples/)
grep -q 'examples/' <<< "$out"
grep -qE '(error|warning)' <<< "$out"
"$newslint" --version | grep -q '^newslint '
"$newslint" rules | grep -q 'spelling/misspelling'
"$newslint" explain spelling/misspelling | grep -q 'Examples:'
for shell in bash zsh fish; do "$newslint" completions "$shell" > /dev/null; done
"$newslint" man | grep -q '^\.TH'
echo "the README's commands work"
