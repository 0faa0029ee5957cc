"""Cells that Enter and Tab leave as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

_STEPS = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Tab: (0, 1), Qt.Key.Key_Backtab: (0, -1)}


class SteppingDelegate(QStyledItemDelegate):
    """``moved`` where the keyboard goes when what was given in a cell is taken: down, and right."""

    moved = Signal(int, int)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Tab take what was given and go on; Qt would open the next editor."""
        if isinstance(editor, QWidget) and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and step[0]
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*((-1, 0) if back else step))
                return True
        return super().eventFilter(editor, event)
