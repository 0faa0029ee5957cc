"""Fields that offer choices: radio buttons or a folded list for one, check boxes for several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cbc_desktop.engine.choice_list import LiveChoice
from cbc_desktop.forms.definition import LeafDef
from cbc_desktop.ui.kit.buttons import Kind, button
from cbc_desktop.ui.kit.choice_box import ChoiceBox
from cbc_desktop.ui.kit.wrapping_choice import WrappingChoice
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.card_words import spoken
from cbc_desktop.ui.questions.fields.field import ClickedField, mark_problem
from cbc_desktop.ui.theme.sizes import DOUBLE, HALF

MOST_RADIO_BUTTONS = 7
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
SHORT_LABEL = 34
"""Letters up to which labels stand in two columns."""


class SelectOneField(ClickedField):
    """Up to seven choices lie open; more are a folded list. Which it is may change with what is offered."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._inner: _RadioButtons | _FoldedList | None = None
        self._name, self._description = "", ""
        self._state: tuple[bool, str] = (False, "")
        self._offered: tuple[tuple[str, str], ...] | None = None

    def show_choices(self, choices: Sequence[LiveChoice]) -> None:
        offered = tuple((choice.value, choice.label) for choice in choices)
        if offered != self._offered:
            self._offered = offered
            self._rebuild(offered)

    def _rebuild(self, offered: tuple[tuple[str, str], ...]) -> None:
        had_focus = self._inner is not None and self._inner.isAncestorOf(self.focusWidget() or self)
        if self._inner is not None:
            self._layout.removeWidget(self._inner)
            self._inner.deleteLater()
        kind = _RadioButtons if len(offered) <= MOST_RADIO_BUTTONS else _FoldedList
        self._inner = kind(offered, self)
        self._layout.addWidget(self._inner)
        self.setFocusProxy(self._inner)
        self._inner.describe(self._name, self._description)
        self._inner.show_value(self.lexical)
        self._inner.show_state(*self._state)
        if had_focus:
            self._inner.setFocus()

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        if self._inner is not None:
            self._inner.show_value(lexical)

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self._state = (readonly, problem)
        if self._inner is not None:
            self._inner.show_state(readonly, problem)

    def describe(self, name: str, description: str) -> None:
        self._name, self._description = name, description
        if self._inner is not None:
            self._inner.describe(name, description)

    def choose(self, value: str) -> None:
        """A person chose; chosen is answered, so it may be committed at once."""
        self.report(value)
        self.show_value(value)
        self.left.emit()


class _RadioButtons(QWidget):
    def __init__(self, offered: Sequence[tuple[str, str]], field: SelectOneField) -> None:
        super().__init__(field)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        for value, text in offered:
            mark = QRadioButton()
            mark.clicked.connect(lambda _checked, value=value: field.choose(value))
            mark.installEventFilter(self)
            self._group.addButton(mark)
            self._buttons[value] = mark
            layout.addWidget(WrappingChoice(mark, text))
        self._clear = button(self.tr("Bỏ chọn (Delete)"), lambda: field.choose(""), kind=Kind.LINK)
        self._clear.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab and Space, in a hurry, would take the answer away
        layout.addWidget(self._clear)
        self._readonly = False
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Delete takes the choice away, as it empties a cell."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _EMPTYING:
            if self._clear.isVisible():
                self._clear.click()
            return True
        return super().eventFilter(watched, event)

    def show_value(self, lexical: str) -> None:
        self._group.setExclusive(False)
        for value, mark in self._buttons.items():
            mark.setChecked(value == lexical)
        self._group.setExclusive(True)
        self._clear.setVisible(bool(lexical) and not self._readonly)
        if lexical in self._buttons:
            self.setFocusProxy(self._buttons[lexical])

    def show_state(self, readonly: bool, problem: str) -> None:
        self._readonly = readonly
        for mark in self._buttons.values():
            mark.setEnabled(not readonly)
            mark_problem(mark, problem)
        if readonly:
            self._clear.hide()

    def describe(self, name: str, description: str) -> None:
        self.setAccessibleName(name)
        for mark in self._buttons.values():
            mark.setAccessibleDescription(spoken((name, description)))
        self._clear.setAccessibleName(self.tr("Bỏ chọn: {question}").format(question=name))


class _FoldedList(QWidget):
    def __init__(self, offered: Sequence[tuple[str, str]], field: SelectOneField) -> None:
        super().__init__(field)
        self.box = ChoiceBox()
        self.box.offer(offered, self.tr("– chưa chọn –"))
        self.box.activated.connect(lambda _index: field.choose(self.box.value()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def show_value(self, lexical: str) -> None:
        self.box.choose(lexical)

    def show_state(self, readonly: bool, problem: str) -> None:
        self.box.setEnabled(not readonly)
        mark_problem(self.box, problem)

    def describe(self, name: str, description: str) -> None:
        self.box.describe(name, description)


class SelectMultipleField(ClickedField):
    """Check boxes, in two columns while their words are short; the value is their codes with spaces between."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(DOUBLE)
        self._grid.setVerticalSpacing(HALF)
        self._boxes: dict[str, QCheckBox] = {}
        self._offered: tuple[tuple[str, str], ...] | None = None
        self._told = ("", "")
        self._state = (False, "")

    def show_choices(self, choices: Sequence[LiveChoice]) -> None:
        offered = tuple((choice.value, choice.label) for choice in choices)
        if offered != self._offered:
            self._offered = offered
            self._rebuild()

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        stray = [code for code in lexical.split() if code not in self._boxes]
        if stray:
            self._rebuild(stray)
        self._check()

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self._state = (readonly, problem)
        for box in self._boxes.values():
            box.setEnabled(not readonly)
            mark_problem(box, problem)

    def describe(self, name: str, description: str) -> None:
        self._told = (name, description)
        for box in self._boxes.values():
            box.setAccessibleDescription(spoken(self._told))

    def _rebuild(self, stray: Sequence[str] = ()) -> None:
        """``stray`` are codes that are answered but no longer offered: kept, shown, and taken away by a person only."""
        while entry := self._grid.takeAt(0):
            if widget := entry.widget():
                widget.deleteLater()
        entries = [*(self._offered or ()), *((code, code) for code in stray)]
        columns = 2 if all(len(text) <= SHORT_LABEL for _, text in entries) else 1
        self._boxes = {}
        for index, (value, text) in enumerate(entries):
            box = self._boxes[value] = QCheckBox()
            box.clicked.connect(self._clicked)
            self._grid.addWidget(WrappingChoice(box, text), index // columns, index % columns)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self._check()
        self.describe(*self._told)
        self.show_state(readonly=self._state[0], problem=self._state[1])

    def _check(self) -> None:
        chosen = set(self.lexical.split())
        for value, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(value in chosen)

    def _clicked(self) -> None:
        self.report(" ".join(value for value, box in self._boxes.items() if box.isChecked()))
        self.left.emit()
