"""What the packed program is made of: which files it needs, and to which distributions they belong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from importlib.metadata import Distribution, distributions
from pathlib import PurePath

UNUSED_MODULES = [
    *("tkinter", "setuptools", "distutils", "readline", "pdb", "pydoc"),
    *("rich", "pygments", "IPython", "numpy"),  # libraries would use them if they were there
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageTk", "PIL._imagingtk"),
]
_UNUSED_FILES = (
    "*/Qt/translations/*",
    "*/PySide6/translations/*",
    # There is always a desktop; gtk3 drags in all of GTK, and the portal shows the system's dialogs too.
    *(f"*/plugins/{folder}/*" for folder in ("egldeviceintegrations", "generic", "networkinformation", "tls")),
    *(f"*/plugins/platforms/*q{name}.*" for name in ("eglfs", "linuxfb", "minimal", "minimalegl", "vkkhrdisplay")),
    *(f"*/plugins/platforms/*q{name}.*" for name in ("vnc", "direct2d")),
    "*/plugins/platformthemes/*gtk3*",
    *(f"*/plugins/imageformats/*q{name}.*" for name in ("pdf", "svg", "tga", "tiff", "wbmp", "webp", "icns", "gif")),
    "*/plugins/iconengines/*",
    "*libQt6Eg[lL]*",
    "*opengl32sw.dll",
    "*libavif-*",
    "*/odk_validate/bin/*",  # for form owners' and our tests; it needs Java
    *("*/pyxform/validators/*_test.xml", "*.pyi", "*/py.typed"),  # for developers
)
_KEPT_OF_THE_SYSTEM = "libsqlite3.so*"
"""Its behaviour is tested; all else of a Linux system is its own to renew."""
_OF_THE_SYSTEM = ("/usr/lib/", "/lib/", "/usr/local/lib/")

_OF_THIS_MACHINE = frozenset({"INSTALLER", "RECORD", "REQUESTED", "direct_url.json", "uv_cache.json", "uv_build.json"})

Entry = tuple[str, str, str]
"""Where it goes, whence it comes, and its kind, as PyInstaller has it."""


def needed(entries: Iterable[Entry]) -> list[Entry]:
    return [(to, source, kind) for to, source, kind in entries if _is_needed(PurePath(to).as_posix(), source)]


def _is_needed(to: str, source: str) -> bool:
    if any(fnmatch(f"/{to}", pattern) for pattern in _UNUSED_FILES):
        return False
    of_the_system = sys.platform == "linux" and source.startswith(_OF_THE_SYSTEM)
    return not of_the_system or fnmatch(PurePath(to).name, _KEPT_OF_THE_SYSTEM)


def owners(entries: Iterable[Entry]) -> list[Distribution]:
    """The distributions that own what is packed, as they were installed, by name."""
    sources = {os.path.realpath(source) for _, source, _ in entries if source}
    found = [one for one in distributions() if sources & {os.path.realpath(path) for path, _ in _files(one)}]
    return sorted(found, key=lambda one: one.name.lower())


def metadata_of(one: Distribution) -> list[Entry]:
    """What a distribution says of itself, with its licences; not how and whence it was installed here."""
    parts = [(path, file) for path, file in _files(one, metadata=True) if PurePath(file).name not in _OF_THIS_MACHINE]
    return [(file, path, "DATA") for path, file in parts]


def _files(one: Distribution, *, metadata: bool = False) -> list[tuple[str, str]]:
    """Path on this machine and path below site-packages, of its metadata or of all else."""
    files = [str(file) for file in one.files or () if (".dist-info/" in str(file)) is metadata]
    return [(str(one.locate_file(file)), file) for file in files]
