"""Choosing what is taken in, and by which way it came into the house; the ways to what else arrives or goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.receiving.route import Route
from cbc_desktop.ui.deadlines import time_left
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.one_of import OneOf
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.receiving.taking.day_line import DayLine
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID, HALF

_ROUTES = (Route.FOLDER, Route.STICK, Route.MAIL, Route.PAPER)
"""Those of files; what comes from an online form or is keyed in has pages of its own."""


class IntakeLine(QWidget):
    """``chosen`` has the paths, a tuple; nothing is taken in here."""

    chosen = Signal(object)
    online_chosen = Signal(object)
    """The ``Path`` of an online form's export."""
    keyed_wanted = Signal()
    reminders_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = Path.home()
        self.told = label("", Role.SMALL)
        self.routes = OneOf(self.tr("Đến bằng đường nào"))
        self.routes.show_entries([look.text(route.words) for route in _ROUTES], 0)
        self.day = DayLine()
        self.files_button = button(self.tr("&Nhận tệp…"), self.choose_files, kind=Kind.PRIMARY)
        self.folder_button = button(self.tr("Nhận thư &mục…"), self.choose_folder)
        self.online_button = button(self.tr("&Biểu mẫu trực tuyến…"), self.choose_online)
        self.keyed_button = button(self.tr("Bản giấy đã nhậ&p…"), self.keyed_wanted.emit)
        self.reminders_button = button(self.tr("&Văn bản đôn đốc…"), self.reminders_wanted.emit)
        self._lay_out()

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

    def choose_online(self) -> None:
        title, kinds = self.tr("Nhận tệp xuất từ biểu mẫu trực tuyến"), self.tr("Bảng (*.csv *.xlsx)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._last), kinds)
        if name:
            self.online_chosen.emit(Path(name))

    def _take(self, names: Sequence[str]) -> None:
        if names:
            self._last = Path(names[0]).parent
            self.chosen.emit(tuple(map(Path, names)))

    def _kinds(self) -> str:
        patterns = "*.zip *.pdf *.eml *.png *.jpg *.jpeg *.tif *.tiff"
        return self.tr("Gói hồ sơ, PDF, thư, bản quét ({patterns})").format(patterns=patterns)

    def _lay_out(self) -> None:
        route = QWidget()
        row = QHBoxLayout(route)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        row.addWidget(short_label(self.tr("Đến bằng")))
        row.addWidget(self.routes)
        row.addWidget(short_label(self.tr("ngày")))
        row.addWidget(self.day)
        flow = FlowLayout()
        flow.setSpacing(GRID)
        for widget in (self.files_button, self.folder_button, route):
            flow.addWidget(widget)
        for widget in (self.online_button, self.keyed_button, self.reminders_button):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(DOUBLE, GRID, DOUBLE, 0)
        column.setSpacing(HALF)
        column.addLayout(flow)
        column.addWidget(self.told)
