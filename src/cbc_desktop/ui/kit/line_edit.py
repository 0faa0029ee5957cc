"""A line to type in that leaves undoing to the dossier when there is nothing of its own to take back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

_ANY_LENGTH = 2**31 - 1
"""Qt would cut off what is longer than 32,767 characters, without a word."""


class LineEdit(QLineEdit):
    """``textEdited`` is for people, as in Qt; ``left`` when the keyboard goes elsewhere in this window."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_ANY_LENGTH)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._passes_on(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()

    def _passes_on(self, event: QKeyEvent) -> bool:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        return undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())


def make_clearable(line: QLineEdit) -> None:
    """With a button that empties the line; Qt's own has no name for screen readers."""
    line.setClearButtonEnabled(True)
    for emptying in line.findChildren(QToolButton):
        emptying.setAccessibleName(QCoreApplication.translate("LineEdit", "Xóa chữ đã gõ"))
