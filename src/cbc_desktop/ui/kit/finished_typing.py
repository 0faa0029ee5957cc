"""What was typed counts before anything else is done: a letter with Alt leaves the keyboard in the line."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cbc_desktop.ui.kit.growing_text import GrowingText
from cbc_desktop.ui.kit.line_edit import LineEdit


def finish_typing() -> None:
    """Whoever keeps what is typed when its line is left keeps it now."""
    typed_in = QApplication.focusWidget()
    if isinstance(typed_in, LineEdit | GrowingText):
        typed_in.left.emit()
