"""Into which folder files are written: chosen by a person and remembered for all steps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.folders import documents_folder
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.theme.sizes import GRID


class FolderLine(QWidget):
    """``folder`` is what every step writes into; ``changed`` when a person chose another one."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.name = ElidedLabel()
        self.choose_button = button(self.tr("Chọn t&hư mục…"), self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(short_label(self.tr("Ghi vào")))
        row.addWidget(self.choose_button)
        row.addWidget(self.name, 1)
        self.show_folder()

    @property
    def folder(self) -> Path:
        return self._preferences.export_folder or documents_folder()

    def show_folder(self) -> None:
        """It may have been chosen in another step."""
        self.name.setText(str(self.folder))

    def use(self, folder: Path) -> None:
        self._preferences.export_folder = folder
        self.show_folder()

    def _choose(self) -> None:
        title = self.choose_button.text().replace("&", "")
        name = QFileDialog.getExistingDirectory(self, title, str(self.folder))
        if name:
            self.use(Path(name))
            self.changed.emit()
