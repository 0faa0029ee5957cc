"""A box with a heading that holds what belongs together on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class Panel(QFrame):
    """``column`` takes its widgets from top to bottom; the heading names the group for screen readers too."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        self.column.setSpacing(GRID)
        if heading:
            self.setAccessibleName(heading)
            self.column.addWidget(label(heading, Role.HEADING))
