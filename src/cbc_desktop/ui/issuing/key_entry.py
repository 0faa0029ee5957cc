"""What a step asks of whatever says with which key is signed: a certificate file or a token."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cbc_desktop.signing.key_sources import KeySource
from cbc_desktop.signing.secret import Secret
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import GRID

WIDTH = GRID * 30
"""Of the lines to type in."""


class SecretLine(QLineEdit):
    """Shows nothing of what is typed, and asks the system not to learn it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
        self.setAccessibleName(name)
        self.setFixedWidth(WIDTH)

    def take(self) -> str:
        """What was typed; it is gone from the window from now on, also for undoing."""
        typed = self.text()
        self.clear()
        self.setModified(False)
        return typed


def status_not_checked() -> QLabel:
    """Stands beside every button that signs (Thông tư 15/2025/TT-BKHCN, Appendix II, 1.2: a warning before signing)."""
    return label(
        QCoreApplication.translate(
            "KeyEntry",
            "Chưa kiểm tra được chứng thư có bị thu hồi hay không vì chương trình làm việc ngoại tuyến. Nếu nghi ngờ, "
            "hãy hỏi đơn vị cấp chứng thư trước khi ký.",
        ),
        Role.WARNING,
    )


class KeyEntry(QWidget):
    """``entered``: Return in the line of the secret, a person wants to sign."""

    entered = Signal()

    def begin(self) -> None:
        """It was chosen: whatever has to be looked for first."""

    @property
    def source(self) -> KeySource | None:
        """None while something is lacking."""
        raise NotImplementedError

    @property
    def lacking(self) -> str:
        """What is to be done first, in a sentence."""
        raise NotImplementedError

    def take_secret(self) -> Secret:
        """The passphrase or PIN, once."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """To where a person goes on."""
        raise NotImplementedError
