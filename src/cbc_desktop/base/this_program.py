"""How this program starts itself once more: as it was packed (PyInstaller), or by Python."""

from __future__ import annotations

import sys


def this_program(*words: str) -> list[str]:
    """Python looks for nothing where it stands (``-P``): files of a person's folder are no part of the program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-P", "-m", "cbc_desktop", *words]
