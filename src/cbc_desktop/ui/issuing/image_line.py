"""The image that a signature shows, small, with a box to leave it out; where there is none, the way to one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, dress, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_HEIGHT, _WIDEST = GRID * 7, GRID * 20


class ImageLine(QWidget):
    """``wanted`` is false also where there is no image."""

    profiles_wanted = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words)
        self.box.setChecked(True)
        self.picture = QLabel()
        self.told = label("", Role.SMALL)
        self.add_button = button(self.tr("Thêm ảnh vào mẫu của cơ quan…"), self.profiles_wanted.emit, kind=Kind.LINK)
        adding = QHBoxLayout()
        adding.addWidget(self.add_button)
        adding.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.box)
        beside.addWidget(self.told)
        beside.addLayout(adding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(DOUBLE)
        row.addWidget(self.picture)
        row.addLayout(beside, 1)

    @property
    def wanted(self) -> bool:
        return self.box.isChecked() and not self.box.isHidden()

    def show_image(self, png: bytes, told: str) -> None:
        """``told`` says what it is of, or that there is none and what the document shows instead."""
        picture = QPixmap()
        there = bool(png) and picture.loadFromData(png)
        if there:
            self.picture.setPixmap(_on_paper(picture))
        self.told.setText(told)
        dress(self.told, Role.SMALL if there else Role.WARNING)
        self.picture.setVisible(there)
        self.box.setVisible(there)
        self.add_button.setVisible(not there)


def _on_paper(picture: QPixmap) -> QPixmap:
    """As it will be seen, whatever the colours of the window."""
    small = picture.scaled(
        _WIDEST, _HEIGHT, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    paper = QPixmap(small.size())
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawPixmap(0, 0, small)
    painter.end()
    return paper
