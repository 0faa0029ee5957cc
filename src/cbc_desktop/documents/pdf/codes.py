"""The data of a form as QR codes, on pages of their own after it: drawn as rectangles, so that every module is exact.

A scan at 150 dpi has 2.9 pixels for each module. Codes keep to the text's width, away from the edge that is sealed
over all pages; between them is more than the four modules that the standard asks for (ISO/IEC 18004, 5.3.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import segno
from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer

from cbc_desktop.documents.page_map import HEAD
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import element, letters
from cbc_desktop.documents.pdf.fonts import Face
from cbc_desktop.documents.pdf.landmarks import Anchor
from cbc_desktop.documents.pdf.pages import Bookmark
from cbc_desktop.documents.pdf.parts import Part
from cbc_desktop.documents.printed_codes import CodePage, PrintedCode, PrintedCodes

MODULE: float = 0.49 * mm
COLUMNS = 3
MASK = 1
"""Given, not searched for: what is compressed looks random under each mask, the best of them scores 4 % better
(ISO/IEC 18004, 7.8.3), and finding it takes four fifths of the time.
"""
CAPTION_SIZE = 11
CAPTION_LINE, ROW_GAP = 15.0, 9.0

TITLE = letters(13, bold=True, alignment=decree30.CENTRED)
PLACE = letters(13, italic=True, alignment=decree30.CENTRED, spaceAfter=6)
WORDS = letters(12, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceAfter=4)
FOOT = letters(10, alignment=decree30.CENTRED)
LEFT_OUT = letters(12, italic=True, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=10)


def with_codes(part: Part, codes: PrintedCodes | None) -> Part:
    """The part with its data on pages behind it; where they are left out, with a paragraph that says so at its end."""
    if codes is None:
        return part
    return part.then(code_pages(codes)) if codes.pages else part.ending(element(codes.words, LEFT_OUT))


def code_pages(codes: PrintedCodes) -> Iterator[Flowable]:
    """From the page that is open."""
    yield Anchor(HEAD)
    for number, page in enumerate(codes.pages):
        yield PageBreak() if number else Bookmark(codes.title, 1)
        yield from _head(codes, page, first=not number)
        for start in range(0, len(page.codes), COLUMNS):
            yield CodeRow(page.codes[start : start + COLUMNS])
        yield element(codes.foot, FOOT)


def _head(codes: PrintedCodes, page: CodePage, *, first: bool) -> Iterator[Flowable]:
    yield element(codes.title, TITLE)
    yield element(page.place, PLACE)
    yield element(codes.words, WORDS) if first else Spacer(0, 0)
    yield Spacer(0, ROW_GAP)


class CodeRow(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Up to three codes, the first at the left margin and the third at the right one, each over its caption."""

    def __init__(self, codes: Sequence[PrintedCode]) -> None:
        super().__init__()
        self._codes = [(_modules(code.content), code.caption) for code in codes]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = self._side + CAPTION_LINE + ROW_GAP
        return self.width, self.height

    def draw(self) -> None:
        step = (self.width - self._side) / (COLUMNS - 1)
        self.canv.setFillColor(black)
        self.canv.setFont(Face.REGULAR.value, CAPTION_SIZE)
        for column, (modules, caption) in enumerate(self._codes):
            self.canv.drawCentredString(column * step + self._side / 2, ROW_GAP + 3, caption)
            _draw(self.canv, modules, column * step, ROW_GAP + CAPTION_LINE)

    @property
    def _side(self) -> float:
        return max(len(modules) for modules, _ in self._codes) * MODULE


def _modules(content: bytes) -> tuple[bytes, ...]:
    """The rows of the code from the top, a byte for each module: 1 is black."""
    code = segno.make_qr(content, error="m", mode="byte", boost_error=False, mask=MASK)
    return tuple(map(bytes, code.matrix))


def _draw(canvas: Any, modules: Sequence[bytes], left: float, bottom: float) -> None:
    """One path of whole numbers, scaled: between rectangles of one path no viewer shows seams."""
    canvas.saveState()
    canvas.translate(left, bottom)
    canvas.scale(MODULE, MODULE)
    path = canvas.beginPath()
    for top, row in enumerate(modules):
        for start, length in _black_runs(row):
            path.rect(start, len(modules) - 1 - top, length, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


def _black_runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where modules are black: first module and how many."""
    start = 0
    for module, run in groupby(row):
        length = len(list(run))
        if module:
            yield start, length
        start += length
