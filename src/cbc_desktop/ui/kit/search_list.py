"""Finding one of many by parts of its words, without accents; the keyboard never leaves the line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.line_edit import make_clearable
from cbc_desktop.ui.theme.sizes import GRID

T = TypeVar("T")
_TO_THE_LIST = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
_FOUND = Qt.ItemDataRole.UserRole


class SearchList(QWidget, Generic[T]):
    """``search`` answers with what a text may mean, "" with all; ``words`` are what is shown of each."""

    selected = Signal(object)
    """The one under the arrow keys, or None."""
    chosen = Signal(object)
    """On Enter or a double click."""

    def __init__(
        self,
        search: Callable[[str], Sequence[T]],
        words: Callable[[T], str],
        names: tuple[str, str, str, str],
        parent: QWidget | None = None,
    ) -> None:
        """``names`` of the line, of its placeholder, of the list, and what is said when nothing is found."""
        super().__init__(parent)
        self._search, self._words = search, words
        line_name, placeholder, list_name, nothing = names
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(line_name)
        make_clearable(self.line)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(list_name)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab into it would choose the first by itself
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(nothing, Role.WARNING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.line, self.nothing, self.list):
            column.addWidget(widget)
        self.line.textChanged.connect(self.show_found)
        self.list.currentItemChanged.connect(lambda *_: self.selected.emit(self.found))
        self.list.itemActivated.connect(lambda _: self._choose())
        self.setFocusProxy(self.line)

    @property
    def found(self) -> T | None:
        """The one that is selected."""
        item = self.list.currentItem()
        if item is None:
            return None
        found: T = item.data(_FOUND)
        return found

    def show_found(self) -> None:
        """Looks again; the first one that is found is selected when something was typed."""
        text = self.line.text().strip()
        found = self._search(text)
        self.list.clear()
        for one in found:
            item = QListWidgetItem(self._words(one))
            item.setToolTip(item.text())
            item.setData(_FOUND, one)
            self.list.addItem(item)
        self.nothing.setVisible(not found)
        self.list.setCurrentRow(0 if text and found else -1)
        self.selected.emit(self.found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Arrow keys move in the list and Enter chooses, while the keyboard stays in the line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _TO_THE_LIST:
            QCoreApplication.sendEvent(self.list, event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        if self.found is not None:
            self.chosen.emit(self.found)
