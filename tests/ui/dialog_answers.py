"""What a person answers to the dialog that is about to ask."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cbc_desktop.ui.kit.confirm import ConfirmDialog


def answer(press: Callable[[ConfirmDialog], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ConfirmDialog)
        press(dialog)

    QTimer.singleShot(0, look)
