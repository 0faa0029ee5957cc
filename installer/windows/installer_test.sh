#!/bin/bash
# Usage: installer_test.sh INSTALLER.exe, after build_in_wine.sh. As root: installs silently under Wine without a network,
# looks for what should be there, has the program test itself, installs over it, and removes it.
set -euo pipefail

work=$PWD/build/packing/windows
root=$work/root
cp "$1" "$root/installer.exe"
mkdir -p "$root/windows"

unshare --net --mount --pid --fork --kill-child bash -euo pipefail -s "$root" "$work" <<'INSIDE'
root=$1 work=$2
ip link set lo up  # Windows always has it, and Python's event loops talk to themselves over it
mount -t proc proc "$root/proc"
mount --bind "$work" "$root/windows"
in_wine() {
  chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root WINEDEBUG=-all WINEPREFIX=/root/wine WINEARCH=win64 "$@" 2>/dev/null
}
check() { echo "ok    $*"; }
fail() { echo "FAIL  $*"; exit 1; }
person=$root/root/wine/drive_c/users/root
place=$person/AppData/Local/Programs/cbc-desktop
registered() { in_wine wine reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\cbc-desktop' >/dev/null; }

in_wine wine /installer.exe /S || fail "installed"
[ -e "$place/cbc-desktop-window.exe" ] && check "installed without a question, for one person" || fail "installed without a question, for one person"
registered && check "known to Windows' list of programs" || fail "known to Windows' list of programs"
in_wine wine reg query 'HKCU\Software\Classes\.cbcd' | grep -q CBC.Dossier && check "file types" || fail "file types"
[ -e "$person/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/CBC.lnk" ] && check "Start menu" || fail "Start menu"
[ -e "$place/sbom.cdx.json" ] && [ -e "$place/LICENCES.txt" ] && check "SBOM and licences" || fail "SBOM and licences"

cp "$work/python/Lib/site-packages/PySide6/icuuc.dll" "$place/_internal/PySide6/"
installed='C:\users\root\AppData\Local\Programs\cbc-desktop'
in_wine wine "$installed\cbc-desktop.exe" --lang en self-test --window >"$work/said" || { cat "$work/said"; fail "self-test"; }
sed 's/^/      /' "$work/said"
check "self-test"
in_wine wine "$installed\cbc-desktop.exe" list >/dev/null && check "data in $(cd "$person" && ls -d AppData/Local/cbc-desktop)" || fail "data in $(cd "$person" && ls -d AppData/Local/cbc-desktop)"

mkdir -p "$person/another/_internal"
touch "$person/another/_internal/of-another-program.dll"
in_wine wine /installer.exe /S '/D=C:\users\root\another' && fail "another program's folder is refused"
[ "$(cd "$person/another" && find . -type f)" = ./_internal/of-another-program.dll ] && check "another program's folder is refused and left alone" || fail "another program's folder is left alone"

touch "$place/_internal/of-an-earlier-version.dll"
in_wine wine /installer.exe /S || fail "installed over it"
[ ! -e "$place/_internal/of-an-earlier-version.dll" ] && check "installed over it, nothing of before is left" || fail "installed over it, nothing of before is left"

in_wine wine "$installed\uninstall.exe" /S || fail "removed"
for _ in $(seq 100); do [ -e "$place" ] || break; sleep 0.2; done
[ ! -e "$place" ] && check "removed" || { find "$place" | head; fail "left behind"; }
registered && fail "still known to Windows" || check "no longer known to Windows"
in_wine wine reg query 'HKCU\Software\Classes\.cbcd' >/dev/null && fail "file types left" || check "file types removed"
[ -e "$person/AppData/Local/cbc-desktop/cbc.sqlite3" ] && check "the person's data are still there" || fail "the person's data are still there"
rm -r "$person/AppData/Local/cbc-desktop"
INSIDE
