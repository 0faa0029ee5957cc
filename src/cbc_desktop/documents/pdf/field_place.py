"""Where the form fields lie: what each is, and the rectangle that its page gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

from cbc_desktop.documents.page_map import Landmark
from cbc_desktop.documents.pdf.fonts import Face


class FieldKind(Enum):
    TEXT = "text"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class FieldDef:
    """A field of the covering letter: ``title`` is what a screen reader says, ``text`` what stands in it at first."""

    name: str
    kind: FieldKind
    title: str
    text: str = ""
    face: Face = Face.REGULAR
    size: float = 13
    """Letter size in points."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field's rectangle in points from the lower left corner of its page; pages count from 0."""

    field: FieldDef
    page: int
    left: float
    bottom: float
    width: float
    height: float


Places = dict[str, FieldPlace]
"""By field name; filled while the pages are drawn."""


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """The pages, and where the fields of the next step (see pdfa.py) belong."""

    content: bytes
    places: Mapping[str, FieldPlace]
    made_at: datetime
    landmarks: tuple[Landmark, ...] = ()
    """Which question stands where, in the order of the pages."""


def note_place(canvas: Any, places: Places, drawn: FieldPlace) -> None:
    """Notes a field that is drawn now; ``drawn`` tells its rectangle as its flowable sees it, and no page."""
    left, bottom = canvas.absolutePosition(drawn.left, drawn.bottom)
    places[drawn.field.name] = replace(drawn, page=canvas.getPageNumber() - 1, left=left, bottom=bottom)
