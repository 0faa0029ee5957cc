"""A page of a room that takes the place of its list for a while, with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.documents.guide.topics import Topic
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.message_bar import MessageBar
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, QUESTION_WIDTH


class SidePage(QWidget):
    """``column`` takes its widgets under ``title``; ``left`` when a person goes back without having done anything.

    With ``wide`` they are as wide as the window, else of readable width; ``back`` says where the way back leads.
    """

    left = Signal()
    about: Topic
    """The chapter of the guide about this page."""

    def __init__(self, parent: QWidget | None = None, *, wide: bool = False, back: str = "") -> None:
        super().__init__(parent)
        self.title = label(role=Role.TITLE)
        self.messages = MessageBar()
        self.back_button = button(back or self.tr("← &Danh sách hồ sơ"), self.left.emit, kind=Kind.LINK, shortcut="Esc")
        inner = QWidget()
        if not wide:
            inner.setMaximumWidth(QUESTION_WIDTH)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        outer.setSpacing(GRID)
        outer.addWidget(self.back_button)
        outer.addWidget(self.title)
        outer.addWidget(self.messages)
        outer.addWidget(inner, 1)
