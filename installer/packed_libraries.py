"""Says which libraries lie in a packed folder: wheels, and what ``native_libraries.toml`` tells of in and beside them.

Nothing is packed of which nobody knows what it is: a binary without an owner, or an entry that was looked up in another
version of its wheel, ends the packing.
"""

from __future__ import annotations

import re
import sqlite3
import ssl
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from functools import cache, cached_property
from importlib.metadata import distributions
from pathlib import Path
from typing import Any
from urllib.parse import quote

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

ROOT = Path(__file__).parent.parent
PROGRAM = "cbc-desktop"
_INSIDE = "_internal/"
_SPDX_OF = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD license (see license.txt for details), Copyright (c) 2000-2025, ReportLab Inc.": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
"""What some projects call their licence, in SPDX's words."""


@dataclass(frozen=True)
class Library:
    """A wheel, or a native library; ``texts`` are licences that it does not bring itself, as paths in the source."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...] = ()
    summary: str = ""
    wheel: str = ""
    metadata: Path | None = None

    @property
    def ref(self) -> str:
        """Several wheels can bring the same library."""
        return f"{self.purl}#{self.wheel.partition(' ')[0]}" if self.wheel else self.purl


@dataclass(frozen=True)
class Packed:
    """What lies in a folder, and which libraries are in each of its files."""

    folder: Path

    @cached_property
    def wheels(self) -> list[Library]:
        found = [_wheel(path) for path in self.folder.rglob("*.dist-info/METADATA")]
        return sorted(found, key=lambda one: one.name.lower())

    @cached_property
    def natives(self) -> list[Library]:
        return list(dict.fromkeys(library for libraries in self._named.values() for library in libraries))

    @cached_property
    def binaries(self) -> dict[str, list[Library]]:
        """Each binary by its path, with the libraries in it: those of the table, and the wheel that it came in."""
        found = {
            name: [*self._named[name], *self._owners(name)] for name in self._files if _is_binary(self.folder / name)
        }
        if unknown := [name for name, libraries in found.items() if not libraries]:
            sys.exit(f"No entry of native_libraries.toml and no wheel is known for: {', '.join(unknown)}")
        return found

    @cached_property
    def _files(self) -> list[str]:
        paths = (path for path in self.folder.rglob("*") if path.is_file() and not path.is_symlink())
        return sorted(path.relative_to(self.folder).as_posix() for path in paths)

    @cached_property
    def _named(self) -> dict[str, list[Library]]:
        entries = [(re.compile(entry["files"], re.IGNORECASE), _native(entry)) for entry in _table()["library"]]
        known = {f"{one.name} {one.version}" for one in self.wheels}
        named = {name: [one for files, one in entries if files.fullmatch(_below(name))] for name in self._files}
        stale = {one.wheel for libraries in named.values() for one in libraries if one.wheel} - known
        if stale:
            sys.exit(f"Look again at what native_libraries.toml says of another version: {', '.join(sorted(stale))}")
        return named

    def _owners(self, name: str) -> list[Library]:
        """Wheels with something in the same folder; what lies in ``*.libs`` was made by others and needs a name."""
        first = _first(_below(name))
        if not name.startswith(_INSIDE):
            return [one for one in self.wheels if one.name == PROGRAM]
        return [] if first.endswith(".libs") else [one for one in self.wheels if first in _folders().get(one.name, ())]


def _below(name: str) -> str:
    return name.removeprefix(_INSIDE)


def _first(name: str) -> str:
    """The folder of a package, or the name of a module without what its kind of file adds."""
    first, _, rest = name.partition("/")
    return first if rest else first.partition(".")[0]


@cache
def _folders() -> Mapping[str, set[str]]:
    return {one.name: {_first(file.as_posix()) for file in one.files or ()} for one in distributions()}


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4).startswith((b"\x7fELF", b"MZ"))


def _wheel(path: Path) -> Library:
    about = HeaderParser().parsestr(path.read_text(encoding="utf-8"))
    own = _table()["wheels"].get(about["Name"], {})
    purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', about['Name']).lower()}@{about['Version']}"
    licence, texts = _spdx(own.get("licence") or _said(about), about["Name"]), _texts(own)
    return Library(about["Name"], about["Version"], licence, purl, texts, about["Summary"], metadata=path.parent)


def _said(about: Message) -> str:
    said = about["License-Expression"] or str(about["License"] or "").strip().partition("\n")[0]
    classified = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License")]
    return _SPDX_OF.get(said, said) or ", ".join(classified)


def _spdx(licence: str, name: str) -> str:
    try:
        return canonicalize_license_expression(licence)
    except InvalidLicenseExpression:
        sys.exit(f"native_libraries.toml has to tell the licence of {name} in SPDX's words; it says: {licence}")


def _native(entry: dict[str, Any]) -> Library:
    name = entry["name"]
    version = _measured(entry["measured"]) if "measured" in entry else entry["version"]
    purl = f"pkg:generic/{quote(name.lower().replace(' ', '-'), safe='')}@{quote(version)}"
    return Library(name, version, _spdx(entry["licence"], name), purl, _texts(entry), wheel=entry.get("wheel", ""))


def _measured(what: str) -> str:
    from cryptography.hazmat.backends.openssl import backend
    from fontTools.ttLib import TTFont

    font = TTFont(ROOT / "resources" / "fonts" / "LiberationSerif-Regular.ttf")
    return {
        "python": ".".join(map(str, sys.version_info[:3])),
        "sqlite": sqlite3.sqlite_version,
        "openssl_of_python": ssl.OPENSSL_VERSION.split()[1],
        "openssl_of_cryptography": backend.openssl_version_text().split()[1],
        "liberation_fonts": font["name"].getDebugName(5).removeprefix("Version "),
    }[what]


def _texts(entry: Mapping[str, Any]) -> tuple[Path, ...]:
    return tuple(ROOT / path for path in entry.get("texts", ()))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((ROOT / "installer" / "native_libraries.toml").read_text(encoding="utf-8"))
