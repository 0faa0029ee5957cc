"""How much room text needs in a sheet: lines, row heights and column widths.

Excel would fit the rows itself on opening; LibreOffice and WPS do not, so the heights are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import ceil

from openpyxl.worksheet.worksheet import Worksheet
from reportlab.pdfbase.pdfmetrics import stringWidth

from cbc_desktop.base.text import without_marks

LINES_SHOWN = 25
"""Excel draws no row higher than 409 points."""

_LINE, _AROUND = 15.75, 3
"""Points of a line of Times New Roman 12, and of the air around."""
_DIGIT, _PADDING = 0.5, 1
"""Ems: the digit in which Excel counts the widths of columns, and a cell's padding with the indent."""
_MARGIN = 1.06
"""Letters with a horn (ơ, ư) are a little wider than without."""
_NARROWEST, _WIDEST = 9, 100
_CAPS = (44, 38, 32, 27, 23, 19)
_PAGE = 160
"""Characters beside each other that print well on A4 landscape."""
_CROWDED = 220
"""Characters beside each other that are hardly readable there."""
_REPEATED = 50
"""Characters that the first columns may take of each page, where a table goes on beside it."""


def lines_of(text: str, width: float, *, bold: bool = False) -> int:
    """How many lines ``text`` takes in a column ``width`` characters wide, wrapped at words."""
    room = width * _DIGIT - _PADDING
    font = "Times-Bold" if bold else "Times-Roman"
    return sum(_lines_of_paragraph(paragraph, room, font) for paragraph in text.split("\n"))


def fit_row(sheet: Worksheet, row: int, lines: int) -> None:
    sheet.row_dimensions[row].height = row_height(lines)


def row_height(lines: int) -> float:
    """In points."""
    return min(lines, LINES_SHOWN) * _LINE + _AROUND


def column_widths(columns: Sequence[Sequence[str]], headers: Sequence[str]) -> list[int]:
    """For columns of texts: wide enough for words and figures; long texts share a page, unless rows grew too high."""
    widths: list[int] = []
    for cap in _CAPS:
        widths = [_natural_width(header, column, cap) for header, column in zip(headers, columns, strict=True)]
        if sum(widths) <= _PAGE:
            break
    return [_widened(width, column) for width, column in zip(widths, columns, strict=True)]


def pages_beside(widths: Sequence[int]) -> int:
    """Over how many pages a table is printed from left to right, so that it can be read."""
    return max(1, ceil(sum(widths) / _CROWDED))


def repeated_columns(widths: Sequence[int]) -> int:
    """How many of the first columns stand on each of these pages, to say whose row it is: at least one."""
    return max(1, sum(1 for reach in accumulate(widths) if reach <= _REPEATED))


def _natural_width(header: str, column: Sequence[str], cap: int) -> int:
    word = max((len(word) for word in header.split()), default=0) + 4  # the button of the filter
    longest_line = max((len(line) for text in column for line in text.split("\n")), default=0) + 3
    return max(_NARROWEST, word, ceil(len(header) / 4), min(longest_line, cap))


def _widened(width: int, column: Sequence[str]) -> int:
    longest = max(column, key=len, default="")
    while width < _WIDEST and lines_of(longest, width) > LINES_SHOWN:
        width += 5
    return width


def _lines_of_paragraph(paragraph: str, room: float, font: str) -> int:
    if len(paragraph) < room:  # no letter is wider than its height
        return 1
    lines, used, space = 1, 0.0, _length(" ", font)
    for word in paragraph.split(" "):
        length = _length(word, font)
        if used and used + length > room:
            lines, used = lines + 1, 0.0
        lines += int(length / room)
        used += length % room + space
    return lines


@lru_cache(maxsize=20_000)
def _length(word: str, font: str) -> float:
    """Of a word in ems; Times of PDF has the widths of Times New Roman, and Vietnamese repeats its few syllables."""
    width: float = stringWidth(without_marks(word), font, 1) * _MARGIN
    return width
