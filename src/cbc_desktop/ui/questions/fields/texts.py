"""The field for text of several lines; it grows with its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cbc_desktop.documents.typed_text import typed
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field, mark_problem

LEAST_LINES, MOST_LINES = 3, 14


class GrowingText(QPlainTextEdit):
    """Tab goes on to the next field; Ctrl+Enter too, because Enter begins a line."""

    left = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._frame = 0
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """As high as the text is, which for plain text Qt counts in lines."""
        lines = min(max(int(self.document().size().height()), LEAST_LINES), MOST_LINES)
        around = self._frame + 2 * int(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Only now text and frame have the sizes that are shown: while it is hidden, Qt puts that off."""
        super().resizeEvent(event)
        self._frame = self.height() - self.viewport().height()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


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
