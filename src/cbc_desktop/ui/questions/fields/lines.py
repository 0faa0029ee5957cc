"""Fields of one line: text, numbers and dates, typed the Vietnamese way and shown so when the field is left."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget, QWidgetAction

from cbc_desktop.documents.typed_text import in_words, shown, typed
from cbc_desktop.forms.definition import DataType, LeafDef
from cbc_desktop.ui.kit.labels import Role, label, short_label
from cbc_desktop.ui.kit.line_edit import LineEdit
from cbc_desktop.ui.look import Look
from cbc_desktop.ui.questions.fields.field import Field, mark_problem
from cbc_desktop.ui.theme.sizes import GRID, HALF

NUMBER_WIDTH = 200
DATE_WIDTH = 150


class LineField(Field):
    """While it has the keyboard it shows what the person types; nothing is rewritten under the fingers (UniKey)."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.line = LineEdit()
        self.line.textEdited.connect(lambda text: self.report(typed(text, question)))
        self.line.returnPressed.connect(self.entered)
        self.line.left.connect(self._tidy)
        self.row = QHBoxLayout()
        self.row.setSpacing(GRID)
        self.row.addWidget(self.line)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(HALF)
        self.column.addLayout(self.row)
        self.setFocusProxy(self.line)
        self._show_unit()

    def show_value(self, lexical: str) -> None:
        """Keeps the cursor: while a person types here, what they typed stands."""
        if self.line.hasFocus() and typed(self.line.text(), self.question) == lexical:
            self.lexical = lexical
            return
        super().show_value(lexical)
        text = shown(lexical, self.question)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_state(self, *, readonly: bool, problem: str) -> None:
        self.line.setReadOnly(readonly)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus if readonly else Qt.FocusPolicy.StrongFocus)
        mark_problem(self.line, problem)

    def describe(self, name: str, description: str) -> None:
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)

    def _tidy(self) -> None:
        """The field is left: what was understood is shown in its usual form."""
        self.show_value(self.lexical)
        self.left.emit()

    def _show_unit(self) -> None:
        unit = self.question.bind.own.unit
        if unit is not None:
            self.row.addWidget(short_label(self.look.text(unit), Role.UNIT))


class NumberField(LineField):
    """Right-aligned, and with the amount in words below where the form asks for it."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFixedWidth(NUMBER_WIDTH)
        self.row.addStretch(1)
        self.words = label("", Role.SMALL) if question.bind.own.words else None
        if self.words is not None:
            self.column.addWidget(self.words)

    def show_value(self, lexical: str) -> None:
        super().show_value(lexical)
        self._say()

    def report(self, lexical: str) -> None:
        super().report(lexical)
        self._say()

    def _say(self) -> None:
        if self.words is not None:
            said = in_words(self.lexical, self.question)
            self.words.setText(self.tr("Bằng chữ: {words}").format(words=said) if said else "")
            self.words.setVisible(bool(said))


class DateField(LineField):
    """Typed as 9/3/2022, or chosen from a calendar."""

    def __init__(self, question: LeafDef, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, look, parent)
        self.line.setFixedWidth(DATE_WIDTH)
        self.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.calendar_button = QPushButton(self.tr("Lịch"))
        self.calendar_button.setToolTip(self.tr("Chọn ngày trên lịch"))
        self.calendar_button.clicked.connect(self._open_calendar)
        self.row.addWidget(self.calendar_button)
        self.row.addStretch(1)

    def show_state(self, *, readonly: bool, problem: str) -> None:
        super().show_state(readonly=readonly, problem=problem)
        self.calendar_button.setHidden(readonly)

    def describe(self, name: str, description: str) -> None:
        super().describe(name, description)
        self.calendar_button.setAccessibleName(self.tr("Chọn ngày trên lịch: {name}").format(name=name))

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        day = _date_of(self.lexical)
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda chosen: self._choose(chosen, menu))
        calendar.clicked.connect(lambda chosen: self._choose(chosen, menu))
        calendar.setFocus()
        menu.exec(self.calendar_button.mapToGlobal(self.calendar_button.rect().bottomLeft()))

    def _choose(self, chosen: QDate, menu: QMenu) -> None:
        menu.close()
        lexical = chosen.toString(Qt.DateFormat.ISODate)
        self.report(lexical)
        self.show_value(lexical)
        self.left.emit()


def _date_of(lexical: str) -> date | None:
    try:
        return date.fromisoformat(lexical[:10])
    except ValueError:
        return None


NUMBERS = frozenset({DataType.INT, DataType.DECIMAL})
