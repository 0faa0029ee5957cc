"""The field for text of several lines."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cbc_desktop.documents.typed_text import typed
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.growing_text import GrowingText
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field, mark_problem


class MultilineField(Field):
    """Paragraphs; what is being composed by an input method is not yet text and is not reported."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.text = GrowingText()
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.left)
        self.text.entered.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        if typed(self.text.toPlainText(), self.question) != lexical:
            with QSignalBlocker(self.text):
                self.text.setPlainText(lexical)
            self.text.fit()

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self.text.setReadOnly(readonly)
        mark_problem(self.text, problem)

    def describe(self, name: str, description: str) -> None:
        self.text.setAccessibleName(name)
        self.text.setAccessibleDescription(description)

    def _typed(self) -> None:
        self.report(typed(self.text.toPlainText(), self.question))
