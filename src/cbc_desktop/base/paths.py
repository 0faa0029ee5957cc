"""Where the shipped files lie (in the source tree, or beside the installed package), and where a person's data lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PORTABLE_DATA = "du-lieu"
"""Of the portable folder; its installer makes it, and nothing else does."""
_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped_root() -> Path:
    """The folder that holds ``resources`` and ``forms`` (decision 13)."""
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent.parent


def resources() -> Path:
    return _shipped_root() / "resources"


def shipped_forms() -> Path:
    return _shipped_root() / "forms"


def default_home() -> Path:
    """The folder of the person's data: ``CBC_DESKTOP_HOME``, else the place that the system has for such data.

    A packed program that finds a folder for data beside itself (the portable one, on a stick) keeps them there.
    """
    chosen = os.environ.get("CBC_DESKTOP_HOME")
    if chosen:
        return Path(chosen)
    beside = Path(sys.executable).parent / PORTABLE_DATA
    if getattr(sys, "frozen", False) and beside.is_dir():
        return beside
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "cbc-desktop"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "cbc-desktop"
