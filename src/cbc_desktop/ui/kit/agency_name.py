"""The names of agencies in lists, where dozens begin with the same words: abbreviated as every office does."""

from __future__ import annotations

from cbc_desktop.base.text import folded
from cbc_desktop.ui.kit.marks import Mark
from cbc_desktop.ui.kit.record_model import Cell

_ABBREVIATIONS = {"ủy ban nhân dân ": "UBND ", "uỷ ban nhân dân ": "UBND ", "hội đồng nhân dân ": "HĐND "}
"""By what a name begins with, of the same length in any case."""


def short_name(name: str) -> str:
    """``UBND tỉnh Mẫu``; any other name is as it is."""
    for words, letters in _ABBREVIATIONS.items():
        if name.lower().startswith(words):
            return letters + name[len(words) :]
    return name


def name_cell(name: str, mark: Mark | None = None) -> Cell:
    """The whole name is on its tooltip."""
    return Cell(short_name(name), mark, tip=name)


def searched_name(name: str) -> str:
    """What may be typed to find it, without accents: the whole name or the short one."""
    return folded(f"{name} {short_name(name)}")
