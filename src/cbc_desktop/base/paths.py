"""Where the shipped files lie: in the source tree, beside the installed package, or in a frozen program."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped_root() -> Path:
    """The folder that holds ``resources`` and ``forms`` (decision 13)."""
    installed = _PACKAGE / "_shipped"
    return installed if installed.is_dir() else _PACKAGE.parent.parent


def resources() -> Path:
    return _shipped_root() / "resources"


def shipped_forms() -> Path:
    return _shipped_root() / "forms"
