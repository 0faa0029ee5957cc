"""One line that says what the running task is doing, with a button that stops it; hidden else."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.tasks import Tasks
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_BAR_WIDTH = GRID * 15
_SOON = 250
"""Milliseconds: what is done by then would only make the line flicker."""


class ProgressLine(QFrame):
    """Follows ``tasks`` by itself."""

    def __init__(self, look: Look, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._look = look
        self.text = label()
        self.stop_button = button(self.tr("Dừn&g"), tasks.cancel)
        bar = QProgressBar(maximum=0, textVisible=False)
        bar.setFixedWidth(_BAR_WIDTH)
        bar.setAccessibleName(self.tr("Đang làm việc"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(DOUBLE, GRID, DOUBLE, GRID)
        layout.setSpacing(DOUBLE)
        layout.addWidget(bar)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.stop_button)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.show)
        tasks.working.connect(self._show_working)
        tasks.progressed.connect(self._tell)
        self.setVisible(tasks.running)

    def _show_working(self, working: bool) -> None:
        self.text.setText(self.tr("Đang làm việc…"))
        if working:
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def _tell(self, message: Message) -> None:
        self.text.setText(self._look.text(message))
