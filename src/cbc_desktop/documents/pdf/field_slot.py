"""An empty place in the flow of a page for a form field, which remembers its rectangle when it is drawn."""

from __future__ import annotations

from reportlab.platypus import Flowable

from cbc_desktop.documents.pdf.field_place import FieldDef, FieldPlace, Places, note_place


class FieldSlot(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Leaves ``width`` by ``height`` points free and notes in ``places`` where that was."""

    def __init__(self, field: FieldDef, width: float, height: float, places: Places) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._field, self._places = field, places

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        note_place(self.canv, self._places, FieldPlace(self._field, 0, 0, 0, self.width, self.height))
