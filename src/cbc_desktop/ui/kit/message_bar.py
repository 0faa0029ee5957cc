"""A message in its place: what happened, in a box that can be closed; never a pop-up."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.theme.sizes import DOUBLE, GRID


class Tone(Enum):
    """The kinds of news, each with its colour and a word for those who do not see it."""

    INFO = "note-info"
    DONE = "note-done"
    WARNING = "note-warning"
    ERROR = "note-error"


class MessageBar(QWidget):
    """Hidden while there is nothing to say; ``closed`` when a person has read it.

    ``at_edge``: it leaves room around itself, where it would touch the edge of the window else.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, at_edge: bool = False) -> None:
        super().__init__(parent)
        self.box = QFrame()
        self.text = label(parent=self.box)
        self.close_button = button(self.tr("Ẩn"), self._close, kind=Kind.LINK)
        self._given: tuple[QPushButton, ...] = ()
        self._actions = QHBoxLayout()
        self._actions.addStretch(1)  # stays: an empty row would keep the words above it narrow
        words = QVBoxLayout()
        words.addWidget(self.text)
        words.addLayout(self._actions)
        layout = QHBoxLayout(self.box)
        layout.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        layout.addLayout(words, 1)
        layout.addWidget(self.close_button)
        around = QVBoxLayout(self)
        around.setContentsMargins(*((DOUBLE, GRID, DOUBLE, GRID) if at_edge else (0, 0, 0, 0)))
        around.addWidget(self.box)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.INFO, *actions: QPushButton) -> None:
        """Shows ``text`` in place of what was said before, with buttons for what can be done about it."""
        self._forget_actions()
        self._given = actions
        for place, action in enumerate(actions):
            self._actions.insertWidget(place, action)
        self.box.setProperty("role", tone.value)
        self.box.style().unpolish(self.box)
        self.box.style().polish(self.box)
        self.text.setText(text)
        self.setAccessibleName(text)
        closing = self.close_button.text().replace("&", "")
        self.close_button.setAccessibleName(f"{closing}: {text}")  # there may be several bars on a page
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def go_on(self) -> None:
        """The person has: what was said of the last step is past, unless something is still to be pressed."""
        if not self._given:
            self.hide()

    def clear(self) -> None:
        self._forget_actions()
        self.hide()

    def _close(self) -> None:
        self.clear()
        self.closed.emit()

    def _forget_actions(self) -> None:
        for action in self._given:
            self._actions.removeWidget(action)
            action.hide()
            action.deleteLater()
        self._given = ()
