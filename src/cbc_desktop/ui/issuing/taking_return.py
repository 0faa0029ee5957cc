"""The receiver has sent a return slip: it is taken in here, and leads to the questions that it is about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cbc_desktop.base.message import Message
from cbc_desktop.dossier.return_slip import Outcome
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.panel import Panel
from cbc_desktop.ui.rooms import Surroundings

TAKEN_BEFORE = Message("Phiếu này đã được nhận trước đây.", "This slip was taken in before.")
OF_ANOTHER = Message(
    "Phiếu này trả lại hồ sơ khác trên máy này: “{agency}”. Phiếu đã được nhận vào hồ sơ đó.",
    "This slip returns another dossier of this computer, of “{agency}”. It was taken in there.",
)


class TakingReturn(Panel):
    """Shown as soon as there is a revision that could have been returned."""

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nơi nhận trả lại hồ sơ?"), parent)
        self._around, self._controller = around, controller
        self.button = button(self.tr("Nhận &phiếu trả lại…"), self._choose)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        told = self.tr(
            "Mở tệp phiếu (.json) hoặc thư có phiếu (.eml) mà nơi nhận gửi; phần mềm dẫn tới từng câu cần sửa."
        )
        self.column.addWidget(label(told))
        self.column.addLayout(row)

    def take(self, path: Path) -> None:
        """Told in the message bar when the file is no slip, or means no revision of this computer."""
        desk, dossier = self._around.office.filling, self._controller.dossier
        told: list[Message] = []

        def take() -> None:
            taken = desk.take_return(path)
            if taken.dossier_id != dossier.dossier_id:
                told.append(OF_ANOTHER.filled(agency=taken.slip.agency_name))
            elif taken.again:
                told.append(TAKEN_BEFORE)
            elif taken.slip.outcome is not Outcome.TO_BE_CORRECTED:
                told.append(taken.sentences)
            dossier.look_again()

        self._controller.step(take)
        for message in told:
            self._controller.did.emit(message)

    def _choose(self) -> None:
        title, pattern = self.tr("Nhận phiếu của nơi nhận"), self.tr("Phiếu, hoặc thư có phiếu (*.json *.eml)")
        name, _ = QFileDialog.getOpenFileName(self, title, str(Path.home()), pattern)
        if name:
            self.take(Path(name))
