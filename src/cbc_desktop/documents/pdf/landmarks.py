"""Notes where questions stand while a document is laid out; the pages are the same with these notes and without."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import ActionFlowable

from cbc_desktop.documents.page_map import HEAD, Cells, Landmark
from cbc_desktop.documents.printed_form import Origin
from cbc_desktop.engine.address import Address


@dataclass(slots=True)
class LandmarkNotes:
    """Belongs to a document while it is laid out, as its attribute ``landmarks``."""

    form_id: str = ""
    noted: list[Landmark] = field(default_factory=list)

    def note(self, address: Address, canvas: Any, left: float, height: float, cells: Cells = ()) -> None:
        """``left`` and ``height`` are in points from the lower left corner of the page that ``canvas`` is drawing."""
        top = canvas._pagesize[1] - height
        self.noted.append(Landmark(self.form_id, address, canvas.getPageNumber() - 1, left, top, cells))


class Anchor(ActionFlowable):  # type: ignore[misc]  # reportlab has no types
    """Notes where what follows it begins, if anybody wants to know; it is never drawn and takes no room.

    Without ``form_id`` it is of the form of the anchor before it. ``cells`` begin so many points from the left margin.
    """

    def __init__(self, address: Address, form_id: str = "", cells: Cells = ()) -> None:
        super().__init__()
        self._address, self._form_id, self._cells = address, form_id, cells

    def apply(self, document: Any) -> None:
        notes: LandmarkNotes | None = getattr(document, "landmarks", None)
        if notes is None:
            return
        notes.form_id = self._form_id or notes.form_id
        left = document.frame._x1
        cells = tuple((left + edge, address) for edge, address in self._cells)
        notes.note(self._address, document.canv, left, document.frame._y, cells)


def anchors(address: Address | None) -> list[Anchor]:
    """None for what no question asks for."""
    return [] if address is None else [Anchor(address)]


def origin_anchor(origin: Origin | None) -> Anchor:
    """Before a text that is made of an answer, or of none."""
    return Anchor(HEAD) if origin is None else Anchor(origin.at, origin.form_id)
