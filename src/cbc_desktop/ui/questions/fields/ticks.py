"""Fields of one click: acknowledging what was read, and notes that take no answer at all."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.labels import label
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.card_words import spoken
from cbc_desktop.ui.questions.fields.field import ClickedField, Field, mark_problem

ACKNOWLEDGED = "OK"
"""What Collect and Web Forms keep for a trigger (ODK XForms, body elements)."""


class AcknowledgeField(ClickedField):
    """A tick; taken away, the question is unanswered again."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.box = QCheckBox()
        self.box.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappingChoice(self.box, self.tr("Đã đọc và đồng ý")))
        self.setFocusProxy(self.box)

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        self.box.setChecked(bool(lexical))

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self.box.setEnabled(not readonly)
        mark_problem(self.box, problem)

    def describe(self, name: str, description: str) -> None:
        self.box.setAccessibleDescription(spoken((name, description)))

    def _clicked(self, checked: bool) -> None:
        self.report(ACKNOWLEDGED if checked else "")
        self.left.emit()


class NoteField(Field):
    """Words of the form's owner; where the form computes a value for it, the value."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.text = label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        self.text.setText(lexical)
        self.setVisible(bool(lexical))

    def show_state(self, *, readonly: bool, problem: str) -> None:
        """A note has no state."""

    def describe(self, name: str, description: str) -> None:
        self.text.setAccessibleDescription(name)
