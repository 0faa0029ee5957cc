"""Which PKCS#11 libraries lie on this computer, without loading any: nobody has to type a path."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from cbc_desktop.signing.token.known_modules import KNOWN_MODULES, KnownModule

CHOSEN_MODULES = "CBC_DESKTOP_PKCS11_MODULES"
"""An environment variable: the libraries to try in place of those known, separated like PATH."""

_LINUX_FOLDERS = (
    *("/usr/lib/x86_64-linux-gnu/pkcs11", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu/pkcs11"),
    *("/usr/lib/aarch64-linux-gnu", "/usr/lib64/pkcs11", "/usr/lib64", "/usr/lib/pkcs11", "/usr/lib"),
    *("/usr/local/lib/pkcs11", "/usr/local/lib64", "/usr/local/lib", "/opt/lib"),
)
_MACOS_FOLDERS = ("/usr/local/lib", "/usr/local/lib/pkcs11", "/opt/homebrew/lib", "/opt/homebrew/lib/pkcs11")
_LINUX = (attrgetter("linux"), tuple(map(Path, _LINUX_FOLDERS)))
_MACOS = (attrgetter("macos"), tuple(map(Path, _MACOS_FOLDERS)))
_P11_KIT_FOLDERS = ("/etc/pkcs11/modules", "/usr/share/p11-kit/modules")
_NO_TOKENS = ("p11-kit-trust", "p11-kit-client", "p11-kit-proxy", "gnome-keyring-pkcs11")
"""Libraries of p11-kit's own that hold no keys of a person, or repeat what other libraries show."""


@dataclass(frozen=True, slots=True)
class InstalledModule:
    path: Path
    publisher: str


def installed_modules(
    platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> tuple[InstalledModule, ...]:
    """The libraries to try, in the order of the table; those that somebody chose by hand, when there are any."""
    if chosen := environment.get(CHOSEN_MODULES, ""):
        return tuple(InstalledModule(Path(part), Path(part).stem) for part in chosen.split(os.pathsep) if part)
    if platform == "win32":
        return _each_once(_on_windows(environment))
    return _each_once(_on_unix(*(_MACOS if platform == "darwin" else _LINUX), environment))


def _on_windows(environment: Mapping[str, str]) -> Iterator[InstalledModule]:
    """A driver for 32 bits alone (SysWOW64) is found too: it cannot be used, and the person has to be told so."""
    windows = Path(environment.get("SystemRoot", r"C:\Windows"))
    programs = tuple(Path(environment[name]) for name in ("ProgramFiles", "ProgramFiles(x86)") if name in environment)
    for known in KNOWN_MODULES:
        for name in known.windows:
            folders = programs if "/" in name else (windows / "System32", windows / "SysWOW64")
            yield from _first(folders, name, known)


def _on_unix(
    names_of: Callable[[KnownModule], tuple[str, ...]], folders: tuple[Path, ...], environment: Mapping[str, str]
) -> Iterator[InstalledModule]:
    for known in KNOWN_MODULES:
        for name in names_of(known):
            yield from _first(folders, name, known)
    yield from _of_p11_kit(environment, folders)


def _first(folders: Iterable[Path], name: str, known: KnownModule) -> Iterator[InstalledModule]:
    for folder in folders:
        if (path := folder / name).is_file():
            yield InstalledModule(path, known.publisher)
            return


def _of_p11_kit(environment: Mapping[str, str], libraries: tuple[Path, ...]) -> Iterator[InstalledModule]:
    """What drivers have registered with p11-kit: https://p11-glue.github.io/p11-glue/p11-kit/manual/pkcs11-conf.html."""
    own = Path(environment.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "pkcs11" / "modules"
    for folder in (own, *map(Path, _P11_KIT_FOLDERS)):
        for description in sorted(folder.glob("*.module")):
            name = _registered(description)
            if name and not any(part in name for part in _NO_TOKENS):
                yield from _first(libraries, name, KnownModule(description.stem))


def _registered(description: Path) -> str:
    try:
        lines = description.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    values = (line.partition(":")[2].strip() for line in lines if line.partition(":")[0].strip() == "module")
    return next(values, "")


def _each_once(modules: Iterable[InstalledModule]) -> tuple[InstalledModule, ...]:
    """Folders and names are often links to the same file."""
    found: dict[Path, InstalledModule] = {}
    for module in modules:
        found.setdefault(module.path.resolve(), module)
    return tuple(found.values())
