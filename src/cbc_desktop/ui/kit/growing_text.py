"""Text of several lines in a place that grows with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LEAST_LINES, MOST_LINES = 3, 14


class GrowingText(QPlainTextEdit):
    """Tab goes on to the next field; Ctrl+Enter too, because Enter begins a line."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._frame = 0
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as the text is, which for plain text Qt counts in lines."""
        lines = min(max(int(self.document().size().height()), LEAST_LINES), MOST_LINES)
        around = self._frame + 2 * int(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Only now text and frame have the sizes that are shown: while it is hidden, Qt puts that off."""
        super().resizeEvent(event)
        self._frame = self.height() - self.viewport().height()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)
