"""Signed or stamped by hand: the document is printed, and the scans of its paper are taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class OnPaper(QWidget):
    """``scanned`` has the paths of the scans, in their order."""

    pages_wanted = Signal()
    """To be looked at and printed."""
    scanned = Signal(object)

    def __init__(self, around: Surroundings, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.print_button = button(self.tr("Xem và &in văn bản"), self.pages_wanted.emit)
        self.scan_button = button(self.tr("Chọn các tệp &quét…"), self._choose, kind=Kind.PRIMARY)
        for widget in (self.print_button, self.scan_button):
            around.tasks.busy.connect(widget.setDisabled)
        buttons = FlowLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.scan_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(words, Role.SMALL))
        column.addLayout(buttons)

    def _choose(self) -> None:
        title = self.scan_button.text().replace("&", "")
        folder = self._around.preferences.export_folder or Path.home()
        patterns = self.tr("Bản quét (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)")
        names, _ = QFileDialog.getOpenFileNames(self, title, str(folder), patterns)
        if names:
            self.scanned.emit(tuple(map(Path, names)))
