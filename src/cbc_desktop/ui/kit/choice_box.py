"""A list to choose one entry from, folded up until it is needed; typing finds entries without accents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from cbc_desktop.ui.kit.folded_search import TypeAhead, best_match


class _List(QListView):
    """The unfolded list: Qt's own search would insist on accents."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = TypeAhead()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        model = self.model()
        labels = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        found = best_match(self._typed.add(search), labels)
        if found is not None:
            self.setCurrentIndex(model.index(found, 0))


class ChoiceBox(QComboBox):
    """Entries are pairs of a value and its label; ``activated`` (Qt's) is for people only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(_List())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self._typed = TypeAhead()

    def offer(self, entries: Sequence[tuple[str, str]], blank: str) -> None:
        """``blank`` stands for no choice, and is always the first entry."""
        with QSignalBlocker(self):
            chosen = self.value()
            self.clear()
            self.addItem(blank, "")
            for value, text in entries:
                self.addItem(text, value)
            self.choose(chosen)

    def describe(self, name: str, description: str = "") -> None:
        """For screen readers. On Linux Qt gives them the chosen entry as the name, so the name is described too."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{name}. {description}" if description else name)

    def choose(self, value: str) -> None:
        """A value that is not offered (any more) is shown as it is, so that nothing seems to be lost."""
        with QSignalBlocker(self):
            index = self.findData(value)
            if index < 0:
                self.addItem(value, value)
                index = self.count() - 1
            self.setCurrentIndex(index)

    def value(self) -> str:
        return str(self.currentData() or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        text = event.text()
        if text and text.isprintable() and (text != " " or self._typed.goes_on):
            self._search(text)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A page that is scrolled must not change answers on its way."""
        event.ignore()

    def _search(self, text: str) -> None:
        found = best_match(self._typed.add(text), [self.itemText(index) for index in range(self.count())])
        if found is not None and found != self.currentIndex():
            self.setCurrentIndex(found)
            self.activated.emit(found)
