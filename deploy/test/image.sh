#!/usr/bin/env bash
# Builds the Dockerfile without a daemon, and runs what comes out: deploy/test/image.sh [CONFORMANCE_FOLDER]
#
# Both base images are made of what is installed here: files of Debian packages, Maven, and the JDK 25. buildah builds with
# chroot isolation. The root file system that results is entered as uid 12345 with the root read-only and only /tmp/ocean
# writable, starts with its AOT cache, and passes the conformance cases 001 to 060, where these are there. About three minutes. Needs root, apt, Maven
# and a JDK 25, and is skipped elsewhere.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
kit=${1:-}

skip() {
  echo "image: skipped, $1"
  exit 0
}
[ "$(id -u)" = 0 ] || skip "not root"
command -v apt-get >/dev/null || skip "no apt-get"
command -v mvn >/dev/null || skip "no Maven"
jdk=
for home in "${JDK25_HOME:-}" /usr/lib/jvm/*; do
  if [ -n "$home" ] && [ -x "$home/bin/jlink" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
    jdk=$(cd "$home" && pwd -P)
    break
  fi
done
[ -n "$jdk" ] || skip "no JDK 25"
if ! command -v buildah >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends buildah; } >/dev/null 2>&1 ||
    skip "buildah could not be installed"
fi

work=$(mktemp -d)
container=
build() { buildah --root "$work/storage" --runroot "$work/run" --storage-driver vfs "$@"; }
clean() {
  [ -z "$container" ] || build umount "$container" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap clean EXIT
say() { echo "image: $1 (${SECONDS} s)"; }

# tree FOLDER PACKAGE...: the files of installed packages and of all that they depend on, virtual packages left out.
tree() {
  local to=$1
  shift
  mkdir -p "$to"/{usr/bin,usr/sbin,usr/lib,usr/lib64,etc,proc,sys,dev,root,tmp,var/tmp}
  chmod 1777 "$to/tmp" "$to/var/tmp"
  ln -s usr/bin usr/sbin usr/lib usr/lib64 "$to/"
  apt-cache depends --recurse --installed --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$@" |
    sed -n 's/^\([a-z0-9][^ :]*\)$/\1/p' | grep -vE '^(openjdk|default-j|java-|perl|apt$|adduser)' | sort -u |
    { xargs dpkg-query -L 2>/dev/null || true; } | sort -u |
    while read -r file; do
      if [ -h "$file" ] || [ -f "$file" ]; then
        case $file in
          /usr/share/doc/*/copyright) echo "$file" ;;
          /usr/share/doc/* | /usr/share/man/* | /usr/share/locale/*) ;;
          *) echo "$file" ;;
        esac
      fi
    done | sed 's,^/,,' | tar -C / -c --files-from=- | tar -C "$to" -x --keep-directory-symlink
  printf 'root:x:0:0:root:/root:/bin/bash\n' >"$to/etc/passwd"
  printf 'root:x:0:\n' >"$to/etc/group"
  # Networks differ; names and certificates are those of this machine.
  cp -L /etc/resolv.conf /etc/hosts "$to/etc/" 2>/dev/null || true
}

# image NAME FOLDER [CONFIG...]: a folder as an image.
image() {
  local name=$1 from=$2 made
  shift 2
  made=$(build from scratch)
  build add -q "$made" "$from" / >/dev/null
  [ $# = 0 ] || build config "$@" "$made"
  build commit -q "$made" "$name" >/dev/null
  build rm "$made" >/dev/null
}

tree "$work/base" base-files bash coreutils dash libc-bin grep sed
image base "$work/base"
tree "$work/builder" base-files bash coreutils dash libc-bin grep sed gawk findutils tar gzip zlib1g maven ca-certificates
mkdir -p "$work/builder/opt/java"
cp -a "$jdk" "$work/builder/opt/java/openjdk"
cp -a /etc/ssl /etc/maven "$work/builder/etc/"
[ ! -d /etc/alternatives ] || cp -a /etc/alternatives "$work/builder/etc/"
image builder "$work/builder" --env JAVA_HOME=/opt/java/openjdk --env PATH=/opt/java/openjdk/bin:/usr/share/maven/bin:/usr/sbin:/usr/bin
rm -rf "$work/base" "$work/builder"
say "base images made"

mkdir -p "$HOME/.m2"
build build --isolation chroot --volume "$HOME/.m2:/root/.m2" --pull-never \
  --build-arg BUILD_IMAGE=localhost/builder --build-arg BASE_IMAGE=localhost/base --tag portage "$root" >"$work/log" 2>&1 ||
  { cat "$work/log"; exit 1; }
say "Dockerfile built"

container=$(build from --pull-never localhost/portage)
mount=$(build mount "$container")
settings() { build inspect --type image --format "$1" localhost/portage; }
settings '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' | grep . >"$work/env"
[ "$(settings '{{.OCIv1.Config.User}}')" = 1001 ]
[ "$(settings '{{.OCIv1.Config.WorkingDir}}')" = /app ]
settings '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}{{range .OCIv1.Config.Cmd}}{{println .}}{{end}}' | grep . >"$work/command"

# What a container runtime does: the image's environment under that of the caller, its folder, its command.
cat >"$work/enter" <<'ENTER'
#!/usr/bin/env bash
work=${0%/*}
while IFS= read -r line; do
  name=${line%%=*}
  [ "$name" != PATH ] && [ -n "${!name+set}" ] || export "${line?}"
done <"$work/env"
unset HOME
mapfile -t command <"$work/command"
[ $# = 0 ] || command=("$@")
exec chroot --userspec=12345:23456 --groups=23456 "$work/root" /bin/sh -c 'cd /app && exec "$@"' sh "${command[@]}"
ENTER
chmod 755 "$work" "$work/enter"

cat >"$work/inside" <<'INSIDE'
set -euo pipefail
work=$1 mount=$2 kit=$3
mkdir -p "$work/root"
mount --bind "$mount" "$work/root"
mount -o remount,bind,ro "$work/root"
mount -t proc proc "$work/root/proc"
mount --rbind /dev "$work/root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$work/root/tmp/ocean"

# Nothing but /tmp/ocean can be written.
if "$work/enter" /bin/sh -c ': > /app/x' 2>/dev/null; then echo "image: /app is writable"; exit 1; fi
"$work/enter" /bin/sh -c ': > /tmp/ocean/x && rm /tmp/ocean/x'
# The AOT cache is one that this runtime takes: it would not start otherwise.
PORTAGE_JAVA_OPTS=-XX:AOTMode=on "$work/enter" /app/bin/portage --version
# Without any place to write it starts all the same.
TMPDIR=/nowhere "$work/enter" /app/bin/portage --version >/dev/null
"$work/enter" /app/bin/portage demo | grep -A 9 '^kind'

if [ -n "$kit" ] && command -v node >/dev/null; then
  cases=$(cd "$kit/cases" && ls | grep -E '^0([0-5][0-9]|60)-' | sed 's/^\(...\).*/--case \1/' | sort -u | tr '\n' ' ')
  # shellcheck disable=SC2086
  node "$kit/run.mjs" --jobs 2 $cases --subject "$work/enter"
