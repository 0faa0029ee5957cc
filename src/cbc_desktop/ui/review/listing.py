"""The lines of the review under the titles of forms and sections; long lists are built as far as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.review.entries import EXPLAINED, Entry, Kind
from cbc_desktop.ui.review.line import EntryView
from cbc_desktop.ui.theme.sizes import GRID, HALF

AT_ONCE = 60
"""Lines that are built in one go."""


class EntryList(QWidget):
    """``views`` are the lines that are there now."""

    def __init__(self, look: Look, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._controller = look, controller
        self.views: list[EntryView] = []
        self._waiting: list[Entry] = []
        self._explained: set[tuple[str, object]] = set()
        self._last: Entry | None = None
        self.more = button("", self._build_more)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(GRID)
        self._outer.addWidget(self._lines)
        self._outer.addWidget(self.more)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The keyboard stays on its line, or on the one that is in its place then."""
        here = self._place_of_keyboard()
        fresh = QWidget(self)
        self._column = QVBoxLayout(fresh)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._outer.replaceWidget(self._lines, fresh)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = fresh
        self.views, self._waiting, self._last = [], list(entries), None
        self._explained.clear()
        self._build_more()
        fresh.show()
        if here is not None and self.views:
            self.views[min(here, len(self.views) - 1)].line.setFocus()

    def _place_of_keyboard(self) -> int | None:
        focus = QApplication.focusWidget()
        places = (place for place, view in enumerate(self.views) if focus is not None and view.isAncestorOf(focus))
        return next(places, None)

    def _build_more(self) -> None:
        now, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for entry in now:
            self._put_titles(entry)
            place = (entry.form_id, entry.address)
            explained = entry.kind in EXPLAINED and place not in self._explained
            if explained:
                self._explained.add(place)
            view = EntryView(self._look, self._controller, entry, explained=explained)
            self.views.append(view)
            self._column.addWidget(view)
        self.more.setText(self.tr("Xem thê&m (còn %n mục)", "", len(self._waiting)))
        self.more.setVisible(bool(self._waiting))

    def _put_titles(self, entry: Entry) -> None:
        last = self._last
        changes_begin = entry.kind is Kind.CHANGED and (last is None or last.kind is not Kind.CHANGED)
        if changes_begin:
            self._column.addSpacing(GRID)
            self._column.addWidget(label(self.tr("Đã đổi so với bản đã gửi"), Role.HEADING))
        if changes_begin or last is None or entry.form_id != last.form_id:
            self._column.addWidget(label(self._title(entry.form_id), Role.HEADING))
            last = None
        if entry.section and (last is None or entry.section != last.section):
            self._column.addSpacing(GRID)
            self._column.addWidget(label(entry.section, Role.SMALL))
        self._last = entry

    def _title(self, form_id: str) -> str:
        if not form_id:
            return self.tr("Cả hồ sơ")
        dossier = self._controller.dossier
        return self._look.text(dossier.campaign.form_title(dossier.form(form_id).session.definition))
