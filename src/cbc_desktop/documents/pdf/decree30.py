"""The measures and letter styles of Decree 30/2020/NĐ-CP, Appendix I, and its elements as reportlab paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.fonts import Face, face, register_faces, text_width

PORTRAIT: tuple[float, float] = A4
LANDSCAPE: tuple[float, float] = landscape(A4)
TOP: float = 20 * mm
BOTTOM: float = 20 * mm
LEFT: float = 30 * mm
RIGHT: float = 15 * mm
PORTRAIT_WIDTH = PORTRAIT[0] - LEFT - RIGHT
PORTRAIT_HEIGHT = PORTRAIT[1] - TOP - BOTTOM
LANDSCAPE_WIDTH = LANDSCAPE[0] - LEFT - RIGHT
LANDSCAPE_HEIGHT = LANDSCAPE[1] - TOP - BOTTOM
FIRST_LINE: float = 12.7 * mm
SINGLE_SPACING = 1.15
"""The single line spacing of a Times face, as a multiple of its size."""
RULE, RULE_ROOM = 0.7, 5.0
"""Thickness of the lines under the motto and the agency, and the height kept for one, in points."""
BALANCE_STEP = 4.0


PLAIN = [
    ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value),  # reportlab's default would slip in an unembedded Helvetica
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
"""The style of a table that only places things."""


def letters(size: float, *, bold: bool = False, italic: bool = False, **more: Any) -> ParagraphStyle:
    """A paragraph style: ``size`` in points, ``more`` as reportlab names it."""
    name = face(bold=bold, italic=italic).value
    settings = {"fontName": name, "fontSize": size, "leading": size * SINGLE_SPACING, "textColor": black}
    settings |= {"bulletFontName": name, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0}
    return ParagraphStyle(f"{name}-{size}", **(settings | more))


STATE_NAME = letters(13, bold=True, alignment=TA_CENTER)
MOTTO = letters(14, bold=True, alignment=TA_CENTER)
PARENT_AGENCY = letters(13, alignment=TA_CENTER)
AGENCY = letters(13, bold=True, alignment=TA_CENTER)
LETTER_SUBJECT = letters(13, alignment=TA_CENTER, spaceBefore=6)
URGENCY = letters(13, bold=True, alignment=TA_CENTER, textColor="red")
TYPE_NAME = letters(14, bold=True, alignment=TA_CENTER)
SUMMARY = letters(14, bold=True, alignment=TA_CENTER)
ADDRESSEE = letters(14)
BASIS = letters(14, italic=True, alignment=TA_JUSTIFY, firstLineIndent=FIRST_LINE, spaceBefore=6)
BODY = letters(14, alignment=TA_JUSTIFY, firstLineIndent=FIRST_LINE, spaceBefore=6)
AUTHORITY = letters(14, bold=True, alignment=TA_CENTER)
SIGNER = letters(14, bold=True, alignment=TA_CENTER)
RECIPIENTS_TITLE = letters(12, bold=True, italic=True)
RECIPIENT = letters(11, leftIndent=6, firstLineIndent=-6)
APPENDIX_NUMBER = letters(14, bold=True, alignment=TA_CENTER)
APPENDIX_TITLE = letters(14, bold=True, alignment=TA_CENTER)
ATTACHED_TO = letters(13, italic=True, alignment=TA_CENTER)
UNIT_LINE = letters(12, italic=True, alignment=TA_RIGHT)
HEADINGS = {
    1: letters(13, bold=True, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=10),
    2: letters(13, bold=True, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=8),
    3: letters(13, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=6),
}
BODY_HEADINGS = {
    1: letters(14, bold=True, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=10),
    2: letters(14, bold=True, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=6, spaceAfter=3),
    3: letters(14, alignment=TA_LEFT, firstLineIndent=FIRST_LINE, spaceBefore=6),
}
PAGE_NUMBER = letters(13)
PAGE_FOOTER = letters(8, alignment=TA_CENTER)
LEFT_ALIGNED, CENTRED, RIGHT_ALIGNED, JUSTIFIED = TA_LEFT, TA_CENTER, TA_RIGHT, TA_JUSTIFY


def markup(text: str) -> str:
    """The text in NFC, safe inside reportlab's paragraph markup; its line breaks are kept."""
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br/>".join(escape(line) for line in lines)


def with_gaps(text: str) -> str:
    """Runs of spaces kept open, for the blanks that a clerk fills in."""
    return text.replace("  ", "\u00a0\u00a0")


def element(text: str, style: ParagraphStyle) -> Paragraph:
    """One element of the decree; ``text`` is a person's, never markup."""
    register_faces()
    return Paragraph(markup(text), style)


def balanced(text: str, style: ParagraphStyle, width: float) -> Paragraph:
    """A centred element whose lines are about equally long: "TỈNH BẮC MẪU" stays together on its second line."""
    lines = len(line_ends(element(text, style), width))
    narrow = width
    while narrow > width / 2 and len(line_ends(element(text, style), narrow - BALANCE_STEP)) == lines:
        narrow -= BALANCE_STEP
    margin = (width - narrow) / 2
    return element(text, style.clone(style.name, leftIndent=margin, rightIndent=margin))


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawn line of ``length`` points, centred, as the decree wants it under the motto and the agency."""

    def __init__(self, length: float) -> None:
        super().__init__()
        self._length, self.width = length, 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        return available_width, RULE_ROOM

    def draw(self) -> None:
        left = (self.width - self._length) / 2
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(RULE)
        self.canv.line(left, RULE_ROOM / 2, left + self._length, RULE_ROOM / 2)


def as_list(lines: Sequence[str]) -> list[str]:
    """Each line ends in a semicolon and the last in a full stop, unless its author has ended it."""
    ends = [";" if number < len(lines) else "." for number in range(1, len(lines) + 1)]
    return [name if name.endswith((";", ".", ",")) else f"{name}{end}" for name, end in zip(lines, ends, strict=True)]


def rule_as_long_as(text: str, style: ParagraphStyle) -> Rule:
    """The line under the motto: drawn, and as long as the text."""
    return Rule(text_width(text, face(bold=True), style.fontSize))


def rule_under(paragraph: Paragraph, width: float) -> Rule:
    """The line under the agency: two fifths of the longest line (the decree: a third to a half)."""
    margins = paragraph.style.leftIndent + paragraph.style.rightIndent
    return Rule(0.4 * (max(line_ends(paragraph, width), default=width) - margins))


def line_ends(paragraph: Paragraph, width: float) -> list[float]:
    """How far from the left edge each line ends, in points, when the paragraph is set ``width`` wide."""
    paragraph.wrap(width, PORTRAIT[1])
    return [width - _spare(line) for line in paragraph.blPara.lines]


def _spare(line: Any) -> float:
    """reportlab keeps a line as a tuple in plain paragraphs and as an object in those with markup."""
    return float(line[0] if isinstance(line, tuple) else line.extraSpace)
