"""A line that leads somewhere else: one click or Enter goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.cards import Card
from cbc_desktop.ui.kit.marks import Mark, MarkWidget, mark_word
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID


class JumpLine(Card):
    """A mark and texts that wrap; arrow keys go from line to line."""

    def __init__(self, look: Look, mark: Mark, *texts: QLabel, parent: QWidget | None = None) -> None:
        said = [text.text() for text in texts if text.text()]
        super().__init__(", ".join([mark_word(mark), *said]), parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.mark = MarkWidget(mark, look.colours)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text in texts:
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(text)
        across = QHBoxLayout()
        across.setSpacing(GRID)
        across.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.column.addLayout(across)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self.column.heightForWidth(width)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        QPushButton.mousePressEvent(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        QPushButton.mouseReleaseEvent(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The first of the two clicks has already gone there."""
