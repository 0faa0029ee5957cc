"""The one dialog of the window: a decision that cannot be undone, with two buttons that say what they do."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import Role, label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID

_WIDTH = GRID * 60


class ConfirmDialog(QDialog):
    """``title`` asks, ``text`` says what will happen; the keyboard stands on the button that changes nothing."""

    def __init__(self, parent: QWidget | None, title: str, text: str, *, do: str, leave: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.do_button = button(do, self.accept, kind=Kind.DANGER)
        self.leave_button = button(leave, self.reject)
        self.leave_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.leave_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(title, Role.HEADING))
        layout.addWidget(label(text), 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self.leave_button.setFocus()


def confirmed(parent: QWidget | None, title: str, text: str, *, do: str, leave: str) -> bool:
    """True when the person wants it; Escape and closing mean no."""
    dialog = ConfirmDialog(parent, title, text, do=do, leave=leave)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return wanted
