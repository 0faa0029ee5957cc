"""What is shown where there is nothing yet: a drawing, what this place is for, and the first thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.drawings import Drawing, Picture
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_PICTURE = GRID * 9
_WIDTH = GRID * 60


class EmptyState(QWidget):
    """In the middle of its place; ``actions`` are buttons, the most useful one first."""

    def __init__(
        self,
        look: Look,
        drawing: Drawing,
        title: str,
        text: str,
        *actions: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.title, self.text = label(title, Role.TITLE), label(text)
        words = QWidget()
        words.setFixedWidth(_WIDTH)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(DOUBLE)
        for text_label in (self.title, self.text):
            text_label.setAlignment(middle)
            column.addWidget(text_label)
        layout = QVBoxLayout(self)
        layout.setSpacing(DOUBLE)
        layout.addStretch(1)
        layout.addWidget(Picture(drawing, look.colours.muted, _PICTURE), 0, middle)
        across = QHBoxLayout()  # an alignment would make the layout forget that words wrap
        across.addStretch(1)
        across.addWidget(words)
        across.addStretch(1)
        layout.addLayout(across)
        for action in actions:
            layout.addWidget(action, 0, middle)
        layout.addStretch(2)
