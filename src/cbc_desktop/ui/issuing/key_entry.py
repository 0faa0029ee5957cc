"""What a step asks of whatever says with which key is signed: a certificate file or a token."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cbc_desktop.signing.key_sources import KeySource
from cbc_desktop.signing.secret import Secret
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

    def begin_again(self) -> None:
        """Nothing was signed, and why was told."""
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """To where a person goes on."""
        raise NotImplementedError
