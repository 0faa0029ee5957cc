"""Which licences the program and the libraries in it are under, as their own metadata say."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata

_LIBRARIES = (
    *("PySide6-Essentials", "PySide6-Pdf", "cryptography", "filelock", "lxml", "markdown-it-py", "openpyxl", "pikepdf"),
    *("pyhanko", "pyxform", "reportlab", "sqlite-utils"),
)
_OURS = "cbc-desktop: Apache-2.0"
_FONTS = "Liberation Fonts: SIL OFL 1.1"


def licences_text() -> str:
    """A line for the program, the fonts and each library."""
    return "\n".join([_OURS, _FONTS, *(_line(name) for name in _LIBRARIES)])


def _line(name: str) -> str:
    try:
        about = metadata(name)
    except PackageNotFoundError:  # a bundle for Windows carries libraries without their metadata
        return name
    licence = next((about[key] for key in ("License-Expression", "License") if key in about), "")
    first, *_ = licence.strip().split("\n")
    return f"{about['Name']} {about['Version']}: {first}"
