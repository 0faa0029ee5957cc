"""A certificate for practice: a passphrase is chosen, the certificate is made beside the data and taken at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.base.errors import UserFacingError
from cbc_desktop.base.message import Message
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.key_entry import SecretLine
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID

FOLDER, SIGNER_FILE = "chung-thu-thu-nghiem", "thu-nghiem-nguoi-ky.p12"
MAKING = Message("Đang tạo chứng thư thử nghiệm…", "Making a trial certificate…")


class TrialCertificate(QWidget):
    """Hidden until it is begun; ``made`` has the ``Path`` of the PKCS#12 file."""

    made = Signal(object)

    def __init__(self, around: Surroundings, controller: DossierController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._controller = around, controller
        self.passphrase = SecretLine(self.tr("Mật khẩu mới cho chứng thư thử nghiệm"))
        self.passphrase.setPlaceholderText(self.tr("Chọn một mật khẩu"))
        self.make_button = button(self.tr("Tạ&o"), self.make)
        self.passphrase.returnPressed.connect(self.make)
        self.passphrase.textChanged.connect(lambda text: self.make_button.setEnabled(bool(text)))
        self.make_button.setEnabled(False)
        told = self.tr(
            "Chứng thư thử nghiệm chỉ để tập làm: văn bản ký bằng nó mang chữ THỬ NGHIỆM và không có giá trị."
        )
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.passphrase)
        row.addWidget(self.make_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(told, Role.WARNING))
        column.addLayout(row)
        self.hide()

    @property
    def path(self) -> Path:
        """Where it lies, once it was made."""
        return self._folder / SIGNER_FILE

    def begin(self) -> None:
        self.show()
        self.passphrase.setFocus()

    def make(self) -> None:
        passphrase = self.passphrase.take()
        if passphrase:
            self._around.tasks.run(self, self._work(passphrase), done=self._take, failed=self._refuse)

    def _work(self, passphrase: str) -> Callable[[Callable[[Message], None]], Path]:
        folder = self._folder
        clock, agency = self._around.office.clock, self._controller.dossier.agency.name_vi

        def work(progress: Callable[[Message], None]) -> Path:
            from cbc_desktop.signing.trial import make_trial_identity  # not before a person signs

            progress(MAKING)
            folder.mkdir(parents=True, exist_ok=True)
            return make_trial_identity(folder, now=clock.now(), passphrase=passphrase, agency=agency).pkcs12

        return work

    @property
    def _folder(self) -> Path:
        return self._around.office.database.path.parent / FOLDER

    def _refuse(self, error: UserFacingError) -> None:
        self._controller.refused.emit(error.message)

    def _take(self, path: Path) -> None:
        self.hide()
        self.made.emit(path)
