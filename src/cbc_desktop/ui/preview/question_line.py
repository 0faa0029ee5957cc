"""The line below the pages: which question stands at the present place, and the way to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cbc_desktop.documents.page_map import HEAD, PageMap
from cbc_desktop.engine.address import Address
from cbc_desktop.engine.nodes import LiveNode
from cbc_desktop.engine.session import FormSession
from cbc_desktop.filling.whereabouts import label_of, row_words
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.preview.page_layout import PagePlace
from cbc_desktop.ui.preview.page_view import PageView
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

BESIDE = 8.0
"""Points left of what is marked."""
FOOT = 57.0
"""Points: the lower margin of a page (20 mm)."""


class QuestionLine(QFrame):
    """Hidden where no question stands on the pages."""

    wanted = Signal(str, object)
    """Form and address of the question to go to."""

    def __init__(
        self,
        look: Look,
        sessions: Mapping[str, FormSession],
        places: PageMap,
        view: PageView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._sessions, self._view = look, sessions, view
        self.places = places
        self.present: int | None = None
        """Which landmark is marked."""
        self._address: Address | None = None
        self.setProperty("role", "foot")
        self.told = ElidedLabel()
        self.go_button = button(self.tr("Tới câu &hỏi này"), self.go, tip=self.tr("Tới câu hỏi này – Enter"))
        across = QHBoxLayout(self)
        across.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        across.setSpacing(DOUBLE)
        across.addWidget(self.told, 1)
        across.addWidget(self.go_button)
        if not places.landmarks:
            self.hide()
        view.pointed.connect(self.point_at)
        view.chosen.connect(self._choose)
        view.entered.connect(self.go)
        self._tell()

    def show_question(self, form_id: str, address: Address) -> bool:
        """Scrolls to where an answer is printed; False when it is not."""
        found = self.places.index_of(form_id, address)
        if found is None:
            return False
        self._take(found, address)
        return True

    def point_at(self, place: PagePlace) -> None:
        """Marks the question at a place, if there is one."""
        found = self.places.index_at(place.page, place.top)
        address = HEAD if found is None else self.places.landmarks[found].address_at(place.left)
        if found is not None and address != HEAD:
            self._take(found, address, scrolls=False)

    def go(self) -> None:
        """To the question that is marked, else to the first that is in sight."""
        if self._address is None:
            self.step(1)
        if self.present is not None and self._address is not None:
            self.wanted.emit(self.places.landmarks[self.present].form_id, self._address)

    def step(self, by: int) -> None:
        """Marks the next question or the one before; at first, the first that is in sight."""
        marks = self.places.landmarks
        place = self.present + by if self.present is not None else self._first_in_sight()
        while 0 <= place < len(marks) and marks[place].address == HEAD:
            place += by
        if 0 <= place < len(marks):
            self._take(place, marks[place].address)

    def _first_in_sight(self) -> int:
        seen = self._view.place_in_sight()
        where = (seen.page, seen.top) if seen is not None else (0, 0.0)
        marks = self.places.landmarks
        return next((place for place, one in enumerate(marks) if (one.page, one.top) >= where), len(marks))

    def _choose(self, place: PagePlace) -> None:
        self._address = None
        self.point_at(place)
        if self._address is not None:
            self.go()

    def _take(self, present: int, address: Address, *, scrolls: bool = True) -> None:
        self.present, self._address = present, address
        mark = self.places.landmarks[present]
        bottom = self.places.bottom_of(present) or self._view.height_of(mark.page) - FOOT
        self._view.mark(mark.page, QRectF(mark.left - BESIDE, mark.top, 1, max(bottom - mark.top, 1)))
        if scrolls:
            self._view.show_place(PagePlace(mark.page, mark.left, mark.top))
        self._tell()

    def _tell(self) -> None:
        self.told.setText(self._words())
        self.go_button.setEnabled(bool(self.places.landmarks))
        self._view.setAccessibleDescription(self.told.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.DescriptionChanged))

    def _words(self) -> str:
        if self.present is None or self._address is None:
            return self.tr("Nháy đúp vào một câu để tới câu hỏi đó; Alt+↓, Alt+↑ rồi Enter nếu dùng bàn phím.")
        session = self._sessions[self.places.landmarks[self.present].form_id]
        if not session.tree.holds(self._address):
            return self.tr("Câu này không còn trong hồ sơ.")
        node = session.tree.find(self._address)
        row = self._look.text(row_words(session, node)) if isinstance(node, LiveNode) else ""
        return " – ".join(part for part in (self._look.text(label_of(session, node)), row) if part)
