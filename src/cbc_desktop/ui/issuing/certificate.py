"""With what is signed: a certificate file and its passphrase, or a trial certificate made on the spot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.elided import ElidedLabel
from cbc_desktop.ui.kit.labels import short_label
from cbc_desktop.ui.preferences import Preferences
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_WIDTH = GRID * 30


class CertificateChoice(QWidget):
    """``path`` is remembered for the next time; the passphrase never is."""

    changed = Signal()
    trial_wanted = Signal()
    """There is no certificate yet, one for practice please."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.name = ElidedLabel()
        self.choose_button = button(self.tr("Chọn &tệp chứng thư…"), self._choose)
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(self.tr("Mật khẩu của chứng thư"))
        self.passphrase.setFixedWidth(_WIDTH)
        self.trial_button = button(
            self.tr("Tạo chứng thư thử &nghiệm để tập làm…"), self.trial_wanted.emit, kind=Kind.LINK
        )
        self.passphrase.textChanged.connect(self.changed)
        self._lay_out()
        self._show()

    @property
    def path(self) -> Path | None:
        return self._preferences.certificate

    @property
    def complete(self) -> bool:
        """Whether there is a file; a passphrase may be blank in files that nobody protected."""
        return self.path is not None

    def use(self, path: Path) -> None:
        self._preferences.certificate = path
        self._show()
        self.passphrase.clear()
        self.passphrase.setFocus()
        self.changed.emit()

    def take_passphrase(self) -> str:
        """What was typed; it is gone from the window from now on."""
        typed = self.passphrase.text()
        self.passphrase.clear()
        return typed

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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(form)
        trial = QHBoxLayout()
        trial.addWidget(self.trial_button)
        trial.addStretch(1)
        column.addLayout(trial)
