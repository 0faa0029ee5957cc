"""A row that is one thing, such as a dossier: arrow keys go from one to the next, Enter or a double click opens it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Card(QPushButton):
    """``clicked`` when it is opened; ``sentence`` is all that it shows, for screen readers.

    One click only gives it the keyboard: the second of a double click must not fall on what the first has opened.
    """

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(sentence)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        self.column.setSpacing(HALF)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.column.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.column.minimumSize()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Nothing: one click opens nothing."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif neighbour := self._neighbour(step):
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)

    def _neighbour(self, step: int) -> Card | None:
        parent = self.parentWidget()
        cards = parent.findChildren(Card, options=Qt.FindChildOption.FindDirectChildrenOnly) if parent else []
        place = cards.index(self) + step if self in cards else -1
        return cards[place] if 0 <= place < len(cards) else None
