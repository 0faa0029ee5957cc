"""A place to drop a file on, with a button that chooses one for who does not drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class FileDrop(QFrame):
    """``chosen`` has the ``Path`` of one file; ``patterns`` are those of the dialog: ``Gói hồ sơ (*.zip *.pdf)``."""

    chosen = Signal(object)

    def __init__(self, hint: str, choose: str, patterns: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self._patterns = patterns
        self.button = button(choose, self._choose, kind=Kind.PRIMARY)
        told = label(hint, Role.SMALL)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(told)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _choose(self) -> None:
        title = self.button.text().replace("&", "")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), self._patterns)
        if name:
            self.chosen.emit(Path(name))


def file_in(carried: QMimeData) -> Path | None:
    """The one local file that is carried."""
    names = [url.toLocalFile() for url in carried.urls() if url.isLocalFile()]
    return Path(names[0]) if len(names) == 1 else None
