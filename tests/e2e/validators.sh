#!/usr/bin/env bash
# JSON and SARIF hold against their schemas, read by somebody else's validator.
set -euo pipefail
newslint=${NEWSLINT:?the built program}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$newslint" check --isolated --exit-zero --min-severity info --output-format json examples/ > "$work/findings.json"
check-jsonschema --schemafile schemas/findings.schema.json "$work/findings.json"
for story in examples/*; do
  "$newslint" parse --isolated --output-format json "$story" > "$work/parsed.json"
  check-jsonschema --schemafile schemas/parse.schema.json "$work/parsed.json"
done
"$newslint" check --isolated --exit-zero --min-severity info --output-format sarif examples/ > "$work/findings.sarif"
python3 - "$work/findings.sarif" <<'PY'
import json, sys
run = json.load(open(sys.argv[1], encoding="utf-8"))["runs"][0]
assert run["columnKind"] == "unicodeCodePoints" and run["results"], "the run has results over text"
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
assert rules == sorted(rules), "rules are sorted"
for result in run["results"]:
    assert rules[result["ruleIndex"]] == result["ruleId"]
    assert not result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("/")
PY
check-jsonschema --check-metaschema schemas/*.json
check-jsonschema --builtin-schema vendor.github-actions action.yml
check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
echo "outputs hold against their schemas"
