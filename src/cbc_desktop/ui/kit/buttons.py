"""Buttons with a letter for Alt and a tooltip that names the shortcut."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from cbc_desktop.ui.kit.finished_typing import finish_typing


class Kind(Enum):
    """How much a button wants to be pressed."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    LINK = "link"


def button(
    text: str,
    pressed: Callable[[], object],
    *,
    kind: Kind = Kind.PLAIN,
    shortcut: str = "",
    tip: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """``text`` has its letter for Alt behind ``&``; ``shortcut`` works in the whole window: ``Ctrl+PgDown``.

    What was typed into a line is kept before ``pressed``, however the button is pressed.
    """

    def press() -> None:
        finish_typing()
        pressed()

    made = QPushButton(text, parent)
    made.setProperty("role", kind.value)
    made.setAutoDefault(True)
    made.clicked.connect(lambda: press())
    if shortcut:
        # Not the button's own: Qt forgets that one when the text changes, and works it a tenth of a second late, so
        # that a key which is held down does nothing at all.
        QShortcut(QKeySequence(shortcut), made, made.click)
    shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    made.setToolTip(" – ".join(part for part in (tip or text.replace("&", ""), shown) if part))
    return made


def redress(shown: QPushButton, kind: Kind) -> None:
    """The look of another kind."""
    if shown.property("role") != kind.value:
        shown.setProperty("role", kind.value)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
