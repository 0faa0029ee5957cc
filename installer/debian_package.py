"""Makes the .deb of a packed folder: the program, its place on the desktop, its manual, what Debian wants to know.

The same folder gives the same bytes. That DEPENDS names all that the packed libraries need of the system is tested
where nothing else is (`make deb-test`).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from tempfile import TemporaryDirectory

from draw_icons import SIZES
from man_page import page

from cbc_desktop import __version__
from cbc_desktop.base.message import ENGLISH, VIETNAMESE

HERE = Path(__file__).parent
ICONS = HERE.parent / "resources" / "icons"
PROGRAM = "cbc-desktop"
MAINTAINER = "cbc-desktop developers <developers@cbc-desktop.invalid>"
MAN_PAGES = {ENGLISH: "usr/share/man/man1", VIETNAMESE: "usr/share/man/vi/man1"}
DEPENDS = (
    *("libc6 (>= 2.36)", "libstdc++6", "libgcc-s1", "zlib1g", "libbz2-1.0", "liblzma5", "libzstd1", "libbrotli1"),
    *("libffi8", "libssl3", "libuuid1", "libglib2.0-0", "libdbus-1-3", "libgssapi-krb5-2", "libcups2"),
    *("libfontconfig1", "libfreetype6", "libgl1", "libegl1", "libx11-6", "libx11-xcb1"),
    *("libxkbcommon0", "libxkbcommon-x11-0", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    *("libxcb1", "libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-util1"),
    *("libxcb-xfixes0", "libxcb-xkb1"),
)
CONTROL = """\
Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: pcscd, shared-mime-info
Suggests: opensc, softhsm2
Section: misc
Priority: optional
Description: answers a survey round of the Press Department offline
 Vietnamese offices fill in the forms of a survey, finalise, sign with token or
 pen, and hand over one package that the receiver verifies with the same
 program. Receiving offices judge, count and consolidate what arrives.
 .
 No network, no account and no server is needed. Data stay in the person's own
 folder; removing the package leaves them alone.
"""


def main(packed: Path, out: Path) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        _lay_out(packed, root)
        architecture = _said("dpkg", "--print-architecture")
        _tell(root, architecture)
        _settle(root)
        out.mkdir(exist_ok=True)
        target = out / f"{PROGRAM}_{__version__}_{architecture}.deb"
        _said("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target))
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def _lay_out(packed: Path, root: Path) -> None:
    shutil.copytree(packed, root / "usr/lib" / PROGRAM, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin" / PROGRAM).symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    for entry in sorted((HERE / "linux").glob("*.desktop")):
        _copy(entry, root / "usr/share/applications" / entry.name)
    _copy(HERE / "linux/cbc-desktop.xml", root / "usr/share/mime/packages/cbc-desktop.xml")
    _copy(HERE / "linux/lintian-overrides", root / "usr/share/lintian/overrides" / PROGRAM)
    _copy(HERE / "linux/copyright", root / "usr/share/doc" / PROGRAM / "copyright")
    icons = root / "usr/share/icons/hicolor"
    _copy(ICONS / "cbc-desktop.svg", icons / "scalable/apps/cbc-desktop.svg")
    for size in SIZES:
        _copy(ICONS / f"cbc-desktop-{size}.png", icons / f"{size}x{size}/apps/cbc-desktop.png")
    for language, place in MAN_PAGES.items():
        _pack(page(language), root / place / "cbc-desktop.1.gz")
    _pack(_changelog(), root / "usr/share/doc" / PROGRAM / "changelog.gz")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _pack(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _changelog() -> str:
    """What CHANGELOG.md says of this version, as Debian writes it (deb-changelog(5))."""
    text = (HERE.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    (told,) = (part for part in re.split(r"^## ", text, flags=re.M) if part.startswith(f"[{__version__}]"))
    items = [
        " ".join(item.split()) for item in re.split(r"^- ", re.sub(r"^###.*$", "", told, flags=re.M), flags=re.M)[1:]
    ]
    lines = [textwrap.fill(item, 78, initial_indent="  * ", subsequent_indent="    ") for item in items]
    when = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]))
    return "\n\n".join(
        [f"{PROGRAM} ({__version__}) unstable; urgency=medium", "\n".join(lines), f" -- {MAINTAINER}  {when}\n"]
    )


def _tell(root: Path, architecture: str) -> None:
    control = root / "DEBIAN"
    control.mkdir()
    sums = [f"{_md5(path)}  {path.relative_to(root)}" for path in _files(root)]
    size = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*"))
    facts = {"name": PROGRAM, "version": __version__, "architecture": architecture, "maintainer": MAINTAINER}
    (control / "control").write_text(CONTROL.format(**facts, size=size, depends=", ".join(DEPENDS)))
    (control / "md5sums").write_text("\n".join(sums) + "\n")


def _settle(root: Path) -> None:
    """Rights and times as Debian wants them, whatever this machine made of them."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or _is_program(path) else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _is_program(path: Path) -> bool:
    return path.name == PROGRAM and path.parent.name == PROGRAM


def _files(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())


def _md5(path: Path) -> str:
    """Debian's md5sums find damaged files; nothing is secured by them."""
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()


def _said(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
