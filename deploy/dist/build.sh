#!/usr/bin/env bash
# Lays out what is shipped: deploy/dist/build.sh JAR FOLDER VERSION [JAVA], which mvn -Pdist package and the Dockerfile call.
#
# FOLDER gets bin/, lib/, routes/, config/, licences, and, where JAVA is that of a JDK 25, runtime/ (jlink) and lib/portage.aot,
# trained by a real run: Portage reads the demonstration's API into the demonstration's catalog, with the flags of every later run.
# The folder may be moved afterwards, as long as the times of its files stay. Beside it: FOLDER-VERSION.tar.gz.
set -euo pipefail
jar=$1
out=$2
version=$3
jdk=${4:+$(cd "$(dirname "$4")/.." && pwd -P)}
root=$(cd "$(dirname "$0")/../.." && pwd -P)
log=$(mktemp)
trap 'rm -f "$log" "$log.world"' EXIT

rm -rf "$out"
mkdir -p "$out/bin" "$out/lib" "$out/config"
cp "$root/deploy/dist/portage" "$root/deploy/dist/health" "$root/deploy/dist/java-options" "$out/bin/"
cp -p "$jar" "$out/lib/portage.jar"
cp -R "$root/routes" "$out/routes"
cp "$root/config/portage.yaml" "$out/config/portage.example.yaml"
cp "$root/config/port-app-config.yml" "$out/config/port-app-config.example.yml"
cp "$root/LICENSE" "$root/README.md" "$root/CHANGELOG.md" "$out/"
meta=$(dirname "$jar")/classes/META-INF
cp "$meta/THIRD-PARTY.txt" "$out/"
# Maven makes none while it is offline (mvn -o).
if [ -f "$meta/sbom/application.cdx.json" ]; then
  cp "$meta/sbom/application.cdx.json" "$out/sbom.cdx.json"
else
  echo "dist: no SBOM was made; expected Maven to be online" >&2
fi
out=$(cd "$out" && pwd -P)

pack() {
  tar -C "$(dirname "$out")" --sort=name --owner=0 --group=0 --numeric-owner -czf "$out-$version.tar.gz" "$(basename "$out")"
  echo "dist: $out and $out-$version.tar.gz"
}
if [ -z "$jdk" ]; then
  echo "dist: no JDK 25 found, so there is no runtime in it; it runs on any JDK of 17 or later"
  pack
  exit 0
fi

# What jdeps finds, and what is looked up by name: TLS, JMX from outside, charsets of old APIs, what a profiler needs.
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.management.rmi,java.naming
modules=$modules,java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql,java.xml
modules=$modules,jdk.charsets,jdk.httpserver,jdk.jfr,jdk.management,jdk.management.agent,jdk.net,jdk.security.auth
modules=$modules,jdk.unsupported,jdk.zipfs,jdk.jcmd
"$jdk/bin/jlink" --add-modules "$modules" --output "$out/runtime" \
  --strip-java-debug-attributes --no-header-files --no-man-pages --dedup-legal-notices=error-if-not-same-content --compress=zip-0

# The cache knows its jar and its runtime by their times, and images keep whole seconds only, rounded.
find "$out" -exec touch -h -d "@${SOURCE_DATE_EPOCH:-$(stat -c %Y "$jar")}" {} +

# The two ends of the training: the demonstration's API and catalog.
env -i PATH="$PATH" "$out/bin/portage" demo --keep >"$log.world" 2>&1 &
world=$!
trap 'kill "$world" 2>/dev/null || true; rm -f "$log" "$log.world"' EXIT
for _ in $(seq 120); do
  grep -q 'ends everything' "$log.world" && break
  kill -0 "$world" 2>/dev/null || break
  sleep 0.5
done
ends=$(sed -n 's/^A sample API at \(.*\), a catalog at \(.*\)$/\1 \2/p' "$log.world")
if [ -z "$ends" ]; then
  cat "$log.world" >&2
  echo "dist: the demonstration did not start" >&2
  exit 1
fi

# One resync, a few seconds of polling, the end by a signal: the life of a container. What the compilers did is not recorded:
# replayed, it costs a start more than it saves, and keeps the second compiler from what stays (docs/adr/0018).
env -i PATH="$PATH" \
  PORTAGE_AOT="-XX:AOTCacheOutput=$out/lib/portage.aot" PORTAGE_JAVA_OPTS="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining" \
  OCEAN__PORT__BASE_URL="${ends#* }" OCEAN__PORT__CLIENT_ID=training-run OCEAN__PORT__CLIENT_SECRET=training-secret \
  OCEAN__INTEGRATION__IDENTIFIER=demo OCEAN__INTEGRATION__CONFIG__BASE_URL="${ends% *}" \
  OCEAN__INTEGRATION__CONFIG__AUTH_TYPE=bearer_token OCEAN__INTEGRATION__CONFIG__API_TOKEN=demo-token \
  OCEAN__EVENT_LISTENER='{"type":"POLLING","resync_on_start":true,"interval":1}' APPLICATION__PORT=0 \
  "$out/bin/portage" run >"$log" 2>&1 &
run=$!
for _ in $(seq 120); do
  grep -q 'resync .*: complete' "$log" && break
  kill -0 "$run" 2>/dev/null || break
  sleep 0.5
done
sleep 2
kill -TERM "$run" 2>/dev/null || true
wait "$run" || true
kill "$world"
wait "$world" 2>/dev/null || true
if ! grep -q 'resync .*: complete' "$log" || [ ! -s "$out/lib/portage.aot" ]; then
  cat "$log" >&2
  echo "dist: the training run of the AOT cache failed" >&2
  exit 1
fi
pack
