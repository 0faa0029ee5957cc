"""Blocks of cells as spreadsheets put them on the clipboard: rows of text with tabs between.

Excel and LibreOffice put a cell between quotes, and double the quotes inside it, only where it has a line break or a
tab: quotes around a plain text are somebody's own, such as those around the name of a book.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

Block = list[list[str]]
"""Rows of texts; rows may differ in length."""

_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_NEEDS_QUOTES = re.compile(r'[\t\n]|""|\A\Z')
"""What is inside of quotes that are not the text's own; some programs quote a text for its quotes alone."""


def parse_block(text: str) -> Block:
    """The last line may end like the others do, and then no row follows; a quote that is never closed is a quote."""
    lines, at = text.replace("\r\n", "\n").replace("\r", "\n"), 0
    rows: Block = [[]]
    while at < len(lines):
        if lines[at] == "\n":
            rows[-1] = rows[-1] or [""]
            rows.append([])
            at += 1
            continue
        at += bool(rows[-1])  # the tab between two cells
        cell, at = _cell(lines, at)
        rows[-1].append(cell)
    return rows if rows[-1] else rows[:-1]


def _cell(lines: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    quoted = _QUOTED.match(lines, at)
    if quoted and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(lines, at)
    assert plain is not None, "nothing is a text too"
    return plain[0], plain.end()


def format_block(rows: Sequence[Sequence[str]]) -> str:
    """Each line ends, as in Excel: blank cells at the end are cells too."""
    target = io.StringIO(newline="")
    csv.writer(target, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return target.getvalue()
