"""This program's own file: how it is started once more, and whether another version has taken its place meanwhile."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path


def this_program(*words: str) -> list[str]:
    """Python looks for nothing where it stands (``-P``): files of a person's folder are no part of the program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "cbc_desktop", *words]


def was_replaced() -> bool:
    """Whether another version was installed since the start; what was not loaded by then can no longer be."""
    return getattr(sys, "frozen", False) and _identity() != _STARTED_AS


def _identity() -> tuple[int, int] | None:
    """Of the program's file: installers write a new one."""
    with suppress(OSError):
        file = Path(sys.executable).stat()
        return file.st_ino, file.st_mtime_ns
    return None


_STARTED_AS = _identity()
