"""A place to drop a file on, with a button that chooses one for who does not drag."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class DropPlace(QFrame):
    """Takes one file; ``chosen`` has its ``Path``."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    def ask(self, title: str, patterns: str) -> None:
        """``patterns`` are those of the dialog: ``Gói hồ sơ (*.zip *.pdf)``."""
        name, _ = QFileDialog.getOpenFileName(self, title.replace("&", ""), str(Path.home()), patterns)
        if name:
            self.chosen.emit(Path(name))


class FileDrop(DropPlace):
    """A place that says what it is for; ``patterns`` as for ``ask``."""

    def __init__(self, hint: str, choose: str, patterns: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.button = button(choose, lambda: self.ask(choose, patterns), kind=Kind.PRIMARY)
        told = label(hint, Role.SMALL)
        told.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        column.setSpacing(GRID)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(told)


def file_in(carried: QMimeData) -> Path | None:
    """The one local file that is carried."""
    names = [url.toLocalFile() for url in carried.urls() if url.isLocalFile()]
    return Path(names[0]) if len(names) == 1 else None