else
  echo "image: conformance cases not found; skipped"
fi

# As a service: java is the first process, the image's own health check is content, and SIGTERM ends it.
OCEAN__PORT__BASE_URL=http://127.0.0.1:9 OCEAN__PORT__CLIENT_ID=image OCEAN__PORT__CLIENT_SECRET=image \
  OCEAN__INTEGRATION__CONFIG__BASE_URL=http://127.0.0.1:9 APPLICATION__PORT=18099 "$work/enter" >"$work/service" 2>&1 &
service=$!
for _ in $(seq 120); do
  APPLICATION__PORT=18099 "$work/enter" /app/bin/health 2>/dev/null && healthy=yes && break
  sleep 0.25
done
[ "$(cat "/proc/$service/comm" 2>/dev/null)" = java ] || { echo "image: java did not become the first process"; exit 1; }
kill -TERM "$service"
code=0
wait "$service" || code=$?
if [ "${healthy:-}" != yes ] || [ "$code" != 143 ]; then
  cat "$work/service"
  echo "image: healthy: ${healthy:-no}; exit code after SIGTERM: $code; expected yes and 143"
  exit 1
fi
echo "image: healthy as a service, ended by SIGTERM"
INSIDE
unshare --mount --propagation private bash "$work/inside" "$work" "$mount" "$kit"
say "done"
