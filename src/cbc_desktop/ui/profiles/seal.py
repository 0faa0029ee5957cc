"""The agency's seal: its image, and how large it is on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cbc_desktop.dossier.profile import AgencyProfile, millimetres
from cbc_desktop.ui.kit.labels import label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.profiles.stamp_choice import StampChoice
from cbc_desktop.ui.theme.sizes import GRID

_WIDTH = GRID * 9


class Seal(Panel):
    """``measured`` with what a person has typed: millimetres, it is hoped."""

    measured = Signal(str)

    def __init__(self) -> None:
        super().__init__(self.tr("Con dấu"))
        title = self.tr("Ảnh con dấu")
        self.choice = StampChoice(title, self.tr("Chọn ảnh con &dấu…"), self.tr("Bỏ ảnh &con dấu"))
        self.diameter = LineEdit()
        self.diameter.setFixedWidth(_WIDTH)
        self.diameter.setAccessibleName(self.tr("Đường kính con dấu, milimét"))
        self._size_label = short_label(self.tr("Đường kính"))
        self._unit = short_label("mm")
        self._shown = ""
        self._lay_out()
        self.diameter.left.connect(self._left)
        self.diameter.returnPressed.connect(self._left)

    def show_profile(self, profile: AgencyProfile) -> None:
        self.choice.show_image(profile.seal_image)
        for widget in (self._size_label, self.diameter, self._unit):
            widget.setVisible(bool(profile.seal_image))
        self._shown = millimetres(profile.seal_mm).vi
        self.diameter.setText(self._shown)

    def _left(self) -> None:
        if self.diameter.text().strip() != self._shown:
            self.measured.emit(self.diameter.text().strip())

    def _lay_out(self) -> None:
        told = label(
            self.tr(
                "Ảnh dấu đỏ nền trong suốt, in đúng kích thước thật, trùm một phần ba chữ ký về bên trái. Ảnh chỉ giữ "
                "trên máy này và trong bản sao lưu."
            )
        )
        size = QHBoxLayout()
        size.setSpacing(GRID)
        size.addWidget(self._size_label)
        size.addWidget(self.diameter)
        size.addWidget(self._unit)
        size.addStretch(1)
        self.column.addWidget(told)
        self.column.addWidget(self.choice)
        self.column.addLayout(size)
