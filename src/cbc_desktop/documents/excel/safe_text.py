"""Text of strangers into a cell that must hold something: what it cannot hold is replaced or cut, and marked."""

from __future__ import annotations

from openpyxl.cell import Cell

from cbc_desktop.base.paper import too_long
from cbc_desktop.documents.excel.cells import put_text, without_unholdable

_LENGTHS = (32_000, 4_000)
"""The second for texts that are full of what a workbook writes longer than it is."""


def put_shortened(cell: Cell, text: str, rest: str) -> None:
    """``text`` as text, never a formula; ``rest`` says in the cell where the whole of it is when it is cut."""
    held = whole = without_unholdable(text)
    for most in _LENGTHS:
        if not too_long(held):
            break
        held = f"{_cut(whole, most)}… ({rest})"
    put_text(cell, held, "")


def _cut(text: str, most: int) -> str:
    """In UTF-16, as Excel counts."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", errors="ignore")
