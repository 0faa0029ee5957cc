"""A radio button or check box whose words wrap: Qt's own are cut off at the edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from cbc_desktop.ui.theme.sizes import GRID


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
        layout.setSpacing(GRID)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1)
        self.setFocusProxy(mark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.mark.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mark.click()
