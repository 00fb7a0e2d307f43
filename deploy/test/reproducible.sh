#!/usr/bin/env bash
# Two clean builds give the same bytes: deploy/test/reproducible.sh
#
# Builds the jar twice from copies of what git knows, in two folders of different names, and compares both. About a minute.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another-name; do
  mkdir "$work/$copy"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --files-from=- --ignore-failed-read 2>/dev/null) | tar -x -C "$work/$copy"
  (cd "$work/$copy" && umask 022 && mvn -B -ntp -q -Pquick -Dmaven.test.skip=true -Dspotless.check.skip=true package)
done
sha256sum "$work"/*/target/portage.jar
cmp "$work/one/target/portage.jar" "$work/another-name/target/portage.jar"
echo "reproducible: both jars are the same"
