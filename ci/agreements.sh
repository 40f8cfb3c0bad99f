#!/usr/bin/env bash
# Checks the agreements of a project, writes what changed since a revision as Markdown, and builds the site: in CI, or by hand.
#
#   ci/agreements.sh [revision]
#
# The revision is the one that is merged into, such as origin/main; without it nothing is compared. Ends with 1 where `check` finds
# errors or a published version was touched; nothing is built then. Settings from the environment:
#
#   PROVISO   how to start Proviso                      (npx proviso)
#   OUT       folder of the site                        (dist)
#   BUILD     more options for `proviso build`          (none)
#   SUMMARY   file to which the Markdown is appended    (GITHUB_STEP_SUMMARY, else standard output)
set -euo pipefail

base=${1:-}
proviso=${PROVISO:-npx proviso}
summary=${SUMMARY:-${GITHUB_STEP_SUMMARY:-/dev/stdout}}

# Working texts that changed since the revision at which this work parted from the base.
changed_texts() {
  git diff --merge-base --relative --name-only --diff-filter=M -z "$base" -- '*.md' |
    while IFS= read -r -d '' path; do
      [ -f "$(dirname "$path")/agreement.yaml" ] && printf '%s\0' "$path"
    done || true
}

show_changes() {
  local from prefix path
  from=$(git merge-base "$base" HEAD)
  prefix=$(git rev-parse --show-prefix)
  changed_texts | while IFS= read -r -d '' path; do
    printf '\n# %s\n\n' "$path"
    $proviso diff "git:$from:$prefix$path" "$path" -f md
  done
}

reporter=text
[ -n "${GITHUB_ACTIONS:-}" ] && reporter=github
status=0
$proviso check --reporter "$reporter" ${base:+--base "$base"} || status=$?
[ -n "$base" ] && show_changes >>"$summary"
[ "$status" -eq 0 ] || exit "$status"
# shellcheck disable=SC2086 # BUILD holds several options.
$proviso build --out "${OUT:-dist}" ${BUILD:-}
