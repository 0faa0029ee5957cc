"""The window when the data could not be opened: what happened, that nothing is lost, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMainWindow, QPushButton

from cbc_desktop.base.message import Message
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.drawings import Drawing
from cbc_desktop.ui.kit.empty_state import EmptyState
from cbc_desktop.ui.look import Look


class TroubleWindow(QMainWindow):
    """``again`` tries once more to open the data; ``ways_out`` are further buttons."""

    def __init__(self, look: Look, message: Message, again: QPushButton, ways_out: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("CBC – Chưa mở được dữ liệu"))
        close = button(self.tr("Đó&ng cửa sổ"), self.close, kind=Kind.LINK)
        title = self.tr("Chưa mở được dữ liệu")
        self.page = EmptyState(look, Drawing.TROUBLE, title, look.text(message), again, *ways_out, close)
        self.page.text.setAccessibleName(look.text(message))
        self.setCentralWidget(self.page)
        self.resize(900, 560)
        again.setFocus()
