"""Whether a receipt is signed, and with which certificate file; the passphrase is never kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.signing.key_sources import Pkcs12Source
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.issuing.key_entry import SecretLine
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.preferences import KeyUse, Preferences
from cbc_desktop.ui.theme.sizes import GRID


class ReceiptKey(QWidget):
    """The certificate with which the agency seals is offered first: receipts are the agency's."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.wanted = QCheckBox(self.tr("&Ký số phiếu bằng tệp chứng thư (.p12, .pfx)"))
        self.name = ElidedLabel()
        self.choose_button = button(self.tr("Chọn tệp chứng t&hư…"), self._choose)
        self.passphrase = SecretLine(self.tr("Mật khẩu của chứng thư"))
        self.passphrase.setPlaceholderText(self.tr("Mật khẩu của chứng thư"))
        self._body = QWidget()
        self._lay_out()
        self._body.hide()
        self.wanted.toggled.connect(self._body.setVisible)
        self._show()

    @property
    def source(self) -> Pkcs12Source | None:
        """None where nobody signs, and while no file is chosen."""
        path = self._preferences.certificate(KeyUse.AGENCY)
        return Pkcs12Source(path) if path is not None and self.wanted.isChecked() else None

    @property
    def lacks(self) -> bool:
        """Whether it is to be signed, and no file is chosen."""
        return self.wanted.isChecked() and self.source is None

    def take_secret(self) -> Secret:
        return Secret.typed(self.passphrase.take())

    def use(self, path: Path) -> None:
        self._preferences.keep_certificate(KeyUse.AGENCY, path)
        self._show()
        self.passphrase.setFocus()

    def _choose(self) -> None:
        before = self._preferences.certificate(KeyUse.AGENCY)
        start = str(before.parent if before else Path.home())
        title, kinds = self.tr("Chọn tệp chứng thư"), self.tr("Chứng thư số PKCS#12 (*.p12 *.pfx)")
        name, _ = QFileDialog.getOpenFileName(self, title, start, kinds)
        if name:
            self.use(Path(name))

    def _show(self) -> None:
        path = self._preferences.certificate(KeyUse.AGENCY)
        self.name.setText(path.name if path else self.tr("Chưa chọn"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.choose_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.wanted)
        column.addWidget(self._body)
