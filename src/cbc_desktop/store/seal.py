"""A seal on a database that is closed: what it was then, so that damage is noticed that SQLite does not see.

SQLite keeps no digests of its pages: a flipped bit within an answer is another answer. The seal lies beside the file;
it is taken off before anything is written and put on again when all is closed: a program that was killed leaves none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cbc_desktop.base.atomic_file import flush_folder, write_atomically
from cbc_desktop.base.digests import Digest
from cbc_desktop.base.errors import UserFacingError

SUFFIX = ".seal"
LARGEST = 32 * 2**20
"""Bytes of a database: to read more than that takes too long at every start."""


def seal_of(path: Path) -> Path:
    return Path(f"{path}{SUFFIX}")


def put_on(path: Path, roots: Mapping[str, int]) -> None:
    """``roots`` are the pages at which the tables begin: whoever salvages may not be able to ask the file.

    Nothing is sealed where the disk refuses it, or the file is too large.
    """
    with suppress(OSError, UserFacingError):  # a missing seal does no harm
        if path.stat().st_size <= LARGEST:
            content = {"sha256": str(Digest.of_file(path)), "roots": dict(roots)}
            write_atomically(seal_of(path), json.dumps(content).encode())


def is_intact(path: Path) -> bool:
    """Whether the file is as it was sealed, or there is no seal."""
    told = _read(path).get("sha256")
    return told is None or told == str(Digest.of_file(path))


def sealed_roots(path: Path) -> Mapping[str, int]:
    """None where there is no seal."""
    roots = _read(path).get("roots")
    return roots if isinstance(roots, dict) else {}


def take_off(path: Path) -> None:
    """For good, before anything is written: else a crash would leave a seal that tells of damage. Raises OSError."""
    seal = seal_of(path)
    if seal.exists():
        seal.unlink()
        flush_folder(seal.parent)


def _read(path: Path) -> dict[str, object]:
    """One that is damaged itself says nothing."""
    try:
        content = json.loads(seal_of(path).read_bytes())
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
