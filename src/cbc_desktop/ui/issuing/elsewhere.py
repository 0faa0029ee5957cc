"""Signed in another program: the document is given away as a file, and the signed file is taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cbc_desktop.ui.issuing.folder_line import FolderLine
from cbc_desktop.ui.kit.buttons import Kind, button, redress
from cbc_desktop.ui.kit.file_drop import FileDrop
from cbc_desktop.ui.kit.flow import FlowLayout
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.kit.system_open import open_with_system
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class Elsewhere(QWidget):
    """``sealing``: the other program seals it too, as one may say of what comes back."""

    written_wanted = Signal()
    """As a file, into the folder."""
    returned = Signal(object)
    """The ``Path`` of the file that came back."""

    def __init__(self, around: Surroundings, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.out = label("", Role.SMALL)
        self.folder = FolderLine(around.preferences)
        self.write_button = button(self.tr("&Xuất văn bản"), self.written_wanted.emit, kind=Kind.PRIMARY)
        self.open_button = button(self.tr("&Mở thư mục"), self._open_folder)
        self.sealed_too = QCheckBox()
        self.sealed_line = WrappingChoice(self.sealed_too, self.tr("Phần mềm kia cũng đã cấp số và ký cho cơ quan"))
        self.drop = FileDrop(
            self.tr("hoặc kéo tệp PDF đã ký vào đây. Tệp được so với văn bản đã xuất trước khi nhận."),
            self.tr("&Nhận tệp đã ký…"),
            self.tr("Văn bản PDF đã ký (*.pdf)"),
        )
        self.drop.chosen.connect(self.returned)
        for widget in (self.write_button, self.drop):
            around.tasks.busy.connect(widget.setDisabled)
        self._lay_out(words)

    def show_out(self, told: str) -> None:
        """When and where it was given away, "" when it was not."""
        self.folder.show_folder()
        self.out.setText(told)
        for widget in (self.out, self.open_button):
            widget.setVisible(bool(told))
        redress(self.write_button, Kind.PLAIN if told else Kind.PRIMARY)
        redress(self.drop.button, Kind.PRIMARY if told else Kind.PLAIN)

    def _lay_out(self, words: str) -> None:
        buttons = FlowLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.write_button)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(words, Role.SMALL))
        column.addWidget(self.folder)
        column.addLayout(buttons)
        for widget in (self.out, self.sealed_line, self.drop):
            column.addWidget(widget)

    def _open_folder(self) -> None:
        open_with_system(self.folder.folder, self._around.routes.trouble.emit)
