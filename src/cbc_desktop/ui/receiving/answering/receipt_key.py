"""Whether a receipt is signed, and with which key, of a file or on a token; passphrase and PIN are never kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.signing.key_sources import KeySource, Pkcs12Source
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.issuing.key_entry import SecretLine
from cbc_desktop.ui.issuing.token_key import TokenKeyChoice
from cbc_desktop.ui.issuing.ways import Way
from cbc_desktop.ui.kit.buttons import button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.ways import WayChoice
from cbc_desktop.ui.preferences import KeyUse
from cbc_desktop.ui.rooms import Surroundings
from cbc_desktop.ui.theme.sizes import GRID


class ReceiptKey(QWidget):
    """The certificate with which the agency seals is offered first: receipts are the agency's."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = around.preferences
        self.wanted = QCheckBox(self.tr("&Ký số phiếu"))
        self.name = ElidedLabel()
        self.choose_button = button(self.tr("Chọn tệp chứng t&hư…"), self._choose)
        self.passphrase = SecretLine(self.tr("Mật khẩu của chứng thư"))
        self.passphrase.setPlaceholderText(self.tr("Mật khẩu của chứng thư"))
        self.token, self._file = TokenKeyChoice(around), QWidget()
        self.ways: WayChoice[Way] = WayChoice(
            self.tr("Khóa để ký phiếu"),
            [
                (Way.FILE, self.tr("Bằng tệp chứng thư (.p12, .pfx)"), self._file),
                (Way.TOKEN, self.tr("Bằng USB token"), self.token),
            ],
        )
        self._lay_out()
        self.ways.hide()
        self.wanted.toggled.connect(self.ways.setVisible)
        self.ways.chosen.connect(self._begin)
        self._show()

    @property
    def source(self) -> KeySource | None:
        """None where nobody signs, and while neither a file nor a key on a token is chosen."""
        if not self.wanted.isChecked():
            return None
        if self.ways.way is Way.TOKEN:
            return self.token.source
        path = self._preferences.certificate(KeyUse.AGENCY)
        return Pkcs12Source(path) if path is not None else None

    @property
    def lacks(self) -> bool:
        """Whether it is to be signed, and no key is chosen."""
        return self.wanted.isChecked() and self.source is None

    def take_secret(self) -> Secret:
        if self.ways.way is Way.TOKEN:
            return self.token.take_secret()
        return Secret.typed(self.passphrase.take())

    def take_keyboard(self) -> None:
        if self.ways.way is Way.TOKEN:
            self.token.take_keyboard()
        else:
            self.choose_button.setFocus()

    def begin_again(self) -> None:
        """Nothing was signed: a token is asked how near it is to being locked."""
        if self.wanted.isChecked() and self.ways.way is Way.TOKEN:
            self.token.begin_again()

    def _begin(self) -> None:
        if self.ways.way is Way.TOKEN:
            self.token.begin()

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
        row = QHBoxLayout(self._file)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.choose_button)
        row.addWidget(self.name, 1)
        row.addWidget(self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.wanted)
        column.addWidget(self.ways)
