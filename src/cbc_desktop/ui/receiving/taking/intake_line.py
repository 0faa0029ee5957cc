"""Choosing what is taken in: files, a folder, and by which way it came into the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.receiving.route import Route
from cbc_desktop.ui.deadlines import time_left
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.theme.sizes import GRID

_ROUTES = (Route.FOLDER, Route.STICK, Route.MAIL, Route.PAPER)
"""Those of files; what comes from an online form or is keyed in has pages of its own."""


class IntakeLine(QWidget):
    """``chosen`` has the paths, a tuple; nothing is taken in here."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = Path.home()
        self.routes = OneOf(self.tr("Đến bằng đường nào"))
        self.routes.show_entries([look.text(route.words) for route in _ROUTES], 0)
        self.files_button = button(self.tr("&Nhận tệp…"), self.choose_files, kind=Kind.PRIMARY)
        self.folder_button = button(self.tr("Nhận thư &mục…"), self.choose_folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self.told = label("", Role.SMALL)
        row.addWidget(self.told, 1)
        for widget in (short_label(self.tr("Đến bằng")), self.routes, self.folder_button, self.files_button):
            row.addWidget(widget)

    def show_deadline(self, deadline: date, today: date) -> None:
        told = self.tr("Hạn gửi {day} ({left}). Tệp và thư mục kéo vào trang này thì được nhận.")
        self.told.setText(told.format(day=f"{deadline:%d/%m/%Y}", left=time_left(deadline, today)))

    @property
    def route(self) -> Route:
        return _ROUTES[self.routes.currentIndex()]

    def choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Nhận tệp"), str(self._last), f"{self._kinds()};;{self.tr('Mọi tệp (*)')}"
        )
        self._take(names)

    def choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Nhận mọi tệp trong một thư mục hoặc USB"), str(self._last)
        )
        self._take([name] if name else [])

    def _take(self, names: Sequence[str]) -> None:
        if names:
            self._last = Path(names[0]).parent
            self.chosen.emit(tuple(map(Path, names)))

    def _kinds(self) -> str:
        patterns = "*.zip *.pdf *.eml *.png *.jpg *.jpeg *.tif *.tiff"
        return self.tr("Gói hồ sơ, PDF, thư, bản quét ({patterns})").format(patterns=patterns)
