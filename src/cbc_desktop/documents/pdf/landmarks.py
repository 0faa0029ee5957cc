"""Notes where questions stand while a document is laid out; the pages are the same with these notes and without."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportlab.platypus import ActionFlowable

from cbc_desktop.documents.page_map import HEAD, Cells, Landmark
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
    """Notes where what follows it begins, if anybody wants to know; it is never drawn and takes no room."""

    def __init__(self, address: Address) -> None:
        super().__init__()
        self._address = address

    def apply(self, document: Any) -> None:
        notes: LandmarkNotes | None = getattr(document, "landmarks", None)
        if notes is not None:
            self._note(notes, document)

    def _note(self, notes: LandmarkNotes, document: Any) -> None:
        notes.note(self._address, document.canv, document.frame._x1, document.frame._y)


class FormAnchor(Anchor):
    """What follows is of this form, and of no question yet."""

    def __init__(self, form_id: str) -> None:
        super().__init__(HEAD)
        self._form_id = form_id

    def _note(self, notes: LandmarkNotes, document: Any) -> None:
        notes.form_id = self._form_id
        super()._note(notes, document)


def anchors(address: Address | None) -> list[Anchor]:
    """None for what no question asks for."""
    return [] if address is None else [Anchor(address)]
