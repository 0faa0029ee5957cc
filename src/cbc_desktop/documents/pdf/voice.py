"""In which letters answers are set: an appendix is a filled-in form, the body of a plan is running text."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import letters

_FORM_SIZE = 13


@dataclass(frozen=True, slots=True)
class Voice:
    """``running`` text: a heading has said what a table is, and an answer goes on behind its label, however long."""

    label: ParagraphStyle
    answer: ParagraphStyle
    remark: ParagraphStyle
    words: ParagraphStyle
    """Of figures in words."""
    headings: dict[int, ParagraphStyle]
    running: bool


APPENDIX = Voice(
    label=letters(_FORM_SIZE, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=5),
    answer=letters(_FORM_SIZE, alignment=decree30.JUSTIFIED, leftIndent=decree30.FIRST_LINE, spaceBefore=2),
    remark=letters(12, italic=True, alignment=decree30.JUSTIFIED, leftIndent=decree30.FIRST_LINE, spaceBefore=2),
    words=letters(
        _FORM_SIZE, italic=True, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=3
    ),
    headings=decree30.HEADINGS,
    running=False,
)

RUNNING_TEXT = Voice(
    label=decree30.BODY,
    answer=decree30.BODY,
    remark=letters(13, italic=True, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=3),
    words=letters(14, italic=True, alignment=decree30.JUSTIFIED, firstLineIndent=decree30.FIRST_LINE, spaceBefore=6),
    headings=decree30.BODY_HEADINGS,
    running=True,
)
