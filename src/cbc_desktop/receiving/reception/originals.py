"""The files behind an arrival, as they came, under names that are safe on every system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cbc_desktop.base.atomic_file import write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.text import ascii_name
from cbc_desktop.receiving.route import Source
from cbc_desktop.store.files import DigestFolder
from cbc_desktop.store.received.arrivals import Arrival

_SUFFIXES = frozenset({".zip", ".pdf", ".eml", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".csv", ".xlsx"})
_LONGEST = 60
_SHOWN = 8


def write_originals(arrival: Arrival, report: Mapping[str, Any], files: DigestFolder, folder: Path) -> tuple[Path, ...]:
    """() where nothing was kept of it: too large, or scans that came one by one. UserFacingError as the disk says."""
    written = []
    for name, digest in _originals(arrival, report):
        if files.path_of(digest).exists():
            path = folder / _safe(name, digest)
            write_atomically(path, files.read(digest), private=False)
            written.append(path)
    return tuple(written)


def _originals(arrival: Arrival, report: Mapping[str, Any]) -> Iterator[tuple[str, Digest]]:
    if arrival.source == Source.ONLINE_FORM.value:
        yield arrival.name.rpartition(",")[0], Digest(report["file"])
    elif arrival.source == Source.KEYED_IN.value:
        yield from ((scan["name"], Digest(scan["digest"])) for scan in report["scans"])
    else:
        yield arrival.name, arrival.came_as


def _safe(name: str, digest: Digest) -> str:
    """The beginning of the digest keeps files of one name apart."""
    path = Path(name.replace("\\", "/"))
    suffix = path.suffix.lower() if path.suffix.lower() in _SUFFIXES else ""
    return f"{ascii_name(path.stem)[:_LONGEST]}-{str(digest)[:_SHOWN]}{suffix}"
