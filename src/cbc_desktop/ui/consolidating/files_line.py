"""Above the results: how many count, and the files, each opened in the system's program for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.base.clock import VIETNAM
from cbc_desktop.receiving.consolidating.consolidated import Consolidated
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class FilesLine(QWidget):
    """``again_wanted`` when a person wants to consolidate anew."""

    again_wanted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._shown: Consolidated | None = None
        self.told = ElidedLabel()
        self.report_button = button(self.tr("Mở &báo cáo PDF"), self._open_report)
        self.workbook_button = button(self.tr("Mở sổ &Excel"), self._open_workbook)
        self.folder_button = button(self.tr("Mở thư mụ&c"), self._open_folder, tip=self.tr("Có cả tệp số liệu SQLite"))
        self.again_button = button(self.tr("&Tổng hợp lại…"), self.again_wanted.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.told, 1)
        for each in (self.report_button, self.workbook_button, self.folder_button, self.again_button):
            row.addWidget(each)

    def show_files(self, consolidated: Consolidated) -> None:
        self._shown = consolidated
        told = self.tr("{respondents}/{asked} cơ quan, theo hồ sơ nhận đến {moment}; ghi vào {folder}")
        self.told.setText(
            told.format(
                respondents=consolidated.respondents,
                asked=consolidated.asked,
                moment=f"{consolidated.moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}",
                folder=consolidated.folder,
            )
        )
        self.report_button.setVisible(consolidated.report is not None)

    def _open_report(self) -> None:
        if self._shown is not None and self._shown.report is not None:
            self._open(self._shown.report)

    def _open_workbook(self) -> None:
        if self._shown is not None:
            self._open(self._shown.workbook)

    def _open_folder(self) -> None:
        if self._shown is not None:
            self._open(self._shown.folder)

    def _open(self, path: Path) -> None:
        open_with_system(path, self._around.routes.trouble.emit)
