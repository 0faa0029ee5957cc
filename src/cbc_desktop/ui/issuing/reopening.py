"""A finalised dossier is opened again for changes: what was finalised stays, the work goes on in the next revision."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.confirm import confirmed
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel


class Reopening(Panel):
    """Asks before, because the way back is only to finalise and sign again."""

    def __init__(self, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cần sửa số liệu?"), parent)
        self._controller = controller
        self.button = button(self.tr("Mở lại để &sửa…"), self.reopen, kind=Kind.DANGER)
        told = self.tr("Bản đã chốt được giữ nguyên để đối chiếu; việc sửa làm trên bản lần sau, rồi chốt và ký lại.")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addWidget(label(told))
        self.column.addLayout(row)

    def reopen(self) -> None:
        number = self._controller.dossier.stored.revision.number
        if confirmed(
            self,
            self.tr("Mở lại hồ sơ để sửa?"),
            self.tr(
                "Bản lần {number} được giữ nguyên nhưng không dùng tiếp được nữa; văn bản lần {next} phải chốt, "
                "ký và gửi lại từ đầu."
            ).format(number=number, next=number + 1),
            do=self.tr("&Mở lại để sửa"),
            leave=self.tr("Để &nguyên"),
        ):
            self._controller.step(self._controller.dossier.reopen)
