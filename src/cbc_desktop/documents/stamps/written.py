"""The pages that fill signature fields where there is no image: who signed, of which agency, and when, in words.

Nghị định 30/2020/NĐ-CP prescribes images; without one the words are those of its digital copies and attachments
(Appendix I, II.8.d): upright, black, the time in Vietnam's zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.base.text import nfc
from cbc_desktop.documents.pdf.closing import LARGEST_SEAL, LEADER_HEIGHT, LEADER_WIDTH
from cbc_desktop.documents.pdf.fonts import Face, register_faces, text_width

_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
"""In points: the largest in which everything fits."""
_LEADING = 1.2
_COVERED = LEADER_WIDTH / 3
"""What the image of a seal covers of the leader's field."""
_CLEAR = 1 * mm
_FACE = Face.REGULAR


@dataclass(frozen=True, slots=True)
class Written:
    """Who signs, as the certificate says, and when."""

    name: str
    organisation: str
    at: datetime

    @property
    def lines(self) -> tuple[str, ...]:
        """An agency that signs for itself is named once."""
        name, organisation = (nfc(" ".join(text.split())) for text in (self.name, self.organisation))
        own = () if organisation.casefold() in ("", name.casefold()) else (f"Cơ quan: {organisation}",)
        time = self.at.astimezone(VIETNAM)
        return f"Ký bởi: {name}", *own, f"Thời gian ký: {time:%d/%m/%Y %H:%M:%S} +07:00"


@dataclass(frozen=True, slots=True)
class _Area:
    """Where words may stand: in points, over the whole height of the page."""

    left: float
    width: float


def written_signature(written: Written, *, clear_of_seal: bool) -> bytes:
    """A PDF of one page for the leader's field; ``clear_of_seal``: a seal's image will cover the left third of it."""
    left = _COVERED if clear_of_seal else 0.0
    return _page(written, LEADER_WIDTH, LEADER_HEIGHT, _Area(left + _CLEAR, LEADER_WIDTH - left - 2 * _CLEAR))


def written_seal(written: Written) -> bytes:
    """A PDF of one page for the agency's field: beside what the leader's field shows, not over it."""
    return _page(written, LARGEST_SEAL, LARGEST_SEAL, _Area(0, LARGEST_SEAL - _COVERED - _CLEAR))


def _page(written: Written, width: float, height: float, area: _Area) -> bytes:
    register_faces()
    size, lines = _fitted(written.lines, area.width, height)
    page = BytesIO()
    canvas = Canvas(page, pagesize=(round(width, 2), round(height, 2)), invariant=1)
    canvas.setFont(_FACE.value, size)
    top = (height + len(lines) * size * _LEADING) / 2
    for place, line in enumerate(lines, 1):
        canvas.drawString(area.left, top - place * size * _LEADING + size * (_LEADING - 1), line)
    canvas.save()
    return page.getvalue()


def _fitted(texts: Sequence[str], width: float, height: float) -> tuple[float, list[str]]:
    """Size and lines; what does not even fit in the smallest letters ends at the edge of the field."""
    for size in _SIZES:
        lines = [line for text in texts for line in simpleSplit(text, _FACE.value, size, width)]
        fits = all(text_width(line, _FACE, size) <= width for line in lines)
        if fits and len(lines) * size * _LEADING <= height:
            break
    return size, lines
