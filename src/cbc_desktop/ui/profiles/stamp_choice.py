"""The image of a signature or of a seal: shown as it will be printed, chosen from a file, removed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.file_drop import DropPlace
from cbc_desktop.ui.theme.sizes import GRID

_PICTURE = QSize(GRID * 22, GRID * 14)


class StampChoice(DropPlace):
    """What is in the file that is chosen or dropped is for the page to find out."""

    removed = Signal()

    def __init__(self, title: str, choose: str, remove: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.picture = QLabel()
        self.picture.setFixedSize(_PICTURE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QFrame.Shape.StyledPanel)
        self.picture.setStyleSheet("background: white; color: #404040")  # paper is white in dark windows too
        self.choose_button = button(choose, lambda: self.ask(choose, self.tr("Ảnh (*.png *.jpg *.jpeg)")))
        self.remove_button = button(remove, self.removed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.picture)
        row.addLayout(self._buttons())
        row.addStretch(1)
        self.show_image(b"")

    def _buttons(self) -> QVBoxLayout:
        """One below the other, so that they have room beside the picture in small windows and large letters."""
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for pressed in (self.choose_button, self.remove_button):
            column.addWidget(pressed, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def show_image(self, png: bytes) -> None:
        """No bytes: there is none yet."""
        self.remove_button.setVisible(bool(png))
        if not png:
            self.picture.setText(self.tr("chưa có ảnh"))
            self.picture.setAccessibleName(self.tr("{title}: chưa có ảnh").format(title=self._title))
            return
        sharp = self.devicePixelRatioF()
        pixmap = QPixmap()
        pixmap.loadFromData(png, "PNG")
        inside = (_PICTURE - QSize(GRID, GRID)) * sharp
        shown = pixmap.scaled(inside, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(sharp)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(self._title)
