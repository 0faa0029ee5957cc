#!/bin/bash
# Usage: deb_test.sh PACKAGE.deb [SUITE]. As root: installs the package in a clean Debian root without a network, looks
# for what it should bring, starts it, has it test itself, and removes it. The root with what the package depends on is
# kept in build/packing; every test has a fresh copy of it.
set -euo pipefail

deb=$(realpath "$1")
suite=${2:-bookworm}
base=build/packing/root-$suite.tar
depends=$(dpkg-deb -f "$deb" Depends | sed 's/ *([^)]*)//g; s/, */,/g'),desktop-file-utils,shared-mime-info,libglib2.0-bin

if [ ! -e "$base" ] || [ "$(cat "$base.depends")" != "$depends" ]; then
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | sort -u | head -1)
  rm -rf "$base.work"
  debootstrap --variant=minbase --include="$depends,hicolor-icon-theme" \
    "$suite" "$base.work" "$mirror" >"$base.log" || { tail -5 "$base.log"; exit 1; }
  chroot "$base.work" useradd --create-home nhanvien
  tar -C "$base.work" -cf "$base" .
  rm -rf "$base.work"
  echo "$depends" >"$base.depends"
fi

work=$(mktemp -d)
root=$work/root
mkdir "$root"
display=:$((RANDOM % 800 + 100))
Xvfb "$display" -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
screen=$!
trap 'kill "$screen" 2>/dev/null || true; rm -rf "$work"' EXIT
tar -C "$root" -xf "$base"
cp "$deb" "$root/package.deb"
mkdir -p "$root/tmp/.X11-unix"
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done

# Without a network; what is started ends with it.
unshare --net --mount --pid --fork --kill-child bash -euo pipefail -s "$work" "$display" <<'INSIDE'
work=$1 root=$1/root display=$2
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
inside() { chroot "$root" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 "$@"; }
as_person() { inside setpriv --reuid nhanvien --regid nhanvien --clear-groups env HOME=/home/nhanvien "$@"; }
files() { inside find / -xdev -not -path '/proc/*' -not -path '/home/*' -not -path '/var/lib/dpkg/*' -not -path '/var/log/*' \
  -not -path '/var/cache/*' -not -path '/tmp/*' -not -path '/usr/share/mime/*' -not -name '*.cache' | sort; }
check() { echo "ok    $*"; }
fail() { echo "FAIL  $*"; exit 1; }

files >"$work/before"
inside dpkg -i /package.deb >/dev/null || fail "installed"
check "installed: $(inside dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} KiB' cbc-desktop)"

missing=$(inside sh -c "find /usr/lib/cbc-desktop -name '*.so*' -type f | LD_LIBRARY_PATH=/usr/lib/cbc-desktop/_internal xargs -r ldd 2>/dev/null" | grep -F "not found" | sort -u || true)
[ -z "$missing" ] && check "every library is there" || fail "libraries: $missing"
inside sh -c "desktop-file-validate /usr/share/applications/*cbc-desktop*.desktop" && check "desktop entries" || fail "desktop entries"
kinds=$root/home/nhanvien/kinds
mkdir "$kinds"
zip_head='PK\003\004\024\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\010\000\000\000'
printf "${zip_head}mimetypeapplication/vnd.etsi.asic-e+zip" >"$kinds/mau-lan-1.zip"
printf "${zip_head}mimetypesomething else" >"$kinds/khac.zip"
printf '{\n  "kind": "cbc-desktop/receipt",\n' >"$kinds/phieu-mau-lan-1-0a1b2c3d.json"
printf '{\n  "kind": "other",\n' >"$kinds/khac.json"
echo "not empty" | tee "$kinds/mau.cbcd" >"$kinds/mau.cbcu"
is() {
  found=$(inside gio info -a standard::content-type "/home/nhanvien/kinds/$1" | sed -n 's/.*standard::content-type: //p')
  [ "$found" = "$2" ] && check "$1 is $2" || fail "$1 is $found, not $2"
}
is mau-lan-1.zip application/x-cbc-package
is phieu-mau-lan-1-0a1b2c3d.json application/x-cbc-receipt
is mau.cbcd application/x-cbc-dossier
is mau.cbcu application/x-cbc-update
is khac.zip application/zip
is khac.json application/json
[ -s "$root/usr/share/man/man1/cbc-desktop.1.gz" ] && check "manual page" || fail "manual page"
[ -s "$root/usr/lib/cbc-desktop/sbom.cdx.json" ] && [ -s "$root/usr/lib/cbc-desktop/LICENCES.txt" ] && check "SBOM and licences" || fail "SBOM and licences"

as_person cbc-desktop --version >/dev/null && check "$(as_person cbc-desktop --version)" || fail "$(as_person cbc-desktop --version)"
as_person cbc-desktop --lang en self-test --window >"$work/said" 2>"$work/complained" || { cat "$work/said" "$work/complained"; fail "self-test"; }
[ ! -s "$work/complained" ] || { cat "$work/complained"; fail "self-test complained"; }
sed 's/^/      /' "$work/said"
check "self-test"
painted=$(as_person env DISPLAY="$display" QT_QPA_PLATFORM=xcb cbc-desktop --first-paint)
[ "$painted" -gt 0 ] && check "window on a screen after $painted ms" || fail "window on a screen after $painted ms"
left=$(inside find /tmp -mindepth 1 -not -path '/tmp/.X11-unix*')
[ -z "$left" ] && check "nothing is left in /tmp" || fail "left in /tmp: $left"

inside dpkg --purge cbc-desktop >/dev/null 2>&1 || fail "removed"
files >"$work/after"
diff "$work/before" "$work/after" >"$work/difference" && check "removed, and nothing is left" || { cat "$work/difference"; fail "left behind"; }
[ -d "$root/home/nhanvien/.local/share/cbc-desktop" ] && check "the person's data are still there" || fail "the person's data are still there"
INSIDE
