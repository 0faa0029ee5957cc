"""What every field is: it shows a value, and reports what a person gives; it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.look import Look


class Field(QWidget):
    """Lexical forms go in (``show_value``) and come out (``edited``); text as people write it stays in the field."""

    edited = Signal(str)
    """The lexical form of what a person typed or chose; never emitted by ``show_value``."""
    left = Signal()
    """The keyboard went elsewhere: what was typed may be committed."""
    entered = Signal()
    """Enter was pressed: the next question, please."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.look = look
        self.lexical = ""
        """What is shown, or was just reported."""

    def show_value(self, lexical: str) -> None:
        self.lexical = lexical

    def show_choices(self, choices: Sequence[LiveChoice]) -> None:
        """What may be chosen now; for fields that offer choices."""

    def show_state(self, *, readonly: bool, problem: str) -> None:
        """``problem`` is "error", "warning" or "" and colours the border; the card says it in words."""
        raise NotImplementedError

    def describe(self, name: str, description: str) -> None:
        """What a screen reader says of every input of the field."""
        raise NotImplementedError

    def report(self, lexical: str) -> None:
        """A person gave this."""
        if lexical != self.lexical:
            self.lexical = lexical
            self.edited.emit(lexical)


class ClickedField(Field):
    """A field of buttons, boxes and lists: Enter chooses nothing there, so it goes on like Enter in a line of text."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def mark_problem(widget: QWidget, problem: str) -> None:
    """Colours a widget's border by the style sheet's property ``problem``."""
    if widget.property("problem") != problem:
        widget.setProperty("problem", problem)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
