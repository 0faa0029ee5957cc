"""A certificate file and its passphrase, or a trial certificate made on the spot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QVBoxLayout

from cbc_desktop.signing.key_sources import Pkcs12Source
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.dossier.controller import DossierController
from cbc_desktop.ui.issuing.key_entry import KeyEntry, SecretLine
from cbc_desktop.ui.issuing.trial import TrialCertificate
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class CertificateFile(KeyEntry):
    """``path`` is remembered for the next time and for each use; the passphrase never is."""

    def __init__(self, around: Surroundings, controller: DossierController, use: KeyUse) -> None:
        super().__init__()
        self._preferences, self._use = around.preferences, use
        self.name = ElidedLabel()
        self.choose_button = button(self.tr("&Chọn tệp chứng thư…"), self._choose)
        self.passphrase = SecretLine(self.tr("Mật khẩu của chứng thư"))
        self.trial = TrialCertificate(around, controller)
        self.trial_button = button(self.tr("Tạo chứng thư thử nghiệm để tập làm…"), self._practise, kind=Kind.LINK)
        self.passphrase.returnPressed.connect(self.entered)
        self.trial.made.connect(self.use)
        self._lay_out()
        self._show()

    @property
    def path(self) -> Path | None:
        return self._preferences.certificate(self._use)

    @property
    def source(self) -> Pkcs12Source | None:
        return Pkcs12Source(self.path) if self.path is not None else None

    @property
    def lacking(self) -> str:
        return self.tr("Hãy chọn tệp chứng thư để ký.")

    def take_secret(self) -> Secret:
        """It may be blank, in files that nobody protected."""
        return Secret.typed(self.passphrase.take())

    def take_keyboard(self) -> None:
        (self.choose_button if self.path is None else self.passphrase).setFocus()

    def use(self, path: Path) -> None:
        self._preferences.keep_certificate(self._use, path)
        self._show()
        self.passphrase.clear()
        self.passphrase.setFocus()

    def _practise(self) -> None:
        """The clerk practises with what the leader has made, for a new one would take its place."""
        made_before = self.trial.path
        if self._use is KeyUse.AGENCY and made_before.is_file():
            self.use(made_before)
        else:
            self.trial.begin()

    def _choose(self) -> None:
        title = self.choose_button.text().replace("&", "")
        start = self.path.parent if self.path else Path.home()
        name, _ = QFileDialog.getOpenFileName(self, title, str(start), self.tr("Chứng thư số PKCS#12 (*.p12 *.pfx)"))
        if name:
            self.use(Path(name))

    def _show(self) -> None:
        path = self.path
        self.name.setText(self.tr("Chưa chọn") if path is None else path.name)
        self.name.setToolTip("" if path is None else str(path))

    def _lay_out(self) -> None:
        file_row = QHBoxLayout()
        file_row.setSpacing(GRID)
        file_row.addWidget(self.choose_button)
        file_row.addWidget(self.name, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(DOUBLE)
        form.setVerticalSpacing(GRID)
        form.addRow(short_label(self.tr("Chứng thư")), file_row)
        form.addRow(short_label(self.tr("Mật khẩu")), self.passphrase)
        trial = QHBoxLayout()
        trial.addWidget(self.trial_button)
        trial.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(form)
        column.addLayout(trial)
        column.addWidget(self.trial)
