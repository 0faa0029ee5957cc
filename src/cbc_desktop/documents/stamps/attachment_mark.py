"""The mark on a PDF that is attached as a file of its own: number and symbol, and when it was signed, top right.

Decree 30/2020/NĐ-CP, Appendix I, II.8.d: no image, upright, 10 points, black, the time as ISO 8601 in Vietnam's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from math import ceil

import pikepdf
from pikepdf import Pdf
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.fonts import Face, register_faces, text_width

NOT_MARKABLE = Message(
    "Không ghi được số và thời gian ký lên tệp PDF đính kèm vì tệp bị hỏng hoặc có mật khẩu. Tệp giữ nguyên và số "
    "liệu không bị mất; hãy lưu lại tệp PDF không mật khẩu rồi đính kèm lại.",
    "Number and time cannot be put on the attached PDF: it is damaged or has a password. The file is unchanged "
    "and nothing is lost; save the PDF without a password, then attach it again.",
)

TRIAL = "THỬ NGHIỆM"
SIZE, LINE = 10, 12
_FROM_TOP, _FROM_RIGHT = 7 * mm, 10 * mm
"""Inside the margins of documents, where nothing stands."""

Box = tuple[int, int, int, int]
"""Left, bottom, right and upper edge in points."""


@dataclass(frozen=True, slots=True)
class AttachmentMark:
    """``page`` is a PDF of one page for a field at ``box`` of the attachment's first page."""

    page: bytes = field(repr=False)
    box: Box


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is seen of a page: its box in the page's own coordinates, and how far readers turn it, clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    def seen_at_top_right(self, width: int, height: int) -> Box:
        """Where a box of this size, as readers see it, lies in the page's own coordinates."""
        if self.turned == 90:
            left, bottom = self.left + _FROM_TOP, self.top - _FROM_RIGHT - width
        elif self.turned == 180:
            left, bottom = self.left + _FROM_RIGHT, self.bottom + _FROM_TOP
        elif self.turned == 270:
            left, bottom = self.right - _FROM_TOP - height, self.bottom + _FROM_RIGHT
        else:
            left, bottom = self.right - _FROM_RIGHT - width, self.top - _FROM_TOP - height
        across, up = (height, width) if self.turned in (90, 270) else (width, height)
        return round(left), round(bottom), round(left) + across, round(bottom) + up


def attachment_mark(pdf: bytes, number_and_symbol: str, at: datetime, *, trial: bool = False) -> AttachmentMark:
    """For an attachment of the document "45/BC-UBND" that is signed ``at`` this moment; the same input, the same bytes.

    What a trial certificate signs is marked "THỬ NGHIỆM" besides.

    Raises UserFacingError when the bytes are no PDF that can be read.
    """
    sheet = _first_sheet(pdf)
    lines = [nfc(number_and_symbol), at.astimezone(VIETNAM).isoformat(timespec="seconds")]
    lines += [TRIAL] if trial else []
    width = ceil(max(text_width(line, Face.REGULAR, SIZE) for line in lines)) + 2
    height = LINE * len(lines)
    return AttachmentMark(_drawn(lines, width, height, sheet.turned), sheet.seen_at_top_right(width, height))


def _drawn(lines: Sequence[str], width: int, height: int, turned: int) -> bytes:
    """Upright as readers see it, so turned back as far as they turn the page."""
    register_faces()
    page = BytesIO()
    size = (height, width) if turned in (90, 270) else (width, height)
    canvas = Canvas(page, pagesize=size, invariant=1)
    origin = {90: (height, 0), 180: (width, height), 270: (0, width)}.get(turned, (0, 0))
    canvas.translate(*origin)
    canvas.rotate(turned)
    canvas.setFont(Face.REGULAR.value, SIZE)
    for place, line in enumerate(lines, 1):
        canvas.drawRightString(width - 1, height - place * LINE + 3, line)
    canvas.save()
    return page.getvalue()


def _first_sheet(pdf: bytes) -> _Sheet:
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            return _sheet(document)
    except (pikepdf.PdfError, pikepdf.PasswordError, IndexError, ValueError, TypeError) as error:
        raise UserFacingError(NOT_MARKABLE) from error


def _sheet(document: Pdf) -> _Sheet:
    page = document.pages[0]
    one, two, three, four = (float(edge) for edge in page.cropbox)
    (left, right), (bottom, top) = sorted((one, three)), sorted((two, four))
    return _Sheet(left, bottom, right, top, page.rotation % 360)
