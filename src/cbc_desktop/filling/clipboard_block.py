"""Blocks of cells as spreadsheets put them on the clipboard: rows of text with tabs between.

Excel and LibreOffice put a cell with line breaks, tabs or quotes between quotes and double the quotes inside it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

Block = list[list[str]]
"""Rows of texts; rows may differ in length."""


def parse_block(text: str) -> Block:
    """Blank at the end is no row; a quote inside a cell that does not begin with one is a quote."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab", strict=False))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    return rows


def format_block(rows: Sequence[Sequence[str]]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return target.getvalue().removesuffix("\n")
