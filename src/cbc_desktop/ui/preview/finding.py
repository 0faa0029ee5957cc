"""Finding words in the document: a line to type in, how many there are, and from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit, make_clearable
from cbc_desktop.ui.preview.page_layout import PagePlace
from cbc_desktop.ui.preview.page_text import MOST, Hit, PageText
from cbc_desktop.ui.preview.page_view import PageView
from cbc_desktop.ui.theme.sizes import GRID, HALF

PAUSE, SLICE = 15, 0.008
"""Milliseconds between two looks at pages that are still to be read, and seconds that one takes."""
AT_ONCE = 0.15
"""Seconds that a person does not notice; they are enough for a document of a hundred pages."""


class Finding(QWidget):
    """Marks what is found on the pages of ``view``; accents, capitals and the ends of lines do not matter."""

    def __init__(self, text: PageText, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._view = text, view
        self.hits: list[Hit] = []
        self.present = 0
        self.line = LineEdit()
        self.line.setAccessibleName(self.tr("Tìm trong văn bản"))
        self.line.setPlaceholderText(self.tr("Tìm trong văn bản (Ctrl+F)"))
        make_clearable(self.line)
        self.told = short_label("", Role.SMALL)
        self.back_button = button("‹", lambda: self.go_by(-1), kind=Kind.LINK, tip=self.tr("Chỗ trước – Shift+F3"))
        self.on_button = button("›", lambda: self.go_by(1), kind=Kind.LINK, tip=self.tr("Chỗ sau – F3"))
        self.back_button.setAccessibleName(self.tr("Chỗ trước"))
        self.on_button.setAccessibleName(self.tr("Chỗ sau"))
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(lambda: self.go_by(1))
        view.boxes_on = self._boxes_on
        self._reading = QTimer(self, interval=PAUSE)
        self._reading.timeout.connect(self._read_on)
        self._reading.start()
        self._tell()

    def open(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def go_by(self, step: int) -> None:
        """To the next place or the one before, and around at the ends."""
        if self.hits:
            self.present = (self.present + step) % len(self.hits)
            self._show_present()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self.line.hasFocus():
            self.line.clear()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    def _find(self, words: str) -> None:
        """The first place from the page that is read, so that the pages do not move without need."""
        self._text.read_on(AT_ONCE)
        self.hits = self._text.find(words)
        page = self._view.page
        self.present = next((place for place, hit in enumerate(self.hits) if hit.page >= page), 0)
        self._show_present()

    def _read_on(self) -> None:
        """A little at a time; what is found in a very long document is more when all of it has been read."""
        self._text.read_on(SLICE)
        if not self._text.complete:
            return
        self._reading.stop()
        if self.hits:  # those of the first pages are the first ones again
            self.hits = self._text.find(self.line.text())
            self._tell()
        else:
            self._find(self.line.text())

    def _show_present(self) -> None:
        if self.hits:
            hit = self.hits[self.present]
            box = next(iter(self._text.boxes(hit)), QRectF())
            self._view.show_place(PagePlace(hit.page, box.center().x(), box.center().y()))
        self._view.viewport().update()
        self._tell()

    def _boxes_on(self, page: int) -> Iterator[tuple[QRectF, bool]]:
        first, behind = (bisect(self.hits, page, key=lambda hit: hit.page) for bisect in (bisect_left, bisect_right))
        for place in range(first, behind):
            yield from ((box, place == self.present) for box in self._text.boxes(self.hits[place]))

    def _tell(self) -> None:
        words, count = self.line.text().strip(), len(self.hits)
        found = self.tr("{now}/{count} chỗ").format(now=self.present + 1, count=f"{MOST}+" if count == MOST else count)
        none = self.tr("Không có") if self._text.complete else "…"
        self.told.setText((found if count else none) if words else "")
        for widget in (self.told, self.back_button, self.on_button):
            widget.setVisible(bool(words))
        for widget in (self.back_button, self.on_button):
            widget.setEnabled(count > 1)
        self.line.setAccessibleDescription(self.told.text())
        QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.DescriptionChanged))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(HALF)
        below.addWidget(self.told, 1)
        below.addWidget(self.back_button)
        below.addWidget(self.on_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(HALF)
        column.addWidget(self.line)
        column.addLayout(below)
