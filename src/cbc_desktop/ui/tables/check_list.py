"""The editor of a cell that takes several choices: a list with ticks that lies over the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

_LINES = 8


class CheckList(QListWidget):
    """Space ticks the line on which the keyboard stands; the value is the codes with spaces between."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        for value, text in choices:
            self._add(value, text)
        self.setCurrentRow(0)

    def check(self, lexical: str) -> None:
        """Codes that are no longer offered are shown as they are, so that they are not lost."""
        chosen = lexical.split()
        offered = {self._value(row) for row in range(self.count())}
        for stray in (code for code in chosen if code not in offered):
            self._add(stray, stray)
        for row in range(self.count()):
            state = Qt.CheckState.Checked if self._value(row) in chosen else Qt.CheckState.Unchecked
            self.item(row).setCheckState(state)

    def checked(self) -> str:
        rows = range(self.count())
        return " ".join(self._value(row) for row in rows if self.item(row).checkState() is Qt.CheckState.Checked)

    def setGeometry(self, *given: object) -> None:  # noqa: N802
        """Qt asks for the size of the cell, which is too small for a list."""
        super().setGeometry(*given)  # type: ignore[call-overload]
        lines = min(self.count(), _LINES)
        height = lines * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth()
        parent = self.parentWidget()
        top = min(self.y(), max(parent.height() - height, 0)) if parent is not None else self.y()
        super().setGeometry(self.x(), top, max(self.width(), self.sizeHintForColumn(0) + 40), height)

    def _add(self, value: str, text: str) -> None:
        entry = QListWidgetItem(text, self)
        entry.setData(Qt.ItemDataRole.UserRole, value)
        entry.setCheckState(Qt.CheckState.Unchecked)

    def _value(self, row: int) -> str:
        return str(self.item(row).data(Qt.ItemDataRole.UserRole))
