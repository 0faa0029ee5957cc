"""The files of an export: each opens in the system's program for it, the package is verified in the receiving room."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.documents.vietnamese import date_text
from cbc_desktop.exporting.exported import ExportedFiles
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class FileLines(QWidget):
    """Hidden until there are files; one that is no longer there is said to be gone."""

    preview_wanted = Signal(object)
    """The ``Path`` of the signed document: its pages are to be shown."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.shown: ExportedFiles | None = None
        self.told = label("", Role.SMALL)
        self.verify_button = button(self.tr("Kiểm tr&a gói"), self.verify)
        self.folder_button = button(self.tr("&Mở thư mục"), self._open_folder)
        self._grid = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.verify_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GRID, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.told)
        self._column.addWidget(self._grid)
        self._column.addLayout(buttons)

    def show_files(self, exported: ExportedFiles | None) -> None:
        self.shown = exported
        self.setVisible(exported is not None)
        if exported is None:
            return
        told = (
            self.tr("Ghi lúc {time} ngày {date} vào thư mục {folder}")
            if exported.here
            else self.tr("Đóng gói lúc {time} ngày {date} trên máy khác; các tệp không có ở máy này.")
        )
        at, folder = exported.at, exported.package.parent
        self.told.setText(told.format(time=f"{at:%H:%M}", date=date_text(at.date()), folder=folder))
        for button_of_files in (self.verify_button, self.folder_button):
            button_of_files.setVisible(exported.here)
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(DOUBLE)
        for line, (title, path) in enumerate(self._lines(exported) if exported.here else ()):
            self._put(grid, line, title, path)
        grid.setColumnStretch(1, 1)
        self._column.replaceWidget(self._grid, fresh)
        self._grid.hide()
        self._grid.deleteLater()
        self._grid = fresh
        self.verify_button.setEnabled(exported.package.is_file())

    def verify(self) -> None:
        """Looks at the package as its receiver will."""
        if self.shown is not None:
            self._around.routes.verify.emit(self.shown.package)

    def _put(self, grid: QGridLayout, line: int, title: str, path: Path) -> None:
        grid.addWidget(short_label(title, Role.SMALL), line, 0)
        grid.addWidget(ElidedLabel(path.name), line, 1)
        if path.is_file():
            opening = button(self.tr("Mở"), lambda: self._open(path), kind=Kind.LINK)
            opening.setAccessibleName(self.tr("Mở {name}").format(name=path.name))
            grid.addWidget(opening, line, 2)
            if path.suffix == ".pdf":
                grid.addWidget(
                    button(self.tr("Xem và in"), lambda: self.preview_wanted.emit(path), kind=Kind.LINK), line, 3
                )
        else:
            grid.addWidget(short_label(self.tr("không còn ở đó"), Role.WARNING), line, 2)

    def _lines(self, exported: ExportedFiles) -> tuple[tuple[str, Path], ...]:
        return (
            (self.tr("Gói gửi đi"), exported.package),
            (self.tr("Văn bản đã ký"), exported.document),
            (self.tr("Sổ tính Excel"), exported.workbook),
            (self.tr("Thư nháp"), exported.mail),
        )

    def _open_folder(self) -> None:
        if self.shown is not None:
            self._open(self.shown.package.parent)

    def _open(self, path: Path) -> None:
        open_with_system(path, self._around.routes.trouble.emit)
