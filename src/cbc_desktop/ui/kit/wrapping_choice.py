"""A radio button or check box whose words wrap: Qt's own are cut off at the edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

_ONE_LINE = 100_000
"""Pixels in which no text wraps."""


class WrappingChoice(QWidget):
    """``mark`` is the button itself; a click on the words is a click on it."""

    def __init__(self, mark: QAbstractButton, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = mark
        self.words = QLabel(text)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setBuddy(mark)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        mark.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)  # the button keeps room for words of its own
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.setFocusProxy(mark)
        mark.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The words show where the keyboard is; the ring around the button alone is easily overlooked."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.words.setProperty("keyboard", event.type() is QEvent.Type.FocusIn)
            self.words.style().unpolish(self.words)
            self.words.style().polish(self.words)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The button stands in the middle of the first line, whatever the size of letters."""
        super().showEvent(event)
        self.mark.setFixedHeight(self.words.heightForWidth(_ONE_LINE))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.mark.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mark.click()
