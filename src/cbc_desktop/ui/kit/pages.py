"""A page that scrolls while the frame around it stands, with one column of readable width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class ScrollPage(QScrollArea):
    """``column`` takes the page's widgets from top to bottom; nothing scrolls sideways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = QWidget()
        self.page.setProperty("role", "page")
        self.column = QVBoxLayout(self.page)
        self.column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        self.column.setSpacing(GRID)
        self.setWidget(self.page)
