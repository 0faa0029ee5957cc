"""The page around the text: number in the top margin, footer, and the marks of drafts and trials under the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf import decree30
from cbc_desktop.documents.pdf.decree30 import element
from cbc_desktop.documents.pdf.fonts import Face, text_width
from cbc_desktop.documents.printed_form import PrintedDossier

PAGE_NUMBER_LINE = 13.5 * mm
"""From the top edge down to the line the page number stands on."""
FOOTER_TOP = 16 * mm
MARK_SIZE = 10
NOT_FINALISED = "chưa chốt số liệu, lập lúc {at:%H:%M ngày %d/%m/%Y}"
"""In place of the digest: the next print of a draft may say something else."""
WATERMARK_SIZE = 84
WATERMARK_GREY = Color(0.91, 0.91, 0.91)


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What every page carries: the line at its foot, and "DỰ THẢO" or "THỬ NGHIỆM" where they apply."""

    footer: str
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, dossier: PrintedDossier) -> PageMarks:
        digest = NOT_FINALISED.format(at=dossier.finalised_at) if dossier.draft else str(dossier.content_digest)[:16]
        footer = f"{dossier.campaign}  |  {dossier.agency}  |  Lần {dossier.revision}  |  {digest}"
        marks = [("DỰ THẢO", dossier.draft), ("THỬ NGHIỆM", dossier.trial)]
        return cls(decree30.with_gaps(footer), tuple(text for text, applies in marks if applies))


@dataclass(slots=True)
class PageCount:
    """How many pages of one part (the letter, an appendix) have been begun: each part is numbered on its own."""

    pages: int = 0


class DecreePage(PageTemplate):  # type: ignore[misc]  # reportlab has no types
    """A page of one part with the decree's margins; its number is shown from the part's second page on."""

    def __init__(self, name: str, size: tuple[float, float], count: PageCount, marks: PageMarks) -> None:
        self._size, self._count, self._marks = size, count, marks
        super().__init__(id=name, frames=[_frame(size)], pagesize=size)

    def beforeDrawPage(self, canvas: Any, document: BaseDocTemplate) -> None:  # noqa: N802  # reportlab's name
        self._count.pages += 1
        width, height = self._size
        _draw_watermark(canvas, self._marks.warnings, width, height)
        _draw_warning_frames(canvas, self._marks.warnings, width, height)
        _draw_footer(canvas, self._marks.footer, width)
        if self._count.pages > 1:
            canvas.setFont(Face.REGULAR.value, decree30.PAGE_NUMBER.fontSize)
            middle = decree30.LEFT + (width - decree30.LEFT - decree30.RIGHT) / 2
            canvas.drawCentredString(middle, height - PAGE_NUMBER_LINE, str(self._count.pages))


class Bookmark(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An entry of the outline that points to where it stands; it takes no room."""

    def __init__(self, title: str, level: int) -> None:
        super().__init__()
        self._title, self._level = " ".join(nfc(title).split()), level

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        _, height = self.canv.absolutePosition(0, 0)
        key = f"{self.canv.getPageNumber()}-{height:.0f}-{self._level}"
        self.canv.bookmarkHorizontal(key, 0, 0)
        self.canv.addOutlineEntry(self._title, key, self._level)


def _frame(size: tuple[float, float]) -> Frame:
    width, height = size[0] - decree30.LEFT - decree30.RIGHT, size[1] - decree30.TOP - decree30.BOTTOM
    no_padding = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return Frame(decree30.LEFT, decree30.BOTTOM, width, height, id="text", **no_padding)


def _draw_footer(canvas: Any, text: str, width: float) -> None:
    footer = element(text, decree30.PAGE_FOOTER)
    _, used = footer.wrap(width - decree30.LEFT - decree30.RIGHT, FOOTER_TOP)
    footer.drawOn(canvas, decree30.LEFT, FOOTER_TOP - used)


def _draw_watermark(canvas: Any, warnings: tuple[str, ...], width: float, height: float) -> None:
    """Light grey and drawn before the text: readable around it, and no transparency, which archives dislike."""
    canvas.saveState()
    canvas.setFillColor(WATERMARK_GREY)
    canvas.setFont(Face.BOLD.value, WATERMARK_SIZE)
    canvas.translate(width / 2, height / 2)
    canvas.rotate(45)
    for line, text in enumerate(warnings):
        canvas.drawCentredString(0, (len(warnings) / 2 - 1 - line) * WATERMARK_SIZE * 1.3 + 20, text)
    canvas.restoreState()


def _draw_warning_frames(canvas: Any, warnings: tuple[str, ...], width: float, height: float) -> None:
    right = width - decree30.RIGHT
    for text in reversed(warnings):
        inside = text_width(text, Face.BOLD, MARK_SIZE)
        left = right - inside - 8
        canvas.setStrokeColor(black)
        canvas.setLineWidth(0.8)
        canvas.rect(left, height - 15 * mm, inside + 8, 16)
        canvas.setFont(Face.BOLD.value, MARK_SIZE)
        canvas.drawString(left + 4, height - 15 * mm + 4.5, text)
        right = left - 6
